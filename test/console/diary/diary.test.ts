import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DiaryEntry } from '../../../lambda/core/diary/diary-entry.ts';
import { attribute, byId } from '../../support/page.ts';
import { anEntry } from '../support/busy-week.ts';
import { type Fields, type Seen, visitor } from '../support/visitor.ts';
import { aWorld, type World } from '../support/world.ts';

const MARGARET = '/console/residents/res-margaret';
const VISIT = `${MARGARET}/diary/visit`;
const APPOINTMENT = `${MARGARET}/diary/appointment`;

const FRIDAY = { 'date-day': '27', 'date-month': '11', 'date-year': '2026' };

const entriesOf = (world: World): Promise<readonly DiaryEntry[]> =>
  world.stores.diaries.between('harbour', 'res-margaret', '2026-11-01', '2028-12-31');

const start = async () => {
  const world = await aWorld();
  const mark = visitor(world);
  await mark.signIn('carer', 'carer-mark');
  return { world, mark };
};

const withVisit = async () => {
  const { world, mark } = await start();
  const entry = anEntry({ id: 'visit-1', at: '2026-11-25T09:00', until: '2026-11-25T09:30', who: 'Sandra' });
  await world.stores.diaries.save({ value: entry, version: 0 });
  return { world, mark, path: `${MARGARET}/diary/2026-11-25T09:00/visit-1` };
};

describe('adding to the diary', () => {
  test('a visit stands with its source and its age, and the resident is told of it', async () => {
    const { world, mark } = await start();
    const typed = { what: 'care-visit', name: 'Sandra', ...FRIDAY, from: '9am', until: '9.30am' };
    const page = await mark.press(await mark.get(VISIT), 'Add this visit', typed);
    assert.match(page.text, /^Done It is in the diary\./);
    assert.match(page.text, /9:00am to 9:30am ?Care visit: Sandra ?From a carer, as of 10:00am today/);
    const [entry] = await entriesOf(world);
    assert.equal(entry?.at, '2026-11-27T09:00');
    assert.equal(entry?.until, '2026-11-27T09:30');
    assert.equal(world.rung.length, 1);
    assert.equal((await world.stores.audit.of('harbour', `DIARY#${entry?.id}`)).length, 1);
  });

  test('an appointment has a place and no reason (G14)', async () => {
    const { world, mark } = await start();
    const form = await mark.get(APPOINTMENT);
    assert.match(form.text, /Leave out what the appointment is for/);
    const page = await mark.press(form, 'Add this appointment', {
      what: 'dentist',
      name: 'Bridge Street',
      ...FRIDAY,
      from: '10:30',
    });
    assert.match(page.text, /10:30am ?At the dentist, Bridge Street/);
    const [entry] = await entriesOf(world);
    assert.equal(entry?.until, undefined);
  });

  test('what an officer adds is from the council', async () => {
    const { world } = await start();
    const priya = visitor(world);
    await priya.signIn('officer', 'officer-priya');
    const page = await priya.press(await priya.get(VISIT), 'Add this visit', { what: 'nurse', ...FRIDAY, from: '9am' });
    assert.match(page.text, /Nurse ?From the council, as of 10:00am today/);
  });

  test('a form that is sent twice makes one entry (C02)', async () => {
    const { world, mark } = await start();
    const form = await mark.get(VISIT);
    const typed = { what: 'care-visit', ...FRIDAY, from: '9am' };
    const sent = await Promise.all([1, 2, 3].map(() => mark.send(form, 'Add this visit', typed)));
    for (const { response } of sent) assert.equal(response.status, 303);
    assert.equal((await entriesOf(world)).length, 1);
    await mark.press(form, 'Add this visit', { ...typed, from: '11am' });
    assert.equal((await entriesOf(world)).length, 2, 'another time is another visit');
  });
});

