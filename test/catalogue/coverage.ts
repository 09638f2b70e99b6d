import { join } from 'node:path';
import { readSources } from '../architecture/source.ts';
import { CASES } from './cases.ts';
import { idsIn, type Title, titlesOf } from './test-titles.ts';

const root = join(import.meta.dirname, '..', '..');
/** Suites that several test files run, beside the test files themselves. */
const HOLDS_TESTS = /(\.test|table-contract)\.ts$/;

/** Each case of the catalogue, in its order, with the titles that name its id. */
export const coverage = (): ReadonlyMap<string, readonly Title[]> => {
  const found = new Map<string, Title[]>(Object.keys(CASES).map((id) => [id, []]));
  const titles = readSources(root, ['test'])
    .filter(({ path }) => HOLDS_TESTS.test(path))
    .flatMap(titlesOf);
  for (const title of titles) for (const id of new Set(idsIn(title.text))) found.get(id)?.push(title);
  return found;
};

/** Ids in titles that look like those of the catalogue and are not in it: slips of the pen. */
export const unknownIds = (): readonly string[] => {
  const families = new Set(Object.keys(CASES).map((id) => id.replace(/\d+$/, '')));
  const known = new Set(Object.keys(CASES));
  return readSources(root, ['test'])
    .filter(({ path }) => HOLDS_TESTS.test(path))
    .flatMap(titlesOf)
    .flatMap(({ path, text }) =>
      idsIn(text)
        .filter((id) => families.has(id.replace(/\d+$/, '')) && !known.has(id))
        .map((id) => `${path}: ${id}`),
    );
};
