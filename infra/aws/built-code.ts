import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AssetHashType } from 'aws-cdk-lib';
import { type AssetCode, Code } from 'aws-cdk-lib/aws-lambda';
import type { FunctionName } from '../../lambda/entry/settings.ts';

/** The built bundle of a function in `build`. Its hash is its code's: a code cache differs each time it is made. */
export const builtCode =
  (build: string) =>
  (name: FunctionName): AssetCode => {
    const folder = join(build, 'lambda', name);
    if (!existsSync(join(folder, 'bundle.cjs'))) throw new Error(`${name} is not built: npm run build`);
    const hash = createHash('sha256');
    const code = readdirSync(folder).filter((file) => file.endsWith('.cjs'));
    for (const file of code.sort()) hash.update(file).update(readFileSync(join(folder, file)));
    return Code.fromAsset(folder, { assetHashType: AssetHashType.CUSTOM, assetHash: hash.digest('hex') });
  };
