import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { shardsOf } from '../../../lambda/adapters/table/shards.ts';
import { acknowledge } from '../../../lambda/core/delivery/acknowledge.ts';
import type { ChannelResult } from '../../../lambda/core/delivery/channel.ts';
import { type Delivery, isToBeTold, mayRise } from '../../../lambda/core/delivery/delivery.ts';
import { markReadOut, markSpoken } from '../../../lambda/core/delivery/read-out.ts';
import { HOUR, MINUTE, SECOND } from '../../../lambda/core/kernel/clock.ts';
import { localDateTime } from '../../../lambda/core/kernel/uk-time.ts';
import { aCareService, type CareService } from '../../support/builders/a-care-service.ts';
import { dies } from '../../support/builders/a-hooked-table.ts';
import { aCouncil } from '../../support/builders/people.ts';
import { REFUSED, SENT, UNKNOWN, UNREACHABLE } from '../../support/builders/recorders.ts';
import { anAnnouncement, aReminder, aVisit } from '../../support/builders/things-told.ts';

/** Everything that may happen to a reminder of ten o'clock and a message of half past nine. */
type Happening =
  | { readonly passes: number }
  | { readonly channel: ChannelResult }
  | { readonly does: 'tick' | 'ring' | 'ring-all-twice' | 'lose-bells' | 'read' | 'spoken' | 'heard' | 'die' }
  | { readonly presence: 'home' | 'away' }
  | { readonly echo: 'paired' | 'unpaired' }
  | { readonly reminder: 'on' | 'paused' };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ passes: fc.constantFrom(SECOND, 20 * SECOND, MINUTE, 5 * MINUTE, 40 * MINUTE, 3 * HOUR) }),
  fc.record({ channel: fc.constantFrom(SENT, UNKNOWN, REFUSED, UNREACHABLE) }),
  fc.record({
    does: fc.constantFrom('tick', 'tick', 'ring', 'ring-all-twice', 'lose-bells', 'read', 'spoken', 'heard', 'die'),
  }),
  fc.record({ presence: fc.constantFrom('home', 'home', 'away') }),
  fc.record({ echo: fc.constantFrom('paired', 'paired', 'unpaired') }),
  fc.record({ reminder: fc.constantFrom('on', 'paused') }),
);

const isDelivery = ({ kind }: { kind: string }) => kind === 'delivery';

const makeHappen = async (service: CareService, what: Happening): Promise<void> => {
  const { residents, echos, reminders } = service.stores;
  if ('passes' in what) return service.clock.move(what.passes);
  if ('channel' in what) return service.channels.answerNext(what.channel);
  if ('presence' in what)
    return service.change(residents, residents.ofId('harbour', 'bill'), {
      presence: what.presence === 'home' ? { kind: 'home' } : { kind: 'away', reason: 'hospital', since: '2026-11-24' },
    });
  if ('echo' in what) return service.change(echos, echos.ofHash('harbour', 'kitchen'), { state: what.echo });
  if ('reminder' in what)
    return service.change(reminders, reminders.ofId('harbour', 'bill', 'rem'), { state: what.reminder });
  const deliveries = await service.deliveriesOf();
  switch (what.does) {
    case 'tick':
      await service.tick();
      return;
    case 'ring':
      return service.answerBells();
    case 'ring-all-twice':
      await Promise.all([service.deliver(...deliveries), service.deliver(...deliveries)]);
      return;
    case 'lose-bells':
      return service.bell.lose();
    case 'read':
      return markReadOut(service.needs)(deliveries.slice(0, 1));
    case 'spoken':
      return markSpoken(service.needs)(deliveries.slice(0, 1));
    case 'heard':
      if (deliveries[0] !== undefined) await acknowledge(service.needs)(deliveries[0], 'heard', 'voice');
      return;
    case 'die':
      service.hooked.onNextPut(isDelivery, dies);
  }
};

