import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { HOUR, MINUTE, SECOND } from '../../../lambda/core/kernel/clock.ts';
import { localDateTime } from '../../../lambda/core/kernel/uk-time.ts';
import { changePresence, type WantedPresence } from '../../../lambda/core/people/change-presence.ts';
import { ENDED_REASONS, presenceMark } from '../../../lambda/core/people/presence.ts';
import { confirmReminder, resumeReminder } from '../../../lambda/core/reminders/change-reminder.ts';
import { setReminder } from '../../../lambda/core/reminders/set-reminder.ts';
import { aHome, anEcho, anOfficer } from '../../support/builders/people.ts';
import { REFUSED, SENT, UNKNOWN } from '../../support/builders/recorders.ts';
import { aDelivery, anAnnouncement, aReminder, aVisit } from '../../support/builders/things-told.ts';
import { aScreenHome, type ScreenHome } from '../../support/screen-home.ts';

const acting = { kind: 'officer', officer: anOfficer() } as const;
const LADDER = [
  { afterMinutes: 5, tell: { kind: 'carer', carerId: 'priya' } },
  { afterMinutes: 10, tell: { kind: 'desk' } },
] as const;

/** Everything that may happen to Bill, before the service has ended and afterwards. */
type Happening =
  | { readonly passes: number }
  | { readonly runs: number }
  | { readonly where: 'home' | 'away' }
  | { readonly channel: typeof SENT }
  | { readonly does: (typeof DOES)[number] };

const DOES = [
  'tick',
  'ring',
  'ring-all-twice',
  'lose-bells',
  'alert',
  'announcement',
  'an-old-row',
  'set-reminder',
  'save-reminder',
  'resume',
  'confirm',
  'look-at-television',
] as const;

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ passes: fc.constantFrom(SECOND, MINUTE, 40 * MINUTE, 30 * HOUR) }),
  fc.record({ runs: fc.constantFrom(MINUTE, 15 * MINUTE) }),
  fc.record({ where: fc.constantFrom('home', 'away') }),
  fc.record({ channel: fc.constantFrom(SENT, REFUSED, UNKNOWN) }) as fc.Arbitrary<Happening>,
  fc.record({ does: fc.constantFrom(...DOES) }),
);

const billOf = async ({ stores }: ScreenHome) =>
  (await stores.residents.ofId('harbour', 'bill', { strong: true }))?.value ?? assert.fail();

const say = async (home: ScreenHome, wanted: WantedPresence): Promise<string> => {
  const seen = presenceMark((await billOf(home)).presence);
  const request = { acting, council: 'harbour', residentId: 'bill', seen, wanted };
  return (await changePresence(home.service.needs)(request)).kind;
};

const makeHappen = async (
  home: ScreenHome,
  television: Awaited<ReturnType<ScreenHome['pairedTelevision']>>,
  what: Happening,
  number: number,
): Promise<void> => {
  const { service, stores, clock } = home;
  if ('passes' in what) return clock.move(what.passes);
  if ('runs' in what) return service.runTo(localDateTime(clock() + what.runs));
  if ('channel' in what) return service.channels.answerNext(what.channel);
  if ('where' in what) {
    const away = { kind: 'away', reason: 'hospital', since: localDateTime(clock()).slice(0, 10) } as const;
    await say(home, what.where === 'home' ? { kind: 'home' } : away);
    return;
  }
  const now = localDateTime(clock());
  const stored = await stores.reminders.ofId('harbour', 'bill', 'rem');
  const request = { acting, resident: await billOf(home), canReply: true };
  const one = { ...request, reminderId: 'rem', act: stored?.value.lastAct.number ?? 1 };
  switch (what.does) {
    case 'tick':
      await service.tick();
      return;
    case 'ring':
      return service.answerBells();
    case 'ring-all-twice': {
      const all = await service.deliveriesOf();
      await Promise.all([service.deliver(...all), service.deliver(...all)]);
      return;
    }
    case 'lose-bells':
      return service.bell.lose();
    case 'alert':
      await home.giveAlert({ id: `flood-${number}` });
      return;
    case 'announcement':
      await service.needs.announce(anAnnouncement(now, 'notice'));
      return;
    case 'an-old-row':
      await stores.deliveries.add(aDelivery(now, 'urgent', { state: 'claimed', ladder: LADDER, id: `${now}#old` }));
      return;
    case 'set-reminder': {
      const recurrence = { kind: 'daily', time: now.slice(11), from: now.slice(0, 10) } as const;
      const wanted = { label: 'drink', recurrence, ladder: LADDER, quietHoursConfirmed: true } as const;
      await setReminder(service.needs)(request, wanted);
      return;
    }
    // A page that had read the Resident before the end writes afterwards.
    case 'save-reminder':
      await stores.reminders.save({ value: aReminder(now, { id: `late-${number}`, ladder: LADDER }), version: 0 });
      return;
    case 'resume':
      await resumeReminder(service.needs)(one);
      return;
    case 'confirm':
      await confirmReminder(service.needs)(one);
      return;
    case 'look-at-television':
      await television.now();
  }
};

const happenings = fc.array(happening, { maxLength: 15 });

test('after the service has ended: no speech, no chime, no card and nobody told of it, whatever else happens (T23)', async () => {
  let toldBefore = 0;
  await fc.assert(
    fc.asyncProperty(happenings, fc.constantFrom(...ENDED_REASONS), happenings, async (before, reason, after) => {
      const home = await aScreenHome({
        at: '2026-11-24T09:58',
        homes: [aHome({ echos: ['kitchen', 'bedroom'] })],
        echos: [anEcho(), anEcho({ hash: 'bedroom', kind: 'consumer' })],
        entries: [aVisit()],
        reminders: [aReminder('2026-11-24T10:00', { ladder: LADDER })],
      });
      const { service } = home;
      const television = await home.pairedTelevision();
      for (const [number, what] of before.entries()) await makeHappen(home, television, what, number);
      toldBefore += service.channels.said();
      assert.equal(await say(home, { kind: 'ended', reason }), 'presence-changed');
      const [said, rungs] = [service.channels.said(), service.rungs.length];
      for (const [number, what] of after.entries()) {
        await makeHappen(home, television, what, 100 + number);
        const answer = await television.now();
        assert.deepEqual(answer.state === 'paired' ? [answer.cards, answer.next] : answer.state, [[], undefined]);
      }
      await service.runTo(localDateTime(service.clock() + 20 * MINUTE));
      service.clock.move(26 * HOUR);
      await service.runTo(localDateTime(service.clock() + 5 * MINUTE));
      assert.equal(service.channels.said(), said, 'neither speech nor a chime');
      assert.equal(service.rungs.length, rungs, 'nobody is told that nobody replied');
      assert.equal((await billOf(home)).presence.kind, 'ended');
    }),
    { numRuns: 150 },
  );
  assert.ok(toldBefore > 20, `it was heard before: ${toldBefore}`);
});
