import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toldSecrets } from '../../../lambda/adapters/secrets/told-secrets.ts';
import { acknowledge } from '../../../lambda/core/delivery/acknowledge.ts';
import type { ChannelResult } from '../../../lambda/core/delivery/channel.ts';
import { CLAIM_HOLDS } from '../../../lambda/core/delivery/claim.ts';
import { deliver } from '../../../lambda/core/delivery/deliver.ts';
import type { Ladder } from '../../../lambda/core/delivery/ladder.ts';
import { noteOpened } from '../../../lambda/core/delivery/note-opened.ts';
import type { CarerMessage } from '../../../lambda/core/delivery/tell-carer.ts';
import { TOLD_LINK_HOLDS } from '../../../lambda/core/delivery/told-link.ts';
import { localTime } from '../../../lambda/core/kernel/uk-time.ts';
import type { CircleMember } from '../../../lambda/core/people/circle-of-care.ts';
import type { Contact } from '../../../lambda/core/people/contact.ts';
import { aCareService, type CareService, type SetUp } from '../../support/builders/a-care-service.ts';
import { aCarer, aCircleMember, aResident } from '../../support/builders/people.ts';
import { aReminder } from '../../support/builders/things-told.ts';

const PRIYA = '+447700900123';
const secrets = toldSecrets('a key for tests');
const LADDER: Ladder = [
  { afterMinutes: 15, tell: { kind: 'carer', carerId: 'priya' } },
  { afterMinutes: 60, tell: { kind: 'desk' } },
];
const REFUSED: ChannelResult = { kind: 'refused', reason: 'too-many-calls' };
const UNKNOWN: ChannelResult = { kind: 'unknown', reason: 'no-answer' };
const UNREACHABLE: ChannelResult = { kind: 'unreachable', reason: 'not-valid' };

type Wanted = {
  readonly contact?: Contact;
  readonly member?: CircleMember;
  readonly setUp?: SetUp;
  readonly ladder?: Ladder;
};

/** Bill's eight o'clock Reminder in the evening. Nobody replies; Priya, who gave her number, is told after 15 minutes. */
const anEvening = async (results: readonly ChannelResult[] = [], wanted: Wanted = {}) => {
  const waiting = [...results];
  const sent: CarerMessage[] = [];
  const send = async (message: CarerMessage): Promise<ChannelResult> => {
    sent.push(message);
    return waiting.shift() ?? { kind: 'sent' };
  };
  const service = await aCareService({
    at: '2026-11-24T19:59',
    reminders: [aReminder('2026-11-24T20:00', { ladder: wanted.ladder ?? LADDER, label: 'lock-up' })],
    residents: [aResident({ circle: [wanted.member ?? aCircleMember()] })],
    carers: [aCarer({ contact: wanted.contact ?? { text: PRIYA } })],
    messages: { send, secrets, consoleUrl: 'https://console.example/console' },
    ...wanted.setUp,
  });
  return { service, sent, at: (time: string) => service.runTo(`2026-11-24T${time}`) };
};
const theOne = async (service: CareService) => {
  const [delivery] = await service.deliveriesOf();
  assert.ok(delivery);
  return delivery;
};
/** What became of each try of a rung: channel, how it came, when. */
const tries = async (service: CareService) =>
  (await theOne(service)).attempts
    .filter(({ rung }) => rung !== undefined)
    .map(({ rung, channel, came, at }) => `${rung} ${channel} ${came} ${localTime(at)}`);

