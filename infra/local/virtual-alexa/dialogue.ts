import type { DialogState, Intent, Response, Slot } from 'ask-sdk-model';
import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import type { Dialogue, OpenSession, Speech } from './alexa-state.ts';
import { dialogueDirectives, entityUpdates } from './dialogue-rules.ts';
import {
  type DialogueSlot,
  dialogueIntent,
  type InteractionModel,
  type PromptVariation,
  promptOf,
  withAllSlots,
} from './interaction-model.ts';
import { escapeSsml, spokenSsml } from './ssml.ts';
import type { ListeningFor, Understood } from './understand-phrase.ts';

export type HeardIntent = { readonly intent: Intent; readonly dialogState?: DialogState };

/** What Alexa listens for in a session: the slot or the yes that was asked, and the skill's own names. */
export const listeningFor = (session: OpenSession | null, now: Instant): ListeningFor => {
  if (session === null) return { now };
  const { dialogue, dynamicEntities } = session;
  const names = dynamicEntities.length === 0 ? {} : { dynamicEntities };
  if (dialogue === null) return { now, ...names };
  if (dialogue.kind === 'elicit-slot')
    return { now, ...names, eliciting: { intent: dialogue.intent.name, slot: dialogue.slot } };
  return { now, ...names, confirming: dialogue.kind === 'confirm-slot' ? 'slot' : 'intent' };
};

const hasValue = (slot: Slot | undefined): boolean => slot?.value !== undefined || slot?.slotValue !== undefined;

/** The slots so far, with those that the answer filled. */
const filled = (carried: Intent, answer: Intent): Intent => {
  const spoken = Object.entries(answer.slots ?? {}).filter(([, slot]) => hasValue(slot));
  return { ...carried, slots: { ...carried.slots, ...Object.fromEntries(spoken) } };
};

const answerOf = ({ name }: Intent): 'CONFIRMED' | 'DENIED' | undefined =>
  name === 'AMAZON.YesIntent' ? 'CONFIRMED' : name === 'AMAZON.NoIntent' ? 'DENIED' : undefined;

const slotConfirmed = (intent: Intent, name: string, confirmationStatus: 'CONFIRMED' | 'DENIED'): Intent => {
  const slot = intent.slots?.[name];
  return slot === undefined
    ? intent
    : { ...intent, slots: { ...intent.slots, [name]: { ...slot, confirmationStatus } } };
};

const continued = (dialogue: Dialogue, answer: Intent): HeardIntent | undefined => {
  if (dialogue.kind === 'elicit-slot') {
    return answer.name === dialogue.intent.name
      ? { intent: filled(dialogue.intent, answer), dialogState: 'IN_PROGRESS' }
      : undefined;
  }
  const status = answerOf(answer);
  if (status === undefined) return undefined;
  if (dialogue.kind === 'confirm-slot')
    return { intent: slotConfirmed(dialogue.intent, dialogue.slot, status), dialogState: 'IN_PROGRESS' };
  const intent = { ...dialogue.intent, confirmationStatus: status };
  return { intent, dialogState: status === 'DENIED' ? 'COMPLETED' : 'IN_PROGRESS' };
};

/**
 * The intent that Alexa sends: the dialogue's own, carried on, if the answer fits the question; else the new one, and
 * the slots so far are gone. `dialogState` exists only for intents in the dialogue model.
 */
export const heardIntent = (
  model: InteractionModel,
  session: OpenSession | null,
  understood: Understood,
): HeardIntent => {
  const carriedOn = session?.dialogue == null ? undefined : continued(session.dialogue, understood.intent);
  if (carriedOn !== undefined) return carriedOn;
  const intent = withAllSlots(model, understood.intent);
  return dialogueIntent(model, intent.name) === undefined ? { intent } : { intent, dialogState: 'STARTED' };
};

/** The question that the skill asked by a directive of its own, if any; not Delegate. */
export const askedDialogue = (
  model: InteractionModel,
  response: Response,
  current: Intent | undefined,
): Dialogue | null => {
  const [directive] = dialogueDirectives(response);
  const updated = directive?.updatedIntent ?? current;
  if (directive === undefined || updated === undefined) return null;
  const intent = withAllSlots(model, updated);
  if (directive.type === 'Dialog.ElicitSlot') return { kind: 'elicit-slot', intent, slot: directive.slotToElicit };
  if (directive.type === 'Dialog.ConfirmSlot') return { kind: 'confirm-slot', intent, slot: directive.slotToConfirm };
  return directive.type === 'Dialog.ConfirmIntent' ? { kind: 'confirm-intent', intent } : null;
};

/** REPLACE discards the names sent before; CLEAR leaves none; they vanish with the session. */
export const namesAfter = (
  response: Response,
  before: OpenSession['dynamicEntities'],
): OpenSession['dynamicEntities'] => {
  const [update] = entityUpdates(response);
  if (update === undefined) return before;
  return update.updateBehavior === 'CLEAR' ? [] : (update.types ?? []);
};

export type DelegatedStep =
  | { readonly kind: 'ask'; readonly dialogue: Dialogue; readonly prompt: Speech }
  | { readonly kind: 'complete'; readonly intent: Intent }
  | { readonly kind: 'no-prompt' };

const promptSpeech = (variation: PromptVariation | undefined, intent: Intent): Speech | undefined => {
  if (variation === undefined) return undefined;
  const text = variation.value.replace(/\{(\w+)\}/g, (_, name: string) =>
    escapeSsml(intent.slots?.[name]?.value ?? ''),
  );
  const ssml = variation.type === 'SSML' ? text : `<speak>${text}</speak>`;
  const spoken = spokenSsml(ssml);
  return spoken.kind === 'spoken' ? { ssml, spoken: spoken.text } : undefined;
};

const slotQuestion = (
  slot: DialogueSlot,
  intent: Intent,
): { dialogue: Dialogue; prompt: string | undefined } | undefined => {
  const said = intent.slots?.[slot.name];
  const isOpen = said?.confirmationStatus !== 'CONFIRMED';
  if (slot.elicitationRequired === true && (!hasValue(said) || said?.confirmationStatus === 'DENIED')) {
    return { dialogue: { kind: 'elicit-slot', intent, slot: slot.name }, prompt: slot.prompts?.elicitation };
  }
  if (slot.confirmationRequired !== true || !hasValue(said) || !isOpen) return undefined;
  return { dialogue: { kind: 'confirm-slot', intent, slot: slot.name }, prompt: slot.prompts?.confirmation };
};

/**
 * What Alexa does when the dialogue is hers (Dialog.Delegate, or delegation ALWAYS): the first slot still to be asked or
 * confirmed, in the order of the dialogue model, then the intent; else it is complete. Slot validations are not run.
 */
export const delegatedStep = (model: InteractionModel, given: Intent): DelegatedStep => {
  const intent = withAllSlots(model, given);
  const entry = dialogueIntent(model, intent.name);
  const question =
    entry?.slots?.map((slot) => slotQuestion(slot, intent)).find((found) => found !== undefined) ??
    (entry?.confirmationRequired === true && intent.confirmationStatus === 'NONE'
      ? { dialogue: { kind: 'confirm-intent' as const, intent }, prompt: entry.prompts?.confirmation }
      : undefined);
  if (question === undefined) return { kind: 'complete', intent };
  const prompt = promptSpeech(promptOf(model, question.prompt), intent);
  return prompt === undefined ? { kind: 'no-prompt' } : { kind: 'ask', dialogue: question.dialogue, prompt };
};
