import assert from 'node:assert/strict';
import { acknowledge } from '../../../lambda/core/delivery/acknowledge.ts';
import type { ChannelResult } from '../../../lambda/core/delivery/channel.ts';
import { type Delivery, type DeliveryKey, deliveryOf, keyOf } from '../../../lambda/core/delivery/delivery.ts';
import type { Handling } from '../../../lambda/core/delivery/handling.ts';
import { inboxOf } from '../../../lambda/core/delivery/inbox.ts';
import type { PinnedAlert, PinnedAlerts } from '../../../lambda/core/delivery/pinned-alerts.ts';
import { record } from '../../../lambda/core/delivery/record.ts';
import type { QueueResult, WidgetAlert, WidgetResult, Widgets } from '../../../lambda/core/delivery/widget.ts';
import type { DiaryEntry } from '../../../lambda/core/diary/diary-entry.ts';
import { type HomeMirrorKey, lookSoonAtHome } from '../../../lambda/core/home-mirror/home-mirror.ts';
import { homeMirrorsKept } from '../../../lambda/core/home-mirror/home-mirrors-kept.ts';
import { lookAtHomeMirror } from '../../../lambda/core/home-mirror/look-at-home.ts';
import { MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { addDays, dateOf, localDate, localDateTime } from '../../../lambda/core/kernel/uk-time.ts';
import type { Echo } from '../../../lambda/core/pairing/echo.ts';
import type { Resident } from '../../../lambda/core/people/resident.ts';
import { standingOf } from '../../../lambda/core/people/resident.ts';
import type { Reminder } from '../../../lambda/core/reminders/reminder.ts';
import { aCareService } from '../../support/builders/a-care-service.ts';
import { aHome, anEcho, aResident } from '../../support/builders/people.ts';

export const KEY: HomeMirrorKey = { council: 'harbour', homeId: 'home' };

type Fails = { readonly result: ChannelResult; readonly hasEffect: boolean };

/** Bill's Home with one managed Echo that has a screen; a table in memory, a clock, a bell and a screen that the test holds in its hand. */
export const aHomeWithScreen = async (
  setUp: {
    readonly others?: true;
    readonly echo?: Partial<Echo>;
    readonly reminders?: readonly Reminder[];
    readonly entries?: readonly DiaryEntry[];
  } = {},
) => {
  const service = await aCareService({
    at: '2026-11-24T10:00',
    residents: [
      aResident({ homeId: 'home' }),
      ...(setUp.others === undefined ? [] : [aResident({ id: 'rosa', homeId: 'rosas' })]),
    ],
    homes: [
      aHome({ id: 'home', echos: ['echo'] }),
      ...(setUp.others === undefined ? [] : [aHome({ id: 'rosas', residents: ['rosa'], echos: ['echo'] })]),
    ],
    echos: [anEcho({ hash: 'echo', homeId: 'home', ...setUp.echo })],
    ...(setUp.reminders === undefined ? {} : { reminders: setUp.reminders }),
    ...(setUp.entries === undefined ? {} : { entries: setUp.entries }),
  });
  const { clock, stores, bell } = service;
  const calls: { readonly does: string; readonly title?: string }[] = [];
  const fails: Fails[] = [];
  let standing: PinnedAlert[] = [];
  let most = 0;
  let isHeldBack = false;
  let dies = false;
  let during: (() => Promise<void>) | undefined;
  /** As Amazon does it: an overlapping one fails, and one that is over has gone. */
  const call = async (does: string, effect: () => ChannelResult, title?: string): Promise<ChannelResult> => {
    calls.push({ does, ...(title === undefined ? {} : { title }) });
    const happens = during;
    during = undefined;
    await happens?.();
    if (dies) {
      dies = false;
      throw new Error('the worker died');
    }
    const failing = fails.shift();
    if (failing !== undefined && !failing.hasEffect) return failing.result;
    const came = effect();
    most = Math.max(most, standing.length);
    return failing?.result ?? came;
  };
  const pinned: PinnedAlerts = {
    pin: async (_echos, alert, options) => [
      await call(
        options?.replacing === true ? 'pin replacing' : 'pin',
        () => {
          if (options?.replacing === true) standing = [];
          standing = standing.filter(({ until }) => until > clock());
          if (standing.length > 0) return { kind: 'unreachable', reason: 'occupied' };
          standing.push(alert);
          return { kind: 'sent' };
        },
        alert.title,
      ),
    ],
    unpin: () =>
      call('unpin', () => {
        standing = [];
        return { kind: 'sent' };
      }),
  };
  let put: { readonly echo: string; readonly alert?: WidgetAlert }[] = [];
  const answers: WidgetResult[] = [];
  const followed: string[] = [];
  const follows: QueueResult[] = [];
  const widgets: Widgets = {
    put: async ({ hash }, alert) => {
      put.push({ echo: hash, alert });
      return answers.shift() ?? { kind: 'put', shown: 1, failed: [] };
    },
    clear: async ({ hash }) => {
      put.push({ echo: hash });
      return answers.shift() ?? { kind: 'put', shown: 1, failed: [] };
    },
    follow: async (queued) => {
      followed.push(queued);
      return follows.shift() ?? { kind: 'followed', waiting: 0, failed: [] };
    },
  };
  const kept = homeMirrorsKept(stores, { bell: bell.bell, clock });
  const looking = lookAtHomeMirror({
    ...stores,
    pinned,
    widgets,
    widgetWords: ({ what, at }) => ({ title: what.kind, body: at }),
    pinWords: async ({ delivery: { content } }) =>
      content.kind === 'alert' ? { title: content.title, body: content.text } : assert.fail(),
    stands: async () => true,
    maySend: async () => !isHeldBack,
    clock,
    log: service.log.log,
  });
  const look = async (key = KEY): Promise<void> => {
    try {
      await looking(key);
    } catch {
      service.log.log('tick.look-failed', { kind: 'home-mirror' });
    }
  };
  /** Answers the bells of mirrors of Homes that are due. */
  const answersBells = async (): Promise<void> => {
    for (let due = bell.take(); due.length > 0; due = bell.take())
      for (const { keys } of due)
        for (const key of keys)
          if ('mirrorOfHome' in key) await look({ council: key.council, homeId: key.mirrorOfHome });
  };
  const changes = (key: DeliveryKey, change: (delivery: Delivery) => Delivery) =>
    record(kept.deliveries)(key, (delivery) => change(delivery));
  const known = new Map<string, DeliveryKey>();
  return {
    ...service,
    kept,
    calls,
    look,
    answers: answersBells,
    changes,
    /** What was put on the widget, or cleared from it, since it was last asked. */
    takesPut: () => {
      const before = put;
      put = [];
      return before;
    },
    widgetAnswers: answers,
    followed,
    follows,
    /** An urgent Alert was told to Bill on his managed Echo. */
    tells: async (
      id: string,
      title: string,
      how: { minutes?: number; isPrivate?: boolean; isTold?: boolean; handling?: Handling } = {},
    ): Promise<DeliveryKey> => {
      const now = clock();
      const delivery = deliveryOf(
        {
          council: 'harbour',
          residentId: 'bill',
          source: { kind: 'alert', alertId: `${id}-${known.size}`, hash: 'hash', mode: 'live', chunk: 1 },
          handling: how.handling ?? 'urgent',
          due: localDateTime(now),
          dueAt: now,
          expiresAt: now + (how.minutes ?? 240) * MINUTE,
          content: {
            kind: 'alert',
            from: 'Harbour',
            title,
            text: 'Words.',
            isPrivate: how.isPrivate === true,
            isCorrection: false,
          },
          ladder: [],
        },
        now,
      );
      await kept.deliveries.add(delivery);
      const key = keyOf(delivery);
      known.set(id, key);
      if (how.isTold !== false)
        await changes(key, (one) => ({
          ...one,
          state: 'sent',
          attempts: [{ at: now, channel: 'smart-properties', came: 'sent' }],
        }));
      return key;
    },
    acknowledges: async (id: string): Promise<void> => {
      const key = known.get(id);
      if (key !== undefined) await acknowledge({ deliveries: kept.deliveries, clock })(key, 'heard', 'voice');
    },
    stops: async (id: string): Promise<void> => {
      const key = known.get(id);
      if (key !== undefined) await changes(key, (one) => ({ ...one, stoppedAt: clock() }));
    },
    changesResident: async (change: (resident: Resident) => Resident): Promise<void> => {
      const stored = await stores.residents.ofId('harbour', 'bill');
      assert.ok(stored);
      await kept.residents.save({ value: change(stored.value), version: stored.version });
    },
    /** The titles of what should stand somewhere: open, and its Resident may be told. */
    openIds: async (): Promise<readonly string[]> => {
      const bill = await stores.residents.ofId('harbour', 'bill');
      assert.ok(bill);
      if (standingOf(bill.value) !== 'may-be-told') return [];
      const today = localDate(clock());
      const all = await stores.deliveries.between('harbour', 'bill', addDays(dateOf(today), -8), addDays(today, 1));
      return inboxOf(all, clock()).messages.map(({ content }) => (content.kind === 'alert' ? content.title : ''));
    },
    tickAndAnswer: async (): Promise<void> => {
      await service.tick();
      await answersBells();
    },
    asks: async (key: HomeMirrorKey): Promise<void> => {
      await lookSoonAtHome(stores.homeMirrors)(key, clock(), false);
      await bell.bell.ring([{ council: key.council, mirrorOfHome: key.homeId }], 'urgent', 0);
    },
    mirror: async () => (await stores.homeMirrors.ofHome(KEY.council, KEY.homeId))?.value,
    standing: (): readonly PinnedAlert[] => standing.filter(({ until }) => until > clock()),
    mostAtOnce: (): number => most,
    /** The next call answers so; `hasEffect`: and takes effect all the same. */
    answerNext: (result: ChannelResult, hasEffect: boolean): void => void fails.push({ result, hasEffect }),
    answersWell: (): void => void fails.splice(0),
    diesNext: (): void => {
      dies = true;
    },
    duringNext: (happens: () => Promise<void>): void => {
      during = happens;
    },
    holdsBack: (is: boolean): void => {
      isHeldBack = is;
    },
  };
};
