import { exactMatch, type Match, matchesAmong, type Surroundings } from './matching.ts';
import type { Word } from './words.ts';

type Asked = {
  readonly eliciting?: { readonly intent: string; readonly slot: string };
  readonly confirming?: 'intent' | 'slot';
};

const slotOf = ({ compiled }: Surroundings, { eliciting }: Asked) =>
  eliciting === undefined
    ? undefined
    : compiled.intents.get(eliciting.intent)?.slots.find(({ name }) => name === eliciting.slot);

const isTakenElsewhere = (words: readonly Word[], around: Surroundings, intent: string): boolean => {
  const other = exactMatch(words, around);
  return other !== undefined && other.template.intent !== intent;
};

/**
 * The answer to a slot that was just asked for: its bare value or one of the slot's own samples. Free text gives way to
 * a phrase that is another request word for word ("stop").
 */
export const elicitedMatch = (
  tries: readonly (readonly Word[])[],
  around: Surroundings,
  asked: Asked,
): Match | undefined => {
  const slot = slotOf(around, asked);
  if (slot === undefined || asked.eliciting === undefined || asked.confirming !== undefined) return undefined;
  const { intent } = asked.eliciting;
  const templates = around.compiled.slotTemplates.get(`${intent}.${slot.name}`) ?? [];
  return tries
    .filter((words) => !(around.readerOf(slot.type).isOpen && isTakenElsewhere(words, around, intent)))
    .map((words) => matchesAmong(templates, words, around)[0])
    .find((match) => match !== undefined);
};

/** Something else said to a slot that was asked for: heard and not matched, when it is short enough to be an answer. */
export const unknownElicited = (words: readonly Word[], around: Surroundings, asked: Asked): Match | undefined => {
  const slot = slotOf(around, asked);
  if (slot === undefined || asked.eliciting === undefined || asked.confirming !== undefined) return undefined;
  const reader = around.readerOf(slot.type);
  if (reader.readUnlisted === undefined || words.length === 0 || words.length > reader.mostWords) return undefined;
  const reading = reader.readUnlisted(words);
  return {
    template: { intent: asked.eliciting.intent, parts: [{ slot: slot.name, type: slot.type }], isBrief: true },
    slots: new Map([[slot.name, reading]]),
  };
};
