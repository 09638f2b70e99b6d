import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { BANK_HOLIDAYS } from '../../../../infra/local/demo-council/bank-holidays.ts';
import { lastPlannedDay } from '../../../../infra/local/demo-council/build-diary.ts';
import type { DemoData } from '../../../../infra/local/demo-council/demo-council.ts';
import { demoEchos } from '../../../../infra/local/demo-council/demo-echos.ts';
import { DEFAULT_RESIDENT, DEMO_HOMES } from '../../../../infra/local/demo-council/demo-homes.ts';
import { OFFICERS } from '../../../../infra/local/demo-council/harbour-county-council.ts';
import { alexaIds } from '../../../../infra/local/virtual-alexa/virtual-echo.ts';
import { CARE_SUBJECTS } from '../../../../lambda/core/answers/answer.ts';
import { isOpen } from '../../../../lambda/core/call-backs/call-back.ts';
import { nextAppointment } from '../../../../lambda/core/diary/appointments.ts';
import { HOUR } from '../../../../lambda/core/kernel/clock.ts';
import { isId } from '../../../../lambda/core/kernel/ids.ts';
import { dateOf, instantOf } from '../../../../lambda/core/kernel/uk-time.ts';
import { RESIDENTS_PER_HOME } from '../../../../lambda/core/people/home.ts';
import { ladderRefusal, roomRefusal } from '../../../../lambda/core/reminders/reminder-rules.ts';
import { nextOccurrence } from '../../../../lambda/core/timetable/occurrence.ts';
import { demo, NOW, PAIRING, START } from './demo-stores.ts';
import { healthWordsIn } from './health-words.ts';

/** Days that begin differently: midweek, a Saturday, a bank holiday, the days on which the clocks change. */
const STARTS = [START, '2026-11-28', '2026-12-25', '2027-03-28', '2026-10-25', '2028-02-29'];

const allDemos = (): readonly DemoData[] => STARTS.map((date) => demo(date, instantOf(`${date}T10:00`)));

const assertUnique = (values: readonly string[], what: string) =>
  assert.deepEqual(
    values.filter((value, place) => values.indexOf(value) !== place),
    [],
    what,
  );

