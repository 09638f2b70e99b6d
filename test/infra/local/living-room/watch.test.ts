import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DOERS } from '../../../../infra/local/living-room/watch/doers.ts';
import { happenings } from '../../../../infra/local/living-room/watch/happenings.ts';
import { rowSentence } from '../../../../infra/local/living-room/watch/row-sentence.ts';
import { NOWHERE, sentence } from '../../../../infra/local/living-room/watch/sentence.ts';
import { watchBellbird } from '../../../../infra/local/living-room/watch/watch-bellbird.ts';
import { memoryTable } from '../../../../lambda/adapters/memory/memory-table.ts';
import { deliveryKey, reminderKey } from '../../../../lambda/adapters/table/keys.ts';
import type { JsonObject } from '../../../../lambda/adapters/table/table.ts';
import type { Bell } from '../../../../lambda/core/delivery/bell.ts';
import { type Delivery, deliveryOf } from '../../../../lambda/core/delivery/delivery.ts';
import { instantOf } from '../../../../lambda/core/kernel/uk-time.ts';

const EIGHT = instantOf('2026-11-24T20:00');
const ROSA = 'rosa-bennett';

const written: Delivery = deliveryOf(
  {
    council: 'harbour',
    residentId: ROSA,
    source: { kind: 'reminder', reminderId: 'r1', occurrence: '2026-11-24T20:00' },
    handling: 'routine',
    due: '2026-11-24T20:00',
    dueAt: EIGHT,
    expiresAt: EIGHT + 3_600_000,
    content: { kind: 'reminder', label: 'routine', at: '2026-11-24T20:00' },
    ladder: [{ afterMinutes: 30, tell: { kind: 'carer', carerId: 'dan-bennett' } }],
  },
  EIGHT,
);

const sayOf = (before: Delivery | undefined, body: Delivery, version = 2): string =>
  rowSentence({ how: 'put', key: deliveryKey('harbour', ROSA, 'd'), row: 'delivery', version, body }, before).words;

const CLAIM = { token: 't', until: EIGHT + 60_000, calling: false };
const sent: Delivery = {
  ...written,
  state: 'sent',
  attempts: [{ at: EIGHT, channel: 'smart-properties', came: 'sent' }],
};

