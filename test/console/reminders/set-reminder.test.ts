import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HOUR } from '../../../lambda/core/kernel/clock.ts';
import { addDays } from '../../../lambda/core/kernel/uk-time.ts';
import { all, attribute, byId, find, has, textOf } from '../../support/page.ts';
import { aReminder } from '../support/busy-week.ts';
import { type Fields, type Seen, type Visitor, visitor } from '../support/visitor.ts';
import { aWorld, TUESDAY_AT_TEN, type World } from '../support/world.ts';

const NEW = '/console/residents/res-margaret/reminders/new';

const asMark = async (world: World): Promise<Visitor> => {
  const mark = visitor(world);
  await mark.signIn('carer', 'carer-mark');
  return mark;
};

const WHAT = { label: 'drink', often: 'daily' };
const WHEN = { time: '8.30 pm' };
const TELL = { tell: 'nobody' };

/** Goes through the three pages of the form. */
const through = async (mark: Visitor, what: Fields, when: Fields, tell: Fields, path = NEW): Promise<Seen> => {
  const first = await mark.press(await mark.get(path), 'Continue', { ...WHAT, ...what });
  if (first.mistakes.length > 0) return first;
  const second = await mark.press(first, 'Continue', { ...WHEN, ...when });
  return second.mistakes.length > 0 ? second : mark.press(second, 'Continue', { ...TELL, ...tell });
};

const remindersOf = (world: World, id = 'res-margaret') => world.stores.reminders.ofResident('harbour', id);

/** The words under a key of the page that checks the answers. */
const row = (page: Seen, key: string): string => {
  const found = find(page.root, (each) => has(each, 'govuk-summary-list__key') && textOf(each) === key);
  return textOf(all(found?.parent ?? page.root, 'dd')[0]);
};