describe('a carer is told by text when nobody replies', () => {
  test('one text at its time: who, which reminder, no reply yet, and a link; the next rung still comes', async () => {
    const { service, sent, at } = await anEvening();
    await at('22:30');
    assert.deepEqual(await tries(service), ['0 text sent 20:15', '1 desk sent 21:00']);
    const [message, ...more] = sent;
    assert.deepEqual([message?.to, message?.by, message?.mayBeRepeat, more], [PRIYA, 'text', false, []]);
    assert.equal(message?.words, 'No reply yet from Bill to the 8:00pm reminder to lock up.');
    assert.match(message?.link ?? '', /^https:\/\/console\.example\/console\/told\/[A-Za-z0-9_-]{22}$/);
  });

  test('G14 the reference and the link say nothing of anybody', async () => {
    const { sent, at } = await anEvening();
    await at('20:16');
    assert.doesNotMatch(`${sent[0]?.reference}${sent[0]?.link}`, /bill|priya|harbour|2026|7700/i);
  });

  test('with an address and no number it is an e-mail; with neither it stands on the page alone', async () => {
    const byEmail = await anEvening([], { contact: { email: 'priya@example.org' } });
    await byEmail.at('20:16');
    assert.deepEqual(await tries(byEmail.service), ['0 email sent 20:15']);
    const neither = await anEvening([], { contact: {} });
    await neither.at('20:16');
    assert.deepEqual([await tries(neither.service), neither.sent], [['0 carer-page sent 20:15'], []]);
  });

  test('outside the hours they agreed to it stands on the page alone, and the next rung still comes', async () => {
    const member = aCircleMember({ agreedToBeTold: { from: '08:00', to: '20:15' } });
    const { service, sent, at } = await anEvening([], { member });
    await at('22:30');
    assert.deepEqual([await tries(service), sent], [['0 carer-page sent 20:15', '1 desk sent 21:00'], []]);
  });

  test('who did not agree, may not see, or whose place has ended is sent nothing', async () => {
    const { agreedToBeTold: _agreed, ...silent } = aCircleMember();
    for (const member of [silent, aCircleMember({ rights: [] }), aCircleMember({ until: '2026-11-23' })]) {
      const { service, sent, at } = await anEvening([], { member });
      await at('20:30');
      assert.deepEqual([await tries(service), sent], [['0 carer-page refused 20:15'], []]);
    }
  });

  test('D58 nobody is sent anything about a practice resident', async () => {
    const residents = [aResident({ isPractice: true })];
    const { sent, at } = await anEvening([], { setUp: { residents } });
    await at('20:30');
    assert.deepEqual(sent, []);
  });

  test('after "it’s done" nobody is sent anything', async () => {
    const { service, sent, at } = await anEvening();
    await at('20:10');
    await acknowledge(service.needs)(await theOne(service), 'done', 'voice');
    await at('22:30');
    assert.deepEqual(sent, []);
  });
});

