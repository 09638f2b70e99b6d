import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { HOUR, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { instantOf, localDateTime } from '../../../lambda/core/kernel/uk-time.ts';
import { OFFICER_RIGHTS } from '../../../lambda/core/people/officer.ts';
import { chooseSafetyMode, type WantedMode } from '../../../lambda/core/safeguarding/choose-safety-mode.ts';
import { moveDutyEntry } from '../../../lambda/core/safeguarding/handle-duty-entry.ts';
import { noteForDuty } from '../../../lambda/core/safeguarding/note-for-duty.ts';
import { type DutyQueue, takenBy } from '../../../lambda/core/safeguarding/safety-mode.ts';
import { overdueOf, tellOnward } from '../../../lambda/core/safeguarding/tell-onward.ts';
import { onwardWording } from '../../../lambda/render/onward-wording.ts';
import { aCareService, type CareService } from '../../support/builders/a-care-service.ts';
import { aCouncil, anOfficer, aResident } from '../../support/builders/people.ts';

const WEEK = ([1, 2, 3, 4, 5] as const).map((weekday) => ({ weekday, from: '09:00', to: '17:00' }));
const QUEUE: DutyQueue = {
  name: 'Adult safeguarding duty desk',
  hours: WEEK,
  responseMinutes: 60,
  lead: 'Nadia Frost',
  onward: { name: 'Peter Holm', contact: { text: '+447700900123' } },
};
const RUTH = anOfficer({ id: 'ruth', name: 'Ruth Abel', rights: ['duty'] });
const ROSA = anOfficer({ id: 'rosa', rights: ['duty'] });
const MINA = anOfficer({ id: 'mina', rights: ['see', 'manage'] });
const DUTY: WantedMode = { kind: 'duty', queue: QUEUE, firstOnDuty: 'ruth' };

const at = (time: string) => instantOf(time);
const by = (time: string, closedOn: readonly string[] = []) =>
  localDateTime(takenBy({ hours: WEEK, responseMinutes: 60 }, closedOn, at(time)));

describe('by when an entry is to be taken', () => {
  test('minutes outside the hours of the duty do not count, nor do days on which the office is shut', () => {
    assert.equal(by('2026-11-24T10:00'), '2026-11-24T11:00');
    assert.equal(by('2026-11-24T03:00'), '2026-11-24T10:00');
    assert.equal(by('2026-11-24T16:30'), '2026-11-25T09:30');
    assert.equal(by('2026-11-27T18:00'), '2026-11-30T10:00', 'over a weekend');
    assert.equal(by('2026-11-24T18:00', ['2026-11-25']), '2026-11-26T10:00');
  });

  test('it is never before the words were said, and a later one is never to be taken earlier', () => {
    const instant = fc.integer({ min: at('2026-01-01T00:00'), max: at('2027-12-31T00:00') });
    fc.assert(
      fc.property(instant, fc.nat({ max: 14 * 24 * HOUR }), fc.integer({ min: 1, max: 960 }), (one, later, minutes) => {
        const queue = { hours: WEEK, responseMinutes: minutes };
        const due = takenBy(queue, [], one);
        assert.ok(due >= one + minutes * MINUTE);
        assert.ok(takenBy(queue, [], one + later) >= due);
      }),
    );
  });
});

const aDuty = async (setUp: Parameters<typeof aCareService>[0] = {}) => {
  const service = await aCareService(setUp);
  const { stores, needs } = service;
  for (const officer of [RUTH, ROSA, MINA]) await stores.officers.save(officer);
  const duties = { ...needs, ...stores, modes: stores.safetyModes, entries: stores.dutyEntries };
  return {
    service,
    choose: (wanted: WantedMode, officer = MINA) => chooseSafetyMode(duties)(officer, wanted),
    note: (residentId = 'bill', isKnown = true) =>
      noteForDuty(duties)(aCouncil(), QUEUE, { homeId: 'home', residentId, isKnown }, 'abuse'),
    entries: () => stores.dutyEntries.ofCouncil('harbour'),
    move: async (officer: Parameters<ReturnType<typeof moveDutyEntry>>[0], to: 'taken' | 'done') => {
      const [entry] = await stores.dutyEntries.ofCouncil('harbour');
      return (await moveDutyEntry(duties)(officer, entry ?? { at: 0, id: 'none' }, to)).kind;
    },
  };
};

const trail = async ({ stores }: CareService, item: string) => stores.audit.of('harbour', item);

describe('choosing what becomes of safety words', () => {
  test('only by an officer who may manage, and it is in the audit trail, without anybody’s number', async () => {
    const { service, choose } = await aDuty();
    for (const right of OFFICER_RIGHTS) {
      const { kind } = await choose(DUTY, anOfficer({ id: 'x', rights: [right] }));
      assert.equal(kind, right === 'manage' ? 'mode-chosen' : 'not-allowed', right);
    }
    assert.equal((await choose({ kind: 'count-only', lead: 'Nadia Frost' })).kind, 'mode-chosen');
    const acts = await trail(service, 'SAFETY-MODE');
    assert.deepEqual(
      acts.map(({ act }) => act.did),
      ['safety-duty', 'safety-count-only'],
    );
    assert.match(JSON.stringify(acts), /Nadia Frost/);
    assert.doesNotMatch(JSON.stringify(acts), /900123/);
  });

  test('a duty is refused without a queue: a name, hours, a response time, a lead, somebody who looks and somebody who is told', async () => {
    const { service, choose } = await aDuty();
    const without = (queue: Partial<DutyQueue>, firstOnDuty = 'ruth') =>
      choose({ kind: 'duty', queue: { ...QUEUE, ...queue }, firstOnDuty });
    const missing = async (queue: Partial<DutyQueue>, firstOnDuty?: string) => {
      const outcome = await without(queue, firstOnDuty);
      return outcome.kind === 'no-queue' ? outcome.missing : outcome.kind;
    };
    assert.deepEqual(await missing({ name: ' ' }), ['name']);
    assert.deepEqual(await missing({ hours: [] }), ['hours']);
    assert.deepEqual(await missing({ hours: [{ weekday: 1, from: '17:00', to: '09:00' }] }), ['hours']);
    assert.deepEqual(await missing({ responseMinutes: 0 }), ['response']);
    assert.deepEqual(await missing({ lead: '' }), ['lead']);
    assert.deepEqual(await missing({ onward: { name: 'Peter Holm', contact: {} } }), ['onward']);
    assert.deepEqual(await missing({}, 'mina'), ['nobody-on-duty'], 'an officer who is not on duty');
    assert.deepEqual(await missing({}, 'nobody'), ['nobody-on-duty']);
    assert.deepEqual(await choose({ kind: 'count-only', lead: '' }), { kind: 'no-queue', missing: ['lead'] });
    assert.equal(await service.stores.safetyModes.of('harbour'), undefined);
  });
});

describe('the list of the duty', () => {
  test('holds who, the class, when and by when; who is open is somebody in the home', async () => {
    const { note, entries } = await aDuty({ at: '2026-11-24T10:00' });
    await note();
    await note('bill', false);
    const [known, open] = await entries();
    assert.deepEqual(
      [known?.residentId, known?.homeId, known?.safety, known?.state, localDateTime(known?.takenBy ?? 0)],
      ['bill', 'home', 'abuse', 'waiting', '2026-11-24T11:00'],
    );
    assert.deepEqual([open?.residentId, open?.homeId], [undefined, 'home']);
  });

  test('nobody is on it who is practice, or who stopped everything', async () => {
    const withdrawn = { ...aResident().consent, state: 'withdrawn' } as const;
    for (const resident of [
      aResident({ isPractice: true }),
      aResident({ consent: withdrawn }),
      aResident({ presence: { kind: 'ended', since: '2026-11-01' } }),
    ]) {
      const { note, entries } = await aDuty({ residents: [resident] });
      assert.equal((await note()).kind, 'nobody-there');
      assert.deepEqual(await entries(), []);
    }
  });

  test('is taken, taken over and done by officers on duty only; whoever finishes it took it', async () => {
    const { service, note, move, entries } = await aDuty();
    await note();
    for (const right of OFFICER_RIGHTS.filter((one) => one !== 'duty'))
      assert.equal(await move(anOfficer({ id: 'x', rights: [right] }), 'taken'), 'not-allowed', right);
    assert.equal(await move({ ...RUTH, council: 'inland' }, 'taken'), 'no-such-entry');
    assert.equal(await move(RUTH, 'done'), 'not-from-here');
    assert.equal(await move(RUTH, 'taken'), 'duty-moved');
    assert.equal(await move(RUTH, 'taken'), 'not-from-here', 'it is theirs already');
    assert.equal(await move(ROSA, 'done'), 'not-from-here');
    assert.equal(await move(ROSA, 'taken'), 'duty-moved');
    assert.equal(await move(ROSA, 'done'), 'duty-moved');
    assert.equal(await move(RUTH, 'taken'), 'not-from-here');
    const [entry] = await entries();
    const acts = await trail(service, `DUTY#${entry?.id}`);
    assert.deepEqual(
      acts.map(({ act }) => `${act.did} ${act.by.id}`),
      ['put-on-duty-list skill', 'duty-taken ruth', 'duty-taken rosa', 'duty-done rosa'],
    );
    assert.doesNotMatch(JSON.stringify(acts), /bill|abuse|"home"/, 'the audit trail says nothing of who or why');
  });
});

describe('an entry that nobody took in time', () => {
  const late = async (answers: readonly ('sent' | 'refused')[]) => {
    const duty = await aDuty({ at: '2026-11-24T10:00' });
    await duty.choose(DUTY);
    await duty.note();
    const sent: unknown[] = [];
    const left = [...answers];
    const needs = {
      modes: duty.service.stores.safetyModes,
      entries: duty.service.stores.dutyEntries,
      messages: {
        consoleUrl: 'https://console.example/console',
        send: async (message: unknown) => {
          sent.push(message);
          const kind = left.shift() ?? 'sent';
          return kind === 'sent' ? ({ kind } as const) : ({ kind, reason: 'too-many-calls' } as const);
        },
      },
      wording: onwardWording,
      clock: duty.service.clock,
      log: duty.service.log.log,
    };
    return { ...duty, sent, tell: () => tellOnward(needs)('harbour'), overdue: () => overdueOf(needs)('harbour') };
  };

  test('is told onward once, with nothing of who or what in it', async () => {
    const { service, sent, tell, overdue } = await late(['sent']);
    await tell();
    assert.deepEqual([sent.length, await overdue()], [0, 0]);
    service.clock.moveTo(at('2026-11-24T11:00'));
    await tell();
    await tell();
    assert.deepEqual([sent.length, await overdue()], [1, 1]);
    assert.match(JSON.stringify(sent), /Adult safeguarding duty desk/);
    assert.doesNotMatch(JSON.stringify(sent), /Bill|abuse|Gull/i);
  });

  test('is told again by the next look if it could not be sent', async () => {
    const { service, sent, tell } = await late(['refused', 'sent']);
    service.clock.moveTo(at('2026-11-24T11:05'));
    await tell();
    await tell();
    await tell();
    assert.equal(sent.length, 2);
  });

  test('one that was taken is overdue no more', async () => {
    const { service, sent, move, tell, overdue } = await late([]);
    await move(RUTH, 'taken');
    service.clock.moveTo(at('2026-11-24T15:00'));
    await tell();
    assert.deepEqual([sent.length, await overdue()], [0, 0]);
  });
});
