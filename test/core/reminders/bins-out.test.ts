import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { binRoundsKey } from '../../../lambda/adapters/table/keys-of-bin-rounds.ts';
import type { BinRounds } from '../../../lambda/core/bin-days/bin-rounds.ts';
import { instantOf } from '../../../lambda/core/kernel/uk-time.ts';
import { emptyMirror } from '../../../lambda/core/reminders/mirror.ts';
import { wantedCopy } from '../../../lambda/core/reminders/placement.ts';
import { aCareService, type SetUp } from '../../support/builders/a-care-service.ts';
import { saltmereRounds } from '../../support/builders/bin-days.ts';
import { aHome, anEcho, aResident } from '../../support/builders/people.ts';
import { aReminder } from '../../support/builders/things-told.ts';

const EVERY_EVENING = aReminder('2026-11-24T18:00', { label: 'bins' });
const ON_TUESDAYS = aReminder('2026-11-24T18:00', {
  label: 'bins',
  recurrence: { kind: 'chosen-weekdays', days: [2], time: '18:00', from: '2026-11-24' },
});

const atHome = async (setUp: SetUp = {}, rounds: BinRounds | 'none' = saltmereRounds(), round = 'Saltmere A') => {
  const service = await aCareService({
    at: '2026-11-24T17:50',
    homes: [aHome(round === '' ? {} : { binRound: round })],
    reminders: [EVERY_EVENING],
    ...setUp,
  });
  if (rounds !== 'none') await service.stores.binRounds.save({ value: rounds, version: 0 });
  const told = async () => (await service.deliveriesOf()).map(({ due, state }) => `${due} ${state}`);
  return { service, told };
};

describe('the evening before a bin day', () => {
  test('a reminder about the bins that comes every day is told on those evenings only, and names the bins', async () => {
    const { service, told } = await atHome();
    await service.runTo('2026-12-05T08:00');
    assert.deepEqual(await told(), ['2026-11-25T18:00 sent', '2026-12-02T18:00 sent']);
    const [first] = await service.deliveriesOf();
    assert.deepEqual(first?.content, {
      kind: 'reminder',
      label: 'bins',
      at: '2026-11-25T18:00',
      bins: {
        on: '2026-11-26',
        bins: [
          { kind: 'recycling', colour: 'green' },
          { kind: 'food', colour: 'brown' },
        ],
      },
    });
  });

  test('in the morning the bins of the same day are meant', async () => {
    const { service, told } = await atHome({ reminders: [aReminder('2026-11-25T07:00', { label: 'bins' })] });
    await service.runTo('2026-11-28T08:00');
    assert.deepEqual(await told(), ['2026-11-26T07:00 sent']);
  });

  test('a day that the council moves is told before the day it moves to', async () => {
    const { service, told } = await atHome({
      at: '2026-12-22T10:00',
      reminders: [aReminder('2026-12-22T18:00', { label: 'bins' })],
    });
    await service.runTo('2026-12-29T08:00');
    assert.deepEqual(await told(), ['2026-12-27T18:00 sent']);
  });

  test('one on a day that somebody chose is told on it, whatever the round says', async () => {
    const { service, told } = await atHome({ reminders: [ON_TUESDAYS] });
    await service.runTo('2026-11-25T08:00');
    assert.deepEqual(await told(), ['2026-11-24T18:00 sent']);
    assert.equal(JSON.stringify((await service.deliveriesOf())[0]?.content).includes('colour'), false);
  });

  test('where no round is known it comes every day, as it was set', async () => {
    for (const [rounds, round] of [
      ['none', 'Saltmere A'],
      [saltmereRounds(), ''],
      [saltmereRounds(), 'A round that was taken away'],
    ] as const) {
      const { service, told } = await atHome({}, rounds, round);
      await service.runTo('2026-11-24T20:00');
      assert.deepEqual(await told(), ['2026-11-24T18:00 sent']);
    }
  });

  test('rounds that cannot be read silence nobody, and are alarmed', async () => {
    const { service, told } = await atHome({}, 'none');
    await service.table.put(
      { key: binRoundsKey('harbour'), kind: 'bin-rounds', body: { collections: 'none' } },
      { ifNew: true },
    );
    await service.runTo('2026-11-24T20:00');
    assert.deepEqual(await told(), ['2026-11-24T18:00 sent']);
  });

  test('a round that changes after the bell was rung is told as it is now, or not at all', async () => {
    const { service, told } = await atHome({
      at: '2026-11-25T17:58',
      reminders: [aReminder('2026-11-25T18:00', { label: 'bins' })],
    });
    await service.tick();
    const stored = await service.stores.binRounds.ofCouncil('harbour');
    assert.ok(stored);
    await service.stores.binRounds.save({
      value: saltmereRounds({ moved: [{ from: '2026-11-26', to: '2026-11-28' }] }),
      version: stored.version,
    });
    await service.runTo('2026-11-25T18:05');
    assert.deepEqual(await told(), ['2026-11-25T18:00 cancelled']);
    assert.equal(service.channels.said(), 0);
  });

  test('a bought Echo has Alexa’s own sentence for it: the bins and the weekday', async () => {
    const { service } = await atHome({ echos: [anEcho({ kind: 'consumer' })] });
    await service.runTo('2026-11-25T18:05');
    const [call] = service.channels.calls;
    assert.deepEqual(call?.messages[0]?.about, {
      kind: 'bins',
      on: '2026-11-26',
      bins: [
        { kind: 'recycling', colour: 'green' },
        { kind: 'food', colour: 'brown' },
      ],
    });
  });

  test('it is never placed on an Echo, which would ring on the other days too', () =>
    assert.deepEqual(
      wantedCopy(
        EVERY_EVENING,
        aResident(),
        emptyMirror({ council: 'harbour', residentId: 'bill' }),
        () => 'words',
        instantOf('2026-11-24T10:00'),
      ),
      { kind: 'cannot-hold', why: 'follows-bin-days' },
    ));
});
