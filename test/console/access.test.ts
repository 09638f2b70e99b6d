import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aCallBack, anEntry, aReminder, busyWeek } from './support/busy-week.ts';
import { filled, HARBOUR_IDS, isPublic, type Route, routesOf } from './support/routes.ts';
import { type Visitor, visitor } from './support/visitor.ts';
import { anEcho, aWorld, TUESDAY_AT_TEN, type World } from './support/world.ts';

/** The same things in Inland, with ids of their own. */
const INLAND_IDS = {
  resident: 'res-inland',
  reminder: 'rem-inland',
  at: '2026-11-24T17:30',
  entry: 'visit-inland',
  home: 'home-inland',
  echo: 'echo-inland',
  askedAt: String(TUESDAY_AT_TEN),
  callBack: 'call-inland',
};

const inland = async ({ stores }: World): Promise<void> => {
  const council = 'inland';
  const of = { council, residentId: 'res-inland' };
  await stores.reminders.save({ value: aReminder({ id: 'rem-inland', ...of }), version: 0 });
  await stores.diaries.save({ value: anEntry({ id: 'visit-inland', at: '2026-11-24T17:30', ...of }), version: 0 });
  const echo = anEcho({ hash: 'echo-inland', homeId: 'home-inland', residents: ['res-inland'], council });
  await stores.echos.save({ value: echo, version: 0 });
  await stores.callBacks.save({ value: aCallBack({ id: 'call-inland', askedAt: TUESDAY_AT_TEN, ...of }), version: 0 });
};

/** Everything of Inland: nobody of Harbour may change a byte of it. */
const everythingInland = async ({ stores }: World): Promise<string> =>
  JSON.stringify([
    await stores.readPage('inland', 'res-inland', '2026-11-24'),
    await stores.callBacks.open('inland'),
    await stores.homes.ofId('inland', 'home-inland'),
    await stores.echos.ofHash('inland', 'echo-inland'),
  ]);

const PEOPLE = [
  ['carer', 'carer-mark'],
  ['carer', 'carer-sue'],
  ['carer', 'carer-past'],
  ['officer', 'officer-priya'],
  ['officer', 'officer-omar'],
] as const;

const go = async (visit: Visitor, { method, path }: Route, token: string): Promise<Response> =>
  method === 'POST' ? visit.post(path, [['token', token]]) : visit.ask(path);

const hasParameter = ({ path }: Route) => /:(resident|home|callBack)/.test(path);
const isForOfficers = ({ path }: Route) => /^\/console\/(homes|call-backs)/.test(path);
/** A Carer's own agreement and number: whoever may look may say how they are told, and Officers may not. */
const isOfThemselves = ({ path }: Route) => path.endsWith('/how-we-tell-you');
const isOfResident = ({ path }: Route) => path.startsWith('/console/residents/:resident');

