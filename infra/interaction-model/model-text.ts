import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildModel } from './build-model.ts';
import { readSource } from './read-source.ts';

const SOURCES = join(import.meta.dirname, '../../interaction-models/source');

/** The one file whose samples hold health words (tablets and the like). */
export const HEALTH_WORDS = 'health-words.txt';

const read = async (name: string) => {
  const text = await readFile(join(SOURCES, name), 'utf8');
  try {
    return readSource(text);
  } catch (error) {
    throw new Error(`${name}, ${error instanceof Error ? error.message : String(error)}`);
  }
};

/**
 * The interaction model that its sources make, as the text of `interaction-models/en-GB.json`. Without health words it is
 * what may go to Amazon as long as nobody has agreed to more (docs/decisions/0021-words-about-health.md).
 */
export const modelText = async (healthWords: 'with-health-words' | 'without-health-words'): Promise<string> => {
  const names = (await readdir(SOURCES)).filter((name) => name.endsWith('.txt')).sort();
  const kept = names.filter((name) => name !== HEALTH_WORDS || healthWords === 'with-health-words');
  return `${JSON.stringify(buildModel(await Promise.all(kept.map(read))), null, 2)}\n`;
};
