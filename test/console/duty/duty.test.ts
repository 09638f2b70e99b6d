import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HOUR, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { OFFICER_RIGHTS } from '../../../lambda/core/people/officer.ts';
import type { DutyEntry } from '../../../lambda/core/safeguarding/duty-entry.ts';
import { visitor } from '../support/visitor.ts';
import { aWorld, TUESDAY_AT_TEN, type World } from '../support/world.ts';

const ruth = { council: 'harbour', id: 'officer-ruth', name: 'Ruth Abel', rights: ['duty'] as const };

const anEntry = (over: Partial<DutyEntry> = {}): DutyEntry => ({
  council: 'harbour',
  id: 'entry-1',
  at: TUESDAY_AT_TEN,
  homeId: 'home-1',
  residentId: 'res-margaret',
  safety: 'abuse',
  takenBy: TUESDAY_AT_TEN + HOUR,
  state: 'waiting',
  lastAct: { number: 1, at: TUESDAY_AT_TEN, by: { kind: 'system', id: 'skill' }, did: 'put-on-duty-list' },
  ...over,
});

const aDutyWorld = async (...entries: readonly DutyEntry[]) => {
  const world = await aWorld();
  await world.stores.officers.save(ruth);
  for (const value of entries) await world.stores.dutyEntries.save({ value, version: 0 });
  return world;
};

const as = async (world: World, id: string, role: 'carer' | 'officer' = 'officer') => {
  const visit = visitor(world);
  await visit.signIn(role, id);
  return visit;
};

const HOURS = { 'from-2': '9am', 'to-2': '5pm', 'from-3': '09:00', 'to-3': '17:00' };
const FILLED = {
  kind: 'duty',
  lead: 'Nadia Frost',
  name: 'Adult safeguarding duty desk',
  ...HOURS,
  response: '60',
  firstOnDuty: 'officer-ruth',
  onward: 'Peter Holm',
  text: '07700 900123',
};

describe('what becomes of safety words', () => {
  test('is count only until an officer who may manage chooses a duty, with everything that makes it one', async () => {
    const world = await aDutyWorld();
    const priya = await as(world, 'officer-priya');
    const page = await priya.click(await priya.get('/console/homes'), 'Safety words');
    assert.match(page.text, /Now: only the class and the month are counted\./);
    const saved = await priya.press(page, 'Save this', FILLED);
    assert.match(saved.text, /Now: Adult safeguarding duty desk has a list.*Chosen by you, 10:00am today/);
    const mode = (await world.stores.safetyModes.of('harbour'))?.value;
    assert.ok(mode?.kind === 'duty');
    assert.deepEqual(mode.queue.hours, [
      { weekday: 2, from: '09:00', to: '17:00' },
      { weekday: 3, from: '09:00', to: '17:00' },
    ]);
    const back = await priya.press(await priya.get('/console/safety-words'), 'Save this', { kind: 'count-only' });
    assert.match(back.text, /Now: only the class and the month are counted/);
  });

  test('says beside each field what a duty still needs, and changes nothing', async () => {
    const world = await aDutyWorld();
    const priya = await as(world, 'officer-priya');
    const page = await priya.get('/console/safety-words');
    const fields = async (typed: object) =>
      (await priya.press(page, 'Save this', { ...typed })).mistakes.map(({ field }) => field);
    assert.deepEqual(await fields({}), ['kind']);
    assert.deepEqual(await fields({ kind: 'count-only' }), ['lead']);
    assert.deepEqual(await fields({ kind: 'duty' }), ['name', 'hours', 'response', 'lead', 'onward', 'firstOnDuty']);
    assert.deepEqual(await fields({ ...FILLED, 'to-2': '' }), ['hours']);
    assert.deepEqual(await fields({ ...FILLED, text: '12', email: 'nobody' }), ['text', 'email']);
    assert.deepEqual(await fields({ ...FILLED, firstOnDuty: 'officer-omar' }), ['firstOnDuty']);
    assert.equal(await world.stores.safetyModes.of('harbour'), undefined);
  });
});

