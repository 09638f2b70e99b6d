import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { openReferralDirectory } from '../../../lambda/adapters/open-referral/open-referral-directory.ts';
import { takeInDirectory } from '../../../lambda/core/answers/take-in-directory.ts';
import { aCareService } from '../../support/builders/a-care-service.ts';

const service = (id: string, more: object = {}) => ({ id, name: `Service ${id}`, status: 'active', ...more });

type Answer = { readonly status?: number; readonly body: unknown };
let pages: readonly Answer[] = [];
const feed = (...contents: readonly (readonly object[])[]) => {
  pages = contents.map((one) => ({ body: { total_items: 9, total_pages: contents.length, contents: one } }));
};

describe('a service directory (Open Referral UK)', () => {
  const server = createServer(({ url = '' }, response) => {
    const page = Number(new URL(url, 'http://feed').searchParams.get('page'));
    const { status = 200, body = {} } = pages[page - 1] ?? {};
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  let url = '';
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());

  const takenIn = async () => {
    const { stores } = await aCareService();
    const take = () => takeInDirectory({ ...stores, directory: openReferralDirectory(url) })('harbour');
    const kept = async () => (await stores.listings.ofCouncil('harbour')).map(({ id }) => id);
    return { take, kept, stores };
  };

  test('is read page after page, and only what is open to people is kept', async () => {
    feed(
      [service('a'), service('b', { status: 'inactive' }), service('c', { status: 'temporarily closed' })],
      [service('d', { status: 'defunct' }), service('e')],
    );
    const { take, kept } = await takenIn();
    assert.deepEqual(await take(), { kind: 'taken-in', kept: 2, gone: 0 });
    assert.deepEqual(await kept(), ['a', 'e']);
  });

  test('tells the name, what it is, the alert, the number and when it was checked, as plain text', async () => {
    feed([
      service('a', {
        name: ' Lunch <b>Club</b> ',
        description: '<p>A hot lunch.</p>',
        alert: 'Closed this week',
        assured_date: '2026-05-04T10:00:00Z',
        contacts: [{ phones: [{ number: '01632 960140' }] }],
      }),
    ]);
    const { take, stores } = await takenIn();
    await take();
    assert.deepEqual(await stores.listings.ofId('harbour', 'a'), {
      council: 'harbour',
      id: 'a',
      name: 'Lunch Club',
      description: 'A hot lunch.',
      alert: 'Closed this week',
      phone: '01632 960140',
      assured: '2026-05-04',
    });
  });

  test('what is gone from the directory is removed, and what changed is written', async () => {
    feed([service('a'), service('b')]);
    const { take, kept, stores } = await takenIn();
    await take();
    feed([service('b', { name: 'Another name' }), service('c')]);
    assert.deepEqual(await take(), { kind: 'taken-in', kept: 2, gone: 1 });
    assert.deepEqual(await kept(), ['b', 'c']);
    assert.equal((await stores.listings.ofId('harbour', 'b'))?.name, 'Another name');
  });

  test('a service that cannot be read, or whose id cannot be kept, is left out', async () => {
    feed([{ name: 'No id', status: 'active' }, service('not/an#id'), service('a'), 'nonsense' as unknown as object]);
    const { take, kept } = await takenIn();
    assert.equal((await take()).kind, 'taken-in');
    assert.deepEqual(await kept(), ['a']);
  });

  test('a directory that cannot be read to its end changes nothing', async () => {
    feed([service('a')]);
    const { take, kept } = await takenIn();
    await take();
    pages = [{ body: { total_pages: 2, contents: [] } }, { status: 503, body: {} }];
    assert.deepEqual(await take(), { kind: 'not-read', reason: 'status-503' });
    pages = [{ body: 'an error page' }];
    assert.deepEqual(await take(), { kind: 'not-read', reason: 'not-a-directory' });
    assert.deepEqual(await kept(), ['a']);
  });

  test('when there is no more time, no further page is asked for and nothing changes', async () => {
    feed([service('a')], [service('b')]);
    const { kept, stores } = await takenIn();
    let pagesLeft = 1;
    const mayGoOn = () => pagesLeft-- > 0;
    const take = takeInDirectory({ ...stores, directory: openReferralDirectory(url) });
    assert.deepEqual(await take('harbour', mayGoOn), { kind: 'not-read', reason: 'no-more-time' });
    assert.deepEqual(await kept(), []);
  });

  test('a directory that suddenly lists less than half changes nothing; half is believed', async () => {
    const ten = Array.from({ length: 10 }, (_, at) => service(`s${at}`));
    feed(ten);
    const { take, kept } = await takenIn();
    await take();
    feed(ten.slice(0, 4));
    assert.deepEqual(await take(), { kind: 'far-fewer', before: 10, now: 4 });
    assert.equal((await kept()).length, 10);
    feed(ten.slice(0, 5));
    assert.deepEqual(await take(), { kind: 'taken-in', kept: 5, gone: 5 });
  });
});
