import { about } from './en/about.ts';
import { alertActs } from './en/alert-acts.ts';
import { alertForms } from './en/alert-forms.ts';
import { alertReport } from './en/alert-report.ts';
import { alerts } from './en/alerts.ts';
import { answers } from './en/answers.ts';
import { bins } from './en/bins.ts';
import { common } from './en/common.ts';
import { delivery } from './en/delivery.ts';
import { diary } from './en/diary.ts';
import { duty } from './en/duty.ts';
import { erasing } from './en/erasing.ts';
import { forgetting } from './en/forgetting.ts';
import { howHomesDo } from './en/how-homes-do.ts';
import { officers } from './en/officers.ts';
import { phraseCard } from './en/phrase-card.ts';
import { placing } from './en/placing.ts';
import { presence } from './en/presence.ts';
import { reminders } from './en/reminders.ts';
import { residents } from './en/residents.ts';
import { restored } from './en/restored.ts';
import { rules } from './en/rules.ts';
import { screens } from './en/screens.ts';
import { sending } from './en/sending.ts';
import { setUp } from './en/set-up.ts';
import { signIn } from './en/sign-in.ts';
import { telling } from './en/telling.ts';
import { when } from './en/when.ts';

/** The words of the pages in English. What stands here stands in every language. */
export const en = {
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

/** The catalogue every language fills. */
export type Words = typeof en;
