import { localDate } from '../core/kernel/uk-time.ts';
import { type HeldRule, recurrenceOf } from '../core/reminders/held-rule.ts';
import type { PlacingOutcome } from './echo-outcome.ts';
import { planPhrase } from './recurrence-words.ts';
import type { Phrase } from './ssml.ts';
import { type Telling, telling } from './telling.ts';
import { timeWords } from './time-words.ts';
import type { Voice } from './voice.ts';

/** When a copy rings, as a sentence of its own: "Every day at eight in the morning." */
export const heldRuleWords = (rule: HeldRule, { now, say }: Voice): Phrase =>
  planPhrase(recurrenceOf(rule), localDate(now), say);

const sentences = (outcome: PlacingOutcome, voice: Voice): readonly Phrase[] => {
  const { say } = voice;
  switch (outcome.kind) {
    case 'reminder-placed':
      return [say('placing.set'), heldRuleWords(outcome.rule, voice), say('placing.set-change')];
    case 'placing-declined':
      return [say('placing.said-no')];
    case 'asks-alexa':
      return [say(outcome.about === 'permission' ? 'placing.needs-permission' : 'placing.alexa-asks')];
    case 'permission-refused':
      return [say('placing.no-permission'), say('placing.still-here')];
    case 'card-sent':
      return [say('placing.card-sent')];
    case 'not-placed':
      return [say(`placing.${outcome.why}`), ...(outcome.why === 'not-now' ? [] : [say('placing.still-here')])];
    case 'nothing-to-place':
      return [say('placing.nothing')];
    case 'routine-settled': {
      if (outcome.time === undefined) return [say(outcome.on ? 'placing.words-set' : 'placing.words-none')];
      return [outcome.on ? say('placing.routine-set', { time: timeWords(outcome.time) }) : say('placing.routine-none')];
    }
    case 'nothing-due-now':
      return [say('reply.nothing-due')];
  }
};

/** Copies of reminders on the Echo, and routines. The rule is said before the yes and again after it. */
export const renderPlacing = (outcome: PlacingOutcome, voice: Voice): Telling =>
  telling(voice.say('placing.title'), sentences(outcome, voice), outcome.kind === 'reminder-placed' ? 'done' : 'calm');
