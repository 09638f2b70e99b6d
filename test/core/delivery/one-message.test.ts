import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { toldSecrets } from '../../../lambda/adapters/secrets/told-secrets.ts';
import { acknowledge } from '../../../lambda/core/delivery/acknowledge.ts';
import type { ChannelResult } from '../../../lambda/core/delivery/channel.ts';
import type { CarerMessage } from '../../../lambda/core/delivery/tell-carer.ts';
import { localTime } from '../../../lambda/core/kernel/uk-time.ts';
import { aCareService } from '../../support/builders/a-care-service.ts';
import { aCarer } from '../../support/builders/people.ts';
import { aReminder } from '../../support/builders/things-told.ts';

const REFUSED: ChannelResult = { kind: 'refused', reason: 'too-many-calls' };

const minutes = (after: number): string => `2026-11-24T20:${String(after).padStart(2, '0')}`;

/** Bill's Reminders at these minutes after eight in the evening; Priya is told a quarter of an hour after each. */
const anEvening = async (due: readonly number[], results: readonly ChannelResult[] = []) => {
  const waiting = [...results];
  const sent: (CarerMessage & { readonly at: string })[] = [];
  const service = await aCareService({
    at: '2026-11-24T19:59',
    reminders: due.map((after, n) =>
      aReminder(minutes(after), {
        id: `rem${n}`,
        ladder: [{ afterMinutes: 15, tell: { kind: 'carer', carerId: 'priya' } }],
      }),
    ),
    carers: [aCarer({ contact: { text: '+447700900123' } })],
    messages: {
      send: async (message) => {
        sent.push({ ...message, at: localTime(service.clock()) });
        return waiting.shift() ?? { kind: 'sent' };
      },
      secrets: toldSecrets('a key for tests'),
      consoleUrl: 'https://console.example/console',
    },
  });
  const tries = async () =>
    (await service.deliveriesOf())
      .flatMap(({ attempts, due: at }) => attempts.map((attempt) => ({ ...attempt, due: at.slice(11) })))
      .filter(({ rung }) => rung !== undefined)
      .map(({ due: at, channel, came, reason = '' }) => `${at} ${channel} ${came} ${reason}`.trim());
  return { service, sent, tries, said: () => sent.map(({ at, words }) => `${at} ${words}`) };
};

describe('reminders of one evening come to a carer in one message', () => {
  test('what is unanswered when it leaves, and whose time to tell comes within a quarter of an hour, is named in it', async () => {
    const { service, said, tries } = await anEvening([0, 10]);
    await service.runTo('2026-11-24T22:00');
    assert.deepEqual(said(), ['20:15 2 reminders for Bill have no reply yet: 8:00pm, 8:10pm.']);
    assert.deepEqual(await tries(), ['20:00 text sent', '20:10 carer-page sent named-already']);
  });

  test('what comes later has a message of its own', async () => {
    const { service, said } = await anEvening([0, 20]);
    await service.runTo('2026-11-24T22:00');
    assert.deepEqual(said(), [
      '20:15 No reply yet from Bill to the 8:00pm reminder.',
      '20:35 No reply yet from Bill to the 8:20pm reminder.',
    ]);
  });

  test('D08 two at the same moment are one message, whichever worker looks first', async () => {
    const { service, said, tries } = await anEvening([0, 0]);
    await service.runTo('2026-11-24T20:14');
    service.clock.move(60_000);
    const [first, second] = await service.deliveriesOf();
    assert.ok(first && second);
    await Promise.all([service.deliver(second), service.deliver(first)]);
    await service.runTo('2026-11-24T22:00');
    assert.deepEqual(said(), ['20:15 2 reminders for Bill have no reply yet: 8:00pm, 8:00pm.']);
    assert.deepEqual(await tries(), [
      '20:00 text sent',
      '20:00 text refused joins-another',
      '20:00 carer-page sent named-already',
    ]);
  });

  test('D11 after an answer that never came nobody knows what the message names: the other one goes by itself', async () => {
    const { service, said } = await anEvening([0, 10], [{ kind: 'unknown', reason: 'no-answer' }]);
    await service.runTo('2026-11-24T22:00');
    assert.equal(said().at(-1), '20:25 No reply yet from Bill to the 8:10pm reminder.');
  });

  test('one that was answered is not named', async () => {
    const { service, said } = await anEvening([0, 5]);
    await service.runTo('2026-11-24T20:10');
    const [, second] = await service.deliveriesOf();
    assert.ok(second);
    await acknowledge(service.needs)(second, 'done', 'voice');
    await service.runTo('2026-11-24T22:00');
    assert.deepEqual(said(), ['20:15 No reply yet from Bill to the 8:00pm reminder.']);
  });

  test('the message that should name it never leaves: then it goes by itself, and is not lost', async () => {
    const { service, said, tries } = await anEvening([0, 10], [REFUSED, REFUSED, REFUSED]);
    await service.runTo('2026-11-24T22:00');
    assert.equal(said().at(-1), '20:25 No reply yet from Bill to the 8:10pm reminder.');
    assert.ok((await tries()).includes('20:10 text sent'));
  });

  test('whatever the times, each unanswered reminder is named in exactly one message that left', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 44 }), { minLength: 1, maxLength: 4 }), async (due) => {
        const { service, sent } = await anEvening(due);
        await service.runTo('2026-11-24T22:00');
        const named = sent.flatMap(({ words }) =>
          [...words.matchAll(/8:(\d\d)pm/g)].map(([, minute]) => Number(minute)),
        );
        assert.deepEqual(
          named.toSorted((a, b) => a - b),
          due.toSorted((a, b) => a - b),
        );
      }),
      { numRuns: 25 },
    ));
});
