import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { echoHasher, idSealer } from '../../lambda/adapters/secrets/echo-ids.ts';
import { words } from '../../lambda/render/catalogue.ts';
import type { IntentName } from '../../lambda/skill/intents.ts';
import { wireSkill } from '../../lambda/wiring/skill.ts';
import { aMessage, aReminderDelivery, aResident } from '../render/support/builders.ts';
import { conversation, heardOnly, is, no, open, pardon, type Said, say, script, yes } from '../support/conversation.ts';
import { skillHome } from '../support/skill-home.ts';

const atHome = (settings = {}, more = {}) => skillHome({ residents: [aResident(settings)], ...more });

const WORDS: readonly (readonly [IntentName, string])[] = [
  [
    'UrgentHelpIntent',
    "I can't ring nine nine nine for you. If you can reach a phone, ring nine nine nine now. If you cannot, call out loudly to somebody near you.",
  ],
  [
    'SelfHarmIntent',
    "I'm glad you told me, and you don't have to face this alone. If you are in danger now, ring nine nine nine. " +
      'The Samaritans are there day and night, and it is free. Their number is one one six, one two three.',
  ],
  [
    'AbuseIntent',
    'Thank you for telling me. It is not your fault. I tell none of your carers, and none of your family. ' +
      'For adult safeguarding, ring Harbour County Council on 01632 960100. If you are in danger now, ring nine nine nine.',
  ],
  [
    'TooManyTabletsIntent',
    "I can't give advice about that. Please ring one one one now and tell them. If you feel very unwell, ring nine nine nine.",
  ],
];

