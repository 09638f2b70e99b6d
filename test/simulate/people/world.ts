import type { StoredItem } from '../../../lambda/adapters/table/table.ts';
import type { Alert } from '../../../lambda/core/alerts/alert.ts';
import type { ChannelName } from '../../../lambda/core/delivery/channel.ts';
import type { Delivery } from '../../../lambda/core/delivery/delivery.ts';
import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import type { Echo } from '../../../lambda/core/pairing/echo.ts';
import type { Home } from '../../../lambda/core/people/home.ts';
import type { Resident } from '../../../lambda/core/people/resident.ts';
import type { SendingSwitch } from '../../../lambda/core/people/sending.ts';
import type { Reminder } from '../../../lambda/core/reminders/reminder.ts';

/** What something was, from when on. */
export type Since<T> = { readonly at: Instant; readonly value: T };
export type Timeline<T> = readonly Since<T>[];

/** One Echo that one call was made for. `came`: what the Echo did. `at` is the socket write. */
export type Telling = {
  readonly at: Instant;
  readonly by: string;
  readonly channel: ChannelName;
  readonly delivery: string;
  readonly again: number;
  readonly echo: Echo;
  readonly speech: string;
  readonly came: 'spoke' | 'chimed' | 'nothing' | 'chimed-before';
};

/** A promise that was broken in this run: which one, when, and what happened. */
export type Broken = { readonly rule: Rule; readonly at: Instant; readonly says: string };

export const RULES = [
  'stuck',
  'silently lost',
  'told twice, channel honours our key',
  'told twice, handling holds on unknown',
  'told twice, handling sends again',
  'call too late after a stop',
  'call over 60 s after a stop',
  'counts do not add up',
  'told too early',
  'told too late',
  'told in quiet hours',
  'told to somebody who may not be told',
  'told to an Echo that is not theirs',
  'told what was not approved',
  'practice to a real person',
  'told after an answer',
  'made twice',
  'a state fell',
  'words without evidence',
  'audit trail broken',
] as const;
export type Rule = (typeof RULES)[number];

/** The world outside the table: what the table came to hold and when, and what the Echos did. */
export type World = {
  readonly residents: ReadonlyMap<string, Timeline<Resident>>;
  readonly echos: ReadonlyMap<string, Timeline<Echo>>;
  readonly homes: ReadonlyMap<string, Timeline<Home>>;
  readonly alerts: ReadonlyMap<string, Timeline<Alert>>;
  readonly reminders: ReadonlyMap<string, Timeline<Reminder>>;
  /** By Resident and id. */
  readonly deliveries: ReadonlyMap<string, Timeline<Delivery>>;
  /** The switch that holds back sending; never written: nothing is held back. */
  readonly switched: Timeline<SendingSwitch>;
  readonly tellings: readonly Telling[];
  readonly written: (item: StoredItem) => void;
  readonly told: (telling: Telling) => void;
  readonly broken: readonly Broken[];
  readonly breaks: (rule: Rule, says: string) => void;
};

export const nameOf = (delivery: Pick<Delivery, 'residentId' | 'id'>): string =>
  `${delivery.residentId} ${delivery.id}`;

/** What stood at an instant. */
export const standingAt = <T>(timeline: Timeline<T> | undefined, at: Instant): T | undefined => {
  if (timeline === undefined) return undefined;
  for (let n = timeline.length - 1; n >= 0; n -= 1) {
    const one = timeline[n];
    if (one !== undefined && one.at <= at) return one.value;
  }
  return undefined;
};

/** Everything that stood at some moment of a window, both ends included. */
export const standingIn = <T>(timeline: Timeline<T> | undefined, from: Instant, to: Instant): readonly T[] => {
  const first = standingAt(timeline, from);
  const later = (timeline ?? []).filter(({ at }) => at > from && at <= to).map(({ value }) => value);
  return first === undefined ? later : [first, ...later];
};

export const last = <T>(timeline: Timeline<T>): T => {
  const one = timeline.at(-1);
  if (one === undefined) throw new Error('nothing was ever there');
  return one.value;
};

export const aWorld = (now: () => Instant): World => {
  const residents = new Map<string, Since<Resident>[]>();
  const echos = new Map<string, Since<Echo>[]>();
  const homes = new Map<string, Since<Home>[]>();
  const alerts = new Map<string, Since<Alert>[]>();
  const reminders = new Map<string, Since<Reminder>[]>();
  const deliveries = new Map<string, Since<Delivery>[]>();
  const switched: Since<SendingSwitch>[] = [];
  const tellings: Telling[] = [];
  const broken: Broken[] = [];
  const note = <T>(map: Map<string, Since<T>[]>, name: string, value: T): void => {
    const since = { at: now(), value };
    const standing = map.get(name);
    if (standing === undefined) map.set(name, [since]);
    else standing.push(since);
  };
  const breaks = (rule: Rule, says: string): void => void broken.push({ rule, at: now(), says });
  return {
    residents,
    echos,
    homes,
    alerts,
    reminders,
    deliveries,
    switched,
    tellings,
    broken,
    breaks,
    told: (telling) => void tellings.push(telling),
    written: ({ kind, body, version }) => {
      const value: unknown = body;
      switch (kind) {
        case 'resident':
          note(residents, (value as Resident).id, value as Resident);
          return;
        case 'echo':
          note(echos, (value as Echo).hash, value as Echo);
          return;
        case 'home':
          note(homes, (value as Home).id, value as Home);
          return;
        case 'alert':
          note(alerts, (value as Alert).id, value as Alert);
          return;
        case 'sending':
          switched.push({ at: now(), value: value as SendingSwitch });
          return;
        case 'reminder':
          note(reminders, (value as Reminder).id, value as Reminder);
          return;
        case 'delivery': {
          const name = nameOf(value as Delivery);
          if (version === 1 && deliveries.has(name)) breaks('made twice', `the Delivery ${name} was made again`);
          note(deliveries, name, value as Delivery);
        }
      }
    },
  };
};
