import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aMessage, aResident, aVisit } from '../render/support/builders.ts';
import { envelopeOf, no, open, pardon, say, script, yes } from '../support/conversation.ts';
import { skillHome } from '../support/skill-home.ts';

const stan = aResident({ nameToUse: 'Stan' }, { id: 'stan' });
const joyce = aResident({ nameToUse: 'Joyce', rate: 'slow' }, { id: 'joyce' });
const diary = [
  aVisit('2026-11-24T12:30', '2026-11-24T13:00', { residentId: 'stan', who: 'Blessing', id: 's' }),
  aVisit('2026-11-24T17:30', '2026-11-24T17:45', { residentId: 'joyce', who: 'Sandra', id: 'j' }),
];
const atHome = (more = {}) => skillHome({ residents: [stan, joyce], diary, ...more });

const WHO = 'Who am I talking to? Is it Stan?';
const SANDRA = 'Sandra is coming today between half past five and quarter to six in the afternoon.';

describe('two residents and one Echo', () => {
  test('asked once, before anything private; each is told only their own', async () => {
    const home = await atHome();
    const last = await script(
      home,
      [say('WhoIsComingIntent'), WHO],
      [no, 'Who am I talking to? Is it Joyce?'],
      [yes, SANDRA],
    );
    assert.match(last.ssml, /rate="90%"/);
  });

  test('after a bare "open": the name is used once it is known, and it is not asked again', async () => {
    await script(
      await atHome(),
      [open, WHO],
      [
        yes,
        'Hello Stan. Blessing is coming today between half past twelve and one in the afternoon. What would you like?',
      ],
      [say('MyMessagesIntent'), 'You have no new messages. Is there anything else?'],
      [pardon, 'You have no new messages. Is there anything else?'],
      [say('ChangeSpeechIntent', { speechChange: { id: 'SLOWER' } }), /^All right\. I'm speaking more slowly now/],
    );
  });

  test('the slots of what was asked are kept, and so is a confirmation', async () => {
    await script(
      await atHome(),
      [say('WhoIsComingIntent', { day: '2026-11-25', partOfDay: { id: 'MORNING' } }), WHO],
      [yes, /tomorrow, Wednesday/],
    );
    const home = await atHome();
    await script(
      home,
      [say('RingMeIntent'), /\?$/],
      [yes, WHO],
      [no, /Is it Joyce\?$/],
      [yes, /^I've passed that on\./],
    );
    assert.equal((await home.stores.callBacks.openOf('harbour', 'joyce'))?.residentId, 'joyce');
    assert.equal(await home.stores.callBacks.openOf('harbour', 'stan'), undefined);
  });

  test('they may answer with their name instead of yes or no', async () => {
    const home = await atHome();
    await script(home, [say('WhoIsComingIntent'), WHO], [say('ItsMeIntent', { firstName: 'Joyce' }), SANDRA]);
    await script(home, [open, WHO], [say('ItsMeIntent', { firstName: 'joyce love' }), /^Hello Joyce\. Sandra/]);
  });

  test('a name that nobody here has is not guessed at', async () => {
    await script(
      await atHome(),
      [say('WhoIsComingIntent'), WHO],
      [say('ItsMeIntent', { firstName: 'Mary' }), `I don't have that name here. ${WHO}`],
      [no, 'Who am I talking to? Is it Joyce?'],
      [yes, SANDRA],
    );
  });

  test('the other one may take over at any time', async () => {
    await script(
      await atHome(),
      [open, WHO],
      [yes, /^Hello Stan/],
      [say('ItsMeIntent', { firstName: 'Joyce' }), 'Hello Joyce. What would you like?'],
      [say('WhoIsComingIntent'), `${SANDRA} Is there anything else?`],
    );
  });

  test('"pardon" and what was not understood ask again', async () => {
    await script(
      await atHome(),
      [open, WHO],
      [pardon, WHO],
      [say('AMAZON.FallbackIntent'), WHO],
      [
        say('AMAZON.FallbackIntent'),
        /^Let me ask in another way\. Shall I tell you about your visits or the day and time\?$/,
      ],
    );
  });

  test('neither: nothing private is said, and what is not private still is', async () => {
    await script(
      await atHome(),
      [open, WHO],
      [no, /Is it Joyce\?$/],
      [no, 'All right. I will keep private things to myself. Is there anything else?'],
      [say('DayAndTimeIntent'), "It's Tuesday the 24th of November, ten in the morning. Is there anything else?"],
      [say('WhoIsComingIntent'), WHO],
    );
  });

  test('when the other one may not be told anything, "no" leaves nobody', async () => {
    const gone = { ...joyce, presence: { kind: 'ended', since: '2026-11-01' } as const };
    await script(
      await atHome({ residents: [stan, gone] }),
      [say('WhoIsComingIntent'), WHO],
      [no, 'All right. I will keep private things to myself.'],
    );
  });

  test('what is not private is answered without asking who it is, and without a name', async () => {
    await script(await atHome(), [say('DayAndTimeIntent'), "It's Tuesday the 24th of November, ten in the morning."]);
    await script(await atHome(), [say('AMAZON.HelpIntent'), /What would you like\?$/]);
  });

  test('whoever has withdrawn or ended is not named', async () => {
    const gone = { ...stan, presence: { kind: 'ended', since: '2026-11-01' } as const };
    await script(
      await atHome({ residents: [gone, joyce] }),
      [say('WhoIsComingIntent'), 'Who am I talking to? Is it Joyce?'],
      [yes, SANDRA],
    );
    await script(await atHome({ residents: [gone, joyce] }), [say('DayAndTimeIntent'), /^It's Tuesday/]);
    const withdrawn = { ...joyce, consent: { ...joyce.consent, state: 'withdrawn' as const } };
    await script(await atHome({ residents: [gone, withdrawn] }), [
      say('WhoIsComingIntent'),
      /^This service is switched off here\./,
    ]);
  });

  test('a name of a stranger in the session is nobody here', async () => {
    const home = await atHome();
    const wire = await home.answer(
      envelopeOf(home, say('WhoIsComingIntent'), { isNew: false, attributes: { v: 1, speaker: 'somebody-else' } }),
    );
    assert.match(JSON.stringify(wire), /Is it Stan\?/);
  });

  test('a choice of two that is private asks who it is first, then tells it', async () => {
    const fallback = say('AMAZON.FallbackIntent');
    await script(
      await atHome(),
      [fallback, /\?$/],
      [fallback, /your visits or the day and time\?$/],
      [yes, WHO],
      [no, /Is it Joyce\?$/],
      [yes, SANDRA],
    );
  });

  test('deliveries of one are never told to the other', async () => {
    const home = await atHome({ deliveries: [aMessage({}, { residentId: 'stan' })] });
    await script(home, [say('MyMessagesIntent'), WHO], [no, /Joyce/], [yes, 'You have no new messages.']);
  });
});
