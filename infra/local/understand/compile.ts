import { ALEXAS_OWN_PHRASES } from './alexas-own-phrases.ts';
import { withoutFillers, withoutStammer } from './hesitation.ts';
import type { LanguageModel, ModelIntent } from './interaction-model.ts';
import { NUMBER_WORDS } from './number-words.ts';
import { MONTH_NAMES, WEEKDAY_NAMES } from './slots/date.ts';
import { hear, type Word } from './words.ts';

export type SlotPart = { readonly slot: string; readonly type: string };
export type Part = string | SlotPart;

/** One sample, ready to be matched: literal words and slots in order. `isBrief`: without stammer and fillers. */
export type Template = { readonly intent: string; readonly parts: readonly Part[]; readonly isBrief: boolean };

export type CompiledModel = {
  readonly model: LanguageModel;
  readonly intents: ReadonlyMap<string, ModelIntent>;
  readonly templates: readonly Template[];
  /** Templates without slots by their words. */
  readonly byWords: ReadonlyMap<string, readonly Template[]>;
  /** Templates with slots by their first literal word; those that begin with a slot under ''. */
  readonly byFirstWord: ReadonlyMap<string, readonly Template[]>;
  /** A slot's own samples, by `intent.slot`. */
  readonly slotTemplates: ReadonlyMap<string, readonly Template[]>;
  /** Every word that stands in a sample or a value: what a misheard word may have been. */
  readonly vocabulary: ReadonlySet<string>;
};

export const isSlot = (part: Part): part is SlotPart => typeof part !== 'string';

const anyWord = (): boolean => true;

const SLOT = /\{\s*([A-Za-z_]+)\s*\}/g;
const MARKER = 'aslotstandshere';

const verbatim = (words: readonly Word[]): readonly Word[] => words;
const steady = (words: readonly Word[]): readonly Word[] => withoutStammer(words, anyWord);
const brief = (words: readonly Word[]): readonly Word[] => withoutFillers(steady(words));

/** The sample as words and slots, heard and tidied in the same way as a phrase is. */
const partsOf = (
  sample: string,
  { slots }: ModelIntent,
  tidy: (words: readonly Word[]) => readonly Word[],
): readonly Part[] => {
  const names = [...sample.matchAll(SLOT)].map(([, name]) => name);
  return tidy(hear(sample.replace(SLOT, ` ${MARKER} `))).map(({ word }): Part => {
    if (word !== MARKER) return word;
    const name = names.shift();
    const slot = slots.find((one) => one.name === name);
    return slot === undefined ? word : { slot: slot.name, type: slot.type };
  });
};

/** "Help help": to say it twice is what it means, and no stammer. */
const isOneWordAgain = (parts: readonly Part[]): boolean => parts.length > 1 && new Set(parts).size === 1;

const isSlotAlone = (parts: readonly Part[]): boolean => parts.length === 1 && parts.every(isSlot);

/** A sample whose courtesies are all that stands around its slot keeps them: "hello Mary" must not take any word for a name. */
const formsOf = (intent: ModelIntent, sample: string): readonly Template[] => {
  const whole = partsOf(sample, intent, verbatim);
  return [brief, verbatim, steady].map((tidy) => {
    const tidied = partsOf(sample, intent, tidy);
    return {
      intent: intent.name,
      parts: (isSlotAlone(tidied) && whole.length > 1) || isOneWordAgain(whole) ? whole : tidied,
      isBrief: tidy === brief,
    };
  });
};

const templatesOf = (intent: ModelIntent, samples: readonly string[]): readonly Template[] => {
  const seen = new Set<string>();
  return samples
    .flatMap((sample) => formsOf(intent, sample))
    .toSorted((a, b) => Number(b.isBrief) - Number(a.isBrief))
    .filter(({ parts }) => {
      const id = JSON.stringify(parts);
      const isNew = !seen.has(id);
      seen.add(id);
      return isNew;
    });
};

const hasSlot = ({ parts }: Template): boolean => parts.some(isSlot);

const firstWord = ({ parts: [first] }: Template): string => (first === undefined || isSlot(first) ? '' : first);

const allWords = (model: LanguageModel, templates: readonly Template[]): ReadonlySet<string> => {
  const ofTemplates = templates.flatMap(({ parts }) => parts.flatMap((part) => (isSlot(part) ? [] : [part])));
  const ofValues = model.types.flatMap(({ values }) =>
    values.flatMap(({ name }) => [name.value, ...name.synonyms].flatMap((form) => hear(form).map(({ word }) => word))),
  );
  return new Set([
    ...ofTemplates,
    ...ofValues,
    ...NUMBER_WORDS,
    ...WEEKDAY_NAMES,
    ...MONTH_NAMES,
    'oclock',
    'tomorrow',
  ]);
};

/** Reads the samples of a model once, so that many phrases can be matched quickly. Amazon's own phrases join the built-ins. */
export const compile = (model: LanguageModel): CompiledModel => {
  const templates = model.intents.flatMap((intent) =>
    templatesOf(intent, [...intent.samples, ...(ALEXAS_OWN_PHRASES[intent.name] ?? [])]),
  );
  const slotTemplates = model.intents.flatMap((intent) =>
    intent.slots.map((slot): readonly [string, readonly Template[]] => [
      `${intent.name}.${slot.name}`,
      templatesOf(intent, [`{${slot.name}}`, ...slot.samples]),
    ]),
  );
  return {
    model,
    intents: new Map(model.intents.map((intent) => [intent.name, intent])),
    templates,
    byWords: Map.groupBy(
      templates.filter((template) => !hasSlot(template)),
      ({ parts }) => parts.join(' '),
    ),
    byFirstWord: Map.groupBy(templates.filter(hasSlot), firstWord),
    slotTemplates: new Map(slotTemplates),
    vocabulary: allWords(model, [...templates, ...slotTemplates.flatMap(([, own]) => own)]),
  };
};
