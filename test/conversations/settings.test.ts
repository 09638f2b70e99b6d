import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { refreshMember } from '../../lambda/core/alerts/refresh-member.ts';
import { aResident, aVisit } from '../render/support/builders.ts';
import { aHome } from '../support/builders/people.ts';
import { bothWays, heardOnly, is, no, open, pardon, say, script, yes } from '../support/conversation.ts';
import { type SkillHome, skillHome } from '../support/skill-home.ts';

const visit = aVisit('2026-11-24T12:30', '2026-11-24T13:00');
const atHome =
  (settings = {}) =>
  () =>
    skillHome({ residents: [aResident(settings)], diary: [visit] });
const change = (id: string) => say('ChangeSpeechIntent', { speechChange: is(id) });

describe('how Bellbird speaks', () => {
  bothWays(
    'slower',
    atHome(),
    change('SLOWER'),
    "All right. I'm speaking more slowly now. To change it back, say: normal speed.",
    'speech-changed',
  );
  bothWays(
    'already as slow as can be',
    atHome({ rate: 'slower', longerPauses: true }),
    change('SLOWER'),
    "I'm speaking as slowly as I can.",
    'speech-already-so',
  );
  bothWays(
    'one at a time',
    atHome(),
    change('ONE_AT_A_TIME'),
    'All right. I will say one thing at a time. To change it back, say: several at a time.',
    'speech-changed',
  );
  bothWays(
    'what was heard is not in the list: it is asked for',
    atHome(),
    say('ChangeSpeechIntent', { speechChange: heardOnly('like a pirate') }),
    'Shall I speak slower, faster, or give shorter answers?',
    'asks-for-change',
  );

  bothWays(
    'in another voice',
    atHome(),
    change('VOICE_BRIAN'),
    "All right. This is Brian's voice. To change it back, say: your own voice.",
    'speech-changed',
  );
  bothWays(
    'with bigger writing',
    atHome(),
    change('BIGGER_TEXT'),
    'All right. The writing on your screens is bigger now. To change it back, say: smaller writing.',
    'speech-changed',
  );
  bothWays(
    'with writing that is as big as can be',
    atHome({ textSize: 'largest' }),
    change('BIGGER_TEXT'),
    'The writing is as big as I can make it.',
    'speech-already-so',
  );

  test('another voice is heard at once, around the pace, and in every session after it', async () => {
    const home = await atHome({ rate: 'slow' })();
    const changed = await script(home, [change('VOICE_BRIAN'), /^All right/]);
    assert.match(changed.ssml, /^<speak><voice name="Brian"><prosody rate="90%"><s>.*<\/prosody><\/voice><\/speak>$/);
    const next = await script(home, [open, /\?$/]);
    assert.match(next.ssml, /^<speak><voice name="Brian">/);
    const back = await script(home, [change('VOICE_ALEXA'), /^All right/]);
    assert.doesNotMatch(back.ssml, /<voice/);
  });

  test('bigger writing is kept for the next screen', async () => {
    const home = await skillHome({ residents: [aResident()], diary: [visit], screen: true });
    await script(home, [change('BIGGER_TEXT'), /^All right/]);
    const { directives } = await script(home, [open, /\?$/]);
    assert.match(JSON.stringify(directives), /"scale":1\.2/);
  });

  test('the answer is spoken in the new way already, and so is everything after it', async () => {
    const home = await atHome()();
    const changed = await script(home, [change('SLOWER'), /^All right/]);
    assert.match(changed.ssml, /^<speak><prosody rate="90%"><s>.*<break time="500ms"\/>/);
    const next = await script(home, [say('WhoIsComingIntent'), /^Amina/]);
    assert.match(next.ssml, /rate="90%"/);
    const faster = await script(home, [change('NORMAL_SPEED'), /^All right/]);
    assert.doesNotMatch(faster.ssml, /prosody/);
  });

  test('the change is in the audit trail by the person, once', async () => {
    const home = await atHome()();
    await script(
      home,
      [open, /\?$/],
      [change('SHORTER'), /^All right/],
      [pardon, /^All right. I will give shorter answers/],
    );
    const entries = await home.stores.audit.of('harbour', 'RES#bill');
    assert.deepEqual(
      entries.map(({ act }) => [act.by.kind, act.did]),
      [
        ['system', 'test'],
        ['resident', 'change-speech'],
      ],
    );
  });

  test('asked for, then left', async () => {
    await script(
      await atHome()(),
      [say('ChangeSpeechIntent'), 'Shall I speak slower, faster, or give shorter answers?'],
      [pardon, 'Shall I speak slower, faster, or give shorter answers?'],
      [no, "All right. I've left it."],
    );
  });
});

describe('what an Audience is asked of follows a setting that was changed by voice', () => {
  const memberOf = async ({ stores }: SkillHome) => (await stores.members.page('harbour')).members[0];

  test('quiet hours that were just set, and quiet hours that were just given up', async () => {
    const home = await skillHome({ residents: [aResident()] });
    await refreshMember(home.stores)('harbour', 'bill');
    const slots = { quietStart: heardOnly('21:00'), quietEnd: heardOnly('08:00') };
    await script(home, [say('QuietHoursIntent', slots), /./]);
    assert.deepEqual((await memberOf(home))?.quietHours, { from: '21:00', to: '08:00' });
    await script(home, [say('QuietHoursIntent', { onOff: is('OFF') }), /./]);
    assert.equal((await memberOf(home))?.quietHours, undefined);
  });

  test('an Echo that was disconnected by voice is counted no more', async () => {
    const home = await skillHome({ residents: [aResident()], managed: true });
    const { homes } = home.stores;
    await homes.save({ value: aHome({ echos: [home.hash] }), version: 0 });
    await refreshMember(home.stores)('harbour', 'bill');
    assert.equal((await memberOf(home))?.echos.managed, 1);
    await script(home, [say('UnpairEchoIntent'), /./], [yes, /./]);
    assert.equal((await memberOf(home))?.echos.managed, 0);
  });
});
