import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Delivery } from '../../../lambda/core/delivery/delivery.ts';
import { HOUR, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { instantOf } from '../../../lambda/core/kernel/uk-time.ts';
import type { Resident } from '../../../lambda/core/people/resident.ts';
import { all, has, textOf } from '../../support/page.ts';
import { aDelivery, anEntry, aReminder, busyWeek } from '../support/busy-week.ts';
import { type Seen, visitor } from '../support/visitor.ts';
import { aWorld, TUESDAY_AT_TEN, type World } from '../support/world.ts';

const MARGARET = '/console/residents/res-margaret';
const at = instantOf;

const asMark = async (world: World) => {
  const mark = visitor(world);
  await mark.signIn('carer', 'carer-mark');
  return mark;
};

const pageOf = async (world: World, path = MARGARET): Promise<Seen> => (await asMark(world)).get(path);

const withDeliveries = async (...deliveries: Delivery[]): Promise<Seen> => {
  const world = await aWorld();
  for (const delivery of deliveries) await world.stores.deliveries.add(delivery);
  return pageOf(world);
};

/** What stands beside a time on the page of the week. */
const beside = (page: Seen, time: string): string => {
  const item = all(page.root, 'li').find((each) => {
    const when = all(each, 'p').find((line) => has(line, 'app-when'));
    return when !== undefined && textOf(when) === time;
  });
  assert.ok(item, `nothing at ${time}: ${page.text}`);
  return textOf(item).slice(time.length).trim();
};

const attention = (page: Seen): string => textOf(all(page.root, 'section').find((each) => has(each, 'app-attention')));

const sentAt = (local: string) => [{ at: at(local), channel: 'smart-properties', came: 'sent' }] as const;

describe('the week says what is known and no more (G13)', () => {
  const eight = '2026-11-24T08:00';
  const states: [string, Partial<Delivery>, string][] = [
    ['not told yet', { state: 'waiting' }, 'Waiting to be told'],
    ['held', { state: 'held' }, 'Waiting: they hear it when they next open Bellbird'],
    ['claimed', { state: 'claimed' }, 'Being sent now'],
    ['nobody knows', { state: 'uncertain' }, 'We do not know if it was sent. No reply'],
    ['sent', { state: 'sent', attempts: sentAt(eight) }, 'Sent to the Echo at 8:00am. No reply'],
    ['shown', { state: 'shown' }, 'Shown on the screen. No reply'],
    ['spoken', { state: 'spoken', spokenAt: at('2026-11-24T08:05') }, 'Spoken at 8:05am. No reply'],
    [
      'read out, perhaps heard',
      { state: 'sent', readOutAt: at('2026-11-24T08:05') },
      'Read out at 8:05am. We do not know if it was heard. No reply',
    ],
    [
      'not yet',
      { state: 'spoken', spokenAt: at('2026-11-24T08:05'), notYetAt: at('2026-11-24T08:06') },
      'Spoken at 8:05am. Said “not yet” at 8:06am',
    ],
    [
      'done',
      { state: 'acknowledged', acknowledged: { at: at('2026-11-24T08:10'), reply: 'done', by: 'voice' } },
      'Said it’s done at 8:10am',
    ],
    [
      'heard',
      { state: 'acknowledged', acknowledged: { at: at('2026-11-24T08:10'), reply: 'heard', by: 'page' } },
      'Said they heard it at 8:10am',
    ],
    ['too late', { state: 'missed', reason: 'too-late' }, 'Not told: it was too late to say it'],
    ['expired', { state: 'expired', reason: 'expired' }, 'Not told: it was out of date'],
    ['away', { state: 'unreachable', reason: 'away' }, 'Not told: they were away from home'],
    ['no consent', { state: 'unreachable', reason: 'consent-withdrawn' }, 'Not told: there is no consent'],
    ['no answer', { state: 'unreachable', reason: 'HTTP-404' }, 'Not told: the Echo could not be reached'],
    ['failed', { state: 'failed', reason: 'looks-failed' }, 'Not told: something went wrong in Bellbird'],
    ['cancelled', { state: 'cancelled' }, 'Cancelled before it was told'],
    ['replaced', { state: 'superseded' }, 'Replaced by a later change'],
    ['removed', { state: 'removed', reason: 'ended' }, 'Not told: the service has ended'],
  ];
  for (const [what, state, words] of states) {
    test(`${what}: “${words}”`, async () => {
      const page = await withDeliveries(aDelivery(eight, state));
      assert.equal(beside(page, '8:00am'), `Reminder: Have a drink ${words}`);
      assert.doesNotMatch(page.text, /taken|safe|fine/i);
    });
  }

  test('what was said on another day carries its day', async () => {
    const acknowledged = { at: at('2026-11-24T00:05'), reply: 'done', by: 'voice' } as const;
    const world = await aWorld();
    await world.stores.deliveries.add(aDelivery('2026-11-23T21:30', { state: 'acknowledged', acknowledged }));
    const page = await pageOf(world, `${MARGARET}/last-week`);
    assert.match(beside(page, '9:30pm'), /Said it’s done at 12:05am on Tuesday 24 November/);
  });

  test('within half an hour there is no reply yet', async () => {
    const page = await withDeliveries(
      aDelivery('2026-11-24T09:45', { state: 'sent', attempts: sentAt('2026-11-24T09:45') }),
    );
    assert.match(beside(page, '9:45am'), /No reply yet$/);
    assert.equal(attention(page), '');
  });

  test('what is to come is listed from the rule, once, and paused reminders are not', async () => {
    const world = await aWorld();
    await world.stores.reminders.save({ value: aReminder({ id: 'on', time: '20:00' }), version: 0 });
    const { next: _next, ...paused } = aReminder({ id: 'paused', time: '21:00', state: 'paused' });
    await world.stores.reminders.save({ value: paused, version: 0 });
    const page = await pageOf(world);
    assert.equal(beside(page, '8:00pm'), 'Reminder: Have a drink Not due yet');
    assert.equal(page.text.match(/Not due yet/g)?.length, 7);
    assert.match(page.text, /Every day at 9:00pm\. Paused\./);
  });

  test('a reminder that was said to be done early is not listed as coming too', async () => {
    const world = await aWorld();
    const reminder = aReminder({ id: 'early', time: '11:00' });
    await world.stores.reminders.save({ value: reminder, version: 0 });
    const due = aDelivery('2026-11-24T11:00', {
      id: '2026-11-24T11:00#R#early',
      source: { kind: 'reminder', reminderId: 'early', occurrence: '2026-11-24T11:00' },
      state: 'acknowledged',
      acknowledged: { at: at('2026-11-24T09:58'), reply: 'done', by: 'voice' },
    });
    await world.stores.deliveries.add(due);
    const page = await pageOf(world);
    const today = page.text.slice(page.text.indexOf('Today'), page.text.indexOf('Tomorrow'));
    assert.equal(today.match(/11:00am/g)?.length, 1);
    assert.match(beside(page, '11:00am'), /Said it’s done at 9:58am/);
  });
});

describe('what needs attention stands at the top', () => {
  const nine = '2026-11-24T09:00';
  const toMark = [{ afterMinutes: 90, tell: { kind: 'carer', carerId: 'carer-mark' } }] as const;
  const toDesk = [{ afterMinutes: 30, tell: { kind: 'desk' } }] as const;
  const climbedTo = (channel: 'carer-page' | 'desk', came: 'sent' | 'refused') =>
    [...sentAt(nine), { at: at('2026-11-24T09:30'), channel, came }] as const;

  for (const [what, over, told] of [
    ['nobody is to be told', {}, 'Nobody else is told.'],
    [
      'a carer is still to be told',
      { ladder: toMark, lookAt: at('2026-11-24T10:30') },
      'Mark Ellis is to be told at 10:30am today.',
    ],
    [
      'it stands on the carer’s page',
      { ladder: toMark, climbed: 1, attempts: climbedTo('carer-page', 'sent') },
      'It has stood on Mark Ellis’s page since 9:30am today. We do not know if they have seen it.',
    ],
    [
      'the desk has it',
      { ladder: toDesk, climbed: 1, attempts: climbedTo('desk', 'sent') },
      'The council has had a request to ring since 9:30am today.',
    ],
    [
      'the desk could not take it',
      { ladder: toDesk, climbed: 1, attempts: climbedTo('desk', 'refused') },
      'The council could not be asked to ring, because nobody is there to ring back.',
    ],
  ] as const) {
    test(`no reply, and ${what}`, async () => {
      const delivery = aDelivery(nine, { state: 'sent', attempts: sentAt(nine), ...over });
      const { lookAt: _lookAt, ...rest } = delivery;
      const page = await withDeliveries('lookAt' in over ? delivery : rest);
      assert.equal(
        attention(page),
        `Needs attention No reply to the 9:00am reminder to have a drink, Tuesday 24 November. ${told}`,
      );
    });
  }

  test('a row that waits for nothing more promises nobody', async () => {
    const { lookAt: _lookAt, ...closed } = aDelivery(nine, { state: 'failed', ladder: toMark });
    assert.match(attention(await withDeliveries(closed)), /Something went wrong in Bellbird\. Nobody else is told\./);
  });

  test('a “not yet” is said back with its time', async () => {
    const page = await withDeliveries(aDelivery(nine, { state: 'spoken', notYetAt: at('2026-11-24T09:02') }));
    assert.match(attention(page), /They said “not yet” to the 9:00am reminder to have a drink, .*, at 9:02am/);
  });

  for (const [what, over] of [
    ['done', { state: 'acknowledged', acknowledged: { at: at(nine), reply: 'done', by: 'voice' } }],
    ['cancelled', { state: 'cancelled' }],
    ['not told because they are away', { state: 'unreachable', reason: 'away' }],
  ] as const) {
    test(`what was ${what} needs nobody`, async () => {
      assert.equal(attention(await withDeliveries(aDelivery(nine, over))), '');
    });
  }

  test('what is older than yesterday is on the page of the last week only', async () => {
    const world = await aWorld();
    await world.stores.deliveries.add(aDelivery('2026-11-22T09:00', { state: 'sent' }));
    assert.equal(attention(await pageOf(world)), '');
    assert.match(beside(await pageOf(world, `${MARGARET}/last-week`), '9:00am'), /No reply$/);
  });

  test('the list of residents counts it', async () => {
    const world = await aWorld();
    await busyWeek(world);
    const page = await pageOf(world, '/console/residents');
    assert.match(page.text, /Bill Hughes Nothing needs attention Margaret Ellis 2 things need attention/);
  });
});

describe('who the resident is, and what can be told', () => {
  const change = async (world: World, over: Partial<Resident>, id = 'res-margaret') => {
    const stored = await world.stores.residents.ofId('harbour', id);
    assert.ok(stored);
    await world.stores.residents.save({ ...stored, value: { ...stored.value, ...over } });
  };

  test('the name to use and what the person needs are flagged each time (DAPB1605)', async () => {
    const world = await aWorld();
    const stored = await world.stores.residents.ofId('harbour', 'res-margaret');
    assert.ok(stored);
    const settings = { ...stored.value.settings, nameToUse: 'Peggy', accessNeeds: ['captions', 'easy-read'] as const };
    await change(world, { settings });
    const page = await pageOf(world);
    assert.match(page.text, /Margaret Ellis Likes to be called Peggy\. Needs captions Needs easy read/);
  });

  for (const [presence, words] of [
    [
      { kind: 'away', reason: 'hospital', since: '2026-11-22' },
      'Margaret is in hospital. Since Sunday 22 November. It is not known until when. Reminders are not spoken until they are home again.',
    ],
    [
      { kind: 'away', reason: 'holiday', since: '2026-11-22', until: '2026-11-29' },
      'Margaret is on holiday. Since Sunday 22 November. Until Sunday 29 November 2026.',
    ],
    [{ kind: 'ended', since: '2026-11-22' }, 'The service for Margaret has ended. Nothing is spoken or sent any more.'],
  ] as const) {
    test(`presence: ${words}`, async () => {
      const world = await aWorld();
      await change(world, { presence });
      assert.ok((await pageOf(world)).text.includes(words));
      assert.ok((await pageOf(world, '/console/residents')).text.includes(words));
    });
  }

  test('a withdrawn consent is said in plain words', async () => {
    const world = await aWorld();
    const stored = await world.stores.residents.ofId('harbour', 'res-margaret');
    assert.ok(stored);
    await change(world, { consent: { ...stored.value.consent, state: 'withdrawn' } });
    assert.match((await pageOf(world)).text, /Consent has been withdrawn\. Bellbird says nothing to Margaret/);
  });

  test('each kind of Echo says what it can do', async () => {
    const world = await aWorld();
    const mark = await asMark(world);
    assert.match(
      (await mark.get(MARGARET)).text,
      /manages\. It speaks by itself\. Margaret hears a reminder at its time/,
    );
    assert.match(
      (await mark.get('/console/residents/res-bill')).text,
      /own\. It cannot speak by itself\. .* it chimes and shines, and Bill hears the words after saying/,
    );
    const echo = await world.stores.echos.ofHash('harbour', 'echo-consumer');
    assert.ok(echo);
    await world.stores.echos.save({ ...echo, value: { ...echo.value, notifications: { on: false, at: 1 } } });
    assert.match((await mark.get('/console/residents/res-bill')).text, /does not even chime/);
    const priya = visitor(world);
    await priya.signIn('officer', 'officer-priya');
    assert.match(
      (await priya.get('/console/residents/res-vera')).text,
      /No Echo is paired\. Nothing is spoken to Vera/,
    );
  });

  test('an Echo that is no longer paired, or is another’s, counts for nothing', async () => {
    const world = await aWorld();
    const echo = await world.stores.echos.ofHash('harbour', 'echo-managed');
    assert.ok(echo);
    await world.stores.echos.save({ ...echo, value: { ...echo.value, state: 'unpaired' } });
    assert.match((await pageOf(world)).text, /No Echo is paired/);
  });
});

describe('the diary on the page', () => {
  test('each entry says from whom it is and as of when; what is over or cancelled says so', async () => {
    const world = await aWorld();
    await busyWeek(world);
    const page = await pageOf(world);
    assert.equal(beside(page, '8:30am to 9:15am'), 'Care visit: Sandra Over From the care agency, as of 8:00am today');
    assert.match(beside(page, '5:30pm to 6:00pm'), /From the care agency, as of 8:00am today Move \(.*\) ?Cancel \(/);
    assert.match(beside(page, '10:30am'), /At the dentist, Bridge Street From a carer/);
    assert.match(page.text, /Nurse Cancelled From the council/);
  });

  test('a plan that is old warns, and one that ends soon says when', async () => {
    const world = await aWorld();
    await busyWeek(world);
    const page = await pageOf(world);
    assert.match(page.text, /The plan of visits is old\. It may have changed since/);
    assert.match(page.text, /from the care agency, as of 2:00pm on Monday 23 November\. It runs until Saturday 28 Nov/);
    assert.match(page.text, /Sunday 29 November .*Monday 30 November/);
  });

  test('a fresh plan that reaches far says neither, and an empty day of it is really empty', async () => {
    const world = await aWorld();
    const plan = { council: 'harbour', residentId: 'res-margaret', source: 'care-agency' } as const;
    await world.stores.diaries.savePlan({ ...plan, coversUntil: '2026-12-31T23:59', asOf: TUESDAY_AT_TEN - HOUR });
    const page = await pageOf(world);
    assert.doesNotMatch(page.text, /is old|It runs until|Nothing is known/);
    assert.equal(page.text.match(/Nothing is planned\./g)?.length, 7);
  });

  test('with no plan the page never says that nothing is planned', async () => {
    const page = await pageOf(await aWorld());
    assert.match(page.text, /No plan of visits has reached us\..*never that nobody comes/);
    assert.doesNotMatch(page.text, /Nothing is planned/);
    assert.equal(page.text.match(/Nothing is known for this day\./g)?.length, 7);
  });

  test('what was told of a change stands with it', async () => {
    const world = await aWorld();
    const entry = anEntry({ id: 'v', at: '2026-11-25T09:00' });
    await world.stores.diaries.save({ value: entry, version: 0 });
    const told = aDelivery('2026-11-24T09:00', {
      id: 'x',
      source: { kind: 'diary', entryId: '2026-11-25T09:00.v', act: 1 },
      state: 'spoken',
      spokenAt: TUESDAY_AT_TEN - 30 * MINUTE,
      content: { kind: 'diary', change: 'added', what: 'care-visit', at: entry.at },
    });
    await world.stores.deliveries.add({ ...told, id: `2026-11-24T09:00#D#2026-11-25T09:00.v.1` });
    assert.match((await pageOf(world)).text, /About this change: Spoken at 9:30am/);
  });

  test('the last week and the one after next are a click away, and no more', async () => {
    const world = await aWorld();
    await busyWeek(world);
    await world.stores.diaries.save({ value: anEntry({ id: 'old', at: '2026-11-20T11:00' }), version: 0 });
    const mark = await asMark(world);
    const page = await mark.get(MARGARET);
    const past = await mark.click(page, 'See the last seven days');
    assert.match(past.text, /Tuesday 17 November.*11:00am Care visit Over.*Yesterday, Monday 23 November/);
    const later = await mark.click(page, 'See the seven days after that');
    assert.match(later.text, /Tuesday 1 December.*Monday 7 December/);
    assert.equal((await mark.get(`${MARGARET}/2027`)).status, 404);
  });

  test('those who may only look see no way to change anything', async () => {
    const world = await aWorld();
    await busyWeek(world);
    const sue = visitor(world);
    await sue.signIn('carer', 'carer-sue');
    const page = await sue.get(MARGARET);
    assert.doesNotMatch(page.text, /Add a |Move|Cancel \(/);
    const reminder = await sue.get(`${MARGARET}/reminders/rem-drink`);
    assert.doesNotMatch(reminder.text, /Change this|Pause|Cancel this/);
    assert.equal((await sue.get(`${MARGARET}/reminders/rem-drink/cancel`)).status, 403);
  });
});
