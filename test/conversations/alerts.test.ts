import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aMessage, anAlertMessage, aReminderDelivery, aResident } from '../render/support/builders.ts';
import { bothWays, no, open, pardon, say, script, yes } from '../support/conversation.ts';
import { skillHome } from '../support/skill-home.ts';

const flood = anAlertMessage();
const atHome =
  (deliveries = [flood], more = {}) =>
  () =>
    skillHome({ residents: [aResident()], deliveries, ...more });

const FLOOD =
  'You have one message. This came through Harbour County Council. This is urgent. ' +
  'Flood warning. A flood is expected near the river tonight. Please stay indoors.';

describe('an alert, heard at an Echo', () => {
  bothWays(
    'it is read, and it is asked whether it was heard',
    atHome(),
    say('MyMessagesIntent'),
    `${FLOOD} Shall I put down that you've heard it?`,
    'messages',
  );
  bothWays(
    'a private one is asked about first, wherever words may be said',
    atHome([anAlertMessage({ isPrivate: true })]),
    say('MyMessagesIntent'),
    'The next message is marked as private. Is it all right to read it aloud?',
    'private-first',
  );
  bothWays(
    'a closed Echo counts only',
    atHome([flood], { level: 'closed' }),
    say('MyMessagesIntent'),
    'You have one message. The details stay off this Echo, because that was chosen for your home.',
    'messages',
  );
  bothWays(
    'G5: one that was stopped is not read',
    atHome([{ ...flood, state: 'sent', stoppedAt: flood.dueAt + 1 }]),
    say('MyMessagesIntent'),
    'You have no new messages.',
    'no-messages',
  );
  bothWays(
    'one that has expired is not read',
    atHome([{ ...flood, expiresAt: flood.dueAt + 1 }]),
    say('MyMessagesIntent'),
    'You have no new messages.',
    'no-messages',
  );
  bothWays(
    '"I heard it" of what a managed Echo has said by itself',
    atHome([{ ...flood, state: 'sent' }]),
    say('AcknowledgeMessageIntent'),
    "Thank you. I've noted that you heard it.",
    'messages-heard',
  );

  test('an urgent one comes before a reminder that waits, and one "yes" reads it, the next puts it down', async () => {
    const home = await atHome([aReminderDelivery('2026-11-24T08:00'), aMessage(), flood])();
    await script(
      home,
      [open, /^Hello Bill\. You have one urgent message\..*Shall I read it\?$/],
      [yes, /This is urgent\. Flood warning\./],
      [pardon, /This is urgent\. Flood warning\./],
      [yes, /noted that you heard/],
    );
    const stored = await home.stores.deliveries.ofKey({ council: 'harbour', residentId: 'bill', id: flood.id });
    assert.equal(stored?.value.state, 'acknowledged');
    assert.equal(stored?.value.acknowledged?.by, 'voice');
  });

  test('"no" keeps it', async () => {
    const home = await atHome()();
    await script(
      home,
      [say('MyMessagesIntent'), /heard it\?$/],
      [no, 'All right. You can hear it again when you like.'],
    );
    const stored = await home.stores.deliveries.ofKey({ council: 'harbour', residentId: 'bill', id: flood.id });
    assert.equal(stored?.value.state, 'spoken');
  });
});
