import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Calls `look` with the root of a temporary tree that holds these files (path below the root → text), and removes it after. */
export async function withPlantedTree(
  files: Readonly<Record<string, string>>,
  look: (root: string) => void | Promise<void>,
): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'bellbird-planted-'));
  try {
    for (const [path, text] of Object.entries({ 'package.json': packageJson, ...files })) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    await look(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

const packageJson = JSON.stringify({
  dependencies: { hono: '1.0.0', i18next: '1.0.0', 'temporal-polyfill': '1.0.0' },
  devDependencies: { dynalite: '1.0.0', 'ask-sdk-model': '1.0.0', '@types/aws-lambda': '1.0.0' },
});
