import { nextAtTime } from './alexa-asks.ts';
import type { EchoEvent, Routine } from './alexa-state.ts';
import { permitReminders } from './answer-alexa.ts';
import { tellSkill } from './ask-skill.ts';
import type { SkillEvent } from './envelope.ts';
import type { PhoneCard, Screen } from './happening.ts';
import { beSilent, hear, startTask, type VirtualAlexaNeeds } from './hearing.ts';
import { waitingOn } from './notifications.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { pinnedOn } from './pinned.ts';
import { moveReminder, removeReminder, ringReminders } from './reminders.ts';
import { bringMessages } from './skill-messages.ts';
import { disable, enable, subscribe } from './skill-on-account.ts';
import type { Turn } from './turn.ts';
import type { VirtualEcho } from './virtual-echo.ts';
import { addWidget, plug } from './widgets.ts';

/** How an Echo stands now: what somebody in the room, with the phone app in the hand, could see. */
export type EchoView = {
  readonly echo: VirtualEcho;
  /** Instant of the demo clock. */
  readonly at: number;
  readonly sessionOpen: boolean;
  readonly microphone: 'open' | 'closed';
  readonly waiting: number;
  readonly screen: Screen | null;
  /** What a property has pinned on it. */
  readonly widget: Readonly<Record<string, unknown>> | undefined;
  readonly pinned: { readonly title: string; readonly body: string } | undefined;
  readonly notificationsOn: boolean;
  readonly cards: readonly PhoneCard[];
  readonly recent: readonly EchoEvent[];
  /** What is listed in the Alexa app: `ringsAt` is none for one that is over. */
  readonly reminders: readonly {
    readonly alertToken: string;
    readonly text: string;
    readonly ringsAt: number | null;
  }[];
  readonly remindersAllowed: boolean;
  readonly routines: readonly Routine[];
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
  /** Gives or takes back the permission to set reminders, as in the Alexa app; the skill gets SkillPermissionChanged. */
  readonly setReminders: (accountId: string, on: boolean) => Promise<void>;
  /** Deletes a reminder of the skill's, as in the Alexa app; the skill gets `Reminders.ReminderDeleted`. */
  readonly removeReminder: (echoId: string, alertToken: string) => Promise<void>;
  /** Moves a reminder of the skill's to another time of day, `HH:MM`, as in the Alexa app; the skill gets `Reminders.ReminderUpdated`. */
  readonly moveReminder: (echoId: string, alertToken: string, time: string) => Promise<void>;
  /** Turns an accepted routine off, as in the Alexa app. The skill is told nothing. */
  readonly removeRoutine: (echoId: string, routineId: string) => Promise<void>;
  /** Sends the skill an event about an account, after whatever is going on. */
  readonly tellSkill: (accountId: string, event: SkillEvent) => void;
  /** Lets Alexa look at her clock: reminders ring, routines fire, messages are brought to the skill. */
  readonly passTime: () => Promise<void>;
  /** Somebody adds the widget on an Echo Show. */
  readonly addWidget: (echoId: string) => Promise<void>;
  /** An Echo is pulled from the socket, or plugged in again. */
  readonly plug: (echoId: string, isOn: boolean) => Promise<void>;
  readonly view: (echoId: string) => EchoView;
  /** Calls back for each later event; returns how to stop. */
  readonly follow: (echoId: string, listener: (event: EchoEvent) => void) => () => void;
};

/** Milliseconds by which a routine may be late. */
const FIRES_LATE = 60_000;

const echoOf = ({ world }: VirtualAlexaNeeds, echoId: string): VirtualEcho => {
  const echo = world.known.byId(echoId);
  if (echo === undefined) throw new Error('no such Echo');
  return echo;
};

const viewOf = (needs: VirtualAlexaNeeds, echo: VirtualEcho): EchoView => {
  const { world } = needs;
  const { session, screen, events, reminders: placed, routines } = world.echo(echo.echoId);
  const { cards, notificationsOn, reminders } = world.account(echo.accountId);
  return {
    echo,
    at: world.clock(),
    sessionOpen: session !== null,
    microphone: session?.microphone ?? 'closed',
    waiting: waitingOn(world, echo.echoId).length,
    screen,
    widget: world.echo(echo.echoId).widget?.objects,
    pinned: pinnedOn(world, echo.echoId),
    notificationsOn,
    cards,
    recent: events,
    reminders: placed.map(({ alertToken, text, ringsAt }) => ({ alertToken, text, ringsAt })),
    remindersAllowed: reminders === 'granted',
    routines,
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
  const act = (change: Promise<unknown>): Promise<void> => change.then(world.settle);
  const fireRoutines = async (): Promise<void> => {
    for (const { echoId, accountId } of world.echos) {
      if (!world.account(accountId).enabled) continue;
      for (const { id, when, taskName, firesAt } of world.echo(echoId).routines) {
        const now = world.clock();
        if (when.kind !== 'clock' || firesAt === null || firesAt > now) continue;
        // One that is far too late is passed over, as on an Echo that was off.
        const due = firesAt >= now - FIRES_LATE ? firesAt : nextAtTime(when.time, now - FIRES_LATE);
        const isDue = due <= now;
        const next = isDue ? nextAtTime(when.time, now) : due;
        world.changeEcho(echoId, (before) => ({
          ...before,
          routines: before.routines.map((one) => (one.id === id ? { ...one, firesAt: next } : one)),
        }));
        if (isDue) await turn(echoId, (echo) => startTask(needs, echo, taskName));
      }
    }
  };
  const passTime = async (): Promise<void> => {
    await ringReminders(needs);
    await fireRoutines();
    await bringMessages(needs);
  };
  return {
    echos: world.echos,
    say: async (echoId, words) => turn(echoId, (echo) => hear(needs, echo, words)),
    silence: async (echoId) => turn(echoId, (echo) => beSilent(needs, echo)),
    runRoutine: async (echoId, taskName) => turn(echoId, (echo) => startTask(needs, echo, taskName)),
    setNotifications: (accountId, on) => act(subscribe(needs, accountId, on)),
    enableSkill: (accountId) => act(enable(needs, accountId)),
    disableSkill: (accountId) => act(disable(needs, accountId)),
    setReminders: (accountId, on) =>
      act(permitReminders(needs, accountId, on ? 'granted' : 'denied', 'SkillPermissionChanged')),
    removeReminder: (echoId, alertToken) => act(removeReminder(needs, echoOf(needs, echoId), alertToken)),
    moveReminder: (echoId, alertToken, time) => act(moveReminder(needs, echoOf(needs, echoId), alertToken, time)),
    removeRoutine: async (echoId, routineId) => {
      world.changeEcho(echoOf(needs, echoId).echoId, (before) => ({
        ...before,
        routines: before.routines.filter(({ id }) => id !== routineId),
      }));
      await world.settle();
    },
    tellSkill: (accountId, event) => void queue('the clock', () => act(tellSkill(needs, accountId, event))),
    addWidget: (echoId) => act(addWidget(needs, echoOf(needs, echoId))),
    plug: (echoId, isOn) => act(Promise.resolve(plug(needs, echoOf(needs, echoId).echoId, isOn))),
    passTime: () => queue('the clock', () => act(passTime())),
    view: (echoId) => viewOf(needs, echoOf(needs, echoId)),
    follow: (echoId, listener) => world.follow(echoOf(needs, echoId).echoId, listener),
  };
};