describe('a text that did not surely leave', () => {
  test('D20 refused, it is tried twice more with longer waits, under the same reference, and then no more', async () => {
    const { service, sent, at } = await anEvening([REFUSED, REFUSED, REFUSED]);
    await at('22:30');
    assert.deepEqual(await tries(service), [
      '0 text refused 20:15',
      '0 text refused 20:16',
      '0 text refused 20:19',
      '1 desk sent 21:00',
    ]);
    assert.equal(new Set(sent.map(({ reference, link }) => `${reference} ${link}`)).size, 1);
    assert.equal((await theOne(service)).lookAt, undefined, 'nothing waits any more');
  });

  test('D11 unknown, the next try asks first; once it is sent there is no other', async () => {
    const { service, sent, at } = await anEvening([UNKNOWN]);
    await at('22:30');
    assert.deepEqual(await tries(service), ['0 text unknown 20:15', '0 text sent 20:16', '1 desk sent 21:00']);
    assert.deepEqual(
      sent.map(({ mayBeRepeat }) => mayBeRepeat),
      [false, true],
    );
  });

  test('D17 to a number that cannot be reached there is no second try', async () => {
    const { service, at } = await anEvening([UNREACHABLE]);
    await at('22:30');
    assert.deepEqual(await tries(service), ['0 text unreachable 20:15', '1 desk sent 21:00']);
  });

  test('the next rung never waits for a text that is refused', async () => {
    const ladder = LADDER.map((rung, step) => (step === 0 ? rung : { ...rung, afterMinutes: 16 }));
    const { service, at } = await anEvening([REFUSED, REFUSED], { ladder });
    await at('22:30');
    assert.deepEqual(await tries(service), ['0 text refused 20:15', '1 desk sent 20:16']);
  });

  test('D06 bells that come meanwhile do not hurry it', async () => {
    const { service, sent, at } = await anEvening([REFUSED]);
    await at('20:15');
    for (let n = 0; n < 5; n += 1) await service.deliver(await theOne(service));
    assert.equal(sent.length, 1);
    await at('20:17');
    assert.deepEqual(await tries(service), ['0 text refused 20:15', '0 text sent 20:16']);
  });

  test('what an Echo refused as well is not lost: both are tried at their own times', async () => {
    const { service, at } = await anEvening([REFUSED]);
    for (let n = 0; n < 40; n += 1) service.channels.answerNext({ kind: 'refused', reason: 'throttled' });
    await at('22:30');
    assert.deepEqual(await tries(service), ['0 text refused 20:15', '0 text sent 20:16', '1 desk sent 21:00']);
  });

  test('D08 of three workers at the same moment one sends it', async () => {
    const { service, sent } = await anEvening();
    await service.runTo('2026-11-24T20:14');
    service.clock.move(60_000);
    const delivery = await theOne(service);
    await Promise.all([service.deliver(delivery), service.deliver(delivery), service.deliver(delivery)]);
    assert.equal(sent.length, 1);
  });

  test('D10 a worker that dies after the call is followed by one that asks first', async () => {
    const { service, sent } = await anEvening();
    await service.runTo('2026-11-24T20:14');
    service.clock.move(60_000);
    const delivery = await theOne(service);
    const dying = deliver({
      ...service.deliverNeeds,
      tellRung: async (...asked) => {
        await service.deliverNeeds.tellRung(...asked);
        throw new Error('died');
      },
    });
    await dying([delivery]);
    service.clock.move(CLAIM_HOLDS);
    await service.deliver(delivery);
    assert.deepEqual(
      sent.map(({ mayBeRepeat }) => mayBeRepeat),
      [false, true],
    );
  });
});

describe('the link in it', () => {
  const opened = async () => {
    const { service, sent, at } = await anEvening();
    await at('20:20');
    const token = sent[0]?.link.split('/').at(-1) ?? '';
    const link = await service.stores.toldLinks.ofHash('harbour', secrets.hashToken(token));
    assert.ok(link);
    return { service, token, link, note: noteOpened(service.needs) };
  };

  test('G13 opened by the carer it was sent to, it is evidence with its first time', async () => {
    const { service, link, note } = await opened();
    const at = service.clock();
    assert.deepEqual(await note(link, 'priya'), { kind: 'opened' });
    service.clock.move(60_000);
    assert.deepEqual(await note(link, 'priya'), { kind: 'already-opened' });
    const { opened: evidence, state } = await theOne(service);
    assert.deepEqual([evidence, state], [[{ rung: 0, at }], 'sent'], 'and it is no reply');
  });

  test('somebody else who holds it leaves no evidence', async () => {
    const { service, link, note } = await opened();
    assert.deepEqual(await note(link, 'mark'), { kind: 'not-theirs' });
    assert.equal((await theOne(service)).opened, undefined);
  });

  test('it runs out after 48 hours', async () => {
    const { service, link, note } = await opened();
    service.clock.move(TOLD_LINK_HOLDS);
    assert.deepEqual(await note(link, 'priya'), { kind: 'link-has-run-out' });
  });

  test('the token is kept nowhere, only its keyed hash', async () => {
    const { service, token, link } = await opened();
    assert.doesNotMatch(JSON.stringify([link, await theOne(service), service.log.lines]), new RegExp(token));
    assert.equal(await service.stores.toldLinks.ofHash('harbour', token), undefined);
  });
});