describe('the demo council', () => {
  test('has fifty residents in forty-six homes, and each home has one to four; and two samples for practice', () => {
    const { residents, homes } = demo();
    assert.equal(residents.filter(({ isPractice }) => !isPractice).length, 50);
    assert.equal(residents.filter(({ isPractice }) => isPractice).length, 2);
    assert.equal(homes.filter(({ area }) => area !== undefined).length, 46);
    assert.equal(homes.length, 48);
    for (const home of homes) {
      assert.ok(home.residents.length >= 1 && home.residents.length <= RESIDENTS_PER_HOME, home.id);
    }
  });

  test('is the same for the same start, and other for another', () => {
    assert.deepEqual(demo(), demo());
    assert.notDeepEqual(demo().diary, demo('2026-11-25', NOW).diary);
  });

  test('points nowhere that does not exist', () => {
    for (const data of allDemos()) {
      const residents = new Map(data.residents.map((resident) => [resident.id, resident]));
      const homes = new Map(data.homes.map((home) => [home.id, home]));
      const echos = new Map(data.echos.map((echo) => [echo.hash, echo]));
      const carers = new Map(data.carers.map((carer) => [carer.id, carer]));
      for (const resident of data.residents) {
        assert.ok(homes.get(resident.homeId)?.residents.includes(resident.id), resident.id);
        for (const member of resident.circle) {
          assert.equal(carers.get(member.carerId)?.name, member.name);
          assert.ok(carers.get(member.carerId)?.residents.includes(resident.id), member.carerId);
        }
      }
      for (const home of data.homes) {
        for (const id of home.residents) assert.equal(residents.get(id)?.homeId, home.id);
        for (const hash of home.echos) assert.equal(echos.get(hash)?.homeId, home.id);
      }
      for (const echo of data.echos) {
        assert.ok(homes.get(echo.homeId)?.echos.includes(echo.hash));
        assert.deepEqual(echo.residents, homes.get(echo.homeId)?.residents);
      }
      for (const carer of data.carers) {
        assert.notEqual(carer.residents.length, 0, `${carer.id} cares for nobody`);
        for (const id of carer.residents)
          assert.ok(residents.get(id)?.circle.some((member) => member.carerId === carer.id));
      }
      for (const row of [...data.diary, ...data.plans, ...data.reminders, ...data.callBacks])
        assert.ok(residents.has(row.residentId), row.residentId);
      for (const { owner } of data.callBacks)
        assert.ok(owner === undefined || OFFICERS.some((officer) => officer.id === owner));
    }
  });

  test('gives everything an id of its own that may stand in a key', () => {
    const { carers, officers, homes, residents, echos, diary, reminders, callBacks } = demo();
    for (const rows of [carers, officers, homes, residents, reminders, callBacks]) {
      assertUnique(
        rows.map((row) => row.id),
        'ids',
      );
      for (const { id } of rows) assert.ok(isId(id), id);
    }
    assertUnique(
      echos.map((echo) => echo.hash),
      'hashes of Echos',
    );
    const closedByMove = diary.filter((entry) => entry.state === 'cancelled').map((entry) => `${entry.at} ${entry.id}`);
    assertUnique(
      diary.filter((entry) => !closedByMove.includes(`${entry.at} ${entry.id}`)).map((entry) => entry.id),
      'diary',
    );
    for (const { id } of diary) assert.ok(isId(id), id);
  });

  test('calls no two people by the same name', () => {
    const { residents, carers, officers, homes } = demo();
    assertUnique(
      [...residents.map((one) => one.fullName), ...[...carers, ...officers].map((one) => one.name)],
      'names',
    );
    assertUnique(
      homes.map((home) => home.label),
      'labels of homes',
    );
  });

  test('says nothing about anybody’s health (G14)', () => {
    assert.deepEqual(healthWordsIn('Two tablets for her blood pressure'), ['tablets', 'blood', 'pressure']);
    for (const data of allDemos()) assert.deepEqual(healthWordsIn(JSON.stringify(data)), []);
    assert.deepEqual(healthWordsIn(JSON.stringify(demoEchos(DEMO_HOMES, PAIRING.skillId))), []);
  });

  test('prints only telephone numbers that are kept free for drama', () => {
    const numbers = JSON.stringify(demo()).match(/\b0\d{4} ?\d{6}\b/g) ?? [];
    assert.ok(numbers.length > 10);
    for (const number of numbers) assert.match(number, /^(01632 960\d{3}|07700 900\d{3})$/);
  });

  test('is the work of the seed, before it begins', () => {
    const { homes, residents, diary, reminders, callBacks } = demo();
    for (const { lastAct } of [...homes, ...residents, ...diary, ...reminders, ...callBacks]) {
      assert.deepEqual(lastAct.by, { kind: 'system', id: 'seed' });
      assert.equal(lastAct.number, 1);
      assert.ok(lastAct.at <= NOW);
    }
  });
});

describe('the reminders of the demo', () => {
  test('stand by the rules by which anybody sets one', () => {
    for (const data of allDemos()) {
      for (const resident of data.residents) {
        const theirs = data.reminders.filter((reminder) => reminder.residentId === resident.id);
        const canReply = data.echos.some((echo) => echo.residents.includes(resident.id));
        for (const reminder of theirs) {
          assert.ok(reminder.next !== undefined, `${reminder.id} is never due`);
          assert.equal(ladderRefusal(reminder.ladder, resident, canReply, reminder.next), undefined, reminder.id);
          const others = theirs.filter((other) => other !== reminder);
          assert.equal(roomRefusal(others, reminder.recurrence, reminder.next), undefined, reminder.id);
        }
      }
    }
  });

  test('leave nobody who begins waiting for more than three hours, day or night', () => {
    for (const date of [START, '2026-11-28']) {
      const { reminders } = demo(date, instantOf(`${date}T00:00`));
      for (let hour = 0; hour < 24; hour += 1) {
        const now = instantOf(`${date}T00:00`) + hour * HOUR;
        const due = reminders.map(({ recurrence }) => nextOccurrence(recurrence, now)?.at ?? Number.POSITIVE_INFINITY);
        assert.ok(Math.min(...due) - now <= 3 * HOUR, `nothing is due for three hours after ${hour}:00`);
      }
    }
  });
});