describe('a diary form with mistakes comes back with what was typed', () => {
  const good = { what: 'care-visit', ...FRIDAY, from: '9am' };
  const cases: [string, Fields, { field: string; text: string }[]][] = [
    [
      'nothing',
      { what: '', 'date-day': '', 'date-month': '', 'date-year': '', from: '' },
      [
        { field: 'what', text: 'Choose who is coming' },
        { field: 'date-day', text: 'Enter a day' },
        { field: 'from', text: 'Enter a time' },
      ],
    ],
    ['half a date', { 'date-year': '' }, [{ field: 'date-day', text: 'Enter a day, a month and a year' }]],
    [
      'a date that is none',
      { 'date-day': '31' },
      [{ field: 'date-day', text: 'Enter a real date, such as 27 3 2027' }],
    ],
    ['a time that is none', { from: 'nine' }, [{ field: 'from', text: 'Enter a time such as 8am, 8:30am or 20:30' }]],
    [
      'half a time',
      { from: '9' },
      [{ field: 'from', text: 'Say whether it is morning or afternoon, such as 8am or 8pm' }],
    ],
    ['an end that is none', { until: 'ten' }, [{ field: 'until', text: 'Enter a time such as 8am, 8:30am or 20:30' }]],
    ['an end before the beginning', { until: '8am' }, [{ field: 'until', text: 'It must end after it begins' }]],
    [
      'a time that has passed',
      { 'date-day': '24', from: '9am' },
      [{ field: 'from', text: 'This time has passed. Choose one that is still to come' }],
    ],
    [
      'a day years away',
      { 'date-year': '2029' },
      [{ field: 'date-day', text: 'Choose a day within the next two years' }],
    ],
    [
      'a name with a number in it',
      { name: 'Sandra 07700 900123' },
      [{ field: 'name', text: 'Enter a first name of at most 40 letters, or leave it empty' }],
    ],
    [
      'a name that is too long',
      { name: 'x'.repeat(41) },
      [{ field: 'name', text: 'Enter a first name of at most 40 letters, or leave it empty' }],
    ],
    ['a kind that is none', { what: 'surgeon' }, [{ field: 'what', text: 'Choose who is coming' }]],
  ];
  for (const [what, over, mistakes] of cases) {
    test(what, async () => {
      const { world, mark } = await start();
      const typed = { ...good, name: 'Siân O’Neill-Jones', ...over };
      const page = await mark.press(await mark.get(VISIT), 'Add this visit', typed);
      assert.equal(page.status, 422);
      assert.equal(page.title, 'Error: Add a visit for Margaret – Bellbird');
      assert.deepEqual(
        page.mistakes,
        mistakes.map(({ field, text }) => ({ text, field })),
      );
      for (const { field } of mistakes) assert.ok(byId(page.root, field), field);
      for (const [name, value] of Object.entries(typed)) {
        const field = byId(page.root, name);
        if (field !== undefined && attribute(field, 'type') === 'text') assert.equal(attribute(field, 'value'), value);
      }
      assert.deepEqual(await entriesOf(world), []);
      assert.equal(world.rung.length, 0);
    });
  }

  test('an appointment says that a place is missing, and takes only a short name of one', async () => {
    const { mark } = await start();
    const page = await mark.press(await mark.get(APPOINTMENT), 'Add this appointment', {
      ...FRIDAY,
      from: '9am',
      name: '<b>',
    });
    assert.deepEqual(
      page.mistakes.map(({ text }) => text),
      ['Choose where it is', 'Enter the name of a place, at most 60 letters and numbers, or leave it empty'],
    );
  });
});

