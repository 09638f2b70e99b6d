import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { refreshMember } from '../../lambda/core/alerts/refresh-member.ts';
import { aReminder, aResident } from '../render/support/builders.ts';
import { conversation, no, open, pardon, say, script, silence, yes } from '../support/conversation.ts';
import { type SkillHome, skillHome } from '../support/skill-home.ts';

const stop = say('StopEverythingIntent');
const unpair = say('UnpairEchoIntent');

const STOPS = 'Then I tell you nothing more, and nobody hears from me about you. Shall I stop everything?';
const FOR_GOOD = 'That ends the service here for good. Is that what you want?';
const STOPPED =
  "I've stopped. Nothing more is sent to you. If you change your mind, ring Harbour County Council on 01632 960100.";
const OFF = 'This service is switched off here. You can ring Harbour County Council on 01632 960100.';

const consentOf = async ({ stores }: SkillHome, id = 'bill') =>
  (await stores.residents.ofId('harbour', id, { strong: true }))?.value.consent;

describe('"stop everything"', () => {
  test('is asked twice; from the second yes on nothing is said any more, and it is written down who said so', async () => {
    const home = await skillHome({ residents: [aResident()] });
    await script(home, [stop, STOPS], [pardon, STOPS], [yes, FOR_GOOD], [pardon, FOR_GOOD], [yes, STOPPED]);
    const consent = await consentOf(home);
    assert.deepEqual([consent?.state, consent?.decidedBy], ['withdrawn', 'resident']);
    const acts = await home.stores.audit.of('harbour', 'RES#bill');
    assert.deepEqual(
      [acts.at(-1)?.act.did, acts.at(-1)?.act.by],
      ['consent-withdrawn', { kind: 'resident', id: 'bill' }],
    );
    await script(home, [say('WhoIsComingIntent'), OFF]);
    await script(home, [stop, OFF]);
  });

  test('no audience counts them any more, from that turn on', async () => {
    const home = await skillHome({ residents: [aResident()] });
    const standing = async () => (await home.stores.members.page('harbour')).members.map((one) => one.standing);
    await refreshMember(home.stores)('harbour', 'bill');
    assert.deepEqual(await standing(), ['may-be-told']);
    await script(home, [stop, STOPS], [yes, FOR_GOOD], [yes, STOPPED]);
    assert.deepEqual(await standing(), ['consent-withdrawn']);
  });

  test('a no changes nothing', async () => {
    const home = await skillHome({ residents: [aResident()] });
    await script(home, [stop, STOPS], [no, "All right. I've left it."]);
    assert.equal((await consentOf(home))?.state, 'given');
  });

  test('one "okay" ends nothing: after it a no, silence or something else keeps everything', async () => {
    const home = await skillHome({ residents: [aResident()] });
    await script(home, [stop, STOPS], [yes, FOR_GOOD], [no, "All right. I've left it."]);
    await script(home, [stop, STOPS], [yes, FOR_GOOD], [silence, '']);
    await script(home, [stop, STOPS], [yes, FOR_GOOD], [say('DayAndTimeIntent'), /Tuesday/], [yes, /./]);
    await script(home, [stop, STOPS], [yes, FOR_GOOD], [stop, STOPS], [yes, FOR_GOOD], [no, /left it/]);
    assert.equal((await consentOf(home))?.state, 'given');
  });

  test('what is not understood asks the second question again in other words', async () => {
    const home = await skillHome({ residents: [aResident()] });
    await script(
      home,
      [stop, STOPS],
      [yes, FOR_GOOD],
      [say('AMAZON.FallbackIntent'), "Sorry, I didn't catch that. Shall I end it for good, yes or no?"],
      [yes, STOPPED],
    );
  });

  test('of two who live there only the one who said so has stopped', async () => {
    const joyce = aResident({ nameToUse: 'Joyce' }, { id: 'joyce' });
    const home = await skillHome({ residents: [aResident(), joyce] });
    const talk = conversation(home);
    await talk.turn(stop);
    await talk.turn(no);
    await talk.turn(yes);
    assert.equal((await talk.turn(yes)).speech, FOR_GOOD);
    assert.equal((await talk.turn(yes)).speech, STOPPED);
    assert.deepEqual([(await consentOf(home))?.state, (await consentOf(home, 'joyce'))?.state], ['given', 'withdrawn']);
  });

  test('somebody who is away may stop everything too', async () => {
    const presence = { kind: 'away', reason: 'hospital', since: '2026-11-20' } as const;
    const home = await skillHome({ residents: [aResident({}, { presence })] });
    await script(home, [stop, STOPS], [yes, FOR_GOOD], [yes, STOPPED]);
  });
});

describe('"disconnect this Echo"', () => {
  const ASKS = 'Then this Echo says nothing about you any more. Shall I disconnect this Echo?';
  const GONE = 'This Echo is no longer connected to Harbour County Council.';

  test('is asked first; from the yes on it knows nobody, and its link version rises with the next pairing', async () => {
    const home = await skillHome({
      residents: [aResident()],
      reminders: [aReminder('rem', { kind: 'daily', time: '08:00', from: '2026-11-01' })],
    });
    await script(home, [unpair, ASKS], [pardon, ASKS], [yes, GONE]);
    assert.equal((await home.stores.echos.ofHash('harbour', home.hash, { strong: true }))?.value.state, 'unpaired');
    await script(home, [open, /^This Echo isn't set up yet\./]);
    await script(home, [unpair, /^This Echo isn't set up yet\./]);
  });

  test('a no keeps it', async () => {
    const home = await skillHome({ residents: [aResident()] });
    await script(home, [unpair, ASKS], [no, "All right. I've left it."]);
    assert.equal((await home.stores.echos.ofHash('harbour', home.hash))?.value.state, 'paired');
  });
});
