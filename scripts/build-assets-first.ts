import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Makes what the bundles pack besides code (templates, style sheet): runs `scripts/build-assets.ts` of `root`, if it has one. */
export async function buildAssets(root: string): Promise<void> {
  const script = join(root, 'scripts', 'build-assets.ts');
  if (existsSync(script)) await promisify(execFile)(process.execPath, [script], { cwd: root });
}