describe('moving and cancelling', () => {
  test('a visit is moved: the old time is closed without a word and the new one says who moved it', async () => {
    const { world, mark, path } = await withVisit();
    const form = await mark.get(`${path}/move`);
    assert.match(
      form.text,
      /Care visit: Sandra It is now planned for 9:00am to 9:30am on Wednesday 25 November 2026\./,
    );
    assert.equal(attribute(byId(form.root, 'from') ?? form.root, 'value'), '09:00');
    const page = await mark.press(form, 'Move it', { 'date-day': '26', from: '11am', until: '11.30am' });
    assert.match(
      page.text,
      /^Done It is moved\..*Thursday 26 November 11:00am to 11:30am ?Care visit: Sandra ?From a carer/,
    );
    const entries = await entriesOf(world);
    assert.deepEqual(
      entries.map(({ at, state }) => [at, state]),
      [
        ['2026-11-25T09:00', 'cancelled'],
        ['2026-11-26T11:00', 'planned'],
      ],
    );
  });

  test('its end can be moved alone', async () => {
    const { world, mark, path } = await withVisit();
    await mark.press(await mark.get(`${path}/move`), 'Move it', { until: '10am' });
    assert.deepEqual(
      (await entriesOf(world)).map(({ until }) => until),
      ['2026-11-25T10:00'],
    );
  });

  test('a visit is cancelled after a question, and stays as cancelled', async () => {
    const { world, mark, path } = await withVisit();
    const asked = await mark.get(`${path}/cancel`);
    assert.match(
      asked.text,
      /Do you want to cancel this visit\? Care visit: Sandra .* does not tell whoever was coming/,
    );
    assert.equal((await mark.click(asked, 'No, keep it')).path, MARGARET);
    const page = await mark.press(asked, 'Yes, cancel it');
    assert.match(page.text, /^Done It is cancelled\..*Care visit: Sandra ?Cancelled/);
    assert.equal((await entriesOf(world))[0]?.state, 'cancelled');
  });

  test('a mistake while moving keeps what was typed', async () => {
    const { mark, path } = await withVisit();
    const page = await mark.press(await mark.get(`${path}/move`), 'Move it', { from: '25:00', until: '' });
    assert.deepEqual(page.mistakes, [{ text: 'Enter a time such as 8am, 8:30am or 20:30', field: 'from' }]);
    assert.equal(page.title, 'Error: Move a visit for Margaret – Bellbird');
    const passed = await mark.press(await mark.get(`${path}/move`), 'Move it', { 'date-day': '20', until: '' });
    assert.deepEqual(
      passed.mistakes.map(({ field }) => field),
      ['from'],
    );
  });

  test('pressed twice, both answers say that it is done (C02)', async () => {
    const { world, mark, path } = await withVisit();
    const form = await mark.get(`${path}/move`);
    const move = { 'date-day': '26', from: '11am', until: '' };
    for (const { response } of await Promise.all([1, 2].map(() => mark.send(form, 'Move it', move))))
      assert.equal(response.headers.get('location'), `${MARGARET}?done=entry-moved`);
    assert.equal((await entriesOf(world)).filter(({ state }) => state === 'planned').length, 1);
    const asked = await mark.get(`${MARGARET}/diary/2026-11-26T11:00/visit-1/cancel`);
    for (const { response } of await Promise.all([1, 2].map(() => mark.send(asked, 'Yes, cancel it'))))
      assert.equal(response.headers.get('location'), `${MARGARET}?done=entry-cancelled`);
  });

  for (const button of ['Move it', 'Yes, cancel it'] as const) {
    test(`"${button}" on what somebody else has moved meanwhile says so and changes nothing`, async () => {
      const { world, mark, path } = await withVisit();
      const old = await mark.get(button === 'Move it' ? `${path}/move` : `${path}/cancel`);
      const priya = visitor(world);
      await priya.signIn('officer', 'officer-priya');
      await priya.press(await priya.get(`${path}/move`), 'Move it', { 'date-day': '28' });
      const typed: Fields = button === 'Move it' ? { 'date-day': '29' } : {};
      const conflict: Seen = await mark.press(old, button, typed);
      assert.equal(conflict.status, 409);
      assert.equal(conflict.heading, 'Somebody else changed this');
      const now = await mark.click(conflict, 'See the diary as it is now');
      assert.match(now.text, /Saturday 28 November 9:00am to 9:30am/);
      assert.deepEqual(
        (await entriesOf(world)).map(({ at, state }) => [at.slice(0, 10), state]),
        [
          ['2026-11-25', 'cancelled'],
          ['2026-11-28', 'planned'],
        ],
      );
      assert.equal((await mark.get(`${path}/move`)).status, 409);
    });
  }

  for (const odd of ['2026-11-25', '2026-02-30T09:00', '2026-11-25T25:00', 'yesterday', '2026-11-25T09:00:00']) {
    test(`an address with the time "${odd}" is not there`, async () => {
      const { mark } = await withVisit();
      assert.equal((await mark.get(`${MARGARET}/diary/${odd}/visit-1/move`)).status, 404);
    });
  }
});
