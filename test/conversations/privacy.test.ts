import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aMessage, anAlertMessage, aResident, aVisit } from '../render/support/builders.ts';
import { no, open, pardon, say, script, yes } from '../support/conversation.ts';
import { skillHome } from '../support/skill-home.ts';

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
