import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, test } from 'node:test';
import { TEXT_TEMPLATE } from '../../../../infra/local/virtual-notify/templates.ts';
import { virtualNotify } from '../../../../infra/local/virtual-notify/virtual-notify.ts';
import { countingIds } from '../../../support/counting-ids.ts';

const NOW = 1_800_000_000_000;
const KEY = { service: '26785a09-ab16-4eb0-8407-a37497a57506', secret: '3d844edf-8d35-48ac-975b-e847b4f122b0' };

const token = (secret = KEY.secret, iat = NOW / 1_000, service = KEY.service): string => {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ iss: service, iat })}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
};

const aNotify = () => {
  const times = { clock: () => NOW, realNow: () => NOW };
  const notify = virtualNotify({ basePath: '/notify-api', key: KEY, ...times, newId: countingIds('n') });
  const ask = async (path: string, body: unknown, bearer = token()) => {
    const init = { method: 'POST', headers: { authorization: `Bearer ${bearer}` }, body: JSON.stringify(body) };
    const response = await notify.handle(new Request(`http://localhost/notify-api${path}`, init));
    assert.ok(response);
    const answer = (await response.json()) as { errors?: { error: string; message: string }[] };
    return { status: response.status, error: answer.errors?.[0] };
  };
  return { notify, ask };
};
const text = (more: object = {}) => ({
  template_id: TEXT_TEMPLATE.id,
  phone_number: '07700 900123',
  personalisation: { words: 'No reply yet.', link: 'https://console.example' },
  reference: 'r',
  ...more,
});
const SMS = '/v2/notifications/sms';

describe('the virtual GOV.UK Notify refuses what the real one does', () => {
  test('a token of another key, of another service, or none, and one whose clock is half a minute off', async () => {
    const { ask, notify } = aNotify();
    for (const bearer of ['', 'a.b.c', token('x'.repeat(36)), token(KEY.secret, NOW / 1_000, 'y'.repeat(36))])
      assert.equal((await ask(SMS, text(), bearer)).status, 403);
    const { status, error } = await ask(SMS, text(), token(KEY.secret, NOW / 1_000 - 31));
    assert.deepEqual([status, error?.message], [403, 'Error: Your system clock must be accurate to within 30 seconds']);
    assert.deepEqual(notify.received(), []);
  });

  test('an unknown template, a missing placeholder, a number that is no UK mobile', async () => {
    const { ask, notify } = aNotify();
    const bad = [{ template_id: 'other' }, { personalisation: { words: 'No link' } }, { phone_number: '01632 960100' }];
    for (const more of bad) assert.equal((await ask(SMS, text(more))).status, 400);
    assert.deepEqual(notify.received(), []);
  });

  test('numbers that never arrive are taken, and their status says so', async () => {
    const { ask, notify } = aNotify();
    for (const number of ['07700900002', '07700900003', '07700900123'])
      assert.equal((await ask(SMS, text({ phone_number: number }))).status, 201);
    assert.deepEqual(
      notify.received().map(({ status }) => status),
      ['permanent-failure', 'temporary-failure', 'delivered'],
    );
  });
});
