import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { unansweredKey } from '../../lambda/adapters/table/keys.ts';
import { instantOf } from '../../lambda/core/kernel/uk-time.ts';
import { aResident } from '../render/support/builders.ts';
import { saltmereRounds } from '../support/builders/bin-days.ts';
import { bothWays, heardOnly, is, no, open, pardon, say, script, yes } from '../support/conversation.ts';
import { skillHome } from '../support/skill-home.ts';

const meals = {
  council: 'harbour',
  subject: 'meals-at-home',
  answer: 'We can bring a hot lunch to your door on any day of the week.',
  facts: ['A meal costs six pounds twenty.', 'You can start within three working days.'],
  phone: '01632 960110',
  asOf: instantOf('2026-11-01T09:00'),
} as const;

const atHome =
  (settings = {}, more = {}) =>
  () =>
    skillHome({ residents: [aResident(settings)], answers: [meals], ...more });

describe('what the council has written', () => {
  bothWays(
    'answer first, then two facts and the number twice',
    atHome(),
    say('CareQuestionIntent', { subject: is('MEALS_AT_HOME') }),
    'We can bring a hot lunch to your door on any day of the week. A meal costs six pounds twenty. ' +
      'You can start within three working days. The number is 01632 960110. Again, 01632 960110.',
    'answer',
  );
  bothWays(
    'short: the answer and the number',
    atHome({ length: 'short' }),
    say('CareQuestionIntent', { subject: is('MEALS_AT_HOME') }),
    'We can bring a hot lunch to your door on any day of the week. The number is 01632 960110.',
    'answer',
  );
  bothWays(
    'nothing written: the number, and a person',
    atHome(),
    say('CareQuestionIntent', { subject: is('COUNCIL_TAX') }),
    "I don't have an answer about council tax. You can ring Harbour County Council on 01632 960100. " +
      'Shall I ask somebody to ring you about council tax?',
    'no-answer',
  );
  bothWays(
    'a subject that is not in the list',
    atHome({}, { council: { staffedHours: [] } }),
    say('CareQuestionIntent', { subject: heardOnly('flying carpets') }),
    "I don't have an answer to that. You can ring Harbour County Council on 01632 960100.",
    'no-answer',
  );
  const bins = { ...meals, subject: 'bins', answer: 'Bins are emptied in turn.', facts: [] } as const;
  bothWays(
    'which bin it is, where the round of the home is known',
    atHome({}, { answers: [bins], binRounds: saltmereRounds() }),
    say('CareQuestionIntent', { subject: is('BINS') }),
    'The next bin day is Thursday the 26th of November. Put out the green bin for recycling and the brown bin for food waste. ' +
      'After that it is Thursday the 3rd of December. Put out the black bin for rubbish.',
    'bin-days',
  );
  bothWays(
    'about the bins, where no round is known, what the council has written',
    atHome({}, { answers: [bins] }),
    say('CareQuestionIntent', { subject: is('BINS') }),
    'Bins are emptied in turn. The number is 01632 960110. Again, 01632 960110.',
    'answer',
  );
  const lunchClub = {
    council: 'harbour',
    id: 'lunch-club',
    name: 'Tern Bay Lunch Club',
    description: 'A hot lunch and company every Wednesday at noon. Please ring first.',
    alert: 'Closed on 25 November.',
    phone: '01632 960140',
    assured: '2026-05-04',
  };
  bothWays(
    'words that name no subject: what the directory lists, its alert first, and when it was checked',
    atHome({}, { listings: [lunchClub] }),
    say('CareQuestionIntent', { subject: heardOnly('the lunch club') }),
    'About Tern Bay Lunch Club: Closed on 25 November. I found Tern Bay Lunch Club. ' +
      'A hot lunch and company every Wednesday at noon. The number is 01632 960140. Again, 01632 960140. ' +
      'That was last checked in May 2026.',
    'listing',
  );
  test('what the directory lists is said again by its id, and no word of the question is kept', async () => {
    const home = await atHome({}, { listings: [lunchClub] })();
    await script(home, [say('CareQuestionIntent', { subject: heardOnly('er the lunch club') }), /I found Tern Bay/]);
    const again = await script(
      home,
      [open, /./],
      [say('CareQuestionIntent', { subject: heardOnly('er the lunch club') }), /I found/],
      [pardon, /I found Tern Bay/],
    );
    assert.doesNotMatch(JSON.stringify(again.attributes), /lunch club/);
  });
  bothWays(
    'no subject: it is asked for',
    atHome(),
    say('CareQuestionIntent'),
    'What would you like to know about?',
    'asks-for-subject',
  );

  test('the subject that was asked for is elicited, and answered', async () => {
    const home = await atHome({ length: 'short' })();
    const asked = await script(home, [say('CareQuestionIntent'), /\?$/]);
    assert.deepEqual(
      asked.directives.map(({ type }) => type),
      ['Dialog.ElicitSlot'],
    );
    await script(
      home,
      [say('CareQuestionIntent'), /\?$/],
      [pardon, 'What would you like to know about?'],
      [yes, 'What would you like to know about?'],
      [say('CareQuestionIntent', { subject: is('MEALS_AT_HOME') }), /^We can bring a hot lunch/],
    );
  });

  test('a gap is counted once, however often it is said again', async () => {
    const home = await atHome()();
    await script(home, [say('CareQuestionIntent', { subject: is('BINS') }), /\?$/], [pardon, /the bins.*\?$/]);
    const counted = await home.counting.table.get(unansweredKey('harbour', '2026-11-24', 'bins'));
    assert.equal(counted?.count, 1);
  });
});