describe('the diary of the demo', () => {
  test('holds the coming week, and nothing before the start', () => {
    for (const [place, data] of allDemos().entries()) {
      const start = STARTS[place] ?? START;
      for (const { coversUntil } of data.plans) assert.equal(dateOf(coversUntil), lastPlannedDay(start));
      for (const entry of data.diary) {
        assert.ok(dateOf(entry.at) >= start, entry.id);
        assert.ok(entry.until === undefined || entry.until > entry.at, entry.id);
        assert.equal(entry.at.length, 16);
      }
    }
  });

  test('knows a visit on each day and an appointment in the week for whoever the demo begins with', () => {
    for (const [place, data] of allDemos().entries()) {
      const start = STARTS[place] ?? START;
      const theirs = data.diary.filter((entry) => entry.residentId === DEFAULT_RESIDENT);
      const today = theirs.filter((entry) => entry.kind === 'visit' && dateOf(entry.at) === start);
      assert.ok(today.length > 0 && today.every((visit) => visit.kind === 'visit' && visit.who !== undefined));
      const next = nextAppointment(
        [...theirs].sort((a, b) => (a.at < b.at ? -1 : 1)),
        instantOf(`${start}T10:00`),
      );
      assert.ok(next.kind === 'next-appointment' && dateOf(next.appointment.at) <= lastPlannedDay(start));
    }
  });

  test('has care workers who take turns, and some whose name is not known', () => {
    const visits = demo().diary.filter((entry) => entry.kind === 'visit');
    const whoComes = visits.filter((visit) => visit.residentId === DEFAULT_RESIDENT).map(({ who }) => who);
    assert.ok(new Set(whoComes).size > 1);
    const nameless = visits.filter((visit) => visit.what === 'care-visit' && visit.who === undefined);
    assert.deepEqual(new Set(nameless.map((visit) => visit.residentId)), new Set(['bernard-oshea', 'norman-eccles']));
  });

  test('has as many homes with an old plan as docs/demo.md says, and one without any', () => {
    const { plans, council, residents } = demo();
    const old = plans.filter((plan) => NOW - plan.asOf > council.diaryFreshForMinutes * 60_000);
    assert.deepEqual(old.map((plan) => plan.residentId).sort(), [
      'bernard-oshea',
      'betty-hargreaves',
      'norman-eccles',
      'sheila-doyle',
    ]);
    const planned = new Set(plans.map((plan) => plan.residentId));
    assert.deepEqual(
      residents.filter(({ id, isPractice }) => !isPractice && !planned.has(id)).map(({ id }) => id),
      ['walter-nightingale'],
    );
  });

  test('tells of a move and of a cancellation tomorrow', () => {
    const { diary } = demo();
    const cancelled = diary.filter((entry) => entry.state === 'cancelled');
    assert.deepEqual(
      cancelled.map(({ residentId, at }) => `${residentId} ${at}`),
      ['megan-pritchard 2026-11-25T15:30', 'nasima-begum 2026-11-25T16:00'],
    );
    const moved = diary.filter((entry) => entry.id === cancelled[0]?.id && entry.state === 'planned');
    assert.deepEqual(
      moved.map(({ at, until }) => [at, until]),
      [['2026-11-25T16:45', '2026-11-25T17:45']],
    );
  });
});

