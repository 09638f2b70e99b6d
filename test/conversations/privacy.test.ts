import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  aMessage,
  anAlertMessage,
  aReminder,
  aReminderDelivery,
  aResident,
  aVisit,
} from '../render/support/builders.ts';
import { conversation, is, no, open, pardon, type Said, say, script, yes } from '../support/conversation.ts';
import { type SkillHome, skillHome } from '../support/skill-home.ts';

const diary = [aVisit('2026-11-24T12:30', undefined, { who: 'Blessing' })];

describe('somebody else is in the room', () => {
  test('"someone\'s here" closes the Echo for two hours, also for the next conversation', async () => {
    const home = await skillHome({ residents: [aResident()], diary });
    await script(home, [
      say('SomeoneHereIntent'),
      "All right. I will only say how many things there are, for two hours. When you are alone, say: it's just me.",
    ]);
    home.waitUntil('2026-11-24T11:59');
    await script(home, [say('WhoIsComingIntent'), /^You have one visit|^You have a visit/]);
    home.waitUntil('2026-11-24T12:01');
    await script(home, [say('WhoIsComingIntent'), /^Blessing/]);
  });

  test('"it\'s just me" undoes it, and leads no further than what was chosen', async () => {
    const home = await skillHome({ residents: [aResident()], diary });
    await script(
      home,
      [say('SomeoneHereIntent'), /./],
      [say('JustMeIntent'), 'All right. I speak as we agreed again.'],
    );
    await script(home, [say('WhoIsComingIntent'), /^Blessing/]);
    const closed = await skillHome({ residents: [aResident()], diary, level: 'closed' });
    await script(closed, [say('JustMeIntent'), /./]);
    await script(closed, [say('WhoIsComingIntent'), /^You have/]);
  });
});

