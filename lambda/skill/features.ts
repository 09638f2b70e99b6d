import type { Asked } from './asked.ts';
import type { Feature } from './feature.ts';
import { appointmentsOnADay, nextAppointments } from './handlers/appointments.ts';
import { familyComing, programme, ringFamily, tellCarer } from './handlers/beyond-us.ts';
import { careQuestion } from './handlers/care-question.ts';
import { changesName, changesQuietHours } from './handlers/change-manner.ts';
import { cancelsReminder, changesReminder } from './handlers/change-reminder.ts';
import { changeSpeech } from './handlers/change-speech.ts';
import { correction } from './handlers/correction.ts';
import { dayAndTime } from './handlers/day-and-time.ts';
import { cancel, stop } from './handlers/endings.ts';
import { fallback } from './handlers/fallback.ts';
import { followUp } from './handlers/follow-up.ts';
import { guidance } from './handlers/guidance.ts';
import { help } from './handlers/help.ts';
import { howAmIHeard } from './handlers/how-am-i-heard.ts';
import { justMe, someoneHere } from './handlers/hush.ts';
import { saysName } from './handlers/its-me.ts';
import { launch } from './handlers/launch.ts';
import { forgetMe, stopEverything, unpairEcho } from './handlers/leave.ts';
import { acknowledgeMessage, messages } from './handlers/messages.ts';
import { myDay } from './handlers/my-day.ts';
import { no } from './handlers/no.ts';
import { pairEcho } from './handlers/pair-echo.ts';
import { pairScreen } from './handlers/pair-screen.ts';
import { perhapsHurt } from './handlers/perhaps-hurt.ts';
import { fromAlexa } from './handlers/placing.ts';
import { reminders } from './handlers/reminders.ts';
import { repeat } from './handlers/repeat.ts';
import { reminderDone, reminderNotYet } from './handlers/replies.ts';
import { ringMe } from './handlers/ring-me.ts';
import { safety } from './handlers/safety.ts';
import { setsReminder } from './handlers/set-reminder.ts';
import { snooze } from './handlers/snooze.ts';
import { screenOff, screenOn } from './handlers/switch-screen.ts';
import { visits } from './handlers/visits.ts';
import { next, startOver } from './handlers/walk.ts';
import { yes } from './handlers/yes.ts';
import type { SkillNeeds } from './needs.ts';

/** Every feature of a conversation, in the order in which they are asked: safety first, what was not understood last. */
export const featuresOf = (needs: SkillNeeds): readonly Feature[] => {
  const featureFor = (asked: Asked): Feature | undefined => features.find(({ claims }) => claims(asked));
  const features: readonly Feature[] = [
    safety(needs),
    perhapsHurt(needs),
    yes(needs, featureFor),
    no(needs),
    correction(needs),
    followUp(needs),
    saysName(needs, featureFor),
    visits(needs),
    nextAppointments(needs),
    appointmentsOnADay(needs),
    reminders(needs),
    reminderDone(needs),
    reminderNotYet(needs),
    someoneHere(needs),
    justMe(needs),
    changesName(needs),
    changesQuietHours(needs),
    setsReminder(needs),
    changesReminder(needs),
    cancelsReminder(needs),
    snooze(needs),
    messages(needs),
    acknowledgeMessage(needs),
    careQuestion(needs),
    changeSpeech(needs),
    ringMe(needs),
    tellCarer(needs),
    ringFamily(needs),
    familyComing(needs),
    programme(needs),
    pairEcho(needs),
    pairScreen(needs),
    unpairEcho(needs),
    stopEverything(needs),
    forgetMe(needs),
    screenOff(needs),
    screenOn(needs),
    dayAndTime(needs),
    howAmIHeard(needs),
    ...guidance(needs),
    next(needs),
    startOver(needs),
    repeat(needs),
    help(needs),
    stop(needs),
    cancel(needs),
    fallback(needs),
    fromAlexa(needs),
    myDay(needs),
    launch(needs),
  ];
  return features;
};
