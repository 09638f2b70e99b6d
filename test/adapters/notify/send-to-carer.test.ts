import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { serve } from '@hono/node-server';
import { EMAIL_TEMPLATE, TEXT_TEMPLATE } from '../../../infra/local/virtual-notify/templates.ts';
import {
  type NotifyFailure,
  type VirtualNotify,
  virtualNotify,
} from '../../../infra/local/virtual-notify/virtual-notify.ts';
import { notifyCarers } from '../../../lambda/adapters/notify/send-to-carer.ts';
import type { CarerMessage } from '../../../lambda/core/delivery/tell-carer.ts';
import { countingIds } from '../../support/counting-ids.ts';

const SERVICE = '26785a09-ab16-4eb0-8407-a37497a57506';
const SECRET = '3d844edf-8d35-48ac-975b-e847b4f122b0';
const OTHER = '4d844edf-8d35-48ac-975b-e847b4f122b0';

const aMessage = (more: Partial<CarerMessage> = {}): CarerMessage => ({
  by: 'text',
  to: '+447700900123',
  words: 'No reply yet from Bill to the 8:00pm reminder.',
  title: 'No reply yet to a Bellbird reminder',
  link: 'https://console.example/console/told/abc',
  reference: 'reference-1',
  mayBeRepeat: false,
  ...more,
});

describe('texts and e-mails by GOV.UK Notify, over HTTP', () => {
  let notify: VirtualNotify;
  let server: ReturnType<typeof serve>;
  let url = '';
  const fresh = (more: { mostAMinute?: number } = {}): void => {
    const key = { service: SERVICE, secret: SECRET };
    const times = { clock: () => 1_000, realNow: () => Date.now() };
    notify = virtualNotify({ basePath: '/notify-api', key, ...times, newId: countingIds('notification'), ...more });
  };
  const sender = (secret = SECRET, at = url) =>
    notifyCarers({
      url: at,
      apiKey: `bellbird-${SERVICE}-${secret}`,
      textTemplate: TEXT_TEMPLATE.id,
      emailTemplate: EMAIL_TEMPLATE.id,
      giveUpAfter: 1_000,
    });
  const failing = (failure: NotifyFailure) => {
    fresh();
    notify.failNext(failure);
    return sender()(aMessage());
  };

  before(async () => {
    fresh();
    const address = Promise.withResolvers<number>();
    const fetch = async (request: Request) => (await notify.handle(request)) ?? new Response(null, { status: 404 });
    server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => address.resolve(port));
    url = `http://127.0.0.1:${await address.promise}/notify-api`;
  });
  after(() => {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
  });

  test('a text that is taken is sent: the words, the link, and our reference', async () => {
    fresh();
    assert.deepEqual(await sender()(aMessage()), { kind: 'sent' });
    const [text, ...more] = notify.received();
    assert.deepEqual([text?.by, text?.to, text?.reference, more.length], ['text', '+447700900123', 'reference-1', 0]);
    assert.equal(
      text?.body,
      'Bellbird: No reply yet from Bill to the 8:00pm reminder. See https://console.example/console/told/abc',
    );
  });

  test('an e-mail has a subject, and says that this is no alarm service', async () => {
    fresh();
    assert.deepEqual(await sender()(aMessage({ by: 'email', to: 'priya@example.org' })), { kind: 'sent' });
    const [email] = notify.received();
    assert.equal(email?.subject, 'No reply yet to a Bellbird reminder');
    assert.match(email?.body ?? '', /^No reply yet from Bill.*ring 999\.$/s);
  });

  test('a number that Notify refuses is unreachable, and is no fault', async () => {
    fresh();
    const result = await sender()(aMessage({ to: '+441632960100' }));
    assert.deepEqual(result, { kind: 'unreachable', reason: 'not-valid' });
  });

  test('a key that is not known is refused', async () => {
    fresh();
    assert.deepEqual(await sender(OTHER)(aMessage()), { kind: 'refused', reason: 'key-refused' });
    assert.deepEqual(notify.received(), []);
  });

  test('D20 beyond the limit of a minute it is refused for now', async () => {
    fresh({ mostAMinute: 1 });
    const send = sender();
    assert.deepEqual(await send(aMessage()), { kind: 'sent' });
    assert.deepEqual(await send(aMessage({ reference: 'reference-2' })), { kind: 'refused', reason: 'too-many-calls' });
  });

  test('D22 after a 500 nothing was sent; after a gateway’s error nobody knows', async () => {
    assert.deepEqual(await failing({ kind: 'status', status: 500 }), { kind: 'refused', reason: 'notify-error' });
    for (const status of [502, 503, 504])
      assert.deepEqual(await failing({ kind: 'status', status }), { kind: 'unknown', reason: 'notify-error' });
  });

  test('D11 D12 D23 a call without an answer is unknown; a try after it asks first, and sends only what did not arrive', async () => {
    for (const effect of [true, false]) {
      assert.deepEqual(await failing({ kind: 'no-answer', effect }), { kind: 'unknown', reason: 'no-answer' });
      assert.deepEqual(await sender()(aMessage({ mayBeRepeat: true })), { kind: 'sent' });
      assert.equal(notify.received().length, 1, 'one text, whatever happened');
    }
  });

  test('nobody there to answer is unknown, and while it cannot be asked nothing is sent again', async () => {
    const result = await sender(SECRET, 'http://127.0.0.1:9')(aMessage({ mayBeRepeat: true }));
    assert.deepEqual(result, { kind: 'unknown', reason: 'no-answer' });
  });
});
