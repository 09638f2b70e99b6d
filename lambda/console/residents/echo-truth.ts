import { localDate } from '../../core/kernel/uk-time.ts';
import type { Echo } from '../../core/pairing/echo.ts';
import { lastSign, type SignsOfLife } from '../../core/people/sign-of-life.ts';
import { type EchoAbility, echoAbility, type HeldByEcho } from '../../core/set-up/echo-ability.ts';
import type { Words } from '../words/en.ts';
import { echoHolds } from './echo-holds.ts';
import { type KeptOnEchos, keptWords } from './kept-on-echo.ts';
import { momentWords } from './moment.ts';
import type { Seen } from './with-resident.ts';

const speaksWords = (ability: EchoAbility, held: HeldByEcho, { howHomesDo, when }: Words): string => {
  const { speaks } = howHomesDo;
  switch (ability.speaksBy) {
    case 'managed':
      return speaks.managed;
    case 'anchor':
      return speaks.anchor(when.list(ability.at.map(when.time)));
    case 'placed':
      return speaks.placed(held.placed);
    case 'asked':
      return speaks.asked;
  }
};

/** The last sign of life of a Home, with when it was. */
export const lastSignWords = (signs: SignsOfLife, now: number, words: Words): string => {
  const last = lastSign(signs);
  if (last === undefined) return words.howHomesDo.signs.never;
  return words.howHomesDo.signs.last(momentWords(last.at, localDate(now), words), words.howHomesDo.signs[last.sign]);
};

/**
 * What each of a Resident's Echos can do by itself, what is missing for more and what to do about it, and the last sign of life.
 * Of an Echo of the home's own nobody can tell whether it is off line, and that is said.
 */
export const echoTruth = (echos: readonly Echo[], signs: SignsOfLife, kept: KeptOnEchos, seen: Seen) => {
  const { words, now } = seen;
  const { which } = words.officers.home;
  const held = echoHolds(seen, echos);
  return {
    echos: echos.map((echo, at) => {
      const ability = echoAbility(echo, held);
      return {
        name: echos.length > 1 ? which(at + 1) : undefined,
        speaks: speaksWords(ability, held, words),
        known: keptWords(echo, kept, seen),
        lacks: ability.lacks.map((lack) => words.howHomesDo.lacks[lack]),
      };
    }),
    lastSign: lastSignWords(signs, now, words),
    cannotKnow: echos.some(({ kind }) => kind === 'consumer') ? words.howHomesDo.signs.cannotKnow : undefined,
  };
};