/** At the moment of a call: it is in time, to somebody at home, at a paired Echo, of something still wanted and not acknowledged. */
const checkCall = (service: CareService) => async (): Promise<void> => {
  const { residents, echos, reminders } = service.stores;
  const now = service.clock();
  const calling = (await service.deliveriesOf()).filter(({ claim }) => claim?.calling === true && claim.until > now);
  assert.ok(calling.length > 0, 'nobody calls without a claim');
  assert.equal((await residents.ofId('harbour', 'bill'))?.value.presence.kind, 'home');
  assert.equal((await echos.ofHash('harbour', 'kitchen'))?.value.state, 'paired');
  for (const { dueAt, expiresAt, state, source } of calling) {
    assert.ok(dueAt <= now && now < expiresAt, 'in time');
    assert.ok(isToBeTold(state), state);
    if (source.kind === 'reminder')
      assert.equal((await reminders.ofId('harbour', 'bill', source.reminderId))?.value.state, 'on');
  }
};

/** G2: from one write of a Delivery to the next its state only rises or is closed, and no try is forgotten. */
const checkWrites = (service: CareService): void => {
  const last = new Map<string, Delivery>();
  for (const item of service.hooked.written.filter(isDelivery)) {
    const after = item.body as unknown as Delivery;
    const before = last.get(after.id);
    last.set(after.id, after);
    if (before === undefined) continue;
    const isSame = before.state === after.state;
    assert.ok(isSame || mayRise(before.state, after.state), `${before.state} → ${after.state}`);
    assert.deepEqual(after.attempts.slice(0, before.attempts.length), before.attempts);
    assert.deepEqual(item.due?.at, after.lookAt, 'the index says what the row says');
  }
};

test('whatever happens, states only rise, nothing is said twice or out of place, and in the end nothing waits', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 40 }), async (happenings) => {
      const ladder = [{ afterMinutes: 15, tell: { kind: 'desk' } }] as const;
      const once = { kind: 'once', at: '2026-11-24T10:00' } as const;
      const service = await aCareService({
        at: '2026-11-24T09:58',
        entries: [aVisit()],
        reminders: [aReminder('2026-11-24T10:00', { recurrence: once, ladder })],
      });
      const outOfPlace: unknown[] = [];
      // The worker takes whatever a channel throws for an unknown outcome, so what is wrong is kept for the end.
      service.channels.onCall(() => checkCall(service)().catch((fault) => void outOfPlace.push(fault)));
      await service.needs.announce(anAnnouncement('2026-11-24T09:58', 'notice'));
      for (const what of happenings)
        try {
          await makeHappen(service, what);
        } catch (fault) {
          if (!(fault instanceof Error && fault.message === 'the worker died')) throw fault;
        }
      service.hooked.letPass();
      await service.runTo(localDateTime(service.clock() + 5 * MINUTE));
      service.clock.move(50 * HOUR);
      await service.runTo(localDateTime(service.clock() + 10 * MINUTE));

      assert.deepEqual(outOfPlace, []);
      checkWrites(service);
      const deliveries = await service.deliveriesOf();
      for (const { lookAt, state, attempts } of deliveries) {
        assert.equal(lookAt, undefined, state);
        assert.ok(!isToBeTold(state), 'the end of each is known');
        const mayHaveBeenHeard = attempts.filter(
          ({ came, channel }) => channel !== 'desk' && (came === 'sent' || came === 'unknown'),
        );
        assert.ok(mayHaveBeenHeard.length <= 1, 'neither is ever sent twice');
        assert.ok(attempts.filter(({ channel, reason }) => channel === 'desk' && reason === undefined).length <= 1);
      }
      for (const shard of shardsOf('harbour', aCouncil())) {
        const { refs } = await service.stores.dueIndex.due(shard, Number.MAX_SAFE_INTEGER);
        assert.deepEqual(
          refs.filter(({ kind }) => kind === 'delivery'),
          [],
          'the index is empty',
        );
      }
    }),
    { numRuns: 200 },
  );
});
