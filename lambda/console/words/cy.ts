import { about } from './cy/about.ts';
import { alertActs } from './cy/alert-acts.ts';
import { alertForms } from './cy/alert-forms.ts';
import { alertReport } from './cy/alert-report.ts';
import { alerts } from './cy/alerts.ts';
import { answers } from './cy/answers.ts';
import { bins } from './cy/bins.ts';
import { common } from './cy/common.ts';
import { delivery } from './cy/delivery.ts';
import { diary } from './cy/diary.ts';
import { duty } from './cy/duty.ts';
import { erasing } from './cy/erasing.ts';
import { forgetting } from './cy/forgetting.ts';
import { howHomesDo } from './cy/how-homes-do.ts';
import { officers } from './cy/officers.ts';
import { phraseCard } from './cy/phrase-card.ts';
import { placing } from './cy/placing.ts';
import { presence } from './cy/presence.ts';
import { reminders } from './cy/reminders.ts';
import { residents } from './cy/residents.ts';
import { restored } from './cy/restored.ts';
import { rules } from './cy/rules.ts';
import { screens } from './cy/screens.ts';
import { sending } from './cy/sending.ts';
import { setUp } from './cy/set-up.ts';
import { signIn } from './cy/sign-in.ts';
import { telling } from './cy/telling.ts';
import { when } from './cy/when.ts';
import type { Words } from './en.ts';

/** The words of the pages in Welsh. */
export const cy: Words = {
  ...common,
  about,
  alertActs,
  alertForms,
  alertReport,
  alerts,
  bins,
  delivery,
  diary,
  duty,
  erasing,
  forgetting,
  howHomesDo,
  officers,
  presence,
  phraseCard,
  placing,
  reminders,
  residents,
  answers,
  restored,
  rules,
  screens,
  sending,
  setUp,
  signIn,
  telling,
  when,
};
