import { answers } from './words/answers.ts';
import { appointments } from './words/appointments.ts';
import { bins } from './words/bins.ts';
import { callBacks } from './words/call-backs.ts';
import { control } from './words/control.ts';
import { guidance } from './words/guidance.ts';
import { leaving } from './words/leaving.ts';
import { messages } from './words/messages.ts';
import { pairing } from './words/pairing.ts';
import { placing } from './words/placing.ts';
import { questions } from './words/questions.ts';
import { recurrences } from './words/recurrences.ts';
import { reminders } from './words/reminders.ts';
import { safety } from './words/safety.ts';
import { screen } from './words/screen.ts';
import { speech } from './words/speech.ts';
import { toldCarer } from './words/told-carer.ts';
import { toldUnasked } from './words/told-unasked.ts';
import { touches } from './words/touches.ts';
import { visits } from './words/visits.ts';
import { when } from './words/when.ts';

/** Everything Bellbird says to a resident in British English: one key for one sentence. */
export const words = {
  ...when,
  ...visits,
  ...appointments,
  ...reminders,
  ...messages,
  ...placing,
  ...toldUnasked,
  ...toldCarer,
  ...answers,
  ...bins,
  ...callBacks,
  ...speech,
  ...pairing,
  ...leaving,
  ...control,
  ...safety,
  ...questions,
  ...recurrences,
  ...screen,
  ...guidance,
  ...touches,
} as const;