describe('safety words, caught before anything else', () => {
  for (const [intent, words] of WORDS) {
    test(`${intent}: fixed words, then the end, in one breath and in a conversation`, async () => {
      const turn = await script(await atHome(), [say(intent), words]);
      assert.deepEqual([turn.outcome, turn.open], ['safety', false]);
      await script(await atHome(), [open, /\?$/], [say(intent), words]);
    });

    test(`${intent}: also at an Echo that nobody has paired`, async () => {
      await script(await atHome({}, { paired: false }), [say(intent), words]);
    });

    test(`${intent}: whatever question was open`, async () => {
      const waiting = { deliveries: [aReminderDelivery('2026-11-24T08:00'), aMessage()] };
      await script(await atHome({}, waiting), [open, /Is it done\?$/], [say(intent), words]);
      await script(
        await atHome({}, { paired: false }),
        [open, /the code\?$/],
        [yes, /numbers\?$/],
        [say(intent), words],
      );
    });

    test(`${intent}: only the class and the month are counted, and the log learns nothing of it`, async () => {
      const home = await atHome();
      home.counting.reset();
      const before = home.logged.length;
      await script(home, [say(intent), words]);
      assert.deepEqual(home.logged.slice(before), []);
      assert.equal(
        home.counting.requests(),
        5,
        'the Echo, the council, the duty and the Resident are read, one count is added',
      );
      const counts = await home.stores.safetyCounts.ofMonth('harbour', '2026-11');
      assert.deepEqual(
        Object.values(counts).toSorted(),
        [0, 0, 0, 0, 1],
        'one of the five classes is counted once, in this month',
      );
      assert.equal(home.told.at(-1)?.family, 'safety');
    });
  }

  test('a repeat of the words is not counted again', async () => {
    const home = await atHome();
    await script(home, [say('LowMoodIntent'), /ring you\?$/], [pardon, /ring you\?$/]);
    assert.equal((await home.stores.safetyCounts.ofMonth('harbour', '2026-11'))['low-mood'], 1);
  });

  test('the pendant is named only to whoever has one', async () => {
    await script(await atHome({ hasPendant: true }), [
      say('UrgentHelpIntent'),
      "I can't ring nine nine nine for you. Press your pendant button now. If you can reach a phone, ring nine nine nine now. If you cannot, call out loudly to somebody near you.",
    ]);
  });

  test('low mood is met, and a person is offered', async () => {
    const home = await atHome();
    await script(
      home,
      [
        say('LowMoodIntent'),
        "I'm sorry it's hard at the moment. Talking to a person can help. Shall I ask somebody to ring you?",
      ],
      [pardon, "I'm sorry it's hard at the moment. Talking to a person can help. Shall I ask somebody to ring you?"],
      [yes, /^I've passed that on\./],
    );
    const callBack = await home.stores.callBacks.openOf('harbour', 'bill');
    assert.deepEqual([callBack?.subject, callBack?.notes, callBack?.origin], [undefined, [], 'resident']);
  });

  test('low mood where nobody rings back: the number', async () => {
    await script(await atHome({}, { council: { staffedHours: [] } }), [
      say('LowMoodIntent'),
      "I'm sorry it's hard at the moment. Talking to a person can help. You can ring Harbour County Council on 01632 960100.",
    ]);
  });

  test('Q16: even when nothing can be read the words are said', async () => {
    const home = await atHome({ hasPendant: true });
    const broken = { ...home.counting.table, get: async () => assert.fail('the table is down') };
    const answer = wireSkill({
      table: broken,
      council: 'harbour',
      skillId: 'amzn1.ask.skill.test',
      hashEcho: echoHasher('a key'),
      sealIds: idSealer('another'),
      pairingSecrets: home.secrets,
      clock: home.clock,
      bell: { ring: async () => undefined },
      realNow: home.clock,
      newId: () => 'id',
      log: (code, fields = {}) => home.logged.push({ code, fields }),
    });
    const turn = await conversation({ ...home, answer }).turn(say('UrgentHelpIntent'));
    assert.match(turn.speech, /^I can't ring nine nine nine for you\. If you can reach a phone/);
    const abuse = await conversation({ ...home, answer }).turn(say('AbuseIntent'));
    assert.match(abuse.speech, /Your council has people for adult safeguarding/);
  });
});

describe('safety words inside other words', () => {
  const inSlots: readonly (readonly [string, string, Said])[] = [
    ['a subject', 'urgent', say('CareQuestionIntent', { subject: heardOnly("i've fallen and I can't get up") })],
    ['a call-back', 'self-harm', say('RingMeIntent', { subject: heardOnly('because I want to die') })],
    ['a way of speaking', 'abuse', say('ChangeSpeechIntent', { speechChange: heardOnly('my son keeps hitting me') })],
    ['a subject', 'too-many-tablets', say('CareQuestionIntent', { subject: heardOnly('too many tablets') })],
    ['a subject', 'low-mood', say('CareQuestionIntent', { subject: heardOnly('I’m so lonely') })],
  ];
  for (const [where, safety, said] of inSlots)
    test(`SAF-01: ${safety} is caught inside ${where}, in one breath and whatever was asked`, async () => {
      for (const lines of [[], [[say('CareQuestionIntent'), /\?$/] as const]]) {
        const home = await atHome();
        await script(home, ...lines, [said, /./]);
        const { kind, family, safety: told } = home.told.at(-1) ?? {};
        assert.deepEqual([kind, family, told], ['safety', 'safety', safety]);
      }
    });

  test('a subject from the list is an answer, whatever it is called', async () => {
    const home = await atHome();
    await script(home, [say('CareQuestionIntent', { subject: is('SAFEGUARDING') }), /./]);
    assert.equal(home.told.at(-1)?.safety, undefined);
  });
});

describe('what may be a manner of speaking', () => {
  const asksOnce = 'I want to be sure that you are all right. Are you hurt, or in danger?';

  test('it gets one question, and a no is believed', async () => {
    await script(
      await atHome(),
      [say('PerhapsHurtIntent'), asksOnce],
      [pardon, asksOnce],
      [no, 'All right, thank you for telling me. You can always ask for somebody to ring you.'],
    );
  });

  test('a yes is danger to life', async () => {
    const home = await atHome();
    await script(home, [say('PerhapsHurtIntent'), asksOnce], [yes, WORDS[0]?.[1] ?? '']);
    assert.equal((await home.stores.safetyCounts.ofMonth('harbour', '2026-11')).urgent, 1);
  });

  test('also where nobody has paired the Echo', async () => {
    const home = await atHome({}, { paired: false });
    await script(home, [say('PerhapsHurtIntent'), asksOnce], [no, 'All right, thank you for telling me.']);
  });

  test('what sounds like a name leaves the question open, so that a yes is still danger', async () => {
    await script(
      await atHome(),
      [say('PerhapsHurtIntent'), asksOnce],
      [say('ItsMeIntent', { firstName: 'cold' }), "Sorry, I didn't catch that. Do you need help now, yes or no?"],
      [yes, WORDS[0]?.[1] ?? ''],
    );
  });

  test('whoever is not understood twice hears what to do, and no menu', async () => {
    const missed = say('AMAZON.FallbackIntent');
    const turn = await script(
      await atHome(),
      [say('PerhapsHurtIntent'), asksOnce],
      [missed, /yes or no\?$/],
      [missed, WORDS[0]?.[1] ?? ''],
    );
    assert.equal(turn.open, false);
  });

  test('a manner of speaking inside a slot is asked about, and danger beside it is not', async () => {
    const home = await atHome();
    await script(home, [say('CareQuestionIntent', { subject: heardOnly('i nearly died laughing') }), asksOnce]);
    const both = "i'm dying for a cup of tea but i've fallen";
    await script(home, [say('CareQuestionIntent', { subject: heardOnly(both) }), WORDS[0]?.[1] ?? '']);
  });
});

describe('the words of every safety class', () => {
  test('never sound as if help were coming, and never claim that anybody was told', () => {
    const told = Object.entries(words).filter(([key]) => key.startsWith('safety.') || key.startsWith('ask.are-you'));
    assert.ok(told.length > 20);
    for (const [key, sentence] of told)
      assert.doesNotMatch(
        sentence,
        /on (its|the) way|is coming|will come|have told|passed on|sent|let them know/i,
        key,
      );
  });
});
