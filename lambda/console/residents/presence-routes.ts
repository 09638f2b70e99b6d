import { Hono } from 'hono';
import {
  changePresence,
  mayChangePresence,
  type PresenceRefusal,
  presenceRefusal,
  type WantedPresence,
} from '../../core/people/change-presence.ts';
import { presenceMark } from '../../core/people/presence.ts';
import { unconfirmedOf } from '../../core/reminders/confirmed.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { typedDateOf } from '../forms/date-field.ts';
import { formOf, one } from '../forms/form.ts';
import type { ConsoleEnv, Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { isAwayReason, presenceMistake, type TypedPresence, typedPresence, wantedPresence } from './presence-form.ts';
import { presencePages } from './presence-pages.ts';
import { type Seen, withResident } from './with-resident.ts';

/** Saying where a Resident is: where, when, check, saved. */
export const presenceRoutes = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  const pages = presencePages(needs, show);

  const refused = (
    c: Visit,
    seen: Seen,
    typed: TypedPresence,
    refusal: PresenceRefusal | { kind: 'changed-meanwhile' },
  ) => {
    if (refusal.kind === 'not-allowed') return messages.notAllowed(c);
    if (refusal.kind === 'ended-is-final') return pages.final(c, seen);
    const mistake = presenceMistake(refusal, seen.words);
    if (refusal.kind === 'changed-meanwhile') {
      const blank = { ...typed, where: '', seen: presenceMark(seen.resident.presence) };
      return pages.where(c, seen, blank, [mistake], 409);
    }
    return mistake.field === 'where' ? pages.where(c, seen, typed, [mistake]) : pages.dates(c, seen, typed, [mistake]);
  };

  const save = async (c: Visit, seen: Seen, typed: TypedPresence, wanted: WantedPresence) => {
    const { acting, resident, path, page } = seen;
    const { council, id: residentId } = resident;
    const outcome = await changePresence(needs)({ acting, council, residentId, seen: typed.seen, wanted });
    switch (outcome.kind) {
      case 'presence-changed': {
        const asks = unconfirmedOf(page.reminders, outcome.resident).length > 0;
        const done = outcome.resident.lastAct.did;
        return c.redirect(`${needs.base}${path}${asks ? '/confirm-reminders' : ''}?done=${done}`, 303);
      }
      case 'changed-meanwhile':
        return refused(c, { ...seen, resident: outcome.resident }, typed, { kind: 'changed-meanwhile' });
      case 'no-such-resident':
        return messages.notFound(c);
      default:
        return refused(c, seen, typed, outcome);
    }
  };

  const sent = async (c: Visit, seen: Seen) => {
    const form = formOf(c);
    const typed = typedPresence(form);
    const step = one(form, 'step');
    if (step === 'where' && isAwayReason(typed.where)) return pages.dates(c, seen, typed);
    const read = wantedPresence(typed, seen.words);
    if ('mistakes' in read)
      return isAwayReason(typed.where)
        ? pages.dates(c, seen, typed, read.mistakes)
        : pages.where(c, seen, typed, read.mistakes);
    const refusal = presenceRefusal(seen.acting, seen.resident, read.wanted, seen.now);
    if (refusal !== undefined) return refused(c, seen, typed, refusal);
    return step === 'save' ? save(c, seen, typed, read.wanted) : pages.check(c, seen, typed, read.wanted);
  };

  /** Only for those who may say where somebody is; what is over stays over. */
  const changing = (handler: (c: Visit, seen: Seen) => Response | Promise<Response>) =>
    withResident(
      needs,
      messages,
    )((c, seen) => {
      const { acting, resident, today } = seen;
      if (!mayChangePresence(acting, resident, today, 'home')) return messages.notAllowed(c);
      return resident.presence.kind === 'ended' ? pages.final(c, seen) : handler(c, seen);
    });

  const begin = (c: Visit, seen: Seen) => {
    const since = typedDateOf(seen.today);
    const until = { day: '', month: '', year: '' };
    return pages.where(c, seen, { where: '', since, until, seen: presenceMark(seen.resident.presence) });
  };

  return new Hono<ConsoleEnv>()
    .get('/residents/:resident/presence', changing(begin))
    .post('/residents/:resident/presence', changing(sent));
};
