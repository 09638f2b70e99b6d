import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aResident, aVisit, unnamed } from '../render/support/builders.ts';
import { bothWays, conversation, is, no, open, pardon, say, script, yes } from '../support/conversation.ts';
import { skillHome } from '../support/skill-home.ts';

const sandra = (at: string, until: string, id: string) => aVisit(at, until, { who: 'Sandra', id });
const today = [
  sandra('2026-11-24T08:00', '2026-11-24T08:45', 'a'),
  aVisit('2026-11-24T12:30', '2026-11-24T13:00', { who: 'Blessing', id: 'b' }),
  aVisit('2026-11-24T17:30', '2026-11-24T18:00', { who: 'Amina', id: 'c' }),
  unnamed(aVisit('2026-11-24T20:00', '2026-11-24T20:30', { what: 'nurse', id: 'd' })),
  aVisit('2026-11-24T21:30', undefined, { who: 'Kwame', id: 'e' }),
  sandra('2026-11-25T08:00', '2026-11-25T08:45', 'f'),
];
const atHome =
  (settings = {}, more = {}) =>
  () =>
    skillHome({ residents: [aResident(settings)], diary: today, ...more });

describe('who is coming', () => {
  bothWays(
    'the next visit that has not ended',
    atHome(),
    say('WhoIsComingIntent'),
    'Blessing is coming today between half past twelve and one in the afternoon.',
    'visits',
  );
  bothWays(
    'a day that holds no more than three visits',
    atHome(),
    say('WhoIsComingIntent', { day: '2026-11-25' }),
    'Sandra is coming tomorrow, Wednesday the 25th of November. The time is between eight and quarter to nine in the morning.',
    'visits',
  );
  bothWays(
    'a part of the day',
    atHome(),
    say('WhoIsComingIntent', { partOfDay: is('EVENING') }),
    'You have three visits this evening. Amina is coming between half past five in the afternoon and six in the evening. ' +
      'The nurse is coming between eight and half past eight in the evening. Kwame is coming at half past nine in the evening.',
    'visits',
  );
  bothWays(
    'a day with no visit in the plan says when the next one is',
    atHome({}, { diary: today.slice(5) }),
    say('WhoIsComingIntent', { day: '2026-11-24' }),
    'There is no visit in the plan today. The next one is tomorrow, Wednesday the 25th of November, at eight in the morning.',
    'no-visits',
  );
  bothWays(
    'without a plan nobody says that nobody is coming, and a call is offered',
    atHome({}, { diary: [], planned: undefined }),
    say('WhoIsComingIntent', { day: '2026-11-28' }),
    "I don't have a plan for Saturday the 28th of November. That doesn't mean nobody is coming. Shall I ask somebody to ring you?",
    'no-plan',
  );
  bothWays(
    'without a plan and without staffed hours no call is offered',
    atHome({}, { diary: [], planned: undefined, council: { staffedHours: [] } }),
    say('WhoIsComingIntent', { day: '2026-11-28' }),
    "I don't have a plan for Saturday the 28th of November. That doesn't mean nobody is coming.",
    'no-plan',
  );
  bothWays(
    'an old plan says how old it is',
    atHome({}, { planned: { until: '2026-12-01T00:00', asOf: '2026-11-21T18:00' } }),
    say('WhoIsComingIntent'),
    'Blessing is coming today between half past twelve and one in the afternoon. ' +
      'I last heard about the plan on Saturday the 21st of November, at six in the evening.',
    'visits',
  );
  bothWays(
    'a visit whose time has begun: no news is said to be no news',
    atHome({}, { at: '2026-11-24T08:20' }),
    say('WhoIsComingIntent'),
    "Sandra was due between eight and quarter to nine in the morning. I have no news of that visit. That doesn't mean nobody is coming. Shall I ask the office to ring you?",
    'visits',
  );
  bothWays(
    'a week',
    atHome({}, { diary: today.slice(4) }),
    say('WhoIsComingIntent', { day: '2026-W48' }),
    'You have two visits between Tuesday the 24th and Sunday the 29th. Kwame is coming at half past nine in the evening. ' +
      'On Wednesday the 25th, Sandra is coming between eight and quarter to nine in the morning.',
    'visits-between',
  );
  bothWays(
    'a week that the plan covers only in part: nobody says that nobody else is coming',
    atHome({}, { diary: today.slice(4), planned: { until: '2026-11-26T23:59', asOf: '2026-11-24T07:00' } }),
    say('WhoIsComingIntent', { day: '2026-W48' }),
    'You have two visits between Tuesday the 24th and Sunday the 29th. Kwame is coming at half past nine in the evening. ' +
      'On Wednesday the 25th, Sandra is coming between eight and quarter to nine in the morning. ' +
      "I don't have a plan for every one of those days.",
    'visits-between',
  );
  bothWays(
    'a weekend without a plan',
    atHome({}, { diary: [], planned: undefined, council: { staffedHours: [] } }),
    say('WhoIsComingIntent', { day: '2026-W48-WE' }),
    "I don't have a plan for Saturday the 28th to Sunday the 29th. That doesn't mean nobody is coming.",
    'no-plan-between',
  );
  bothWays(
    'a weekend with a plan that has no visit',
    atHome({}, { diary: [] }),
    say('WhoIsComingIntent', { day: '2026-W48-WE' }),
    'There is no visit in the plan between Saturday the 28th and Sunday the 29th.',
    'no-visits-between',
  );
  bothWays(
    'a day that is gone',
    atHome(),
    say('WhoIsComingIntent', { day: '2026-11-20' }),
    'That day has gone.',
    'day-gone',
  );
  bothWays(
    'a day beyond what is read',
    atHome(),
    say('WhoIsComingIntent', { day: '2027-03' }),
    'I can only see two weeks ahead.',
    'day-too-far',
  );
  bothWays(
    'a day that was not understood',
    atHome(),
    say('WhoIsComingIntent', { day: 'sometime' }),
    "I didn't get which day you mean. You can say: today, tomorrow, or a day of the week. Which day do you mean?",
    'day-not-understood',
  );
  bothWays(
    'steady words: reassurance, day and time first',
    atHome({ steadyWords: true }),
    say('WhoIsComingIntent'),
    "Of course. It's Tuesday the 24th of November, ten in the morning. Blessing is coming today, Tuesday the 24th of November. " +
      'The time is between half past twelve and one in the afternoon.',
    'visits',
  );
  bothWays(
    'a closed Echo counts only',
    atHome({}, { level: 'closed' }),
    say('WhoIsComingIntent', { day: '2026-11-24' }),
    'You have four visits today. The details stay off this Echo, because that was chosen for your home.',
    'visits',
  );

  test('more than three: three, then the rest when asked, then that was all', async () => {
    await script(
      await atHome()(),
      [open, /^Hello Bill\. Blessing is coming today .* What would you like\?$/],
      [
        say('WhoIsComingIntent', { day: '2026-11-24' }),
        /^You have four visits today\. .* There is one more\. Shall I go on\?$/,
      ],
      [yes, 'Kwame is coming at half past nine in the evening. Is there anything else?'],
      [say('AMAZON.NextIntent'), 'That was all. Is there anything else?'],
      [no, "That's all for now. Goodbye."],
    );
  });

  test('one at a time: a fact, then a question; and again from the beginning', async () => {
    await script(
      await atHome({ oneAtATime: true })(),
      [
        say('WhoIsComingIntent', { day: '2026-11-24' }),
        'You have four visits today. Blessing is coming between half past twelve and one in the afternoon. There are 3 more. Shall I go on?'.replace(
          '3',
          'three',
        ),
      ],
      [say('AMAZON.NextIntent'), /^Amina is coming .* There are two more\. Shall I go on\?$/],
      [say('AMAZON.StartOverIntent'), /^You have four visits today\. Blessing/],
      [no, "All right. I've left it."],
    );
  });

  test('"pardon" says the same again; the second time slower, one thing at a time, with the question', async () => {
    const talk = conversation(await atHome()());
    await talk.turn(open);
    const first = await talk.turn(say('WhoIsComingIntent', { day: '2026-11-24' }));
    const again = await talk.turn(pardon);
    assert.equal(again.ssml, first.ssml);
    const third = await talk.turn(pardon);
    assert.match(third.ssml, /^<speak><prosody rate="90%">.*<break time="500ms"\/>/);
    assert.match(
      third.speech,
      /^You have four visits today\. Blessing is coming .*\. There are three more\. Shall I go on\?$/,
    );
    const fast = await talk.turn(say('WhoIsComingIntent', { day: '2026-11-25' }));
    assert.doesNotMatch(fast.ssml, /prosody/);
  });
});

