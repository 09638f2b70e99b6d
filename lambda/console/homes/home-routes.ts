import { Hono } from 'hono';
import { isId } from '../../core/kernel/ids.ts';
import { localDate } from '../../core/kernel/uk-time.ts';
import type { Home } from '../../core/people/home.ts';
import { pairingGate } from '../../core/set-up/may-pair.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { ConsoleEnv, Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { lastSignWords } from '../residents/echo-truth.ts';
import { echosOfHome } from '../residents/echos-of.ts';
import { standingWords } from '../residents/resident-view.ts';
import { type AtDesk, forOfficers } from '../sign-in/for-officers.ts';
import type { Words } from '../words/en.ts';
import { pairingActs } from './pairing-acts.ts';
import { roomActs } from './room-acts.ts';
import { type ForScreens, screenPairingActs } from './screen-pairing-acts.ts';
import { screenUnpairingActs } from './screen-unpairing-acts.ts';
import { screensOfHome } from './screens-of-home.ts';
import { unpairingActs } from './unpairing-acts.ts';
import { type SeenHome, withHome } from './with-home.ts';

const residentsOf = async (needs: ConsoleNeeds, home: Home, { words, now }: Pick<AtDesk, 'words' | 'now'>) => {
  const residents = await Promise.all(home.residents.map((id) => needs.residents.ofId(home.council, id)));
  return residents.flatMap((resident) =>
    resident === undefined
      ? []
      : [
          {
            name: resident.value.fullName,
            href: `/residents/${resident.value.id}`,
            standing: standingWords(resident.value, words, localDate(now)),
          },
        ],
  );
};

const listHomes = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => async (c: Visit, desk: AtDesk) => {
  const { words } = desk;
  const after = c.req.param('after');
  if (after !== undefined && !isId(after)) return messages.notFound(c);
  const page = await needs.homes.ofCouncil(needs.council, after);
  const homes = await Promise.all(
    page.homes.map(async (home) => ({
      label: home.label,
      href: `/homes/${home.id}`,
      residents: await residentsOf(needs, home, desk),
    })),
  );
  return show(c, {
    view: 'homes',
    title: words.officers.homes.title,
    current: 'homes',
    data: {
      homes,
      first: after === undefined ? undefined : '/homes',
      next: page.after === undefined ? undefined : `/homes/after/${page.after}`,
    },
  });
};

/** What was just done to the Home, as the address says it. */
const doneWords = (c: Visit, { bins, officers, screens }: Words): string | undefined => {
  switch (c.req.query('done')) {
    case 'paired':
      return officers.pairing.done;
    case 'unpaired':
      return officers.unpair.done;
    case 'screen-paired':
      return screens.done;
    case 'screen-unpaired':
      return screens.unpairPage.done;
    case 'bin-round':
      return bins.chosen;
    default:
      return undefined;
  }
};

const showHome = (needs: ConsoleNeeds, show: ShowPage) => async (c: Visit, seen: SeenHome) => {
  const { home, words, path, mayPair } = seen;
  const { kinds, levels, which } = words.officers.home;
  const [gate, residents, signs, echos, screens] = await Promise.all([
    pairingGate(needs).ofHome(home.council, home.id),
    residentsOf(needs, home, seen),
    needs.homeSigns.ofHome(home.council, home.id),
    echosOfHome(needs, home),
    screensOfHome(needs, home, seen),
  ]);
  return show(c, {
    view: 'home',
    title: home.label,
    current: 'homes',
    back: '/homes',
    done: doneWords(c, words),
    data: {
      path,
      mayPair,
      hasRooms: needs.property !== undefined,
      gate,
      residents,
      lastSign: lastSignWords(signs, seen.now, words),
      echos: echos.map(({ hash, kind, speakingLevel }, at) => ({
        name: which(at + 1),
        kind: kinds[kind],
        level: levels[speakingLevel],
        unpair: `${path}/echos/${hash}/unpair`,
      })),
      screens: screens.map((screen) => ({ ...screen, unpair: `${path}/screens/${screen.hash}/unpair` })),
    },
  });
};

/** Homes and their Residents, for officers; pairing and unpairing an Echo or a Screen. */
export const homeRoutes = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  const atDesk = forOfficers(needs, messages);
  const atHome = withHome(needs, messages);
  const managing = (handler: (c: Visit, seen: SeenHome) => Response | Promise<Response>) =>
    atHome((c, seen) => (seen.mayPair ? handler(c, seen) : messages.notAllowed(c)));
  const pairing = pairingActs(needs, show, messages);
  const screens = (handler: (c: Visit, seen: ForScreens) => Response | Promise<Response>) =>
    managing((c, seen) => handler(c, { ...seen, by: { kind: 'officer', id: seen.officer.id }, current: 'homes' }));
  const unpairing = unpairingActs(needs, show, messages);
  const rooms = roomActs(needs, show, messages);
  const screenPairing = screenPairingActs(needs, show, messages);
  const screenUnpairing = screenUnpairingActs(needs, show, messages);
  return new Hono<ConsoleEnv>()
    .get('/homes', atDesk(listHomes(needs, show, messages)))
    .get('/homes/after/:after', atDesk(listHomes(needs, show, messages)))
    .get('/homes/:home', atHome(showHome(needs, show)))
    .post('/homes/:home/pairing', managing(pairing.start))
    .post('/homes/:home/pairing/check', managing(pairing.check))
    .post('/homes/:home/pairing/confirm', managing(pairing.confirm))
    .get('/homes/:home/rooms', managing(rooms.ask))
    .post('/homes/:home/rooms', managing(rooms.pair))
    .post('/homes/:home/rooms/again', managing(rooms.readAgain))
    .get('/homes/:home/echos/:echo/unpair', managing(unpairing.ask))
    .post('/homes/:home/echos/:echo/unpair', managing(unpairing.unpair))
    .get('/homes/:home/screens/pair', screens(screenPairing.ask))
    .post('/homes/:home/screens/pair', screens(screenPairing.enter))
    .post('/homes/:home/screens/confirm', screens(screenPairing.confirm))
    .get('/homes/:home/screens/:screen/unpair', managing(screenUnpairing.ask))
    .post('/homes/:home/screens/:screen/unpair', managing(screenUnpairing.unpair));
};
