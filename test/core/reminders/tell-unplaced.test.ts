import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toldSecrets } from '../../../lambda/adapters/secrets/told-secrets.ts';
import type { CarerMessage } from '../../../lambda/core/delivery/tell-carer.ts';
import { instantOf } from '../../../lambda/core/kernel/uk-time.ts';
import { type Kept, withKept } from '../../../lambda/core/reminders/mirror.ts';
import { mirrorsKept } from '../../../lambda/core/reminders/mirrors-kept.ts';
import type { Reminder } from '../../../lambda/core/reminders/reminder.ts';
import { tellUnplaced } from '../../../lambda/core/reminders/tell-unplaced.ts';
import { unplacedWording } from '../../../lambda/render/carer-wording.ts';
import { copyWords } from '../../../lambda/render/copy-words.ts';
import { aCareService } from '../../support/builders/a-care-service.ts';
import { aCarer, aCircleMember, anEcho, aResident, FIRST_ACT } from '../../support/builders/people.ts';
import { aReminder } from '../../support/builders/things-told.ts';

const KEY = { council: 'harbour', residentId: 'bill' };

const set = (id: string, at: string, more: Partial<Reminder> = {}): Reminder =>
  aReminder('2026-11-24T20:00', {
    id,
    lastAct: { ...FIRST_ACT, at: instantOf(at), by: { kind: 'carer', id: 'priya' }, did: 'set-reminder' },
    ...more,
  });

const atHome = async (setUp: { hours?: { from: string; to: string }; practice?: true; managed?: true } = {}) => {
  const agreedToBeTold = setUp.hours ?? { from: '09:00', to: '20:00' };
  const service = await aCareService({
    at: '2026-11-24T10:00',
    residents: [aResident({ circle: [aCircleMember({ agreedToBeTold })], isPractice: setUp.practice === true })],
    echos: [anEcho({ kind: setUp.managed === true ? 'managed' : 'consumer' })],
    carers: [aCarer({ contact: { text: '+447700900123' } })],
  });
  const sent: CarerMessage[] = [];
  const { stores, clock } = service;
  const kept = mirrorsKept(stores, { bell: service.bell.bell, clock });
  const tell = tellUnplaced({
    ...stores,
    copyWords,
    clock,
    log: service.log.log,
    unplacedWords: unplacedWording,
    messages: {
      send: async (message) => {
        sent.push(message);
        return { kind: 'sent' };
      },
      secrets: toldSecrets('a key for tests'),
      consoleUrl: 'https://console.example/console',
    },
    reach: async (council, residentId) => {
      const resident = await stores.residents.ofId(council, residentId);
      const echo = await stores.echos.ofHash(council, 'kitchen');
      return resident === undefined
        ? undefined
        : { resident: resident.value, echos: echo === undefined ? [] : [echo.value] };
    },
  });
  const save = async (reminder: Reminder): Promise<void> => {
    const stored = await stores.reminders.ofId('harbour', 'bill', reminder.id);
    await kept.reminders.save({ value: reminder, version: stored?.version ?? 0 });
  };
  const at = async (local: string) => {
    clock.moveTo(instantOf(local));
    return tell(KEY);
  };
  return { service, sent, save, at };
};

describe('a reminder that is still not on the Echo after two days', () => {
  test('is told to the carer who set it, by text, once, in neutral words', async () => {
    const { sent, save, at } = await atHome();
    await save(set('rem', '2026-11-24T10:00'));
    assert.equal(await at('2026-11-26T09:59'), 'not-due');
    assert.equal(await at('2026-11-26T10:00'), 'told');
    assert.deepEqual(
      sent.map(({ by, to, words, link }) => [by, to, words, link]),
      [
        [
          'text',
          '+447700900123',
          'Bill has not yet said yes to having reminders on the Echo, so it only chimes. Ask Bill to open Bellbird on it.',
          'https://console.example/console/residents/bill',
        ],
      ],
    );
    await save(set('rem', '2026-11-26T11:00'));
    await at('2026-11-30T12:00');
    assert.equal(sent.length, 1, 'once for each reminder');
  });

  test('several come in one message, and one that was set later has its own two days', async () => {
    const { sent, save, at } = await atHome();
    await save(set('rem1', '2026-11-24T10:00'));
    await save(set('rem2', '2026-11-24T10:00'));
    await save(set('rem3', '2026-11-25T10:00'));
    assert.equal(await at('2026-11-26T10:00'), 'told');
    assert.equal(sent.length, 1);
    assert.equal(await at('2026-11-27T09:59'), 'not-due');
    assert.equal(await at('2026-11-27T10:00'), 'told');
    assert.equal(sent.length, 2);
  });

  test('outside the hours that the carer agreed to, it waits for them', async () => {
    const { sent, save, at } = await atHome({ hours: { from: '17:00', to: '20:00' } });
    await save(set('rem', '2026-11-24T10:00'));
    assert.equal(await at('2026-11-26T10:00'), 'waits');
    assert.equal(await at('2026-11-26T16:59'), 'not-due');
    assert.equal(await at('2026-11-26T17:00'), 'told');
    assert.equal(sent.length, 1);
  });

  test('is told to nobody where the resident said no, nobody lives there in earnest, or the Echo is managed', async () => {
    const said = await atHome();
    await said.save(set('rem', '2026-11-24T10:00'));
    const stored = await said.service.stores.mirrors.ofResident('harbour', 'bill');
    assert.ok(stored);
    const no: Kept = { what: 'rem', why: 'said-no', at: instantOf('2026-11-25T10:00') };
    await said.service.stores.mirrors.save({ value: withKept(stored.value, no), version: stored.version });
    await said.at('2026-11-26T10:00');
    const practice = await atHome({ practice: true });
    await practice.save(set('rem', '2026-11-24T10:00'));
    await practice.at('2026-11-26T10:00');
    const managed = await atHome({ managed: true });
    await managed.save(set('rem', '2026-11-24T10:00'));
    await managed.at('2026-11-26T10:00');
    assert.deepEqual([said.sent, practice.sent, managed.sent], [[], [], []]);
  });

  test('that was cancelled or paused before is told to nobody', async () => {
    const { sent, save, at } = await atHome();
    await save(set('rem', '2026-11-24T10:00'));
    await save(set('rem', '2026-11-25T10:00', { state: 'cancelled' }));
    assert.equal(await at('2026-11-26T10:00'), 'nothing-to-tell');
    assert.deepEqual(sent, []);
  });
});
