import { askWhoOf } from '../ask-who.ts';
import { type Answer, type Feature, forIntents } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import type { Pending } from '../pending.ts';
import { withVoice } from '../turn.ts';
import { leaveIt, sayGoodbye } from './endings.ts';
import { keepMessages, keepPrivate } from './messages.ts';
import { nothingAsked } from './nothing-asked.ts';
import { leavePairing } from './pair-echo.ts';
import { otherWordsThere } from './pair-screen.ts';
import { isNotHurt } from './perhaps-hurt.ts';
import { leaveUnplaced } from './placing.ts';
import { replyToReminder } from './replies.ts';
import { leaveCall } from './ring-me.ts';

/** "Not that one": the next reminder is asked about; after the last one it is left. */
const notThisOne = (needs: SkillNeeds, asks: Extract<Pending, { kind: 'is-it-this' }>): Answer => {
  const ids = asks.ids.slice(1);
  if (ids.length === 0) return leaveIt(needs);
  return withVoice(needs, async ({ voice }) => ({ outcome: { kind: 'go-ahead' }, voice, asks: { ...asks, ids } }));
};

/** "Not that": the next thing of the day is offered; after the last one it is asked openly. */
const notThisChoice = (needs: SkillNeeds, asks: Extract<Pending, { kind: 'tell-you' }>): Answer =>
  withVoice(needs, async ({ voice }) => {
    const choices = asks.choices.slice(1);
    return {
      outcome: { kind: 'go-ahead' },
      voice,
      asks: choices.length === 0 ? { kind: 'what-would-you-like' } : { ...asks, choices },
    };
  });

const answerTo = (needs: SkillNeeds, asks: Pending): Answer => {
  switch (asks.kind) {
    case 'anything-else':
    case 'what-would-you-like':
      return sayGoodbye(needs);
    case 'ring-you':
      return leaveCall(needs);
    case 'is-it-done':
      return replyToReminder(needs, 'not-yet');
    case 'is-it-this':
      return notThisOne(needs, asks);
    case 'heard-it':
      return keepMessages(needs);
    case 'is-that-you':
      return askWhoOf(needs, asks.others, asks.resume);
    case 'have-the-code':
      return leavePairing(needs);
    case 'same-words':
      return otherWordsThere(needs, asks);
    case 'place-it':
    case 'offer-routine':
    case 'offer-words':
      return leaveUnplaced(needs, asks);
    case 'are-you-hurt':
      return isNotHurt(needs);
    case 'tell-you':
      return notThisChoice(needs, asks);
    case 'read-private':
      return keepPrivate(needs, asks.id);
    case 'unpair-echo':
    case 'stop-everything':
    case 'stop-for-good':
    case 'forget-me':
    case 'forget-for-good':
    case 'what-name':
    case 'quiet-hours':
    case 'reminder-day':
    case 'reminder-time':
    case 'reminder-half':
    case 'which-one':
    case 'set-it':
    case 'cancel-it':
    case 'read-it':
    case 'go-on':
    case 'code':
    case 'screen-code':
    case 'speech':
    case 'subject':
    case 'which-time':
    case 'which-day':
    case 'which-of-two':
      return leaveIt(needs);
  }
};

/** "No", to whatever was asked. */
export const no = (needs: SkillNeeds): Feature =>
  forIntents('no', ['AMAZON.NoIntent'], (asked) => {
    const { asks } = asked.session;
    return (asks === undefined ? nothingAsked(needs, 'no') : answerTo(needs, asks))(asked);
  });
