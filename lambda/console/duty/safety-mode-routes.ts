import { Hono } from 'hono';
import { localDate, WEEKDAYS } from '../../core/kernel/uk-time.ts';
import type { Officer } from '../../core/people/officer.ts';
import { chooseSafetyMode, type NoQueue } from '../../core/safeguarding/choose-safety-mode.ts';
import type { SafetyMode } from '../../core/safeguarding/safety-mode.ts';
import { officerNames } from '../alerts/officer-names.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { formOf } from '../forms/form.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { ConsoleEnv, Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { momentWords } from '../residents/moment.ts';
import { signedInOf } from '../sign-in/signed-in.ts';
import { wordsOf } from '../words/words-of.ts';
import { modeSoFar, type TypedMode, typedMode, wantedMode } from './safety-mode-form.ts';

/** Beside which field it stands that something of the duty is missing. */
const FIELD_OF = {
  name: 'name',
  hours: 'hours',
  response: 'response',
  lead: 'lead',
  onward: 'onward',
  'nobody-on-duty': 'firstOnDuty',
} as const satisfies Readonly<Record<NoQueue, string>>;

/** What becomes of safety words: how it stands, and choosing it. For officers who may manage; the list itself is not theirs. */
export const safetyModeRoutes = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  const managing = (handler: (c: Visit, officer: Officer) => Promise<Response>) => async (c: Visit) => {
    const { acting } = signedInOf(c);
    if (acting.kind !== 'officer') return messages.notFound(c);
    return acting.officer.rights.includes('manage') ? handler(c, acting.officer) : messages.notAllowed(c);
  };

  const lastLine = async (mode: SafetyMode | undefined, c: Visit, officer: Officer) => {
    if (mode === undefined) return undefined;
    const words = wordsOf(c.get('language'));
    const { by, at } = mode.lastAct;
    const names = await officerNames(needs, { officer, words }, [by.id]);
    return words.duty.mode.last(names(by.id), momentWords(at, localDate(needs.clock()), words));
  };

  type Wrong = { readonly typed: TypedMode; readonly mistakes: readonly Mistake[]; readonly status: 409 | 422 };

  const page = async (c: Visit, officer: Officer, wrong?: Wrong): Promise<Response> => {
    const words = wordsOf(c.get('language'));
    const { now, title, from, to, saved } = words.duty.mode;
    const mode = (await needs.safetyModes.of(needs.council))?.value;
    return show(c, {
      view: 'safety-words',
      title,
      current: 'safety-words',
      alsoAt: '/safety-words',
      status: wrong?.status ?? 200,
      mistakes: wrong?.mistakes ?? [],
      done: c.req.query('done') === 'yes' ? saved : undefined,
      data: {
        now: mode?.kind === 'duty' ? now.duty(mode.queue.name) : now['count-only'],
        last: await lastLine(mode, c, officer),
        typed: wrong?.typed ?? modeSoFar(mode, words),
        days: WEEKDAYS.map((weekday) => ({
          number: weekday,
          from: from(words.when.weekdays[weekday]),
          to: to(words.when.weekdays[weekday]),
        })),
      },
    });
  };

  const choose = chooseSafetyMode({ ...needs, modes: needs.safetyModes });
  const save = async (c: Visit, officer: Officer): Promise<Response> => {
    const words = wordsOf(c.get('language'));
    const { errors } = words.duty.mode;
    const typed = typedMode(formOf(c));
    const read = wantedMode(typed, words);
    if ('mistakes' in read) return page(c, officer, { typed, mistakes: read.mistakes, status: 422 });
    const outcome = await choose(officer, read.wanted);
    switch (outcome.kind) {
      case 'mode-chosen':
        return c.redirect(`${needs.base}/safety-words?done=yes`, 303);
      case 'not-allowed':
        return messages.notAllowed(c);
      case 'changed-meanwhile':
        return page(c, officer, { typed, mistakes: [{ field: 'kind', text: errors[outcome.kind] }], status: 409 });
      case 'no-queue': {
        const mistakes = outcome.missing.map((what) => ({ field: FIELD_OF[what], text: errors[what] }));
        return page(c, officer, { typed, mistakes, status: 422 });
      }
    }
  };

  return new Hono<ConsoleEnv>()
    .get(
      '/safety-words',
      managing((c, officer) => page(c, officer)),
    )
    .post('/safety-words', managing(save));
};
