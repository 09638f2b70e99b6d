import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  CLOSED_STATES,
  DELIVERY_STATES,
  type Delivery,
  type DeliveryState,
} from '../../../lambda/core/delivery/delivery.ts';
import { HANDLINGS, type Handling } from '../../../lambda/core/delivery/handling.ts';
import { type ResidentsDeliveries, showCards } from '../../../lambda/core/delivery/show-cards.ts';
import { MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { instantOf } from '../../../lambda/core/kernel/uk-time.ts';
import { SPEAKING_LEVELS, type SpeakingLevel } from '../../../lambda/core/pairing/echo.ts';
import type { Resident } from '../../../lambda/core/people/resident.ts';
import { defaultSettings, type Settings } from '../../../lambda/core/people/settings.ts';
import { aResident } from '../../support/builders/people.ts';
import { aDelivery } from '../../support/builders/things-told.ts';

const NOW = instantOf('2026-11-24T10:00');
const live = { kind: 'alert', alertId: 'flood', hash: 'h', mode: 'live', chunk: 1 } as const;
const words = {
  kind: 'alert',
  from: 'Harbour',
  title: 'Flood',
  text: 'Stay in.',
  isPrivate: false,
  isCorrection: false,
} as const;

const anAlert = (due: string, handling: Handling = 'urgent', more: Partial<Delivery> = {}): Delivery =>
  aDelivery(due, handling, { source: live, content: words, id: `${due}#A#flood`, ...more });
const aReminder = (due: string, more: Partial<Delivery> = {}): Delivery =>
  aDelivery(due, 'routine', {
    source: { kind: 'reminder', reminderId: 'rem', occurrence: due },
    content: { kind: 'reminder', label: 'routine', at: due },
    id: `${due}#R#rem`,
    ...more,
  });
const bill = (settings: Partial<Settings> = {}, more: Partial<Resident> = {}): Resident =>
  aResident({ settings: { ...defaultSettings('Bill'), ...settings }, ...more });
const shows = { screen: { on: true, privateItems: 'shown' } } as const;

const show = (home: readonly ResidentsDeliveries[], level: SpeakingLevel = 'open', now = NOW) =>
  showCards(home, level, now);
const of = (resident: Resident, ...deliveries: readonly Delivery[]) => [{ resident, deliveries }];
const ids = (cards: ReturnType<typeof showCards>) => cards.map(({ delivery }) => delivery.id);

describe('what a Screen shows', () => {
  test('D46 urgent first, then appointment, routine, notice, social, then the oldest', () => {
    const deliveries = [
      anAlert('2026-11-24T09:40', 'social', { id: 'social' }),
      anAlert('2026-11-24T08:00', 'notice', { id: 'old notice' }),
      anAlert('2026-11-24T09:00', 'notice', { id: 'notice' }),
      aReminder('2026-11-24T09:50', { id: 'reminder' }),
      aDelivery('2026-11-24T09:00', 'appointment', { id: 'appointment' }),
      anAlert('2026-11-24T09:59', 'urgent', { id: 'urgent' }),
    ];
    assert.deepEqual(ids(show(of(bill(), ...deliveries))), [
      'urgent',
      'appointment',
      'reminder',
      'old notice',
      'notice',
      'social',
    ]);
  });

  test('what they did not agree to is not shown, and while a review is long overdue only what is urgent', () => {
    const [alert, notice] = [anAlert('2026-11-24T09:00'), anAlert('2026-11-24T09:00', 'notice', { id: 'notice' })];
    const reminder = aReminder('2026-11-24T09:50', { id: 'reminder' });
    const agreed = (consent: Partial<Resident['consent']>) =>
      ids(show(of(bill({}, { consent: { ...bill().consent, ...consent } }), alert, notice, reminder)));
    assert.deepEqual(agreed({ purposes: ['reminders'] }), ['reminder']);
    assert.deepEqual(agreed({ purposes: ['messages'] }), [alert.id, 'notice']);
    assert.deepEqual(agreed({ reviewOn: '2026-10-01' }), [alert.id]);
  });

  test('nothing of whoever is away, gone, withdrew, or switched it off', () => {
    const alert = anAlert('2026-11-24T09:00');
    const consent = { ...bill().consent, state: 'withdrawn' } as const;
    for (const resident of [
      bill({ screen: { on: false, privateItems: 'shown' } }),
      bill({}, { presence: { kind: 'away', reason: 'hospital', since: '2026-11-20' } }),
      bill({}, { presence: { kind: 'ended', since: '2026-11-20' } }),
      bill({}, { consent }),
    ])
      assert.deepEqual(show(of(resident, alert)), []);
  });

  test('nothing that is stopped, expired, not due yet, or acknowledged', () => {
    const due = '2026-11-24T09:00';
    for (const gone of [
      anAlert(due, 'urgent', { stoppedAt: NOW }),
      anAlert(due, 'urgent', { expiresAt: NOW }),
      anAlert('2026-11-24T10:01'),
      anAlert(due, 'urgent', { state: 'acknowledged' }),
    ])
      assert.deepEqual(show(of(bill(), gone)), []);
  });

  test('D58 practice is shown to nobody real, and live words to no practice Resident', () => {
    const practice = anAlert('2026-11-24T09:00', 'urgent', { source: { ...live, mode: 'practice' } });
    assert.deepEqual(show(of(bill(), practice)), []);
    assert.deepEqual(show(of(bill({}, { isPractice: true }), anAlert('2026-11-24T09:00'))), []);
    assert.equal(show(of(bill({}, { isPractice: true }), practice)).length, 1);
  });

  test('in quiet hours only what is urgent, and a reminder whose time was chosen then', () => {
    const night = instantOf('2026-11-24T23:00');
    const due = '2026-11-24T22:45';
    const deliveries = [
      anAlert(due, 'urgent', { id: 'urgent' }),
      anAlert(due, 'notice', { id: 'notice' }),
      aReminder(due, { id: 'reminder' }),
    ];
    assert.deepEqual(ids(show(of(bill(), ...deliveries), 'open', night)), ['urgent', 'reminder']);
  });

  test('a missed reminder stays, quietly, until its end; a greeting that is late has had its time', () => {
    const missed = aReminder('2026-11-24T09:00', { state: 'missed' });
    const [card] = show(of(bill(), missed));
    assert.deepEqual([card?.isLate, card?.delivery.id], [true, missed.id]);
    assert.deepEqual(show(of(bill(), anAlert('2026-11-24T08:30', 'social'))), []);
  });

  test('personal things are hidden unless that was chosen otherwise, and always where the Home is closed', () => {
    const personal = [aReminder('2026-11-24T09:50'), aDelivery('2026-11-24T09:00', 'appointment')];
    const privately = anAlert('2026-11-24T09:00', 'urgent', { content: { ...words, isPrivate: true } });
    const hidden = (resident: Resident, level: SpeakingLevel) =>
      show(of(resident, ...personal, privately, anAlert('2026-11-24T09:00')), level).filter(({ isHidden }) => isHidden)
        .length;
    assert.equal(hidden(bill(), 'open'), 3);
    assert.equal(hidden(bill(shows), 'open'), 0);
    assert.equal(hidden(bill(shows), 'closed'), 3);
  });

  test('a Home of several names for whom a Card is', () => {
    const vera = bill({}, { id: 'vera', settings: defaultSettings('Vera') });
    const cards = show([
      { resident: bill(), deliveries: [anAlert('2026-11-24T09:00')] },
      { resident: vera, deliveries: [anAlert('2026-11-24T09:00', 'urgent', { residentId: 'vera' })] },
    ]);
    assert.deepEqual(
      cards.map(({ namesWhom, resident }) => [namesWhom, resident.settings.nameToUse]),
      [
        [true, 'Bill'],
        [true, 'Vera'],
      ],
    );
    assert.equal(show(of(bill(), anAlert('2026-11-24T09:00')))[0]?.namesWhom, false);
  });
});

describe('whatever is owed to whomever', () => {
  const states: readonly DeliveryState[] = [
    ...CLOSED_STATES,
    'waiting',
    'held',
    'claimed',
    'uncertain',
    'sent',
    'shown',
    'spoken',
    'acknowledged',
  ];
  const deliveries = fc.array(
    fc.record({
      kind: fc.constantFrom('alert', 'private', 'reminder', 'diary'),
      handling: fc.constantFrom(...HANDLINGS),
      state: fc.constantFrom(...states),
      ago: fc.integer({ min: -60, max: 3_000 }),
      lives: fc.integer({ min: 1, max: 3_000 }),
      isStopped: fc.boolean(),
    }),
    { maxLength: 12 },
  );
  const built = (given: Parameters<Parameters<typeof deliveries.map>[0]>[0], residentId: string): readonly Delivery[] =>
    given.map(({ kind, handling, state, ago, lives, isStopped }, n) => {
      const more = {
        id: `${n}`,
        residentId,
        handling,
        state,
        dueAt: NOW - ago * MINUTE,
        expiresAt: NOW - ago * MINUTE + lives * MINUTE,
        ...(isStopped ? { stoppedAt: NOW } : {}),
      };
      const due = '2026-11-24T09:00';
      if (kind === 'reminder') return aReminder(due, more);
      if (kind === 'diary') return aDelivery(due, 'appointment', more);
      return anAlert(due, handling, { ...more, content: { ...words, isPrivate: kind === 'private' } });
    });
  const residents = fc.record({
    on: fc.boolean(),
    privateItems: fc.constantFrom('hidden' as const, 'shown' as const),
    isAway: fc.boolean(),
  });
  const home = fc.array(fc.tuple(residents, deliveries), { minLength: 1, maxLength: 4 });
  const builtHome = (
    given: readonly (readonly [
      { on: boolean; privateItems: 'hidden' | 'shown'; isAway: boolean },
      Parameters<typeof built>[0],
    ])[],
  ) =>
    given.map(([{ on, privateItems, isAway }, owed], n) => ({
      resident: bill(
        { screen: { on, privateItems } },
        {
          id: `r${n}`,
          ...(isAway ? { presence: { kind: 'away', reason: 'respite', since: '2026-11-20' } as const } : {}),
        },
      ),
      deliveries: built(owed, `r${n}`),
    }));

  test('the order is total and never depends on the order in which things were read', () => {
    fc.assert(
      fc.property(home, fc.constantFrom(...SPEAKING_LEVELS), (given, level) => {
        const residentsThere = builtHome(given);
        const backwards = residentsThere
          .map(({ resident, deliveries: owed }) => ({ resident, deliveries: [...owed].reverse() }))
          .reverse();
        assert.deepEqual(ids(show(residentsThere, level)), ids(show(backwards, level)));
        const rank = { urgent: 0, appointment: 1, routine: 2, notice: 3, social: 4 };
        const shown = show(residentsThere, level).map(({ delivery }) => [rank[delivery.handling], delivery.dueAt]);
        for (const [n, [order = 0, at = 0]] of shown.entries()) {
          const [before = 0, earlier = 0] = shown[n - 1] ?? [];
          assert.ok(before < order || (before === order && (n === 0 || earlier <= at)));
        }
      }),
    );
  });

  test('nothing private is ever shown in full unless its Resident chose that and the Home is not closed', () => {
    fc.assert(
      fc.property(home, fc.constantFrom(...SPEAKING_LEVELS), (given, level) => {
        for (const { delivery, resident, isHidden, isPersonal } of show(builtHome(given), level)) {
          const isPublic = delivery.content.kind === 'alert' && !delivery.content.isPrivate;
          assert.equal(isPersonal, !isPublic);
          if (!isHidden)
            assert.ok(isPublic || (resident.settings.screen.privateItems === 'shown' && level !== 'closed'));
        }
      }),
    );
  });

  test('whatever is shown is due, alive, not stopped, open, and of somebody who is at home and wants it', () => {
    fc.assert(
      fc.property(home, (given) => {
        for (const { delivery, resident } of show(builtHome(given))) {
          assert.ok(delivery.dueAt <= NOW && NOW < delivery.expiresAt);
          assert.equal(delivery.stoppedAt, undefined);
          assert.ok(delivery.state in DELIVERY_STATES || ['missed', 'unreachable'].includes(delivery.state));
          assert.notEqual(delivery.state, 'acknowledged');
          assert.ok(resident.settings.screen.on && resident.presence.kind === 'home');
        }
      }),
    );
  });
});
