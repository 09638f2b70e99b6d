import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import * as v from 'valibot';
import { recurrenceSchema } from '../../../lambda/adapters/table/recurrence-schema.ts';
import { readRecurrence } from '../../../lambda/console/reminders/read-recurrence.ts';
import { typedFrom } from '../../../lambda/console/reminders/typed-from.ts';
import type { Nation } from '../../../lambda/core/people/home.ts';
import type { Recurrence } from '../../../lambda/core/timetable/recurrence.ts';
import { all, attribute, byId, find, has, textOf } from '../../support/page.ts';
import { anyRecurrence } from '../../support/recurrences.ts';
import { aReminder } from '../support/busy-week.ts';
import { type Fields, type Seen, type Visitor, visitor } from '../support/visitor.ts';
import { aWorld, type World } from '../support/world.ts';

const NEW = '/console/residents/res-margaret/reminders/new';

const asMark = async (world: World): Promise<Visitor> => {
  const mark = visitor(world);
  await mark.signIn('carer', 'carer-mark');
  return mark;
};

/** Goes through the pages of the form to the one that checks the answers, or to the first with a mistake. */
const through = async (mark: Visitor, often: Recurrence['kind'], when: Fields): Promise<Seen> => {
  const second = await mark.press(await mark.get(NEW), 'Continue', { label: 'drink', often });
  const third = await mark.press(second, 'Continue', { time: '9am', ...when });
  return third.mistakes.length > 0 ? third : mark.press(third, 'Continue', { tell: 'nobody' });
};

const remindersOf = (world: World) => world.stores.reminders.ofResident('harbour', 'res-margaret');

/** The words under a key of the page that checks the answers, or of a reminder's own. */
const row = (page: Seen, key: string): string | undefined => {
  const found = find(page.root, (each) => has(each, 'govuk-summary-list__key') && textOf(each) === key);
  return found?.parent === undefined ? undefined : textOf(all(found.parent, 'dd')[0]);
};

const moveHome = async (world: World, nation: Nation): Promise<void> => {
  const resident = await world.stores.residents.ofId('harbour', 'res-margaret');
  const home = await world.stores.homes.ofId('harbour', resident?.value.homeId ?? '');
  assert.ok(home);
  await world.stores.homes.save({ ...home, value: { ...home.value, nation } });
};

const from = '2026-11-24';
const ofDays = { time: '09:00', from } as const;

const KINDS: readonly (readonly [Recurrence['kind'], Fields, string, string, Recurrence])[] = [
  [
    'daily',
    { moreTimes: '1pm, 18:30; 9am' },
    'Every day at 9:00am, 1:00pm and 6:30pm. Next: Tuesday 24 November.',
    'Tuesday 24 November at 1:00pm Tuesday 24 November at 6:30pm Wednesday 25 November at 9:00am',
    { kind: 'daily', ...ofDays, andAt: ['13:00', '18:30'] },
  ],
  [
    'every-n-days',
    { every: '3' },
    'Every 3 days at 9:00am. Next: Friday 27 November.',
    'Friday 27 November at 9:00am Monday 30 November at 9:00am Thursday 3 December at 9:00am',
    { kind: 'every-n-days', every: 3, ...ofDays },
  ],
  [
    'every-n-weeks',
    { every: '2', days: ['2'], 'until-day': '1', 'until-month': '5', 'until-year': '2027' },
    'Every second Tuesday at 9:00am, until Saturday 1 May 2027. Next: Tuesday 8 December.',
    'Tuesday 8 December at 9:00am Tuesday 22 December at 9:00am Tuesday 5 January 2027 at 9:00am',
    { kind: 'every-n-weeks', every: 2, days: [2], ...ofDays, until: '2027-05-01' },
  ],
  [
    'monthly-on-date',
    { monthDay: '31' },
    'On the last day of every month at 9:00am. Next: Monday 30 November.',
    'Monday 30 November at 9:00am Thursday 31 December at 9:00am Sunday 31 January 2027 at 9:00am',
    { kind: 'monthly-on-date', day: 31, ...ofDays },
  ],
  [
    'monthly-on-weekday',
    { nth: 'last', weekday: '5' },
    'On the last Friday of every month at 9:00am. Next: Friday 27 November.',
    'Friday 27 November at 9:00am Friday 25 December at 9:00am Friday 29 January 2027 at 9:00am',
    { kind: 'monthly-on-weekday', nth: 'last', weekday: 5, ...ofDays },
  ],
  [
    'every-n-hours',
    { every: '24' },
    'Every 24 hours, counted from 9:00am on Tuesday 24 November 2026. These are hours that pass: when the clocks change, it moves by an hour on the clock. Next: Wednesday 25 November.',
    'Wednesday 25 November at 9:00am Thursday 26 November at 9:00am Friday 27 November at 9:00am',
    { kind: 'every-n-hours', every: 24, first: '2026-11-24T09:00+00:00' },
  ],
];

