import { describe, test } from 'node:test';
import { aMessage, aReminderDelivery, aResident, aVisit } from '../render/support/builders.ts';
import { no, open, pardon, say, script, yes } from '../support/conversation.ts';
import { skillHome } from '../support/skill-home.ts';

const visit = aVisit('2026-11-24T17:30', '2026-11-24T18:00', { who: 'Sandra', id: 'tea' });
const everything = {
  diary: [visit],
  deliveries: [aReminderDelivery('2026-11-24T08:00'), aMessage()],
};
const home = (more = {}, settings = {}) => skillHome({ residents: [aResident(settings)], ...everything, ...more });
const SANDRA = 'Sandra is coming today between half past five in the afternoon and six in the evening.';

describe('opening the skill at an Echo that may speak openly', () => {
  test('a reminder without a reply comes first, and is asked about', async () => {
    await script(await home(), [open, "Hello Bill. Your eight o'clock reminder is waiting. Is it done?"]);
  });

  test('then a message, with who is coming before the offer to read it', async () => {
    const messages = { deliveries: [aMessage()] };
    await script(await home(messages), [open, `Hello Bill. ${SANDRA} You have one message. Shall I read it?`]);
    await script(await home(messages, { length: 'short' }), [
      open,
      'Hello Bill. You have one message. Shall I read it?',
    ]);
  });

  test('then the next visit of today', async () => {
    await script(
      await home({ deliveries: [] }),
      [open, `Hello Bill. ${SANDRA} What would you like?`],
      [pardon, `Hello Bill. ${SANDRA} What would you like?`],
      [no, "That's all for now. Goodbye."],
    );
  });

  test('of a visit that has begun nothing is said: it may be in the room', async () => {
    await script(await home({ deliveries: [], at: '2026-11-24T17:40' }), [open, /^Hello Bill, it's Bellbird\./]);
  });

  test('otherwise the day, and what can be asked', async () => {
    await script(await home({ deliveries: [], diary: [] }), [
      open,
      "Hello Bill, it's Bellbird. It's Tuesday the 24th of November, ten in the morning. You can ask who is coming, or for your messages. What would you like?",
    ]);
  });

  test('steady words: always the day and the time', async () => {
    await script(await home({ deliveries: [] }, { steadyWords: true }), [
      open,
      "Hello Bill. It's Tuesday the 24th of November, ten in the morning. Sandra is coming today, Tuesday the 24th of November. " +
        'The time is between half past five in the afternoon and six in the evening. What would you like?',
    ]);
  });

  test('several reminders are counted, and the first is asked about', async () => {
    const deliveries = [aReminderDelivery('2026-11-24T08:00'), aReminderDelivery('2026-11-24T09:30', 'drink')];
    await script(
      await home({ deliveries }),
      [open, "Hello Bill. You have two reminders waiting. Is your eight o'clock reminder done?"],
      [say('ReminderDoneIntent'), /your eight o'clock reminder is done/],
    );
  });
});

describe('opening the skill at an Echo that asks first', () => {
  const level = { level: 'ask-first' } as const;

  test('no name and no time before the yes: a reminder', async () => {
    await script(
      await home(level),
      [open, 'Hello. You have one reminder waiting. Shall I read it?'],
      [yes, "Your eight o'clock reminder is waiting. Is it done?"],
      [yes, "Thank you. I've noted that your eight o'clock reminder is done. Is there anything else?"],
    );
  });

  test('a message, and a visit', async () => {
    await script(
      await home({ ...level, deliveries: [aMessage()] }),
      [open, 'Hello. You have one message. Shall I read it?'],
      [yes, /moved: a visit from Amina/],
    );
    await script(
      await home({ ...level, deliveries: [] }),
      [open, 'Hello. You have one visit today. Shall I read it?'],
      [yes, `${SANDRA} Is there anything else?`],
    );
  });

  test('no: it is left, and what is asked for is answered', async () => {
    await script(
      await home({ ...level, deliveries: [] }),
      [open, /Shall I read it\?$/],
      [no, "All right. I've left it. Is there anything else?"],
      [say('WhoIsComingIntent'), `${SANDRA} Is there anything else?`],
    );
  });

  test('a reminder that has been replied to meanwhile is not asked about', async () => {
    const asked = await home({ ...level, deliveries: [aReminderDelivery('2026-11-24T08:00')] });
    await script(
      asked,
      [open, /Shall I read it\?$/],
      [say('ReminderDoneIntent'), /done\. Is there anything else\?$/],
      [say('AMAZON.YesIntent'), 'All right. What would you like?'],
    );
  });
});

describe('opening the skill at a closed Echo', () => {
  const level = { level: 'closed' } as const;

  test('counts only, whatever waits', async () => {
    await script(await home(level), [open, 'Hello. You have one reminder waiting. What would you like?']);
    await script(await home({ ...level, deliveries: [aMessage()] }), [
      open,
      'Hello. You have one message. What would you like?',
    ]);
    await script(await home({ ...level, deliveries: [] }), [
      open,
      'Hello. You have one visit today. What would you like?',
    ]);
  });

  test('a reply is noted without saying to what', async () => {
    await script(await home(level), [say('ReminderDoneIntent'), "Thank you. That's noted."]);
    await script(await home(level), [
      say('MyMessagesIntent'),
      /^You have one message\. The details stay off this Echo/,
    ]);
    await script(await home(level), [
      say('MyRemindersIntent', { reminderTime: '08:00' }),
      /^I can't find a reminder|^You have a reminder then/,
    ]);
  });
});