describe('somebody to ring back', () => {
  const openOf = async (home: Awaited<ReturnType<typeof skillHome>>) => home.stores.callBacks.openOf('harbour', 'bill');

  bothWays('it is asked first', atHome(), say('RingMeIntent'), 'Shall I ask somebody to ring you?', 'asks-to-ring');
  bothWays(
    'with no staffed hours it is never offered: the number is said',
    atHome({}, { council: { staffedHours: [] } }),
    say('RingMeIntent'),
    "I can't arrange a call back. You can ring Harbour County Council on 01632 960100.",
    'nobody-rings-back',
  );
  bothWays(
    'the yes may come with the intent itself',
    atHome(),
    say('RingMeIntent', {}, 'CONFIRMED'),
    "I've passed that on. The office is open now. I don't know yet when somebody will ring.",
    'call-asked',
  );
  bothWays(
    'and so may the no',
    atHome(),
    say('RingMeIntent', {}, 'DENIED'),
    "All right. I haven't asked anybody to ring.",
    'call-not-wanted',
  );

  test('yes: passed on once, with its subject; the office hours are said', async () => {
    const home = await atHome({ length: 'short' }, { at: '2026-11-24T18:00' })();
    await script(
      home,
      [say('RingMeIntent', { subject: is('MEALS_AT_HOME') }), 'Shall I ask somebody to ring you about meals at home?'],
      [
        yes,
        "I've passed that on. The office opens tomorrow, Wednesday the 25th of November, at half past eight in the morning. I don't know yet when somebody will ring.",
      ],
    );
    const callBack = await openOf(home);
    assert.equal(callBack?.subject, 'meals-at-home');
    assert.equal(callBack?.origin, 'resident');
    await script(
      home,
      [open, /\?$/],
      [say('RingMeIntent'), 'Shall I ask somebody to ring you?'],
      [yes, /^You have asked for a call already, and it is on the office's list\./],
      [pardon, /^You have asked for a call already/],
    );
    assert.equal((await home.stores.callBacks.open('harbour')).callBacks.length, 1);
  });

  test('"pardon" after it was passed on does not ask again', async () => {
    const home = await atHome({ length: 'short' })();
    await script(
      home,
      [open, /\?$/],
      [say('RingMeIntent'), /\?$/],
      [yes, /^I've passed that on\./],
      [pardon, /^I've passed that on\./],
    );
    assert.equal((await home.stores.callBacks.open('harbour')).callBacks.length, 1);
  });

  test('no: nothing is sent', async () => {
    const home = await atHome()();
    await script(home, [say('RingMeIntent'), /\?$/], [no, "All right. I haven't asked anybody to ring."]);
    assert.equal(await openOf(home), undefined);
  });

  test('an unanswered question leads to a call about the same subject', async () => {
    const home = await atHome()();
    await script(
      home,
      [say('CareQuestionIntent', { subject: is('BINS') }), /about the bins\?$/],
      [yes, /^I've passed that on\./],
    );
    assert.equal((await openOf(home))?.subject, 'bins');
  });

  test('one who needs time to speak is told to take it', async () => {
    const turn = await script(await atHome({ slowToSpeak: true })(), [say('RingMeIntent'), /\?$/]);
    assert.equal(turn.reprompt, 'Take your time. Yes or no?');
  });
});
