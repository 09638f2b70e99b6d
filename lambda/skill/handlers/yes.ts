import type { Choice } from '../../render/question.ts';
import { type Answer, type Feature, forIntents } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import type { Pending, Readable } from '../pending.ts';
import { withPage, withVoice } from '../turn.ts';
import { tellNextAppointment } from './appointments.ts';
import { askForSubject } from './care-question.ts';
import { carryOutDraft } from './carry-out-draft.ts';
import { askForManner } from './change-manner.ts';
import { carryOutCancel, chooseReminder } from './change-reminder.ts';
import { askForChange } from './change-speech.ts';
import { tellDayAndTime } from './day-and-time.ts';
import { tellHelp } from './help.ts';
import { askForGood, askToForgetForGood, forgetNow, stopNow, unpairNow } from './leave.ts';
import { acknowledgeMessages, readMessages, readPrivate } from './messages.ts';
import { nothingAsked } from './nothing-asked.ts';
import { askForCode } from './pair-echo.ts';
import { pairScreenWithCode, sameWordsThere } from './pair-screen.ts';
import { isHurt } from './perhaps-hurt.ts';
import { placeIt } from './placing.ts';
import { tellDueReminders, tellReminders } from './reminders.ts';
import { replyToReminder } from './replies.ts';
import { passOnCall } from './ring-me.ts';
import { tellDraft } from './set-reminder.ts';
import { asIf, type FeatureFor, takeUp } from './take-up.ts';
import { tellVisits } from './visits.ts';
import { tellNext } from './walk.ts';

const goAhead = (needs: SkillNeeds): Answer =>
  withVoice(needs, async ({ voice }) => ({
    outcome: { kind: 'go-ahead' },
    voice,
    asks: { kind: 'what-would-you-like' },
  }));

/** The visits of the present day, as they were counted when the skill was opened. */
const visitsToday = (needs: SkillNeeds): Answer => tellVisits(needs)({ topic: 'visits', day: 'PRESENT_REF', from: 0 });

const read = (needs: SkillNeeds, what: Readable): Answer => {
  switch (what) {
    case 'messages':
      return readMessages(needs);
    case 'reminders':
      return tellDueReminders(needs);
    case 'visits':
      return visitsToday(needs);
  }
};

const choose = (needs: SkillNeeds, choice: Choice): Answer => {
  switch (choice) {
    case 'visits':
      return asIf({ intent: 'WhoIsComingIntent', slots: { day: 'PRESENT_REF' } }, visitsToday(needs));
    case 'messages':
      return asIf({ intent: 'MyMessagesIntent', slots: {} }, readMessages(needs));
    case 'reminders':
      return asIf({ intent: 'MyRemindersIntent', slots: {} }, tellReminders(needs)({ topic: 'reminders', from: 0 }));
    case 'appointments':
      return asIf({ intent: 'NextAppointmentIntent', slots: {} }, tellNextAppointment(needs));
    case 'day-and-time':
      return tellDayAndTime(needs);
  }
};

/** "That's me": from here on the conversation is with this Resident, and what they wanted is answered. */
const thatsMe =
  (featureFor: FeatureFor, { candidate, resume }: Extract<Pending, { kind: 'is-that-you' }>): Answer =>
  async (asked) => {
    const session = { ...asked.session, speaker: candidate };
    const reply = await takeUp(featureFor, resume)({ ...asked, session });
    return { ...reply, speaker: candidate };
  };

const answerTo = (needs: SkillNeeds, featureFor: FeatureFor, asks: Pending): Answer => {
  switch (asks.kind) {
    case 'anything-else':
      return goAhead(needs);
    case 'what-would-you-like':
    case 'which-time':
    case 'which-day':
      return tellHelp(needs);
    case 'ring-you':
      return asIf(
        { intent: 'RingMeIntent', slots: asks.subject === undefined ? {} : { subject: asks.subject }, confirmed: true },
        passOnCall(needs, asks.subject, asks.missed === true ? 'no-visit' : 'resident'),
      );
    case 'read-it':
      return read(needs, asks.what);
    case 'go-on':
      return tellNext(needs);
    case 'is-it-done':
      return replyToReminder(needs, 'done');
    case 'is-it-this':
      return replyToReminder(needs, 'not-yet');
    case 'heard-it':
      return withPage(needs, (turn) => acknowledgeMessages(needs)(turn, asks.ids));
    case 'is-that-you':
      return thatsMe(featureFor, asks);
    case 'have-the-code':
    case 'code':
      return askForCode(needs);
    case 'unpair-echo':
      return unpairNow(needs);
    case 'stop-everything':
      return asIf({ intent: 'StopEverythingIntent', slots: {} }, askForGood(needs));
    case 'stop-for-good':
      return asIf({ intent: 'StopEverythingIntent', slots: {} }, stopNow(needs));
    case 'forget-me':
      return asIf({ intent: 'ForgetMeIntent', slots: {} }, askToForgetForGood(needs));
    case 'forget-for-good':
      return asIf({ intent: 'ForgetMeIntent', slots: {} }, forgetNow(needs));
    case 'screen-code':
      return pairScreenWithCode(needs);
    case 'same-words':
      return sameWordsThere(needs, asks);
    case 'speech':
      return askForChange(needs);
    case 'subject':
      return askForSubject(needs);
    case 'place-it':
    case 'offer-routine':
    case 'offer-words':
      return placeIt(needs, asks);
    case 'tell-you':
      return choose(needs, asks.choices[0] ?? 'visits');
    case 'reminder-day':
    case 'reminder-time':
    case 'reminder-half':
      return tellDraft(needs)(asks.draft);
    case 'which-one':
      return chooseReminder(needs, asks.to);
    case 'set-it':
      return carryOutDraft(needs)(asks.draft);
    case 'cancel-it':
      return carryOutCancel(needs)(asks.which);
    case 'read-private':
      return readPrivate(needs, asks.id);
    case 'what-name':
    case 'quiet-hours':
      return askForManner(needs, asks.kind);
    case 'are-you-hurt':
      return isHurt(needs);
    case 'which-of-two':
      return choose(needs, asks.first);
  }
};

/** "Yes", to whatever was asked. */
export const yes = (needs: SkillNeeds, featureFor: FeatureFor): Feature =>
  forIntents('yes', ['AMAZON.YesIntent'], (asked) => {
    const { asks } = asked.session;
    return (asks === undefined ? nothingAsked(needs, 'yes') : answerTo(needs, featureFor, asks))(asked);
  });
