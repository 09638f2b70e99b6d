import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MINUTE } from '../../../lambda/core/kernel/clock.ts';
import type { Resident } from '../../../lambda/core/people/resident.ts';
import { aReminder } from '../support/busy-week.ts';
import { type Visitor, visitor } from '../support/visitor.ts';
import { aWorld, type World } from '../support/world.ts';

const MARGARET = '/console/residents/res-margaret';
const PRESENCE = `${MARGARET}/presence`;

const as = async (world: World, role: 'carer' | 'officer', id: string): Promise<Visitor> => {
  const visit = visitor(world);
  await visit.signIn(role, id);
  return visit;
};

const margaret = async ({ stores }: World): Promise<Resident> =>
  (await stores.residents.ofId('harbour', 'res-margaret'))?.value ?? assert.fail();

const giveReminder = async ({ stores }: World, id = 'drink', time = '20:00'): Promise<void> => {
  await stores.reminders.save({ value: aReminder({ id, time }), version: 0 });
};

/** Says on the pages that Margaret is in hospital, until a day or not known. */
const toHospital = async (
  visit: Visitor,
  until: { day: string; month: string; year: string } | undefined = undefined,
) => {
  const where = await visit.get(PRESENCE);
  const dates = await visit.press(where, 'Continue', { where: 'hospital' });
  const { day = '', month = '', year = '' } = until ?? {};
  const check = await visit.press(dates, 'Continue', { 'until-day': day, 'until-month': month, 'until-year': year });
  return { where, dates, check, done: await visit.press(check, 'Save this') };
};

const home = async (visit: Visitor) => {
  const where = await visit.get(PRESENCE);
  const check = await visit.press(where, 'Continue', { where: 'home' });
  return { check, done: await visit.press(check, 'Save this') };
};

describe('where is Margaret?', () => {
  test('a carer says that she is in hospital, sees what that means, and it stands on her page', async () => {
    const world = await aWorld();
    const mark = await as(world, 'carer', 'carer-mark');
    const before = await mark.get(MARGARET);
    assert.match(before.text, /Where is Margaret\? At home\./);
    assert.equal(mark.linkTo(before, 'Say where they are now'), PRESENCE);
    const { where, dates, check, done } = await toHospital(mark, { day: '1', month: '12', year: '2026' });
    assert.doesNotMatch(where.text, /They died|At home Each/);
    assert.equal(dates.heading, 'When is Margaret away?');
    assert.match(check.text, /In hospital Since Tuesday 24 November 2026 Expected home Tuesday 1 December 2026/);
    assert.match(check.text, /Nothing is spoken, shown or sent to Margaret from now on/);
    assert.match(done.text, /It is noted that Margaret is away/);
    assert.match(
      done.text,
      /In hospital\. Since Tuesday 24 November\. Expected home on Tuesday 1 December\. Away by you/,
    );
    assert.deepEqual((await margaret(world)).presence, {
      kind: 'away',
      reason: 'hospital',
      since: '2026-11-24',
      until: '2026-12-01',
    });
    const member = (await world.stores.members.page('harbour')).members.find(
      ({ residentId }) => residentId === 'res-margaret',
    );
    assert.equal(member?.standing, 'away', 'audiences are asked of what stands now');
  });

  test('a day on which she was expected home and has not come is said', async () => {
    const world = await aWorld();
    const mark = await as(world, 'carer', 'carer-mark');
    await toHospital(mark, { day: '25', month: '11', year: '2026' });
    world.time.now += 3 * 24 * 60 * MINUTE;
    const again = await as(world, 'carer', 'carer-mark');
    assert.match(
      (await again.get(MARGARET)).text,
      /Margaret was expected home on Wednesday 25 November\. Nothing is told/,
    );
  });

  test('what cannot be is refused beside its field', async () => {
    const world = await aWorld();
    const mark = await as(world, 'carer', 'carer-mark');
    const where = await mark.get(PRESENCE);
    const nothing = await mark.press(where, 'Continue');
    assert.deepEqual(nothing.mistakes, [{ text: 'Choose where they are', field: 'where' }]);
    const dates = await mark.press(where, 'Continue', { where: 'holiday' });
    const mistakes = async (typed: Record<string, string>) => (await mark.press(dates, 'Continue', typed)).mistakes;
    assert.deepEqual(await mistakes({ 'since-day': '25' }), [
      { text: 'The first day away must be today or in the last year', field: 'since-day' },
    ]);
    assert.deepEqual(
      await mistakes({ 'since-day': '', 'until-day': '31', 'until-month': '11', 'until-year': '2026' }),
      [
        { text: 'Enter a day, a month and a year', field: 'since-day' },
        { text: 'Enter a real date, such as 27 3 2027', field: 'until-day' },
      ],
    );
    assert.deepEqual(await mistakes({ 'until-day': '1', 'until-month': '11', 'until-year': '2026' }), [
      { text: 'The day they are expected home must be today or in the coming year', field: 'until-day' },
    ]);
    assert.deepEqual((await margaret(world)).presence, { kind: 'home' });
  });

  test('two people at once: the second is told, and nothing of theirs is saved (C01)', async () => {
    const world = await aWorld();
    const mark = await as(world, 'carer', 'carer-mark');
    const where = await mark.get(PRESENCE);
    const check = await mark.press(await mark.press(where, 'Continue', { where: 'holiday' }), 'Continue');
    await toHospital(await as(world, 'officer', 'officer-priya'));
    const second = await mark.press(check, 'Save this');
    assert.equal(second.status, 409);
    assert.match(second.mistakes[0]?.text ?? '', /Somebody else has just changed this/);
    assert.match(second.text, /In hospital/);
    assert.equal((await margaret(world)).presence.kind, 'away');
  });

  test('who may only see is not asked and may not say; a carer cannot end the service', async () => {
    const world = await aWorld();
    const sue = await as(world, 'carer', 'carer-sue');
    const page = await sue.get(MARGARET);
    assert.doesNotMatch(page.text, /Say where they are now/);
    assert.equal((await sue.get(PRESENCE)).status, 403);
    assert.equal((await sue.get(`${MARGARET}/confirm-reminders`)).status, 403);
    const mark = await as(world, 'carer', 'carer-mark');
    const where = await mark.get(PRESENCE);
    assert.equal((await mark.press(where, 'Continue', { where: 'died' })).status, 403);
    assert.deepEqual((await margaret(world)).presence, { kind: 'home' });
  });

  test('an officer who manages ends the service; it is final, and the reason is on no page', async () => {
    const world = await aWorld();
    const priya = await as(world, 'officer', 'officer-priya');
    const check = await priya.press(await priya.get(PRESENCE), 'Continue', { where: 'died' });
    assert.match(check.text, /This cannot be undone/);
    const done = await priya.press(check, 'End the service for good');
    assert.match(done.text, /The service for Margaret has ended\./);
    assert.doesNotMatch(done.text, /died|Say where they are now|Add a reminder/);
    assert.equal((await priya.get(PRESENCE)).status, 409);
    const { presence, lastAct } = await margaret(world);
    assert.deepEqual(
      [presence.kind, presence.kind === 'ended' && presence.reason, lastAct.by.id],
      ['ended', 'died', 'officer-priya'],
    );
    assert.doesNotMatch(JSON.stringify(world.log), /died|Margaret/);
  });
});