describe('a carer sets a reminder', () => {
  test('from an empty form to a reminder that stands, with the plain sentence on the way', async () => {
    const world = await aWorld();
    const mark = await asMark(world);
    const page = await through(mark, { often: 'weekdays' }, {}, { tell: 'carer:carer-mark', after: '30' });
    assert.equal(page.heading, 'Check your answers');
    assert.equal(row(page, 'For'), 'Margaret Ellis');
    assert.equal(row(page, 'What for'), 'Have a drink');
    assert.equal(row(page, 'When'), 'Every weekday at 8:30pm. Next: Tuesday 24 November.');
    assert.equal(row(page, 'If there is no reply'), 'Mark Ellis is told after 30 minutes');
    assert.match(row(page, 'How they are told'), /It speaks by itself/);
    assert.match(row(page, 'What the Echo says'), /^“Hello Margaret\. This is your reminder to have a drink/);
    assert.deepEqual(await remindersOf(world), []);

    const done = await mark.press(page, 'Set this reminder');
    assert.match(done.text, /^Done The reminder is set\. Margaret Ellis Reminder: Have a drink/);
    const [reminder] = await remindersOf(world);
    assert.deepEqual(reminder?.recurrence, { kind: 'weekdays', time: '20:30', from: '2026-11-24' });
    assert.deepEqual(reminder?.ladder, [{ afterMinutes: 30, tell: { kind: 'carer', carerId: 'carer-mark' } }]);
    assert.deepEqual(reminder?.lastAct.by, { kind: 'carer', id: 'carer-mark' });
    assert.equal((await world.stores.audit.of('harbour', `REM#${reminder?.id}`)).length, 1);
    assert.match((await mark.get('/console/residents/res-margaret')).text, /8:30pm Reminder: Have a drink Not due yet/);
  });

  test('each kind of rule is asked for what it needs, and is set as it was read back', async () => {
    for (const [what, when, sentence, recurrence] of [
      [
        { often: 'once' },
        { 'date-day': '27', 'date-month': '11', 'date-year': '2026', time: '2pm' },
        'Once, on Friday 27 November 2026 at 2:00pm.',
        { kind: 'once', at: '2026-11-27T14:00' },
      ],
      [
        { often: 'daily' },
        {
          time: '08:00',
          'from-day': '1',
          'from-month': '12',
          'from-year': '2026',
          'until-day': '5',
          'until-month': '12',
          'until-year': '26',
        },
        'Every day at 8:00am, from Tuesday 1 December 2026, until Saturday 5 December 2026. Next: Tuesday 1 December.',
        { kind: 'daily', time: '08:00', from: '2026-12-01', until: '2026-12-05' },
      ],
      [
        { often: 'chosen-weekdays' },
        { days: ['7', '3'], time: '8am' },
        'Every Wednesday and Sunday at 8:00am. Next: Wednesday 25 November.',
        { kind: 'chosen-weekdays', days: [3, 7], time: '08:00', from: '2026-11-24' },
      ],
    ] as const) {
      const world = await aWorld();
      const mark = await asMark(world);
      const page = await through(mark, what, when, {});
      assert.equal(row(page, 'When'), sentence);
      await mark.press(page, 'Set this reminder');
      assert.deepEqual((await remindersOf(world))[0]?.recurrence, recurrence);
    }
  });

  test('in the hour that the clocks skip or repeat it says what happens on those nights', async () => {
    const world = await aWorld();
    const mark = await asMark(world);
    const stored = await world.stores.residents.ofId('harbour', 'res-margaret');
    assert.ok(stored);
    const { quietHours: _quiet, ...settings } = stored.value.settings;
    await world.stores.residents.save({ ...stored, value: { ...stored.value, settings } });
    const page = await through(mark, {}, { time: '1:30am' }, {});
    assert.match(row(page, 'When'), /clocks go forward there is no such time: it comes at 2:00am/);
  });

  test('two can be told, one after the other, and the page says both', async () => {
    const world = await aWorld();
    const mark = await asMark(world);
    const tell = { tell: 'carer:carer-mark', after: '15', next: 'desk', nextAfter: '60' };
    const page = await through(mark, {}, {}, tell);
    assert.equal(
      row(page, 'If there is no reply'),
      'Mark Ellis is told after 15 minutes The council is asked to ring after 60 minutes',
    );
    await mark.press(page, 'Set this reminder');
    assert.equal((await remindersOf(world))[0]?.ladder.length, 2);
  });

  test('an answer can be changed from the page that checks them, and the others stay', async () => {
    const world = await aWorld();
    const mark = await asMark(world);
    const page = await through(mark, {}, {}, { tell: 'carer:carer-mark', after: '30' });
    const when = await mark.press(page, 'Change when');
    assert.equal(attribute(byId(when.root, 'time') ?? when.root, 'value'), '8.30 pm');
    const again = await mark.press(when, 'Continue', { time: '9pm' });
    assert.equal(again.heading, 'Check your answers');
    assert.match(row(again, 'When'), /9:00pm/);
    assert.equal(row(again, 'If there is no reply'), 'Mark Ellis is told after 30 minutes');
    const what = await mark.press(await mark.press(again, 'Change what it is for'), 'Continue', { label: 'bins' });
    assert.equal(row(what, 'What for'), 'Put the bins out');
  });

  test('going back to the question before keeps what was typed', async () => {
    const world = await aWorld();
    const mark = await asMark(world);
    const when = await mark.press(await mark.get(NEW), 'Continue', WHAT);
    const what = await mark.press(when, 'Back to the question before', { time: 'half typ' });
    assert.equal(what.status, 200);
    const chosen = all(what.root, 'input').filter((each) => each.attributes.has('checked'));
    assert.deepEqual(
      chosen.map((each) => attribute(each, 'value')),
      ['drink', 'daily'],
    );
    const again = await mark.press(what, 'Continue');
    assert.equal(attribute(byId(again.root, 'time') ?? again.root, 'value'), 'half typ');
  });

  test('only neutral labels can be chosen, and the form says why there is no place for a medicine (G14)', async () => {
    const world = await aWorld();
    const mark = await asMark(world);
    const form = await mark.get(NEW);
    assert.match(form.text, /no place for a medicine’s name/);
    assert.equal(all(form.root, 'textarea').length, 0);
    const page = await mark.press(form, 'Continue', { label: 'paracetamol 500mg', often: 'daily' });
    assert.deepEqual(page.mistakes, [{ text: 'Choose what the reminder is for', field: 'label' }]);
  });

  test('a consumer Echo is described as it is, and no words are promised', async () => {
    const world = await aWorld();
    const page = await through(await asMark(world), {}, {}, {}, '/console/residents/res-bill/reminders/new');
    assert.match(row(page, 'How they are told'), /cannot speak by itself/);
    assert.doesNotMatch(page.text, /What the Echo says/);
  });

  test('a reminder that is due in a minute is put into the table at once, and its bell is rung', async () => {
    const world = await aWorld();
    const mark = await asMark(world);
    await mark.press(await through(mark, {}, { time: '10:01' }, {}), 'Set this reminder');
    assert.equal(world.rung.length, 1);
  });
});