describe('who may open what', async () => {
  const world = await aWorld();
  await busyWeek(world);
  await inland(world);
  const routes = routesOf(world).filter((route) => !isPublic(route));
  const visits = new Map<string, { visit: Visitor; token: string }>();
  for (const [role, id] of PEOPLE) {
    const visit = visitor(world);
    await visit.signIn(role, id);
    visits.set(id, { visit, token: await visit.formToken() });
  }
  const as = (id: string) => visits.get(id) ?? assert.fail(id);
  const answer = async (id: string, { method, path }: Route, ids: Readonly<Record<string, string>>) => {
    const { visit, token } = as(id);
    return go(visit, { method, path: filled(path, ids) }, token);
  };

  test('there are routes for everything, and this test knows them all', () => {
    assert.equal(routes.filter(isOfResident).length > 15, true);
    assert.equal(routes.filter(isForOfficers).length > 12, true);
  });

  for (const route of routes) {
    const name = `${route.method} ${route.path}`;

    test(`${name} is not for somebody who is not signed in`, async () => {
      const stranger = visitor(world);
      const response = await go(stranger, { ...route, path: filled(route.path, HARBOUR_IDS) }, 'x');
      assert.equal(response.status, 303);
      assert.match(response.headers.get('location') ?? '', /^\/console\/sign-in/);
    });

    if (!hasParameter(route)) continue;

    test(`${name} answers 404 for what is another council’s, whoever asks (C12, SEC-11)`, async () => {
      const before = await everythingInland(world);
      for (const [, id] of PEOPLE) assert.equal((await answer(id, route, INLAND_IDS)).status, 404, id);
      assert.equal(await everythingInland(world), before);
    });

    test(`${name} answers 404 for what does not exist, word for word the same`, async () => {
      const mine = await (await answer('officer-priya', route, {})).text();
      const foreign = await (await answer('officer-priya', route, INLAND_IDS)).text();
      const plain = (html: string) => html.replaceAll(/nonce="[^"]*"|href="\?lang=\w+"|href="[^"]*\?lang=\w+"/g, '');
      assert.match(mine, /Page not found/);
      assert.ok(plain(mine) === plain(foreign), `${plain(foreign).length} letters instead of ${plain(mine).length}`);
    });

    test(`${name} refuses ids that may not stand in a key`, async () => {
      const odd = { ...HARBOUR_IDS, resident: 'a#b', home: '../x', callBack: 'a b', askedAt: '1e9x' };
      assert.equal((await answer('officer-priya', route, odd)).status, 404);
    });
  }

  for (const route of routes.filter(isOfResident)) {
    test(`${route.method} ${route.path} shows nothing to a carer whose access ended yesterday (C13, SEC-09)`, async () => {
      assert.equal((await answer('carer-past', route, HARBOUR_IDS)).status, 404);
      assert.equal((await answer('carer-mark', route, { ...HARBOUR_IDS, resident: 'res-vera' })).status, 404);
    });
  }

  for (const route of routes.filter(isForOfficers)) {
    test(`${route.method} ${route.path} is not there for a carer`, async () => {
      assert.equal((await answer('carer-mark', route, HARBOUR_IDS)).status, 404);
    });
  }

  for (const route of routes.filter((each) => isOfResident(each) && !isOfThemselves(each) && each.method === 'POST')) {
    test(`${route.method} ${route.path} is refused for those who may only look`, async () => {
      const before = JSON.stringify(await world.stores.readPage('harbour', 'res-margaret', '2026-11-24'));
      assert.equal((await answer('carer-sue', route, HARBOUR_IDS)).status, 403);
      assert.equal((await answer('officer-omar', route, HARBOUR_IDS)).status, 403);
      assert.equal(JSON.stringify(await world.stores.readPage('harbour', 'res-margaret', '2026-11-24')), before);
    });
  }

  for (const route of routes.filter(({ method, path }) => method === 'POST' && path.includes('/homes/'))) {
    test(`${route.method} ${route.path} is refused for an officer who may not manage homes`, async () => {
      assert.equal((await answer('officer-omar', route, HARBOUR_IDS)).status, 403);
      const echo = await world.stores.echos.ofHash('harbour', 'echo-managed');
      assert.equal(echo?.value.state, 'paired');
    });
  }

  test('a carer sees only the residents whose circle of care holds today', async () => {
    const { visit } = as('carer-mark');
    const page = await visit.get('/console/residents');
    assert.match(page.text, /Bill Hughes.*Margaret Ellis/);
    assert.doesNotMatch(page.text, /Inland|Vera/);
    const past = await as('carer-past').visit.get('/console/residents');
    assert.match(past.text, /nobody whose page you may see today/);
  });

  test('a place in the circle holds on its last day and not on the next', async () => {
    const other = await aWorld({ now: TUESDAY_AT_TEN - 86_400_000 });
    const paul = visitor(other);
    await paul.signIn('carer', 'carer-past');
    assert.equal((await paul.get('/console/residents/res-margaret')).heading, 'Margaret Ellis');
  });

  test('a refusal is logged by code, without who or whom', () => {
    const refused = world.log.filter(({ code }) => code === 'console.refused');
    assert.ok(refused.length > 100);
    assert.doesNotMatch(JSON.stringify(world.log), /carer-mark|res-|home-1|Margaret|Ellis|echo-|call-1/);
  });
});
