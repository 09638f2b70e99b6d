import type { Answer } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import type { Said } from '../said.ts';
import { withAnybody, withPage } from '../turn.ts';
import { tellAppointments, tellNextAppointment } from './appointments.ts';
import { tellAnswer } from './care-question.ts';
import { tellSetAgain } from './carry-out-draft.ts';
import { tellMannerAgain } from './change-manner.ts';
import { tellToCancel } from './change-reminder.ts';
import { tellSpeechAgain } from './change-speech.ts';
import { tellDayAndTime } from './day-and-time.ts';
import { tellGuidance } from './guidance.ts';
import { tellHelp, tellHelpWithCode } from './help.ts';
import { tellHowHeard } from './how-am-i-heard.ts';
import { tellWelcome } from './launch.ts';
import { readMessagesAgain } from './messages.ts';
import { tellDueReminders, tellOneReminder, tellReminders } from './reminders.ts';
import { tellReplyAgain, tellWhichReminder } from './replies.ts';
import { tellCallAgain } from './ring-me.ts';
import { tellSafety } from './safety.ts';
import { tellDraft } from './set-reminder.ts';
import { tellScreenAgain } from './switch-screen.ts';
import { tellVisits } from './visits.ts';

/** Outcomes that are fixed words: said to whoever is there. */
const tellPlain =
  (needs: SkillNeeds) =>
  (said: Extract<Said, { topic: 'plain' }>): Answer =>
    withAnybody(needs, async (_place, voice) => ({ outcome: { kind: said.outcome }, voice, said }));

const tellDoing =
  (needs: SkillNeeds) =>
  (said: Extract<Said, { topic: 'doing' }>): Answer =>
    withAnybody(needs, async (_place, voice) => ({ outcome: { kind: said.outcome }, voice, said }));

const tellManner =
  (needs: SkillNeeds) =>
  (said: Extract<Said, { topic: 'manner' }>): Answer =>
    withAnybody(needs, async (_place, voice) => ({ outcome: { kind: said.outcome }, voice, said }));

const tellScreenPlain =
  (needs: SkillNeeds) =>
  (said: Extract<Said, { topic: 'screen-plain' }>): Answer =>
    withAnybody(needs, async (_place, voice) => ({ outcome: { kind: said.outcome }, voice, said }));

const tellCodePart =
  (needs: SkillNeeds) =>
  (said: Extract<Said, { topic: 'code-part' }>): Answer =>
    withAnybody(needs, async (_place, voice) => ({
      outcome: { kind: 'code-part-heard', digits: said.digits },
      voice,
      said,
    }));

const tellEchoPlain =
  (needs: SkillNeeds) =>
  (said: Extract<Said, { topic: 'echo-plain' }>): Answer =>
    withAnybody(needs, async (_place, voice) => ({ outcome: { kind: said.outcome }, voice, said }));

const tellWords =
  (needs: SkillNeeds) =>
  (said: Extract<Said, { topic: 'words' | 'screen-words' }>): Answer =>
    withAnybody(needs, async (_place, voice) => {
      const [first = '', second = ''] = said.words;
      const words = [first, second] as const;
      const isForScreen = said.topic === 'screen-words';
      return { outcome: isForScreen ? { kind: 'screen-asked', words } : { kind: 'pairing-asked', words }, voice, said };
    });

const tellCount =
  (needs: SkillNeeds) =>
  (said: Extract<Said, { topic: 'messages-heard' | 'messages-not-heard' }>): Answer =>
    withPage(needs, async ({ voice }) => ({ outcome: { kind: said.topic, count: said.count }, voice, said }));

/** Says something again: a look-up is looked up anew, and what was done is told without doing it twice. */
export const tellAgain =
  (needs: SkillNeeds) =>
  (said: Said): Answer => {
    switch (said.topic) {
      case 'welcome':
        return tellWelcome(needs);
      case 'visits':
        return tellVisits(needs)(said);
      case 'next-appointment':
        return tellNextAppointment(needs);
      case 'appointments':
        return tellAppointments(needs)(said);
      case 'reminders':
        return tellReminders(needs)(said);
      case 'one-reminder':
        return tellOneReminder(needs)(said);
      case 'draft':
        return tellDraft(needs)(said.draft, true);
      case 'to-cancel':
        return tellToCancel(needs)(said.id);
      case 'reminder-set':
        return tellSetAgain(needs)(said.id, said.changed);
      case 'reminders-due':
        return tellDueReminders(needs);
      case 'messages':
        return readMessagesAgain(needs)(said);
      case 'messages-heard':
      case 'messages-not-heard':
        return tellCount(needs)(said);
      case 'reply':
        return tellReplyAgain(needs)(said);
      case 'which-reminder':
        return tellWhichReminder(needs)(said);
      case 'answer':
        return tellAnswer(needs)(said);
      case 'speech':
        return tellSpeechAgain(needs)(said);
      case 'call':
        return tellCallAgain(needs)(said);
      case 'day-and-time':
        return tellDayAndTime(needs);
      case 'how-heard':
        return tellHowHeard(needs);
      case 'help':
        return tellHelp(needs);
      case 'help-code':
        return tellHelpWithCode(needs);
      case 'words':
      case 'screen-words':
        return tellWords(needs)(said);
      case 'screen':
        return tellScreenAgain(needs)(said);
      case 'guidance':
        return tellGuidance(needs, said.about);
      case 'safety':
        return tellSafety(needs)(said.safety);
      case 'code-part':
        return tellCodePart(needs)(said);
      case 'echo-plain':
        return tellEchoPlain(needs)(said);
      case 'screen-plain':
        return tellScreenPlain(needs)(said);
      case 'manner-changed':
        return tellMannerAgain(needs)(said.what);
      case 'manner':
        return tellManner(needs)(said);
      case 'doing':
        return tellDoing(needs)(said);
      case 'plain':
        return tellPlain(needs)(said);
    }
  };
