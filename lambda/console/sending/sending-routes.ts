import { Hono } from 'hono';
import { localDate } from '../../core/kernel/uk-time.ts';
import type { Officer } from '../../core/people/officer.ts';
import { PAUSES, type Paused, pausedBy, readSending, type SendingSwitch } from '../../core/people/sending.ts';
import { switchCouncilSending, switchMark } from '../../core/people/switch-sending.ts';
import { officerNames } from '../alerts/officer-names.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { formOf, one } from '../forms/form.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { ConsoleEnv, Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { momentWords } from '../residents/moment.ts';
import { signedInOf } from '../sign-in/signed-in.ts';
import type { Words } from '../words/en.ts';
import { wordsOf } from '../words/words-of.ts';

type Typed = { readonly paused: string; readonly reason: string };

const BLANK: Typed = { paused: '', reason: '' };

/** The switch that holds back the sending of this council (D52): how it stands, and turning it. For officers who may manage. */
export const sendingRoutes = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  const managing = (handler: (c: Visit, officer: Officer) => Promise<Response>) => async (c: Visit) => {
    const { acting } = signedInOf(c);
    if (acting.kind !== 'officer') return messages.notFound(c);
    return acting.officer.rights.includes('manage') ? handler(c, acting.officer) : messages.notAllowed(c);
  };

  /** Who switched it last, when and why. */
  const lastLines = async (stands: SendingSwitch | undefined, officer: Officer, words: Words) => {
    if (stands === undefined) return [];
    const { by, at, reason } = stands.lastAct;
    const names = await officerNames(needs, { officer, words }, by.kind === 'officer' ? [by.id] : []);
    return [
      words.sending.last(names(by.id), momentWords(at, localDate(needs.clock()), words)),
      ...(reason === undefined ? [] : [words.sending.reasonGiven(reason)]),
    ];
  };

  const page = async (
    c: Visit,
    officer: Officer,
    typed: Typed = BLANK,
    mistakes: readonly Mistake[] = [],
    status?: 409,
  ) => {
    const words = wordsOf(c.get('language'));
    const state = await readSending(needs.switches, needs.council);
    // The frame of every page asks what was read up to a second ago.
    c.set('sending', state);
    const stands = (await needs.switches.of({ council: needs.council }))?.value;
    const { choices } = words.sending;
    return show(c, {
      view: 'sending',
      title: words.sending.title,
      current: 'sending',
      status: status ?? (mistakes.length === 0 ? 200 : 422),
      alsoAt: '/sending',
      mistakes,
      done: c.req.query('done') === 'yes' ? words.sending.done : undefined,
      data: {
        now: words.sending.now[pausedBy(state)],
        isService: state.service !== 'nothing',
        last: await lastLines(stands, officer, words),
        choices: PAUSES.filter((one) => one !== state.council).map((value) => ({
          value,
          text: choices[value].text,
          hint: { text: choices[value].hint },
        })),
        typed,
        seen: String(switchMark(stands)),
      },
    });
  };

  const turn = async (c: Visit, officer: Officer): Promise<Response> => {
    const { errors } = wordsOf(c.get('language')).sending;
    const form = formOf(c);
    const typed: Typed = { paused: one(form, 'paused'), reason: one(form, 'reason') };
    const paused: Paused | undefined = PAUSES.find((known) => known === typed.paused);
    if (paused === undefined) return page(c, officer, typed, [{ field: 'paused', text: errors.choose }]);
    const wanted = { paused, reason: typed.reason, seen: Number(one(form, 'seen')) };
    const outcome = await switchCouncilSending(needs)(officer, wanted);
    switch (outcome.kind) {
      case 'sending-switched':
      case 'sending-already-so':
        return c.redirect(`${needs.base}/sending?done=yes`, 303);
      case 'changed-meanwhile':
        return page(c, officer, typed, [{ field: 'paused', text: errors.changed }], 409);
      case 'not-allowed':
        return messages.notAllowed(c);
      case 'reason-missing':
        return page(c, officer, typed, [{ field: 'reason', text: errors['reason-missing'] }]);
      case 'reason-too-long':
        return page(c, officer, typed, [{ field: 'reason', text: errors['reason-too-long'](outcome.atMost) }]);
    }
  };

  return new Hono<ConsoleEnv>()
    .get(
      '/sending',
      managing((c, officer) => page(c, officer)),
    )
    .post('/sending', managing(turn));
};