describe('while somebody else is in the room, what a visitor must not do waits for "it\'s just me"', () => {
  const FIRST = "Please say first: it's just me, and then ask me again.";
  const home = () =>
    skillHome({
      residents: [aResident()],
      reminders: [aReminder('rem-08', { kind: 'daily', time: '08:00', from: '2026-11-01' })],
      deliveries: [aReminderDelivery('2026-11-24T09:50')],
      managed: true,
    });
  const someoneHere = say('SomeoneHereIntent');
  const stored = async ({ stores, hash }: SkillHome) => {
    const resident = (await stores.residents.ofId('harbour', 'bill', { strong: true }))?.value;
    const reminders = await stores.reminders.ofResident('harbour', 'bill');
    return {
      reminders: reminders.map(({ state, recurrence }) => ({ state, recurrence })),
      settings: resident?.settings,
      consent: resident?.consent,
      echo: (await stores.echos.ofHash('harbour', hash, { strong: true }))?.value.state,
    };
  };

  const acts: readonly (readonly [string, Said])[] = [
    ['a reminder is cancelled', say('CancelReminderIntent', { reminderTime: '08:00' })],
    ['a reminder is changed', say('ChangeReminderIntent', { reminderTime: '08:00', newTime: '09:00' })],
    ['consent is withdrawn', say('StopEverythingIntent')],
    ['the Echo is unpaired', say('UnpairEchoIntent')],
  ];

  for (const [what, act] of acts)
    test(`${what} neither when it is asked for nor when the yes comes, and can be when the resident is alone`, async () => {
      const hushed = await home();
      const before = await stored(hushed);
      await script(hushed, [someoneHere, /./], [act, FIRST], [yes, /./], [yes, /./]);
      assert.deepEqual(await stored(hushed), before);
      await script(hushed, [say('JustMeIntent'), /./], [act, /^(?!Please say first).*\?$/]);

      const between = await home();
      const talk = conversation(between);
      assert.match((await talk.turn(act)).speech, /\?$/);
      await script(between, [someoneHere, /./]);
      assert.equal((await talk.turn(yes)).speech, FIRST);
      assert.deepEqual(await stored(between), before);
    });

  test('the second question before everything is stopped needs the resident alone as well', async () => {
    const between = await home();
    const before = await stored(between);
    const talk = conversation(between);
    await talk.turn(say('StopEverythingIntent'));
    assert.match((await talk.turn(yes)).speech, /for good\. Is that what you want\?$/);
    await script(between, [someoneHere, /./]);
    assert.equal((await talk.turn(yes)).speech, FIRST);
    assert.deepEqual(await stored(between), before);
  });

  test('the Echo is not made silent, and no television is paired, by whoever may be in the room', async () => {
    const hushed = await home();
    const before = await stored(hushed);
    const silent = say('QuietHoursIntent', { quietStart: '09:00', quietEnd: '08:00' });
    const television = say('PairScreenIntent', { pairingCode: '12345678' });
    await script(hushed, [someoneHere, /./], [silent, FIRST], [say('QuietHoursIntent'), FIRST], [television, FIRST]);
    assert.deepEqual(await stored(hushed), before);
    await script(hushed, [say('JustMeIntent'), /./], [silent, /^(?!Please say first)/]);
    assert.notDeepEqual((await stored(hushed)).settings, before.settings);
  });

  test('the resident is not called otherwise, whether the name is said at once or asked for', async () => {
    const hushed = await home();
    const before = await stored(hushed);
    const betty = say('ChangeNameIntent', { newName: 'betty' });
    await script(hushed, [someoneHere, /./], [betty, FIRST], [say('ChangeNameIntent'), FIRST]);
    const between = conversation(hushed);
    await script(hushed, [say('JustMeIntent'), /./]);
    assert.equal((await between.turn(say('ChangeNameIntent'))).speech, 'What shall I call you?');
    await script(hushed, [someoneHere, /./]);
    assert.equal((await between.turn(betty)).speech, FIRST);
    assert.deepEqual(await stored(hushed), before);
  });

  test('a change that is half said goes no further, and no opening takes it up', async () => {
    const hushed = await home();
    const before = await stored(hushed);
    const talk = conversation(hushed);
    assert.match((await talk.turn(say('ChangeReminderIntent', { reminderTime: '08:00' }))).speech, /What time\?$/);
    await script(hushed, [someoneHere, /./]);
    assert.equal((await talk.turn(say('SetReminderIntent', { reminderTime: '09:30' }))).speech, FIRST);
    const asked = await home();
    const last = conversation(asked);
    await last.turn(say('ChangeReminderIntent', { reminderTime: '08:00', newTime: '09:30' }));
    await last.turn({ does: 'end', reason: 'EXCEEDED_MAX_REPROMPTS' });
    await script(asked, [someoneHere, /./]);
    await script(asked, [open, /^Hello/]);
    assert.deepEqual([await stored(hushed), await stored(asked)], [before, before]);
  });

  test('which one to cancel is not chosen either, and in a conversation that was opened it goes on', async () => {
    const hushed = await home();
    await script(hushed, [say('SetReminderIntent', { day: '2026-11-25', reminderTime: '14:00' }), /\?$/], [yes, /set/]);
    const before = await stored(hushed);
    const talk = conversation(hushed);
    await talk.turn(open);
    assert.equal((await talk.turn(say('CancelReminderIntent'))).speech, 'Which one do you mean?');
    await script(hushed, [someoneHere, /./]);
    const refused = `${FIRST} Is there anything else?`;
    assert.equal((await talk.turn(say('CorrectionIntent', { reminderTime: '08:00' }))).speech, refused);
    assert.equal((await talk.turn(pardon)).speech, refused);
    assert.deepEqual(await stored(hushed), before);
  });

  test('what harms nobody stays possible: setting a reminder, hearing it again, and saying that it is done', async () => {
    const hushed = await home();
    await script(
      hushed,
      [someoneHere, /./],
      [say('SetReminderIntent', { day: '2026-11-25', reminderTime: '09:00', reminderLabel: is('DRINK') }), /set it\?$/],
      [yes, /^That's set\./],
    );
    await script(hushed, [say('SnoozeReminderIntent', { snoozeFor: 'PT20M' }), /twenty past ten/]);
    await script(hushed, [say('ReminderDoneIntent'), /noted|down/]);
  });

  test('after two hours nobody has to say anything first', async () => {
    const hushed = await home();
    await script(hushed, [someoneHere, /./]);
    hushed.waitUntil('2026-11-24T12:01');
    await script(hushed, [say('CancelReminderIntent', { reminderTime: '08:00' }), /Shall I cancel it\?$/]);
  });
});

describe('D-08: a message marked as private', () => {
  const secret = anAlertMessage(
    { isPrivate: true, title: 'Your form', text: 'It has come.' },
    { due: '2026-11-24T09:00' },
  );
  const plain = aMessage({}, { due: '2026-11-24T08:30' });

  test('is asked about first on every Echo, and read alone after a yes', async () => {
    const home = await skillHome({ residents: [aResident()], deliveries: [secret] });
    const asks = 'The next message is marked as private. Is it all right to read it aloud?';
    await script(
      home,
      [say('MyMessagesIntent'), asks],
      [pardon, asks],
      [yes, /It has come\..*heard it\?$/],
      [yes, /^Thank you/],
    );
  });

  test('after a no it stays, and nothing of it was said', async () => {
    const home = await skillHome({ residents: [aResident()], deliveries: [secret] });
    await script(home, [say('MyMessagesIntent'), /aloud\?$/], [no, 'All right. You can hear it again when you like.']);
    const page = await home.stores.readPage('harbour', 'bill', '2026-11-24');
    assert.equal(page?.deliveries[0]?.readOutAt, undefined);
  });

  test('other messages are read without it', async () => {
    const home = await skillHome({ residents: [aResident()], deliveries: [plain, secret] });
    const last = await script(home, [say('MyMessagesIntent'), /\?$/], [no, /./]);
    assert.doesNotMatch(last.speech, /It has come/);
  });

  test('is never volunteered where two people live', async () => {
    const residents = [aResident({ nameToUse: 'Bill' }), aResident({ nameToUse: 'Joyce' }, { id: 'joyce' })];
    await script(
      await skillHome({ residents, deliveries: [secret] }),
      [open, /Is it Bill\?$/],
      [yes, /^(?!.*have one).*\?$/],
      [say('MyMessagesIntent'), /aloud\?$/],
    );
  });
});

describe('what somebody is called, and their quiet hours', () => {
  test('a name is used at once and lasts', async () => {
    const home = await skillHome({ residents: [aResident({ nameToUse: 'Mr Harris' })] });
    await script(
      home,
      [say('ChangeNameIntent'), 'What shall I call you?'],
      [pardon, 'What shall I call you?'],
      [say('ChangeNameIntent', { newName: 'billy' }), 'All right. I call you Billy from now on.'],
    );
    await script(home, [open, /^Hello Billy/]);
  });

  test('what is no name is refused, and danger is heard in it', async () => {
    const home = await skillHome({ residents: [aResident()] });
    await script(home, [say('ChangeNameIntent', { newName: '4711 <b>' }), /^I couldn't change that/]);
    await script(home, [
      say('ChangeNameIntent', { newName: "an ambulance i've fallen" }),
      /^I can't ring nine nine nine/,
    ]);
  });

  test('quiet hours are changed at once and said back; urgent messages do not wait', async () => {
    const home = await skillHome({ residents: [aResident()] });
    const quiet = say('QuietHoursIntent', { quietStart: '09:00', quietEnd: '08:00' });
    await script(
      home,
      [say('QuietHoursIntent'), 'From what time to what time?'],
      [
        quiet,
        /^All right\. Messages wait from nine in the evening to eight in the morning\. Urgent ones do not wait\./,
      ],
    );
    const settings = async () => (await home.stores.residents.ofId('harbour', 'bill'))?.value.settings;
    assert.deepEqual((await settings())?.quietHours, { from: '21:00', to: '08:00' });
    await script(home, [
      say('QuietHoursIntent', { onOff: { id: 'OFF' } }),
      'All right. Messages come at any time now.',
    ]);
    assert.equal((await settings())?.quietHours, undefined);
  });
});