describe('what a write means, in plain words', () => {
  test('a Delivery is told from its first row to its acknowledgement', () => {
    assert.match(sayOf(undefined, written, 1), /^The 8:00pm reminder is due\. A Delivery was written for Rosa\.$/);
    assert.match(sayOf(written, { ...written, state: 'claimed', claim: CLAIM }), /worker claimed the 8:00pm reminder/);
    assert.match(
      sayOf(
        { ...written, state: 'claimed', claim: CLAIM },
        { ...written, state: 'claimed', claim: { ...CLAIM, calling: true } },
      ),
      /Checked once more, right before the call/,
    );
    assert.match(sayOf(written, sent), /was sent\. Nobody knows yet whether it was heard/);
    assert.match(sayOf(sent, { ...sent, readOutAt: EIGHT }), /skill answered with the 8:00pm reminder/);
    assert.match(sayOf(sent, { ...sent, state: 'spoken', spokenAt: EIGHT }), /It was spoken/);
    assert.match(
      sayOf(sent, {
        ...sent,
        climbed: 1,
        attempts: [...sent.attempts, { at: EIGHT, channel: 'carer-page', came: 'sent' }],
      }),
      /^Nobody replied to the 8:00pm reminder within 30 minutes\. It stands first on Dan Bennett’s page now\.$/,
    );
    assert.match(
      sayOf(sent, { ...sent, state: 'acknowledged', acknowledged: { at: EIGHT, reply: 'done', by: 'voice' } }),
      /^Rosa said that it is done, by voice\. The 8:00pm reminder is acknowledged\.$/,
    );
  });

  test('words follow evidence: nothing is ever said to be taken, heard or read (G13)', () => {
    const states: Delivery[] = [
      { ...sent, state: 'shown', shownAt: EIGHT },
      { ...sent, state: 'spoken', spokenAt: EIGHT },
      { ...sent, state: 'acknowledged', acknowledged: { at: EIGHT, reply: 'heard', by: 'screen' } },
      { ...sent, state: 'missed', reason: 'too-late' },
      { ...sent, notYetAt: EIGHT },
      { ...written, state: 'held' },
    ];
    for (const state of states) {
      const words = sayOf(sent, state);
      assert.doesNotMatch(words, /\btaken\b|\bread\b(?! it out)|was heard\b(?<!whether it was heard)/i, words);
    }
  });

  test('a reminder that moves on by itself is no act of anybody', () => {
    const reminder = {
      council: 'harbour',
      residentId: ROSA,
      id: 'r1',
      label: 'drink',
      recurrence: { kind: 'daily', time: '15:00', from: '2026-11-01' },
      ladder: [],
      state: 'on',
      next: { local: '2026-11-25T15:00', at: EIGHT },
      lastAct: { number: 1, at: 0, by: { kind: 'carer', id: 'dan-bennett' }, did: 'set-reminder' },
    };
    const put = (version: number) =>
      rowSentence(
        { how: 'put', key: reminderKey('harbour', ROSA, 'r1'), row: 'reminder', version, body: reminder },
        undefined,
      );
    assert.equal(put(1).words, 'Dan Bennett set the 3:00pm reminder to have a drink for Rosa.');
    assert.match(put(7).words, /moved on\. Next: Wednesday 25 November, 3:00pm\.$/);
  });

  test('a kind of row that nobody has heard of is told of all the same', () => {
    const told = rowSentence(
      { how: 'put', key: { pk: 'C#harbour#MOON#1', sk: 'MOON' }, row: 'moon', version: 1, body: {} },
      undefined,
    );
    assert.equal(told.words, 'A row of the kind “moon” was written.');
    assert.deepEqual(told.where, NOWHERE);
  });

  test('a row that cannot be read does not stand in the way of its write', async () => {
    const news = happenings(() => 0);
    const watch = watchBellbird(news);
    watch.begin();
    const table = watch.table(memoryTable({ newWriteId: () => String(Math.random()) }));
    const body: JsonObject = { not: 'a delivery' };
    const put = await table.put({ key: deliveryKey('harbour', ROSA, 'x'), kind: 'delivery', body }, { ifNew: true });
    assert.equal(put.kind, 'mine');
    assert.match(news.kept()[0]?.words ?? '', /cannot read it/);
  });
});

describe('what just happened', () => {
  test('is kept in bounds, and the same thing told again is one line that says how often', () => {
    const news = happenings(() => EIGHT);
    const seen: number[] = [];
    const stop = news.follow(({ times }) => seen.push(times));
    for (let n = 0; n < 3; n += 1) news.tell(sentence('The plan of visits was carried on.', DOERS.planOn, NOWHERE));
    stop();
    assert.deepEqual(seen, [1, 2, 3]);
    assert.equal(news.kept().length, 1);
    for (let n = 0; n < 1_000; n += 1) news.tell(sentence(`Line ${n}`, DOERS.table, NOWHERE));
    assert.equal(news.kept().length, 400);
    assert.equal(news.kept().at(-1)?.words, 'Line 999');
  });

  test('seeding is no news; bells and rows are told once the watch has begun, in the home they belong to', async () => {
    const news = happenings(() => 0);
    const watch = watchBellbird(news);
    const table = watch.table(memoryTable({ newWriteId: () => String(Math.random()) }));
    const item = (id: string) => ({ key: deliveryKey('harbour', ROSA, id), kind: 'delivery', body: written });
    await table.put(item('a'), { ifNew: true });
    assert.equal(news.kept().length, 0);
    watch.begin();
    await table.put(item('b'), { ifNew: true });
    const bell: Bell = watch.bell({ ring: async () => undefined });
    await bell.ring([{ council: 'harbour', residentId: ROSA, id: 'b' }], 'routine', 20_000);
    assert.deepEqual(
      news.kept().map(({ words, where }) => [words, where]),
      [
        ['The 8:00pm reminder is due. A Delivery was written for Rosa.', { kind: 'home', homeId: 'gull-court-3' }],
        ['A bell was rung: look at Rosa’s row in 20 seconds.', { kind: 'home', homeId: 'gull-court-3' }],
      ],
    );
  });
});