describe('the Echos of the demo', () => {
  const echos = demoEchos(DEMO_HOMES, PAIRING.skillId);

  test('are managed in fifteen homes and the practice flat, and consumer ones elsewhere, some with a screen', () => {
    const managed = echos.filter((echo) => echo.kind === 'managed');
    assert.equal(new Set(managed.map((echo) => echo.homeId)).size, 16);
    for (const kind of ['managed', 'consumer'] as const) {
      const ofKind = echos.filter((echo) => echo.kind === kind);
      assert.ok(ofKind.some((echo) => echo.screen) && ofKind.some((echo) => !echo.screen));
    }
  });

  test('have ids like Amazon’s, which are those that the virtual Alexa sends', () => {
    assertUnique(
      echos.map((echo) => echo.echoId),
      'Echos',
    );
    assertUnique(
      echos.map((echo) => echo.deviceId),
      'devices',
    );
    for (const echo of echos) {
      assert.match(echo.accountId, /^amzn1\.account\.[0-9A-F]{26}$/);
      const { userId, deviceId } = alexaIds(PAIRING.skillId, echo);
      assert.deepEqual({ userId, deviceId }, { userId: echo.userId, deviceId: echo.deviceId });
      if (echo.kind === 'consumer') continue;
      assert.match(echo.unitId, /^amzn1\.alexa\.unit\.did\.[0-9A-F]{26}$/);
      assert.match(echo.endpointId, /^amzn1\.alexa\.endpoint\.did\.[0-9A-F]{26}$/);
    }
  });

  test('are paired under the hash by which the skill finds them, and keep their ids sealed', () => {
    const { echos: paired } = demo();
    for (const echo of echos) {
      const ids = {
        userId: echo.userId,
        deviceId: echo.deviceId,
        ...(echo.kind === 'managed' ? { endpointId: echo.endpointId, unitId: echo.unitId } : {}),
      };
      const row = paired.find(({ hash }) => hash === PAIRING.hashEcho(ids));
      assert.equal(row?.homeId, echo.homeId);
      if (row === undefined) continue;
      assert.deepEqual(JSON.parse(Buffer.from(row.sealedIds, 'base64url').toString()), ids);
      assert.equal(row.notifications.on, echo.notificationsOn);
      assert.equal(row.kind, echo.kind);
    }
    assert.equal(paired.length, echos.filter((echo) => echo.homeId !== undefined).length);
  });

  test('are notified by account: one account, one choice', () => {
    for (const echo of echos)
      for (const other of echos.filter(({ accountId }) => accountId === echo.accountId))
        assert.equal(other.notificationsOn, echo.notificationsOn);
  });
});

describe('what Harbour has written', () => {
  test('answers every subject but two, in one short sentence and at most two more facts', () => {
    const { answers } = demo();
    const missing = CARE_SUBJECTS.filter((subject) => !answers.some((answer) => answer.subject === subject));
    assert.deepEqual(missing, ['council-tax', 'warm-home']);
    for (const { answer, facts, phone, subject, asOf } of answers) {
      assert.ok(answer.split(' ').length <= 15, subject);
      assert.match(answer, /^[A-Z][^.]*\.$/, subject);
      assert.ok(facts.length <= 2 && facts.every((fact) => /^[A-Z][^.]*\.$/.test(fact)), subject);
      assert.ok(phone !== undefined && asOf < NOW, subject);
    }
  });

  test('leaves two calls open, asked for on a working day before the start', () => {
    for (const [place, { callBacks, council }] of allDemos().entries()) {
      const begins = instantOf(`${STARTS[place]}T00:00`);
      assert.equal(callBacks.filter(isOpen).length, 2);
      for (const { askedAt, notes } of callBacks) {
        assert.ok(askedAt < begins);
        for (const note of notes) assert.ok(note.at < begins);
      }
      assert.deepEqual(council.closedOn, BANK_HOLIDAYS);
    }
  });
});
