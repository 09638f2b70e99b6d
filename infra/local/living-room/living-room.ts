import * as v from 'valibot';
import type { Clock, Instant } from '../../../lambda/core/kernel/clock.ts';
import { sendEcho } from '../echo-page/event-stream.ts';
import { PAGE_HEADERS } from '../http/page-headers.ts';
import type { PersonHost } from '../http/people-hosts.ts';
import { serverSentEvents } from '../http/server-sent-events.ts';
import { JOURNEY_NAMES, type Journeys } from '../journeys/journey.ts';
import type { VirtualAlexa } from '../virtual-alexa/virtual-alexa.ts';
import { phraseChips } from './phrase-chips.ts';
import type { RoomHome } from './room-homes.ts';
import { renderRoom } from './room-html.ts';
import { roomState } from './room-state.ts';
import type { NewsLine, PhonePage } from './room-view.ts';
import { sendState } from './send-state.ts';
import type { Happened, Happenings } from './watch/happenings.ts';

export type LivingRoomNeeds = {
  readonly clock: Clock;
  readonly alexa: VirtualAlexa;
  /** In the order to show them; the first is where everybody begins. */
  readonly homes: readonly RoomHome[];
  readonly phones: (residentIds: readonly string[], now: Instant) => Promise<readonly PhonePage[]>;
  readonly happenings: Happenings;
  readonly journeys: Journeys;
  readonly screenPath: (homeId: string) => string;
  /** Who can be in the console side by side, for a Home. */
  readonly people: (home: RoomHome) => readonly PersonHost[];
  readonly invocationName: string;
  readonly onFault: (fault: unknown) => void;
  readonly closing: AbortSignal;
};

const lineFor =
  (homeId: string) =>
  ({ id, at, words, times, by, where }: Happened): NewsLine => ({
    id,
    at,
    words,
    times,
    ...by,
    here: where.kind === 'county' || (where.kind === 'home' && where.homeId === homeId),
  });

/** The page asks the hosts of its people one thing: whether their names lead here. */
const headersOf = (people: readonly PersonHost[]) => ({
  ...PAGE_HEADERS,
  'content-security-policy': `${PAGE_HEADERS['content-security-policy']}; connect-src ${["'self'", ...people.map(({ url }) => new URL(url).origin)].join(' ')}`,
  'permissions-policy': 'microphone=(self)',
});

const plain = (status: number, words: string): Response =>
  new Response(`${words}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });

const asked = v.object({ journey: v.picklist(JOURNEY_NAMES), home: v.string() });

/**
 * The living room: `/` (with `?home=` and `?echo=`), `/room/events` (Server-Sent Events of its Echo, its state, and what
 * just happened), POST `/room/journeys` and `/room/journeys/leave`. Answers those paths; `undefined` for any other.
 */
export const livingRoom = (needs: LivingRoomNeeds): ((request: Request) => Promise<Response | undefined>) => {
  const { alexa, homes, happenings, journeys, closing, onFault } = needs;
  const stateOf = roomState({ ...needs, journey: journeys.now });

  const placeOf = (url: URL): { readonly home: RoomHome; readonly echoId: string | undefined } | undefined => {
    const wanted = url.searchParams.get('home');
    const home = wanted === null ? homes[0] : homes.find(({ homeId }) => homeId === wanted);
    if (home === undefined) return undefined;
    const echo = url.searchParams.get('echo');
    if (echo === null) return { home, echoId: home.echos[0]?.echoId };
    return home.echos.some(({ echoId }) => echoId === echo) ? { home, echoId: echo } : undefined;
  };

  const page = async (url: URL): Promise<Response> => {
    const place = placeOf(url);
    if (place === undefined) return plain(404, 'There is no such home.');
    const { home, echoId } = place;
    const view = echoId === undefined ? undefined : alexa.view(echoId);
    const people = needs.people(home);
    const markup = await renderRoom({
      now: needs.clock(),
      home,
      homes,
      ...(view === undefined ? {} : { view }),
      chips: view === undefined ? [] : phraseChips({ view, isUnanswered: false }),
      screenPath: needs.screenPath(home.homeId),
      invocationName: needs.invocationName,
      people,
    });
    return new Response(markup, { headers: headersOf(people) });
  };

  const events = (url: URL): Response => {
    const place = placeOf(url);
    if (place === undefined) return plain(404, 'There is no such home.');
    const { home, echoId } = place;
    const toLine = lineFor(home.homeId);
    return serverSentEvents((send) => {
      const state = sendState(
        () => stateOf(home, echoId),
        (now) => send('room', now),
        onFault,
      );
      send('news', happenings.kept().map(toLine));
      const stops = [
        state.stop,
        journeys.follow(state.changed),
        happenings.follow((happened) => {
          send('happened', toLine(happened));
          state.changed();
        }),
        ...(echoId === undefined ? [] : [sendEcho(alexa, echoId, send), alexa.follow(echoId, state.changed)]),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    }, closing);
  };

  /** JSON only: another site cannot send that without asking first, so it cannot start a journey. */
  const start = async (request: Request): Promise<Response> => {
    if (!request.headers.get('content-type')?.startsWith('application/json')) return plain(415, 'Send JSON.');
    const parsed = v.safeParse(asked, await request.json().catch(() => undefined));
    if (!parsed.success) return plain(400, `Name a journey (${JOURNEY_NAMES.join(', ')}) and a home.`);
    const { journey, home } = parsed.output;
    if (!homes.some(({ homeId }) => homeId === home)) return plain(404, 'There is no such home.');
    return journeys.start(journey, home) === 'started'
      ? new Response(null, { status: 204 })
      : plain(409, 'A journey is being played.');
  };

  const leave = (request: Request): Response => {
    if (!request.headers.get('content-type')?.startsWith('application/json')) return plain(415, 'Send JSON.');
    journeys.leave();
    return new Response(null, { status: 204 });
  };

  return async (request) => {
    const url = new URL(request.url);
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /':
        return page(url);
      case 'GET /room/events':
        return events(url);
      case 'POST /room/journeys':
        return start(request);
      case 'POST /room/journeys/leave':
        return leave(request);
      default:
        return undefined;
    }
  };
};