describe('"nobody came"', () => {
  const nobodyCame = say('WhoIsComingIntent', { missed: is('NOBODY_CAME') });
  const NEXT =
    'Blessing is coming today between half past twelve and one in the afternoon. Shall I ask the office to ring you?';

  test('is answered with the next visit and the offer of a call; a yes is a call-back that says so', async () => {
    const home = await atHome()();
    await script(home, [nobodyCame, NEXT], [pardon, NEXT], [yes, /^I've passed that on\./]);
    const call = await home.stores.callBacks.openOf('harbour', 'bill');
    assert.equal(call?.origin, 'no-visit');
    await script(home, [nobodyCame, NEXT], [no, /./]);
  });

  test('where nothing is planned, where nobody rings back, and at a closed Echo', async () => {
    const none = await atHome({}, { diary: [] })();
    await script(none, [nobodyCame, /Shall I ask the office to ring you\?$/], [yes, /^I've passed that on\./]);
    assert.equal((await none.stores.callBacks.openOf('harbour', 'bill'))?.origin, 'no-visit');
    await script(await atHome({}, { council: { staffedHours: [] } })(), [nobodyCame, /^Blessing is coming[^?]*$/]);
    await script(await atHome({}, { level: 'closed' })(), [nobodyCame, /^[^?]*$/]);
  });

  test('another question about visits offers nobody a call', async () => {
    await script(await atHome()(), [say('WhoIsComingIntent'), /^Blessing is coming[^?]*$/]);
  });
});