describe('a form with mistakes comes back with what was typed', () => {
  const cases: [string, Fields, Fields, Fields, { field: string; text: string }[]][] = [
    [
      'nothing chosen',
      { label: '', often: '' },
      {},
      {},
      [
        { field: 'label', text: 'Choose what the reminder is for' },
        { field: 'often', text: 'Choose how often' },
      ],
    ],
    ['no time', {}, { time: '' }, {}, [{ field: 'time', text: 'Enter a time' }]],
    [
      'a time that is none',
      {},
      { time: '25:00' },
      {},
      [{ field: 'time', text: 'Enter a time such as 8am, 8:30am or 20:30' }],
    ],
    [
      'half a time',
      {},
      { time: '8' },
      {},
      [{ field: 'time', text: 'Say whether it is morning or afternoon, such as 8am or 8pm' }],
    ],
    ['no day', { often: 'once' }, {}, {}, [{ field: 'date-day', text: 'Enter a day' }]],
    [
      'half a day',
      { often: 'once' },
      { 'date-day': '1' },
      {},
      [{ field: 'date-day', text: 'Enter a day, a month and a year' }],
    ],
    [
      'a day that is none',
      { often: 'once' },
      { 'date-day': '31', 'date-month': '2', 'date-year': '2027' },
      {},
      [{ field: 'date-day', text: 'Enter a real date, such as 27 3 2027' }],
    ],
    [
      'a time that has passed',
      { often: 'once' },
      { 'date-day': '24', 'date-month': '11', 'date-year': '2026', time: '9:59' },
      {},
      [{ field: 'time', text: 'This time has passed. Choose one that is still to come' }],
    ],
    ['no days chosen', { often: 'chosen-weekdays' }, {}, {}, [{ field: 'days', text: 'Choose at least one day' }]],
    [
      'a day of the week that is none',
      { often: 'chosen-weekdays' },
      { days: ['8'] },
      {},
      [{ field: 'days', text: 'Choose at least one day' }],
    ],
    [
      'a first day that is none',
      {},
      { 'from-day': '40' },
      {},
      [{ field: 'from-day', text: 'Enter a real date as the first day, or leave it empty' }],
    ],
    [
      'a last day that is none',
      {},
      { 'until-day': '31', 'until-month': '6', 'until-year': '2027' },
      {},
      [{ field: 'until-day', text: 'Enter a real date as the last day, or leave it empty' }],
    ],
    [
      'a last day before the first',
      {},
      { 'until-day': '1', 'until-month': '11', 'until-year': '2026' },
      {},
      [{ field: 'until-day', text: 'The last day must not be before the first' }],
    ],
    [
      'dates that hold none of the days',
      { often: 'chosen-weekdays' },
      { days: ['1'], 'until-day': '25', 'until-month': '11', 'until-year': '2026' },
      {},
      [{ field: 'days', text: 'With these days and dates it would never be due. Change the days or the dates' }],
    ],
    [
      'nobody chosen to be told',
      {},
      {},
      { tell: '' },
      [{ field: 'tell', text: 'Choose who is told if there is no reply' }],
    ],
    ['no minutes', {}, {}, { tell: 'desk' }, [{ field: 'after', text: 'Enter after how many minutes' }]],
    [
      'minutes that are none',
      {},
      {},
      { tell: 'desk', after: 'soon' },
      [{ field: 'after', text: 'Enter a whole number of minutes' }],
    ],
    [
      'too few minutes',
      {},
      {},
      { tell: 'desk', after: '4' },
      [{ field: 'after', text: 'Enter a number of minutes from 5 to 240' }],
    ],
    [
      'too many minutes',
      {},
      {},
      { tell: 'desk', after: '30', next: 'carer:carer-mark', nextAfter: '241' },
      [{ field: 'nextAfter', text: 'Enter a number of minutes from 5 to 240' }],
    ],
    [
      'a second one without a first',
      {},
      {},
      { tell: 'nobody', next: 'desk', nextAfter: '30' },
      [{ field: 'tell', text: 'Choose who is told first' }],
    ],
    [
      'a second one without minutes',
      {},
      {},
      { tell: 'desk', after: '30', next: 'desk' },
      [{ field: 'nextAfter', text: 'Enter after how many minutes the next one is told' }],
    ],
    [
      'a second one that is not later',
      {},
      {},
      { tell: 'desk', after: '30', next: 'desk', nextAfter: '30' },
      [{ field: 'nextAfter', text: 'The next one must be told later than the first' }],
    ],
    [
      'a carer who has not agreed',
      {},
      {},
      { tell: 'carer:carer-sue', after: '30' },
      [
        {
          field: 'tell',
          text: 'This person has not agreed to be told, or no longer has a place in the circle of care',
        },
      ],
    ],
    [
      'a carer whose access ended',
      {},
      {},
      { tell: 'desk', after: '20', next: 'carer:carer-past', nextAfter: '30' },
      [
        {
          field: 'next',
          text: 'This person has not agreed to be told, or no longer has a place in the circle of care',
        },
      ],
    ],
    [
      'a carer outside their hours',
      {},
      { time: '9.45pm' },
      { tell: 'carer:carer-mark', after: '30' },
      [
        {
          field: 'tell',
          text: 'Mark Ellis has agreed to be told only between 7:00am and 10:00pm. Choose somebody else, another time, or other minutes',
        },
      ],
    ],
  ];
  for (const [what, first, second, third, mistakes] of cases) {
    test(what, async () => {
      const world = await aWorld();
      const page = await through(await asMark(world), first, second, third);
      assert.equal(page.status, 422);
      assert.deepEqual(
        page.mistakes,
        mistakes.map(({ field, text }) => ({ text, field })),
      );
      assert.equal(page.title, 'Error: Add a reminder for Margaret – Bellbird');
      for (const { field, text } of mistakes) {
        const input = byId(page.root, field);
        assert.ok(input, `the summary links to #${field}, which is not there`);
        const shown = all(page.root, 'p').filter((each) => has(each, 'govuk-error-message'));
        assert.ok(
          shown.some((each) => textOf(each).includes(text)),
          'the words stand beside the field too',
        );
      }
      const wanted = Object.entries({ ...first, ...second, ...third }).filter(
        ([name]) => byId(page.root, name) !== undefined,
      );
      for (const [name, value] of wanted) {
        const field = byId(page.root, name);
        if (field !== undefined && attribute(field, 'type') === 'text') assert.equal(attribute(field, 'value'), value);
      }
      assert.deepEqual(await remindersOf(world), []);
    });
  }

  test('a time that is taken, and too many reminders', async () => {
    const world = await aWorld();
    for (let count = 0; count < 19; count += 1) {
      const reminder = aReminder({ id: `r${count}`, time: `1${count % 10}:${count < 10 ? '00' : '30'}` });
      await world.stores.reminders.save({ value: reminder, version: 0 });
    }
    const mark = await asMark(world);
    const taken = await through(mark, {}, { time: '19:00' }, {});
    assert.deepEqual(taken.mistakes, [
      { text: 'There is one at this time already: Have a drink. Choose another time', field: 'time' },
    ]);
    await world.stores.reminders.save({ value: aReminder({ id: 'r20', time: '07:10' }), version: 0 });
    const full = await through(mark, {}, {}, {});
    assert.deepEqual(full.mistakes, [{ text: 'There are 20 reminders already. Cancel one first', field: 'label' }]);
  });

  test('nobody to reply to: no one can be told, and the form says why', async () => {
    const world = await aWorld();
    const priya = visitor(world);
    await priya.signIn('officer', 'officer-priya');
    const path = '/console/residents/res-vera/reminders/new';
    const tell = await priya.press(await priya.press(await priya.get(path), 'Continue', WHAT), 'Continue', WHEN);
    assert.match(tell.text, /Nobody can be told, because Vera has no Echo to reply to\. Silence would say nothing/);
    assert.equal(all(tell.root, 'input').filter((each) => attribute(each, 'type') === 'radio').length, 1);
    const forced = await priya.press(tell, 'Continue', { tell: 'desk', after: '30' });
    assert.deepEqual(forced.mistakes, [
      { text: 'Nobody can be told, because there is no Echo to reply to. Choose nobody', field: 'tell' },
    ]);
  });

  test('without staffed hours nobody at the council can be chosen', async () => {
    const world = await aWorld();
    const council = await world.stores.councils.ofId('harbour');
    assert.ok(council);
    await world.stores.councils.save({ ...council, staffedHours: [] });
    world.time.now += HOUR;
    const mark = await asMark(world);
    const tell = await mark.press(await mark.press(await mark.get(NEW), 'Continue', WHAT), 'Continue', WHEN);
    assert.doesNotMatch(tell.text, /The council, with a request to ring/);
  });

  for (const [what, over, words] of [
    ['consent was withdrawn', { state: 'withdrawn' }, 'There is no consent, so no reminder can be set'],
    ['the service has ended', undefined, 'The service for this person has ended, so no reminder can be set'],
  ] as const) {
    test(`nothing can be set when ${what}`, async () => {
      const world = await aWorld();
      const stored = await world.stores.residents.ofId('harbour', 'res-margaret');
      assert.ok(stored);
      const ended = { ...stored.value, presence: { kind: 'ended', since: '2026-11-01' } as const };
      const withdrawn = { ...stored.value, consent: { ...stored.value.consent, ...over } };
      await world.stores.residents.save({ ...stored, value: over === undefined ? ended : withdrawn });
      const page = await through(await asMark(world), {}, {}, {});
      assert.deepEqual(page.mistakes, [{ text: words, field: 'label' }]);
    });
  }
});

