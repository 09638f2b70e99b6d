import type { er, slu } from 'ask-sdk-model';
import type { ModelType } from '../interaction-model.ts';
import { hear, said, stem, type Word } from '../words.ts';
import type { SlotReader } from './slot-reader.ts';

/** Values a skill gave for a session, as in `Dialog.UpdateDynamicEntities`. */
export type DynamicType = er.dynamic.EntityListItem;

type Value = slu.entityresolution.Value;
type Lookup = { readonly values: ReadonlyMap<string, readonly Value[]>; readonly mostWords: number };
type Named = {
  readonly id?: string | undefined;
  readonly name: { readonly value: string; readonly synonyms?: readonly string[] | undefined };
};

const key = (words: readonly Word[]): string =>
  words
    .map(({ word }) => stem(word))
    .join(' ')
    .replace(/^(?:an?|the|my|some) (?=.)/, '');

const lookup = (named: readonly Named[]): Lookup => {
  const values = new Map<string, readonly Value[]>();
  let mostWords = 1;
  for (const { id, name } of named) {
    for (const form of [name.value, ...(name.synonyms ?? [])]) {
      const words = hear(form);
      const known = values.get(key(words)) ?? [];
      const isKnown = known.some((value) => value.name === name.value);
      if (!isKnown) values.set(key(words), [...known, { name: name.value, id: id ?? '' }]);
      mostWords = Math.max(mostWords, words.length + 1);
    }
  }
  return { values, mostWords };
};

const resolution = (authority: string, found: readonly Value[]): slu.entityresolution.Resolution => ({
  authority,
  status: { code: found.length === 0 ? 'ER_SUCCESS_NO_MATCH' : 'ER_SUCCESS_MATCH' },
  values: found.map((value) => ({ value })),
});

/** Longer than this is no longer one thing that somebody asks about. */
const MOST_UNLISTED_WORDS = 5;

/**
 * Makes the reader of a custom type: its own values and synonyms, then those the skill gave for the session. Articles and
 * plurals do not matter. Each is an authority of its own in the answer (voice model 1.4); the session's comes first.
 */
export const customTypeReader = (skillId: string, type: ModelType) => {
  const own = lookup(type.values);
  const authority = (kind: string): string => `amzn1.er-authority.echo-sdk.${kind}${skillId}.${type.name}`;

  return (session: DynamicType | undefined): SlotReader => {
    const given = session === undefined ? undefined : lookup(session.values);
    const resolve = (words: readonly Word[]) => {
      const ofOwn = own.values.get(key(words)) ?? [];
      const ofSession = given?.values.get(key(words)) ?? [];
      const sessionPart = given === undefined ? [] : [resolution(authority('dynamic.'), ofSession)];
      const resolutions = { resolutionsPerAuthority: [...sessionPart, resolution(authority(''), ofOwn)] };
      return { isListed: ofOwn.length + ofSession.length > 0, reading: { value: said(words), resolutions } };
    };
    return {
      read: (words) => {
        const { isListed, reading } = resolve(words);
        return isListed ? reading : undefined;
      },
      readUnlisted: (words) => resolve(words).reading,
      mostWords: Math.max(own.mostWords, given?.mostWords ?? 0, MOST_UNLISTED_WORDS),
      isOpen: false,
    };
  };
};
