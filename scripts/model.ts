// `npm run model`: writes interaction-models/en-GB.json from interaction-models/source.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { modelText } from '../infra/interaction-model/model-text.ts';

const path = join(import.meta.dirname, '../interaction-models/en-GB.json');
await writeFile(path, await modelText('with-health-words'));
process.stdout.write(`${path} is written.\n`);
