import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { memoryTable } from '../../../lambda/adapters/memory/memory-table.ts';
import { echoHasher, idSealer } from '../../../lambda/adapters/secrets/echo-ids.ts';
import { randomId } from '../../../lambda/adapters/secrets/random-id.ts';
import type { Channels } from '../../../lambda/core/delivery/channel.ts';
import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import { localDate } from '../../../lambda/core/kernel/uk-time.ts';
import { FIRST_EPOCH } from '../../../lambda/core/people/dispatch.ts';
import { careSystem } from '../care-system.ts';
import { demoClock } from '../clock/demo-clock.ts';
import { StartProblem } from '../data-folder.ts';
import { type DemoData, demoCouncil } from '../demo-council/demo-council.ts';
import { demoEchos } from '../demo-council/demo-echos.ts';
import { DEMO_HOMES } from '../demo-council/demo-homes.ts';
import { saveCouncil } from '../demo-council/save-council.ts';
import { type Language, localAlexa, readLanguage } from '../local-alexa.ts';
import { LOCAL_SKILL_ID } from '../skill-model.ts';
import type { Turn } from '../virtual-alexa/turn.ts';
import { reportTurn, type TurnReport } from './report-turn.ts';
import { watchedTable } from './watched-table.ts';

/** One conversation with one Resident's Echo. */
export type AskSession = {
  readonly say: (phrase: string) => Promise<TurnReport>;
  readonly silence: () => Promise<TurnReport>;
  /** Leaves the session that may be open, as if the Resident walked away. */
  readonly newSession: () => Promise<void>;
  readonly forward: (milliseconds: number) => Promise<void>;
};

const ECHOS = demoEchos(DEMO_HOMES, LOCAL_SKILL_ID);

const echoOf = (residentId: string): string => {
  const home = DEMO_HOMES.find(({ residents }) => residents.some(({ id }) => id === residentId));
  if (home === undefined) throw new StartProblem(`There is no resident ${residentId}; docs/demo.md names some.`);
  const echo = ECHOS.find(({ homeId }) => homeId === home.id);
  if (echo === undefined) throw new StartProblem(`${residentId} has no Echo.`);
  return echo.echoId;
};

/** Nobody is pushed to: what falls due is only put into the inbox, as for Echos that cannot be reached. */
const silentChannels: Channels = {
  'smart-properties': {
    name: 'smart-properties',
    atOnce: 100,
    send: async (messages) => messages.map(() => ({ kind: 'sent' })),
  },
  'proactive-events': {
    name: 'proactive-events',
    atOnce: 1,
    send: async (messages) => messages.map(() => ({ kind: 'sent' })),
  },
};

type Listening = {
  readonly skill: (envelope: RequestEnvelope) => Promise<ResponseEnvelope>;
  readonly take: () => {
    readonly outcome: string | null;
    readonly safety: string | null;
    readonly changed: ReturnType<ReturnType<typeof watchedTable>['take']>;
  };
  readonly forward: (to: Instant) => Promise<void>;
  readonly clock: () => Instant;
};

const KEY = 'ask';
const API = 'http://127.0.0.1/alexa-api';

/** What every phrase of a file shares: it is the same each time, so it is made once. */
export type AskGround = { readonly language: Language; readonly council: DemoData };

/** The language, and the demo council as it stands at a moment. */
export const askGround = async (at: Instant): Promise<AskGround> => {
  const pairing = { skillId: LOCAL_SKILL_ID, apiEndpoint: API, hashEcho: echoHasher(KEY), sealIds: idSealer(KEY) };
  return { language: await readLanguage(), council: demoCouncil(localDate(at), at, pairing) };
};

/** A system of its own: a memory table, seeded anew, at a fixed time. */
const freshSystem = async (at: Instant, council: DemoData): Promise<Listening> => {
  const watched = watchedTable(memoryTable({ newWriteId: randomId }));
  const clock = demoClock(() => at, 0);
  let outcome: string | null = null;
  let safety: string | null = null;
  const care = careSystem({
    table: watched.table,
    clock,
    realNow: () => at,
    keys: { hash: KEY, seal: KEY },
    dispatchEpoch: FIRST_EPOCH,
    log: () => undefined,
    clockSkew: () => 0,
    channels: () => silentChannels,
    onOutcome: (told) => {
      outcome = told.kind;
      safety = told.safety ?? null;
    },
  });
  await saveCouncil(care.stores, council);
  await care.tick();
  watched.take();
  return {
    skill: care.skill,
    clock: clock.now,
    forward: care.goForward,
    take: () => {
      const taken = { outcome, safety, changed: watched.take() };
      outcome = null;
      safety = null;
      return taken;
    },
  };
};

/** The skill of a running system, through its `POST /alexa`. What it came to and wrote cannot be seen from here. */
const runningSystem = (url: string): Listening => ({
  skill: async (envelope) => {
    const response = await fetch(new URL('/alexa', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(envelope),
    });
    if (!response.ok) throw new StartProblem(`${url} answered ${response.status}: ${(await response.text()).trim()}`);
    const answer: ResponseEnvelope = JSON.parse(await response.text());
    return answer;
  },
  clock: Date.now,
  forward: async () => {
    throw new StartProblem('(+10 min) needs a system of its own: leave out --url');
  },
  take: () => ({ outcome: null, safety: null, changed: [] }),
});

/** Begins a conversation: on a fresh system at `at`, or with a running one. */
export const askSession = async (
  { language, council }: AskGround,
  asking: { readonly at: Instant; readonly residentId: string; readonly url?: string },
): Promise<AskSession> => {
  const echoId = echoOf(asking.residentId);
  const system = asking.url === undefined ? await freshSystem(asking.at, council) : runningSystem(asking.url);
  const { alexa } = await localAlexa({
    language,
    clock: system.clock,
    realNow: system.clock,
    echos: ECHOS,
    load: async () => undefined,
    save: async () => undefined,
    invokeSkill: system.skill,
    apiEndpoint: () => API,
    refused: () => undefined,
  });
  const reported = (phrase: string, turn: Turn): TurnReport => reportTurn(phrase, turn, system.take());
  const isOpen = () => alexa.view(echoId).sessionOpen;
  return {
    say: async (phrase) => {
      const isOurs = isOpen() || /\bbell ?bird\b/i.test(phrase);
      return reported(phrase, await alexa.say(echoId, isOurs ? phrase : `ask bell bird ${phrase}`));
    },
    silence: async () => reported('(silence)', await alexa.silence(echoId)),
    newSession: async () => {
      for (let tries = 0; isOpen() && tries < 3; tries += 1) await alexa.silence(echoId);
      system.take();
    },
    forward: (milliseconds) => system.forward(system.clock() + milliseconds),
  };
};
