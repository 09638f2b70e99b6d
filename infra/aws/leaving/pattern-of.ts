import type { Key } from '../../../lambda/adapters/table/table.ts';
import { ANY, ANYTHING, type Fate, HELD, type PatternName, SOME_DAYS } from './held-rows.ts';

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Ids hold no `#` (`isId`), so one part of a key is whatever stands between two. */
const PART = '[^#]+';
const PLACES = [ANY, ...SOME_DAYS, '2000-01'].map(escaped).join('|');

const expressionOf = (text: string): string =>
  escaped(text)
    .replaceAll(escaped(ANYTHING), '.+')
    .replaceAll(new RegExp(PLACES, 'g'), PART)
    .replaceAll(/(?<=^|#)0+(?=$|#)/g, String.raw`\d+`);

type Pattern = { readonly name: PatternName; readonly pk: RegExp; readonly sk: RegExp };

const isPatternName = (name: string): name is PatternName => Object.hasOwn(HELD, name);

const whole = (text: string): RegExp => new RegExp(`^${expressionOf(text)}$`);

const patterns = (): readonly Pattern[] =>
  Object.entries(HELD).flatMap(([name, { like }]) =>
    isPatternName(name) ? [{ name, pk: whole(like.pk), sk: whole(like.sk) }] : [],
  );

/** Which pattern a key was made by; undefined: none that this release knows. */
export const patternsOfKeys = (): ((key: Key) => PatternName | undefined) => {
  const known = patterns();
  return ({ pk, sk }) => known.find((pattern) => pattern.pk.test(pk) && pattern.sk.test(sk))?.name;
};

export const fateOf = (name: PatternName): Fate => HELD[name].fate;
export const titleOf = (name: PatternName): string => HELD[name].title;

/** Which council a key belongs to; undefined: the switch of the whole service. */
export const councilOf = ({ pk, sk }: Key): string | undefined => /^C#([^#]+)/.exec(pk === 'COUNCILS' ? sk : pk)?.[1];