describe('a time inside quiet hours', () => {
  test('is asked about, and then it is set and says so', async () => {
    const world = await aWorld();
    const mark = await asMark(world);
    const asked = await through(mark, {}, { time: '23:00' }, {});
    assert.equal(asked.heading, 'This time is inside quiet hours');
    assert.match(asked.text, /quiet from 10:00pm to 7:00am\. A reminder at 11:00pm would speak/);
    const page = await mark.press(asked, 'Speak at that time');
    assert.match(row(page, 'Quiet hours'), /it speaks then/);
    await mark.press(page, 'Set this reminder');
    assert.equal((await remindersOf(world)).length, 1);
  });

  test('can be changed instead, and another quiet time is asked about anew', async () => {
    const world = await aWorld();
    const mark = await asMark(world);
    const asked = await through(mark, {}, { time: '23:00' }, {});
    const when = await mark.press(asked, 'Choose another time');
    assert.equal(attribute(byId(when.root, 'time') ?? when.root, 'value'), '23:00');
    const confirmed = await mark.press(asked, 'Speak at that time');
    const other = await mark.press(await mark.press(confirmed, 'Change when'), 'Continue', { time: '5am' });
    assert.equal(other.heading, 'This time is inside quiet hours');
    const awake = await mark.press(await mark.press(confirmed, 'Change when'), 'Continue', { time: '9am' });
    assert.equal(awake.heading, 'Check your answers');
    assert.doesNotMatch(awake.text, /Quiet hours/);
  });

  test('cannot be set by leaving the question out', async () => {
    const world = await aWorld();
    const mark = await asMark(world);
    const page = await through(mark, {}, {}, {});
    const sent = await mark.press(page, 'Set this reminder', { time: '23:00' });
    assert.equal(sent.heading, 'This time is inside quiet hours');
    assert.deepEqual(await remindersOf(world), []);
  });
});