describe('each kind of rule', () => {
  for (const [often, when, sentence, next, recurrence] of KINDS) {
    test(`${often}: is asked for what it needs, says its sentence and its next three times, and is set once`, async () => {
      const world = await aWorld();
      const mark = await asMark(world);
      const page = await through(mark, often, when);
      assert.equal(page.heading, 'Check your answers', page.mistakes.map(({ text }) => text).join());
      assert.deepEqual([row(page, 'When'), row(page, 'Comes next')], [sentence, next]);
      const sent = await Promise.all([1, 2].map(() => mark.send(page, 'Set this reminder')));
      assert.deepEqual(
        sent.map(({ response }) => response.status),
        [303, 303],
      );
      const [reminder, ...more] = await remindersOf(world);
      assert.deepEqual([reminder?.recurrence, more], [recurrence, []]);
      const own = await mark.get(`/console/residents/res-margaret/reminders/${reminder?.id}`);
      assert.deepEqual([row(own, 'When'), row(own, 'Comes next')], [sentence, next]);
      const change = await mark.click(own, 'Change this reminder');
      assert.deepEqual([row(change, 'When'), row(change, 'Comes next')], [sentence, next]);
      const same = await mark.press(await mark.press(change, 'Change when'), 'Continue');
      assert.equal(row(same, 'When'), sentence);
    });
  }

  test('once says its day, and has no further times and no days left out', async () => {
    const mark = await asMark(await aWorld());
    const page = await through(mark, 'once', { 'date-day': '27', 'date-month': '11', 'date-year': '2026' });
    assert.equal(row(page, 'When'), 'Once, on Friday 27 November 2026 at 9:00am.');
    assert.deepEqual([row(page, 'Comes next'), row(page, 'Days left out')], [undefined, undefined]);
  });

  test('T11 a time that the clocks skip is shown as it comes that night', async () => {
    const world = await aWorld();
    const recurrence = { kind: 'every-n-days', every: 1, time: '01:30', from: '2027-03-27' } as const;
    await world.stores.reminders.save({ value: aReminder({ id: 'rem-1', recurrence }), version: 0 });
    const page = await (await asMark(world)).get('/console/residents/res-margaret/reminders/rem-1');
    assert.match(row(page, 'Comes next') ?? '', /28 March 2027 at 2:00am, because the clocks go forward that night/);
  });

  test('a paused reminder says no further times', async () => {
    const world = await aWorld();
    const value = aReminder({ id: 'rem-1', time: '20:00' });
    await world.stores.reminders.save({ value, version: 0 });
    const mark = await asMark(world);
    const page = await mark.get('/console/residents/res-margaret/reminders/rem-1');
    assert.match(row(page, 'Comes next') ?? '', /^Tuesday 24 November at 8:00pm/);
    const paused = await mark.press(page, 'Pause this reminder');
    assert.equal(row(paused, 'Comes next'), undefined);
  });

  test('whatever stands is read from the form as it was, so that a look at it changes nothing', () => {
    fc.assert(
      fc.property(anyRecurrence, (recurrence) => {
        const nation = 'bankHolidays' in recurrence ? recurrence.bankHolidays?.nation : undefined;
        const stored = v.parse(recurrenceSchema, recurrence);
        const read = readRecurrence(typedFrom(aReminder({ id: 'rem-1', recurrence: stored })), from, nation);
        assert.equal(JSON.stringify(read), JSON.stringify({ recurrence: stored }));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('days that are left out', () => {
  const off = async (world: World, fields: Fields, often: Recurrence['kind'] = 'weekdays') => {
    const mark = await asMark(world);
    const page = await through(mark, often, { every: '6' });
    const asked = await mark.press(page, 'Change the days left out');
    return { mark, asked, page: await mark.press(asked, 'Continue', fields) };
  };

  test('are asked for by whoever wants it, and the sentence says them', async () => {
    const world = await aWorld();
    const { mark, page } = await off(world, { bankHolidays: 'nothing', leftOut: '24 12 2026, 31/12/2026' });
    assert.equal(row(page, 'Days left out'), 'Bank holidays Thursday 24 December 2026 Thursday 31 December 2026');
    assert.match(
      row(page, 'When') ?? '',
      /Not on Thursday 24 December 2026 and on Thursday 31 .* Not on bank holidays\./,
    );
    await mark.press(page, 'Set this reminder');
    assert.deepEqual((await remindersOf(world))[0]?.recurrence, {
      kind: 'weekdays',
      ...ofDays,
      except: ['2026-12-24', '2026-12-31'],
      bankHolidays: { nation: 'england', instead: 'nothing' },
    });
  });

  test('none are left out unless that is chosen', async () => {
    const { page, asked } = await off(await aWorld(), {});
    assert.equal(row(page, 'Days left out'), 'None');
    const checked = all(asked.root, 'input').filter((each) => each.attributes.has('checked'));
    assert.deepEqual(
      checked.map((each) => attribute(each, 'value')),
      ['usual'],
    );
  });

  test('T18 bank holidays are those of the nation in which the home is', async () => {
    const world = await aWorld();
    await moveHome(world, 'scotland');
    const { mark, page } = await off(world, { bankHolidays: 'next-working-day' });
    await mark.press(page, 'Set this reminder');
    const recurrence = (await remindersOf(world))[0]?.recurrence;
    assert.ok(recurrence?.kind === 'weekdays');
    assert.deepEqual(recurrence.bankHolidays, { nation: 'scotland', instead: 'next-working-day' });
  });

  test('a rule of hours is asked for single days only', async () => {
    const { asked, page } = await off(await aWorld(), { leftOut: '25 12 2026' }, 'every-n-days');
    assert.ok(byId(asked.root, 'bankHolidays'));
    assert.equal(row(page, 'Days left out'), 'Friday 25 December 2026');
    const world = await aWorld();
    const mark = await asMark(world);
    const quiet = await through(mark, 'every-n-hours', { every: '24' });
    const hours = await mark.press(quiet, 'Change the days left out');
    assert.equal(byId(hours.root, 'bankHolidays'), undefined);
    assert.equal(
      row(await mark.press(hours, 'Continue', { leftOut: '25 12 26' }), 'Days left out'),
      'Friday 25 December 2026',
    );
  });

  for (const [what, fields, mistake] of [
    [
      'dates that are none',
      { leftOut: '31 2 2027' },
      ['leftOut', 'Enter real dates such as 25 12 2026, with a comma between them, or leave it empty'],
    ],
    [
      'words instead of dates',
      { leftOut: 'Christmas' },
      ['leftOut', 'Enter real dates such as 25 12 2026, with a comma between them, or leave it empty'],
    ],
    [
      'too many dates',
      { leftOut: Array.from({ length: 21 }, (_, n) => `${n + 1} 1 2027`).join() },
      ['leftOut', 'Leave out at most 20 days'],
    ],
    ['a choice that is none', { bankHolidays: 'maybe' }, ['bankHolidays', 'Choose what happens on bank holidays']],
  ] as const) {
    test(`refused: ${what}`, async () => {
      const { page } = await off(await aWorld(), fields);
      assert.equal(page.status, 422);
      assert.deepEqual(page.mistakes, [{ field: mistake[0], text: mistake[1] }]);
      assert.ok(byId(page.root, mistake[0]));
    });
  }
});

describe('a rule that cannot be read is refused beside its field', () => {
  const days = (text: string) => ({ field: 'every', text });
  const cases: readonly (readonly [string, Recurrence['kind'], Fields, { field: string; text: string }])[] = [
    ['no number of days', 'every-n-days', {}, days('Enter every how many days')],
    ['every day is another choice', 'every-n-days', { every: '1' }, days('Enter a whole number of days from 2 to 365')],
    ['more days than a year has', 'every-n-days', { every: '366' }, days('Enter a whole number of days from 2 to 365')],
    ['half a day', 'every-n-days', { every: '2.5' }, days('Enter a whole number of days from 2 to 365')],
    ['no number of weeks', 'every-n-weeks', { days: ['1'] }, days('Enter every how many weeks')],
    [
      'too many weeks',
      'every-n-weeks',
      { days: ['1'], every: '53' },
      days('Enter a whole number of weeks from 2 to 52'),
    ],
    ['weeks without days', 'every-n-weeks', { every: '2' }, { field: 'days', text: 'Choose at least one day' }],
    ['no number of hours', 'every-n-hours', {}, days('Enter every how many hours')],
    ['no hours at all', 'every-n-hours', { every: '0' }, days('Enter a whole number of hours from 1 to 72')],
    ['no day of the month', 'monthly-on-date', {}, { field: 'monthDay', text: 'Enter a day of the month' }],
    [
      'a day that no month has',
      'monthly-on-date',
      { monthDay: '32' },
      { field: 'monthDay', text: 'Enter a day of the month from 1 to 31' },
    ],
    ['not which one', 'monthly-on-weekday', { weekday: '1' }, { field: 'nth', text: 'Choose which one in the month' }],
    ['no day of the week', 'monthly-on-weekday', { nth: '1' }, { field: 'weekday', text: 'Choose a day of the week' }],
    [
      'a fifth one',
      'monthly-on-weekday',
      { nth: '5', weekday: '1' },
      { field: 'nth', text: 'Choose which one in the month' },
    ],
    [
      'other times that are none',
      'daily',
      { moreTimes: '1pm, later' },
      {
        field: 'moreTimes',
        text: 'Enter other times such as 1pm, 6:30pm, with a comma between them, or leave it empty',
      },
    ],
    [
      'too many times',
      'daily',
      { moreTimes: '10am,11am,12pm,1pm,2pm,3pm,4pm,5pm' },
      { field: 'moreTimes', text: 'Enter at most 8 times a day' },
    ],
    [
      'a last day before the first',
      'every-n-hours',
      { every: '6', 'until-day': '1', 'until-month': '11', 'until-year': '2026' },
      { field: 'until-day', text: 'The last day must not be before the first' },
    ],
    [
      'weeks that hold none of the days',
      'every-n-weeks',
      { every: '2', days: ['1'], 'until-day': '28', 'until-month': '11', 'until-year': '2026' },
      { field: 'days', text: 'With these days and dates it would never be due. Change the days or the dates' },
    ],
  ];
  for (const [what, often, when, mistake] of cases) {
    test(what, async () => {
      const world = await aWorld();
      const page = await through(await asMark(world), often, when);
      assert.equal(page.status, 422);
      assert.deepEqual(page.mistakes, [mistake]);
      const input = byId(page.root, mistake.field);
      assert.ok(input, `the summary links to #${mistake.field}, which is not there`);
      if (attribute(input, 'type') === 'text') {
        const typed = Object.entries(when).find(([name]) => name === mistake.field)?.[1];
        assert.equal(attribute(input, 'value') ?? '', typed ?? '');
      }
      assert.deepEqual(await remindersOf(world), []);
    });
  }
});

describe('quiet hours and the hours of whoever is told', () => {
  test('T26 one of several times inside quiet hours is asked about, and set when it was confirmed', async () => {
    const world = await aWorld();
    const mark = await asMark(world);
    const asked = await through(mark, 'daily', { moreTimes: '1pm, 11pm' });
    assert.equal(asked.heading, 'This time is inside quiet hours');
    assert.match(asked.text, /A reminder at 11:00pm would speak/);
    const page = await mark.press(asked, 'Speak at that time');
    assert.match(row(page, 'Quiet hours') ?? '', /it speaks then/);
    await mark.press(page, 'Set this reminder');
    assert.equal((await remindersOf(world)).length, 1);
  });

  test('T26 so is a rule of hours that comes at night', async () => {
    const mark = await asMark(await aWorld());
    const asked = await through(mark, 'every-n-hours', { every: '4' });
    assert.equal(asked.heading, 'This time is inside quiet hours');
    assert.match(asked.text, /A reminder at 1:00am would speak/);
  });

  test('whoever is told must be there at every time of the rule', async () => {
    const world = await aWorld();
    const mark = await asMark(world);
    const page = await through(mark, 'daily', { moreTimes: '11am, 9.45pm' });
    const tell = await mark.press(await mark.press(page, 'Change who is told'), 'Continue', {
      tell: 'carer:carer-mark',
      after: '30',
    });
    assert.match(tell.mistakes[0]?.text ?? '', /has agreed to be told only between 7:00am and 10:00pm/);
  });
});
