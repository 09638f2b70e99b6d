import type { EchoEvent, PhoneCard, Screen } from './alexa-state.ts';
import { beSilent, hear, startTask, type VirtualAlexaNeeds } from './hearing.ts';
import { waitingOn } from './notifications.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { disable, enable, subscribe } from './skill-on-account.ts';
import type { Turn } from './turn.ts';
import type { VirtualEcho } from './virtual-echo.ts';

/** How an Echo stands now: what somebody in the room, with the phone app in the hand, could see. */
export type EchoView = {
  readonly echo: VirtualEcho;
  /** Instant of the demo clock. */
  readonly at: number;
  readonly sessionOpen: boolean;
  readonly microphone: 'open' | 'closed';
  readonly waiting: number;
  readonly screen: Screen | null;
  readonly notificationsOn: boolean;
  readonly cards: readonly PhoneCard[];
  readonly recent: readonly EchoEvent[];
};

/** A simulated Alexa with its Echos. Turns of one Echo are taken one after the other; each returns when the skill has answered. */
export type VirtualAlexa = {
  readonly echos: readonly VirtualEcho[];
  /** Says something to an Echo, with or without the wake word. Throws for an Echo that does not exist. */
  readonly say: (echoId: string, words: string) => Promise<Turn>;
  /** Nobody answers: the reprompt once, then the session ends with EXCEEDED_MAX_REPROMPTS. */
  readonly silence: (echoId: string) => Promise<Turn>;
  /** A routine that the resident has accepted starts a task of the skill, unasked. */
  readonly runRoutine: (echoId: string, taskName: string) => Promise<Turn>;
  /** Opts the account in to notifications, or out, as in the Alexa app; the skill gets ProactiveSubscriptionChanged. */
  readonly setNotifications: (accountId: string, on: boolean) => Promise<void>;
  /** The skill gets SkillEnabled, from a new `userId`. Nothing happens if it is enabled. */
  readonly enableSkill: (accountId: string) => Promise<void>;
  /** The skill gets SkillDisabled, from a `userId` that never comes back; sessions and notifications are gone. */
  readonly disableSkill: (accountId: string) => Promise<void>;
  readonly view: (echoId: string) => EchoView;
  /** Calls back for each later event; returns how to stop. */
  readonly follow: (echoId: string, listener: (event: EchoEvent) => void) => () => void;
};

const echoOf = ({ world }: VirtualAlexaNeeds, echoId: string): VirtualEcho => {
  const echo = world.known.byId(echoId);
  if (echo === undefined) throw new Error('no such Echo');
  return echo;
};

const viewOf = (needs: VirtualAlexaNeeds, echo: VirtualEcho): EchoView => {
  const { world } = needs;
  const { session, screen, events } = world.echo(echo.echoId);
  const { cards, notificationsOn } = world.account(echo.accountId);
  return {
    echo,
    at: world.clock(),
    sessionOpen: session !== null,
    microphone: session?.microphone ?? 'closed',
    waiting: waitingOn(world, echo.echoId).length,
    screen,
    notificationsOn,
    cards,
    recent: events,
  };
};

/** Puts Alexa's side together over a world. */
export const virtualAlexa = (needs: VirtualAlexaNeeds): VirtualAlexa => {
  const { world } = needs;
  const queue = oneAtATime();
  const turn = (echoId: string, serve: (echo: VirtualEcho) => Promise<Turn>): Promise<Turn> => {
    const echo = echoOf(needs, echoId);
    return queue(echoId, async () => {
      const served = await serve(echo);
      await world.settle();
      return served;
    });
  };
  const act = (change: Promise<void>): Promise<void> => change.then(world.settle);
  return {
    echos: world.echos,
    say: async (echoId, words) => turn(echoId, (echo) => hear(needs, echo, words)),
    silence: async (echoId) => turn(echoId, (echo) => beSilent(needs, echo)),
    runRoutine: async (echoId, taskName) => turn(echoId, (echo) => startTask(needs, echo, taskName)),
    setNotifications: (accountId, on) => act(subscribe(needs, accountId, on)),
    enableSkill: (accountId) => act(enable(needs, accountId)),
    disableSkill: (accountId) => act(disable(needs, accountId)),
    view: (echoId) => viewOf(needs, echoOf(needs, echoId)),
    follow: (echoId, listener) => world.follow(echoOf(needs, echoId).echoId, listener),
  };
};