describe('a form that is sent twice', () => {
  test('sets one reminder: a double click, and both answers say that it is set (C02)', async () => {
    const world = await aWorld();
    const mark = await asMark(world);
    const page = await through(mark, {}, {}, {});
    const sent = await Promise.all([1, 2, 3].map(() => mark.send(page, 'Set this reminder')));
    const places = sent.map(({ response }) => response.headers.get('location'));
    assert.equal(new Set(places).size, 1);
    assert.match(places[0] ?? '', /done=set-reminder$/);
    const [reminder, ...more] = await remindersOf(world);
    assert.deepEqual(more, []);
    assert.equal((await world.stores.audit.of('harbour', `REM#${reminder?.id}`)).length, 1);
  });

  test('and again much later, from the browser’s history: still one (C02)', async () => {
    const world = await aWorld();
    const mark = await asMark(world);
    const page = await through(mark, {}, {}, {});
    await mark.press(page, 'Set this reminder');
    world.time.now += 20 * 60_000;
    const again = await mark.press(page, 'Set this reminder');
    assert.match(again.path, /\/reminders\/[0-9a-f]{40}\?done=set-reminder$/);
    assert.equal((await remindersOf(world)).length, 1);
  });

  test('with other answers it is refused, because it would look like the first (C03)', async () => {
    const world = await aWorld();
    const mark = await asMark(world);
    const page = await through(mark, {}, {}, {});
    await mark.press(page, 'Set this reminder');
    const other = await mark.press(page, 'Set this reminder', { label: 'bins' });
    assert.equal(other.status, 422);
    assert.deepEqual(other.mistakes, [
      { text: 'This form has already set a reminder. Open that one to change it', field: 'label' },
    ]);
    assert.equal((await remindersOf(world))[0]?.label, 'drink');
  });

  test('the id cannot be chosen: the same key makes another id for another resident or another person', async () => {
    const world = await aWorld();
    const mark = await asMark(world);
    const bill = '/console/residents/res-bill/reminders/new';
    const one = await through(mark, {}, {}, {});
    const two = await through(mark, {}, {}, {}, bill);
    const key = { key: 'a-key-that-somebody-chose' };
    await mark.press(one, 'Set this reminder', key);
    await mark.press(two, 'Set this reminder', key);
    const priya = visitor(world);
    await priya.signIn('officer', 'officer-priya');
    await priya.press(await through(priya, {}, { time: '7pm' }, {}), 'Set this reminder', key);
    const ids = [...(await remindersOf(world)), ...(await remindersOf(world, 'res-bill'))].map(({ id }) => id);
    assert.equal(new Set(ids).size, 3);
    for (const id of ids) assert.match(id, /^[0-9a-f]{40}$/);
  });

  test('a form without a key of ours still sets a reminder', async () => {
    const world = await aWorld();
    const mark = await asMark(world);
    const page = await through(mark, {}, {}, {});
    await mark.press(page, 'Set this reminder', { key: '' });
    assert.equal((await remindersOf(world)).length, 1);
  });
});

test('a first day left empty is the day on which the form is sent', async () => {
  const world = await aWorld({ now: TUESDAY_AT_TEN + 24 * HOUR });
  const mark = await asMark(world);
  await mark.press(await through(mark, {}, {}, {}), 'Set this reminder');
  const recurrence = (await remindersOf(world))[0]?.recurrence;
  assert.equal(recurrence?.kind === 'daily' && recurrence.from, addDays('2026-11-24', 1));
});
