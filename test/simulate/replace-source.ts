import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Replacement } from './mutations.ts';

const root = join(import.meta.dirname, '..', '..');

const replaced = (source: string, { file, from, to }: Replacement): string => {
  const times = source.split(from).length - 1;
  if (times !== 1) throw new Error(`${file} holds ${times} times what is to be replaced once: ${from}`);
  return source.replace(from, () => to);
};

/**
 * From now on these files are read with their texts replaced. To be called before they are loaded. Throws at once when a text
 * is not there any more: a mutation that changes nothing proves nothing.
 */
export const replaceSource = (replacements: readonly Replacement[]): void => {
  const byUrl = Map.groupBy(replacements, ({ file }) => pathToFileURL(join(root, file)).href);
  for (const [url, ofOne] of byUrl) ofOne.reduce(replaced, readFileSync(fileURLToPath(url), 'utf8'));
  registerHooks({
    load: (url, context, nextLoad) => {
      const loaded = nextLoad(url, context);
      const ofOne = byUrl.get(url);
      if (ofOne === undefined) return loaded;
      return { ...loaded, source: ofOne.reduce(replaced, readFileSync(fileURLToPath(url), 'utf8')) };
    },
  });
};
