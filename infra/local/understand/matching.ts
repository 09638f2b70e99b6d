import type { LocalDate } from '../../../lambda/core/kernel/uk-time.ts';
import { type CompiledModel, isSlot, type Part, type Template } from './compile.ts';
import type { SlotReader, SlotReading } from './slots/slot-reader.ts';
import { text, type Word } from './words.ts';

/** A template that a phrase fits, with what its slots hold. */
export type Match = { readonly template: Template; readonly slots: ReadonlyMap<string, SlotReading> };

/** What matching needs to know besides the words. */
export type Surroundings = {
  readonly compiled: CompiledModel;
  readonly readerOf: (type: string) => SlotReader;
  readonly today: LocalDate;
};

type Read = (type: string, words: readonly Word[], from: number, to: number) => SlotReading | undefined;

const remembering = ({ readerOf, today }: Surroundings): Read => {
  const known = new Map<string, SlotReading | undefined>();
  return (type, words, from, to) => {
    const key = `${type} ${from} ${to}`;
    if (!known.has(key)) known.set(key, readerOf(type).read(words.slice(from, to), today));
    return known.get(key);
  };
};

const slotsFrom = (
  parts: readonly Part[],
  words: readonly Word[],
  at: number,
  reach: (type: string) => number,
  read: Read,
): readonly (readonly [string, SlotReading])[] | undefined => {
  const [part, ...rest] = parts;
  if (part === undefined) return at === words.length ? [] : undefined;
  if (!isSlot(part)) return words[at]?.word === part ? slotsFrom(rest, words, at + 1, reach, read) : undefined;
  for (let to = Math.min(words.length, at + reach(part.type)); to > at; to -= 1) {
    const reading = read(part.type, words, at, to);
    const later = reading === undefined ? undefined : slotsFrom(rest, words, to, reach, read);
    if (reading !== undefined && later !== undefined) return [[part.slot, reading], ...later];
  }
  return undefined;
};

const literals = ({ parts }: Template): number => parts.filter((part) => !isSlot(part)).length;

const openSlots = ({ parts }: Template, { readerOf }: Surroundings): number =>
  parts.filter((part) => isSlot(part) && readerOf(part.type).isOpen).length;

/** The templates that the phrase could fit: those of just its words, and those with slots whose own words are all in it. */
const candidates = ({ byWords, byFirstWord }: CompiledModel, words: readonly Word[]): readonly Template[] => {
  const said = new Set(words.map(({ word }) => word));
  const isWithin = ({ parts }: Template): boolean =>
    parts.length <= words.length && parts.every((part) => isSlot(part) || said.has(part));
  return [
    ...(byWords.get(text(words)) ?? []),
    ...(byFirstWord.get(words[0]?.word ?? '') ?? []).filter(isWithin),
    ...(byFirstWord.get('') ?? []).filter(isWithin),
  ];
};

/**
 * The templates that the whole phrase fits word for word, best first: without free text before with, then those with the
 * most words of their own, then as they stand in the model.
 */
export const matchesAmong = (
  templates: readonly Template[],
  words: readonly Word[],
  around: Surroundings,
): readonly Match[] => {
  const read = remembering(around);
  const reach = (type: string): number => around.readerOf(type).mostWords;
  return templates
    .flatMap((template): readonly Match[] => {
      const slots = slotsFrom(template.parts, words, 0, reach, read);
      return slots === undefined ? [] : [{ template, slots: new Map(slots) }];
    })
    .sort((a, b) => {
      const open = openSlots(a.template, around) - openSlots(b.template, around);
      return open === 0 ? literals(b.template) - literals(a.template) : open;
    });
};

/** The best of all templates that the whole phrase fits word for word. */
export const exactMatch = (words: readonly Word[], around: Surroundings): Match | undefined =>
  matchesAmong(candidates(around.compiled, words), words, around)[0];
