import { Hono } from 'hono';
import { localDate } from '../../core/kernel/uk-time.ts';
import { actorOf, mayActFor } from '../../core/people/may-act-for.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { type ForScreens, screenPairingActs } from '../homes/screen-pairing-acts.ts';
import type { ConsoleEnv, Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { type Seen, withResident } from './with-resident.ts';

/**
 * Whether somebody may pair a Screen for a Resident: an Officer who may manage, and a Carer who may set Reminders for everybody who
 * lives there, because it shows the Cards of them all.
 */
export const mayPairScreen = async (needs: ConsoleNeeds, { acting, resident, now }: Seen): Promise<boolean> => {
  if (acting.kind === 'officer') return acting.officer.rights.includes('manage');
  const home = await needs.homes.ofId(resident.council, resident.homeId);
  const found = await Promise.all(
    (home?.value.residents ?? []).map((id) => needs.residents.ofId(resident.council, id)),
  );
  const today = localDate(now);
  return (
    found.length > 0 &&
    found.every(
      (one) =>
        one !== undefined &&
        (one.value.presence.kind === 'ended' || mayActFor(acting, one.value, 'set-reminders', today)),
    )
  );
};

/** Pairing a television from a Resident's page: for family who stand before it. */
export const residentScreenRoutes = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  const acts = screenPairingActs(needs, show, messages);
  const seeing = withResident(needs, messages);
  const pairing = (handler: (c: Visit, seen: ForScreens) => Response | Promise<Response>) =>
    seeing(async (c, seen) => {
      const { acting, resident, words, path } = seen;
      const home = await needs.homes.ofId(resident.council, resident.homeId);
      if (home === undefined) return messages.notFound(c);
      if (!(await mayPairScreen(needs, seen))) return messages.notAllowed(c);
      const current = acting.kind === 'carer' ? 'residents' : 'homes';
      return handler(c, { home: home.value, words, path, by: actorOf(acting), current });
    });
  return new Hono<ConsoleEnv>()
    .get('/residents/:resident/screens/pair', pairing(acts.ask))
    .post('/residents/:resident/screens/pair', pairing(acts.enter))
    .post('/residents/:resident/screens/confirm', pairing(acts.confirm));
};
