import { Hono } from 'hono';
import { decideErasure, ERASURE_ACTS, type ErasureAct, erasureRefusal } from '../../core/people/decide-erasure.ts';
import type { Erasure } from '../../core/people/erasure.ts';
import type { Officer } from '../../core/people/officer.ts';
import { officerNames } from '../alerts/officer-names.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { formOf, one } from '../forms/form.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { ConsoleEnv, Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { momentWords } from './moment.ts';
import { type Seen, withResident } from './with-resident.ts';

/** Whether somebody may see that a Resident can be forgotten: an Officer who may manage, once the service has ended. */
export const mayForget = ({ acting, resident }: Seen): boolean =>
  acting.kind === 'officer' && acting.officer.rights.includes('manage') && resident.presence.kind === 'ended';

const whoOf = ({ state, askedBy, lastAct }: Erasure): string => (state === 'erased' ? askedBy : lastAct.by.id);

const isAct = (text: string): text is ErasureAct => ERASURE_ACTS.some((act) => act === text);

/** Forgetting a Resident: what goes, what stays, who has decided what. Two Officers decide (docs/decisions/0033). */
export const forgetRoutes = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  const stateWords = async ({ words, today }: Seen, officer: Officer, erasure: Erasure) => {
    const name = await officerNames(needs, { officer, words }, [whoOf(erasure)]);
    return words.erasing.state[erasure.state](name(whoOf(erasure)), momentWords(erasure.lastAct.at, today, words));
  };

  const page = async (c: Visit, seen: Seen, officer: Officer, problem?: Mistake & { readonly status: 409 | 422 }) => {
    const { resident, words, path } = seen;
    const erasure = (await needs.erasures.ofResident(resident.council, resident.id))?.value;
    const isEnded = resident.presence.kind === 'ended';
    const may = (act: ErasureAct): boolean => erasureRefusal(officer, act, erasure) === undefined;
    const act = (['ask', 'agree'] as const).find((each) => isEnded && may(each));
    return show(c, {
      view: 'forget',
      title: words.erasing.title(resident.fullName),
      status: problem?.status ?? 200,
      current: 'homes',
      back: path,
      alsoAt: `${path}/forget`,
      mistakes: problem === undefined ? [] : [problem],
      data: {
        path,
        isEnded,
        act,
        state: erasure === undefined ? undefined : await stateWords(seen, officer, erasure),
        mayTakeBack: may('take-back'),
      },
    });
  };

  const decide = async (c: Visit, seen: Seen, officer: Officer) => {
    const { errors } = seen.words.erasing;
    const act = one(formOf(c), 'act');
    if (!isAct(act)) return page(c, seen, officer);
    if (act !== 'take-back' && one(formOf(c), 'sure') !== 'yes')
      return page(c, seen, officer, { field: 'sure', text: errors.sure, status: 422 });
    const { kind } = await decideErasure(needs)(officer, seen.resident.id, act);
    switch (kind) {
      case 'erasure-decided':
        return c.redirect(`${needs.base}${seen.path}/forget`, 303);
      case 'no-such-resident':
        return messages.notFound(c);
      case 'not-allowed':
        return messages.notAllowed(c);
      default:
        return page(c, seen, officer, { field: 'sure', text: errors[kind], status: 409 });
    }
  };

  const managing = (handler: (c: Visit, seen: Seen, officer: Officer) => Response | Promise<Response>) =>
    withResident(
      needs,
      messages,
    )((c, seen) => {
      const { acting } = seen;
      const manages = acting.kind === 'officer' && acting.officer.rights.includes('manage');
      return manages ? handler(c, seen, acting.officer) : messages.notAllowed(c);
    });

  return new Hono<ConsoleEnv>()
    .get(
      '/residents/:resident/forget',
      managing((c, seen, officer) => page(c, seen, officer)),
    )
    .post('/residents/:resident/forget', managing(decide));
};
