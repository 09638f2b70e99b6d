import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aMessage, aReminderDelivery, aResident } from '../render/support/builders.ts';
import { bothWays, conversation, no, open, pardon, say, script, yes } from '../support/conversation.ts';
import { type SkillHome, skillHome } from '../support/skill-home.ts';

const at = (due: string, content = {}, more = {}) => aMessage(content, { due, ...more });
const moved = at('2026-11-24T09:00');
const cancelled = at('2026-11-24T09:10', { change: 'cancelled', what: 'dentist', at: '2026-11-26T10:00' });
const four = [
  moved,
  cancelled,
  at('2026-11-24T09:20', { change: 'added' }),
  at('2026-11-24T09:30', { change: 'added' }),
];
const atHome =
  (deliveries = [moved], settings = {}, more = {}) =>
  () =>
    skillHome({ residents: [aResident(settings)], deliveries, ...more });

const MOVED =
  'You have one message. This came through Harbour County Council. ' +
  'Something in your diary has moved: a visit from Amina. ' +
  'The new time is tomorrow, Wednesday the 25th of November, at half past nine in the morning. ' +
  'The old time was tomorrow, Wednesday the 25th of November, at nine in the morning.';

const stored = async ({ stores }: SkillHome, { id }: { id: string }) =>
  (await stores.deliveries.ofKey({ council: 'harbour', residentId: 'bill', id }))?.value;

describe('messages', () => {
  bothWays(
    'one is read, and it is asked whether it was heard',
    atHome(),
    say('MyMessagesIntent'),
    `${MOVED} Shall I put down that you've heard it?`,
    'messages',
  );
  bothWays('none', atHome([]), say('MyMessagesIntent'), 'You have no new messages.', 'no-messages');
  bothWays(
    'Q06: one that has expired is not offered',
    atHome([{ ...moved, expiresAt: moved.dueAt + 1 }]),
    say('MyMessagesIntent'),
    'You have no new messages.',
    'no-messages',
  );
  bothWays(
    'G9, Q03: what may have been told before says so',
    atHome([{ ...moved, readOutAt: moved.dueAt }]),
    say('MyMessagesIntent'),
    `${MOVED.replace('Something', 'I may have told you this already. Something')} Shall I put down that you've heard it?`,
    'messages',
  );
  bothWays(
    'a closed Echo counts only',
    atHome([moved, cancelled], {}, { level: 'closed' }),
    say('MyMessagesIntent'),
    'You have two messages. The details stay off this Echo, because that was chosen for your home.',
    'messages',
  );
  bothWays(
    '"I heard it" before anything was read here: it is offered',
    atHome(),
    say('AcknowledgeMessageIntent'),
    "You have one message that you haven't heard here yet. Shall I read it?",
    'messages-not-heard',
  );
  bothWays(
    '"I heard it" of what a managed Echo has said by itself',
    atHome([{ ...moved, state: 'sent' }]),
    say('AcknowledgeMessageIntent'),
    "Thank you. I've noted that you heard it.",
    'messages-heard',
  );
  bothWays(
    '"I heard it" with nothing there',
    atHome([]),
    say('AcknowledgeMessageIntent'),
    'There is no message to put down as heard.',
    'nothing-to-mark',
  );
  bothWays(
    '"got it" of a reminder: heard is not done',
    atHome([aReminderDelivery('2026-11-24T08:00')]),
    say('AcknowledgeMessageIntent'),
    "Your eight o'clock reminder is waiting. Is it done?",
    'reminders-due',
  );

  test('Q01: offered, heard, put down, and not offered again', async () => {
    const home = await atHome()();
    await script(
      home,
      [open, 'Hello Bill. You have one message. Shall I read it?'],
      [yes, `${MOVED} Shall I put down that you've heard it?`],
      [yes, "Thank you. I've noted that you heard it. Is there anything else?"],
      [pardon, "Thank you. I've noted that you heard it. Is there anything else?"],
      [say('MyMessagesIntent'), 'There are no more messages. Is there anything else?'],
    );
    const delivery = await stored(home, moved);
    assert.deepEqual(delivery?.acknowledged, { at: home.clock(), reply: 'heard', by: 'voice' });
    assert.match((await script(home, [open, /\?$/])).speech, /^Hello Bill, it's Bellbird\./);
  });

  test('"no" keeps it; it is there next time without the hedge, because it was played', async () => {
    const home = await atHome()();
    await script(
      home,
      [say('MyMessagesIntent'), /heard it\?$/],
      [no, 'All right. You can hear it again when you like.'],
    );
    assert.equal((await stored(home, moved))?.spokenAt, home.clock());
    await script(home, [say('MyMessagesIntent'), `${MOVED} Shall I put down that you've heard it?`]);
  });

  test('Q08: more than three: three, then the rest is offered', async () => {
    const home = await atHome(four)();
    await script(
      home,
      [say('MyMessagesIntent'), /^You have four messages\..*Shall I put down that you've heard them\?$/],
      [yes, "Thank you. I've noted that you heard them. Shall I read it?"],
      [yes, /^There is something new in your diary.*Shall I put down that you've heard it\?$/],
      [say('AcknowledgeMessageIntent'), "Thank you. I've noted that you heard it."],
    );
    for (const one of four) assert.equal((await stored(home, one))?.state, 'acknowledged');
  });

  test('one at a time, "next" without an answer, then from the beginning', async () => {
    await script(
      await atHome(four.slice(0, 2), { oneAtATime: true })(),
      [open, 'Hello Bill. You have two messages. Shall I read them?'],
      [yes, /^You have two messages\. .* has moved: .*heard it\?$/],
      [say('AMAZON.NextIntent'), /^This is cancelled: an appointment at the dentist\. It was to be on Thursday/],
      [say('AMAZON.NextIntent'), 'There are no more messages. Is there anything else?'],
      [say('AMAZON.StartOverIntent'), /^You have two messages\. .* has moved/],
      [no, 'All right. You can hear it again when you like. Shall I read it?'],
    );
  });

  test('Q09: "say that again" reads the same again and makes no new receipt', async () => {
    const home = await atHome([moved], { volumeHint: true })();
    const talk = conversation(home);
    const first = await talk.turn(say('MyMessagesIntent'));
    assert.match(first.speech, /If I'm too quiet, say: Alexa, louder\./);
    home.waitUntil('2026-11-24T10:05');
    const again = await talk.turn(pardon);
    assert.equal(again.speech, first.speech);
    const delivery = await stored(home, moved);
    assert.equal(delivery?.readOutAt, delivery === undefined ? 0 : home.clock() - 5 * 60_000);
    assert.equal(delivery?.spokenAt, home.clock());
  });

  test('urgent messages come first, and are called urgent', async () => {
    const urgent = at('2026-11-24T09:40', { change: 'cancelled' }, { handling: 'urgent' });
    const home = await atHome([moved, aReminderDelivery('2026-11-24T08:00'), urgent])();
    await script(
      home,
      [open, 'Hello Bill. You have one urgent message. Shall I read it?'],
      [yes, /^You have two messages\. .* This is cancelled: .* has moved/],
    );
  });
});
