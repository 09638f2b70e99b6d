import type { Intent } from 'ask-sdk-model';
import { exactMatch, type Surroundings } from './matching.ts';
import { shapeIntent } from './shape-intent.ts';
import type { Word } from './words.ts';

type Asked = {
  readonly eliciting?: { readonly intent: string; readonly slot: string };
  readonly confirming?: 'intent' | 'slot';
};

const YES = 'AMAZON.YesIntent';
const NO = 'AMAZON.NoIntent';

const isYesOrNo = (name: string | undefined): name is string => name === YES || name === NO;

const exactly = (tries: readonly (readonly Word[])[], around: Surroundings): string | undefined =>
  tries.map((words) => exactMatch(words, around)?.template.intent).find((name) => name !== undefined);

/** "Yes I think so": what opens with a bare yes or no, and holds no bare word of the other kind. */
const byItsOpening = (words: readonly Word[], around: Surroundings): string | undefined => {
  const bare = words.map((word) => exactMatch([word], around)?.template.intent).filter(isYesOrNo);
  const opening = exactMatch(words.slice(0, 1), around)?.template.intent;
  return isYesOrNo(opening) && bare.every((name) => name === opening) ? opening : undefined;
};

const confirmed = (answer: string, around: Surroundings, { eliciting, confirming }: Asked): Intent => {
  const status = answer === YES ? 'CONFIRMED' : 'DENIED';
  const intent = eliciting === undefined ? undefined : around.compiled.intents.get(eliciting.intent);
  if (intent === undefined || eliciting === undefined) return { name: answer, confirmationStatus: 'NONE' };
  const shaped = shapeIntent(intent, new Map());
  if (confirming === 'intent') return { ...shaped, confirmationStatus: status };
  const slot = { name: eliciting.slot, confirmationStatus: status } as const;
  return { ...shaped, slots: { ...shaped.slots, [eliciting.slot]: slot } };
};

/** A yes or no to what the skill is confirming, in the shape Alexa gives it; undefined for anything else that was said. */
export const confirmationMatch = (
  tries: readonly (readonly Word[])[],
  around: Surroundings,
  asked: Asked,
): Intent | undefined => {
  if (asked.confirming === undefined) return undefined;
  const brief = tries.at(-1) ?? [];
  const exact = exactly(tries, around);
  const answer = exact === undefined ? byItsOpening(brief, around) : exact;
  return isYesOrNo(answer) ? confirmed(answer, around, asked) : undefined;
};