describe('coming home', () => {
  const cameHome = async () => {
    const world = await aWorld();
    await giveReminder(world);
    await giveReminder(world, 'lunch', '12:00');
    const mark = await as(world, 'carer', 'carer-mark');
    await toHospital(mark);
    world.time.now += MINUTE;
    const { check, done } = await home(mark);
    world.time.now += MINUTE;
    return { world, mark, check, done };
  };

  test('leads to the reminders to confirm: keep one, cancel the other, and nothing waits any more', async () => {
    const { world, mark, check, done } = await cameHome();
    assert.match(check.text, /Each reminder is told again only when somebody has confirmed it/);
    assert.equal(done.heading, 'Confirm the reminders');
    assert.match(done.text, /Margaret is at home again/);
    const page = await mark.get(MARGARET);
    assert.equal(mark.linkTo(page, 'Confirm 2 reminders'), `${MARGARET}/confirm-reminders`);
    assert.match(page.text, /To be confirmed/);
    assert.match(page.text, /Not told unless it is confirmed/);
    assert.match((await mark.get('/console/residents')).text, /1 thing needs attention/);
    const kept = await mark.press(done, 'Keep it as it is');
    assert.match(kept.text, /The reminder is confirmed\./);
    assert.match((await mark.get(MARGARET)).text, /Confirm 1 reminder/);
    const cancel = await mark.get(mark.linkTo(kept, 'Cancel it'));
    await mark.press(cancel, 'Yes, cancel it');
    assert.doesNotMatch((await mark.get(MARGARET)).text, /Confirm \d reminder|To be confirmed/);
    assert.match((await mark.get(`${MARGARET}/confirm-reminders`)).text, /No reminder waits to be confirmed/);
    const lunch = await world.stores.reminders.ofId('harbour', 'res-margaret', 'lunch');
    assert.equal(lunch?.value.lastAct.did, 'confirm-reminder');
  });

  test('a reminder’s own page says why it is not told, and confirms it', async () => {
    const { mark } = await cameHome();
    const page = await mark.get(`${MARGARET}/reminders/drink`);
    assert.match(page.text, /They came home since this was set\. It is not told until somebody has confirmed it\./);
    await mark.press(page, 'Keep it as it is');
    const after = await mark.get(`${MARGARET}/reminders/drink`);
    assert.doesNotMatch(after.text, /came home since/);
    assert.match(after.text, /Confirmed by you/);
  });

  test('with no reminder that is on, nothing is to be confirmed', async () => {
    const world = await aWorld();
    const mark = await as(world, 'carer', 'carer-mark');
    await toHospital(mark);
    const { done } = await home(mark);
    assert.match(done.text, /Margaret is at home again\./);
    assert.doesNotMatch(done.text, /Confirm/);
  });
});