describe('who may see the duty list', () => {
  const paths = [
    ['GET', '/console/duty'],
    ['POST', `/console/duty/${TUESDAY_AT_TEN}/entry-1/take`],
    ['POST', `/console/duty/${TUESDAY_AT_TEN}/entry-1/done`],
  ] as const;

  test('nobody but officers on duty: for carers and every other officer it is not there (SEC-09)', async () => {
    const world = await aDutyWorld(anEntry());
    const others = OFFICER_RIGHTS.filter((right) => right !== 'duty');
    await world.stores.officers.save({ council: 'harbour', id: 'officer-all', name: 'Al', rights: others });
    for (const [role, id] of [
      ['carer', 'carer-mark'],
      ['carer', 'carer-sue'],
      ['officer', 'officer-priya'],
      ['officer', 'officer-omar'],
      ['officer', 'officer-all'],
    ] as const) {
      const visit = await as(world, id, role);
      const token = await visit.formToken();
      for (const [method, path] of paths) {
        const response = await (method === 'GET' ? visit.ask(path) : visit.post(path, [['token', token]]));
        assert.equal(response.status, 404, `${id} ${path}`);
      }
      const home = await visit.get('/console/residents');
      assert.doesNotMatch(home.text, /Duty list|Abuse/);
    }
    assert.equal((await world.stores.dutyEntries.ofCouncil('harbour'))[0]?.state, 'waiting');
    const stranger = visitor(world);
    assert.equal((await stranger.ask('/console/duty')).status, 303);
  });

  test('the list of another council is not there either (C12, SEC-11)', async () => {
    const world = await aDutyWorld(anEntry({ council: 'inland', homeId: 'home-inland', residentId: 'res-inland' }));
    const visit = await as(world, 'officer-ruth');
    assert.match((await visit.get('/console/duty')).text, /Nothing is waiting/);
    const token = await visit.formToken();
    assert.equal((await visit.post(paths[1][1], [['token', token]])).status, 404);
  });

  test('an officer on duty sees no resident’s page by it, and chooses no mode', async () => {
    const world = await aDutyWorld(anEntry());
    const visit = await as(world, 'officer-ruth');
    assert.equal((await visit.ask('/console/residents/res-margaret')).status, 404);
    assert.equal((await visit.ask('/console/safety-words')).status, 403);
  });

  test('nothing of it stands on a resident’s page, among call-backs, or in the log', async () => {
    const world = await aDutyWorld(anEntry());
    const priya = await as(world, 'officer-priya');
    for (const path of [
      '/console/residents/res-margaret',
      '/console/call-backs',
      '/console/homes',
      '/console/safety-words',
    ])
      assert.doesNotMatch((await priya.get(path)).text, /Abuse|entry-1/, path);
    const visit = await as(world, 'officer-ruth');
    await visit.press(await visit.get('/console/duty'), 'I am taking this');
    assert.doesNotMatch(JSON.stringify(world.log), /entry-1|margaret|abuse/i);
  });
});

describe('the duty list', () => {
  test('an entry is taken and done, and what waits too long says since when and who was told', async () => {
    const late = anEntry({
      id: 'entry-0',
      at: TUESDAY_AT_TEN - 3 * HOUR,
      takenBy: TUESDAY_AT_TEN - 2 * HOUR,
      toldOnwardAt: TUESDAY_AT_TEN - 2 * HOUR + MINUTE,
      safety: 'low-mood',
    });
    const { residentId: _nobody, ...open } = anEntry({ id: 'entry-2', at: TUESDAY_AT_TEN - MINUTE });
    const world = await aDutyWorld(late, open);
    const priya = await as(world, 'officer-priya');
    await priya.press(await priya.get('/console/safety-words'), 'Save this', FILLED);
    const visit = await as(world, 'officer-ruth');
    const page = await visit.get('/console/duty');
    assert.match(page.text, /Somebody looks Tuesday to Wednesday, 9:00am to 5:00pm\..*within 60 minutes/);
    assert.match(
      page.text,
      /Margaret Ellis, 4 Quay Street ?Overdue since 8:00am today ?Low mood\. Said at 7:00am today\. Peter Holm was told at 8:01am today\./,
    );
    assert.match(page.text, /Somebody at 4 Quay Street ?To be taken by 11:00am today ?Abuse/);
    const taken = await visit.press(page, 'I am taking this');
    assert.match(taken.text, /You have taken it\..*Taken by you/);
    const done = await visit.press(taken, 'Done');
    assert.match(
      done.text,
      /It is done\..*Done in the last seven days ?Margaret Ellis, 4 Quay Street: Low mood\..*Done by you/,
    );
  });

  test('pressed at the same time by two, the second is told to look again', async () => {
    const world = await aDutyWorld(anEntry());
    await world.stores.officers.save({ ...ruth, id: 'officer-rosa', name: 'Rosa Lind' });
    const [one, other] = [await as(world, 'officer-ruth'), await as(world, 'officer-rosa')];
    const page = await one.get('/console/duty');
    await one.press(page, 'I am taking this');
    const second = await one.press(page, 'I am taking this');
    assert.deepEqual([second.status, second.mistakes[0]?.field], [409, 'entry-entry-1']);
    const over = await other.press(await other.get('/console/duty'), 'Take this over');
    assert.match(over.text, /Taken by you/);
  });
});
