import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Officer } from '../../../lambda/core/people/officer.ts';
import { alertStates } from '../../support/alert-states.ts';
import {
  type AlertWorld,
  anAlertWorld,
  FLOOD_TEMPLATE,
  OFFICERS,
  practiceResidents,
  type Who,
} from '../support/alert-world.ts';
import { filled, type Route, routesOf } from '../support/routes.ts';
import { type Visitor, visitor } from '../support/visitor.ts';

const ALL: readonly Who[] = ['tom', 'helen', 'hugo', 'both', 'omar', 'mina'];

/** Who may use a route: the rights of reliability.md 6, "Team: five plain permissions". */
const mayUse = ({ path }: Route): readonly Who[] => {
  if (/\/alerts\/templates/.test(path)) return ['tom', 'both', 'mina'];
  if (/(decide|approve|return|reject)$/.test(path)) return ['helen', 'hugo', 'both'];
  if (/(stop|correct)$/.test(path)) return ['tom', 'helen', 'hugo', 'both'];
  if (/(not-reached|:page|not-reached\/after\/:after|export)$/.test(path)) return ['tom', 'helen', 'both', 'omar'];
  if (/(new|from\/:template|words|audience|when|check|submit|take-back|discard)$/.test(path)) return ['tom', 'both'];
  return ['tom', 'helen', 'hugo', 'both', 'omar'];
};

const go = async (visit: Visitor, token: string, { method }: Route, path: string): Promise<Response> =>
  method === 'POST' ? visit.post(path, [['token', token]]) : visit.ask(path);

const INLAND_OFFICER: Officer = {
  council: 'inland',
  id: 'officer-inland-writes',
  name: 'Ina Inland',
  rights: ['see', 'write-alerts', 'approve-alerts'],
};
const inlandApprover: Officer = { ...INLAND_OFFICER, id: 'officer-inland-approves' };

/** An alert of another council, gone out, and a template of it. */
const inland = async ({ stores, time }: AlertWorld): Promise<string> => {
  const clock = () => time.now;
  const states = alertStates({ stores, clock, writer: INLAND_OFFICER, approver: inlandApprover });
  await stores.templates.save({ ...FLOOD_TEMPLATE, council: 'inland', id: 'inland-template' });
  const member = (await stores.members.page('harbour')).members[0];
  assert.ok(member);
  await stores.members.save({ ...member, council: 'inland', residentId: 'res-inland', isPractice: true });
  return (await states.released()).id;
};

describe('who may open which page of alerts', async () => {
  const world = await anAlertWorld();
  await practiceResidents(world, 4);
  const { states } = world;
  const foreign = await inland(world);
  const alerts = [await states.draft(), await states.submitted(), await states.released()];
  const routes = routesOf(world).filter(({ path }) => path.startsWith('/console/alerts'));
  const ofOne = routes.filter(({ path }) => path.includes(':alert'));
  const visits = new Map<Who, { visit: Visitor; token: string }>();
  for (const who of ALL) {
    const visit = await world.as(who);
    visits.set(who, { visit, token: await visit.formToken() });
  }
  const mark = visitor(world);
  await mark.signIn('carer', 'carer-mark');
  const markToken = await mark.formToken();
  const answer = async (who: Who, route: Route, ids: Readonly<Record<string, string>>): Promise<Response> => {
    const { visit, token } = visits.get(who) ?? assert.fail();
    return go(visit, token, route, filled(route.path, ids));
  };
  const stand = async () =>
    JSON.stringify([
      (await world.stores.alerts.newest('harbour')).alerts,
      await world.stores.alerts.ofId('inland', foreign),
    ]);

  test('there are routes for everything, and this test knows them all', () => {
    assert.ok(routes.length > 35, String(routes.length));
  });

  for (const route of routes) {
    const name = `${route.method} ${route.path}`;
    const after = route.path.includes('not-reached') ? 'home#x' : 'x';
    const ids = { mode: 'practice', template: 'flood', page: '1', after };

    test(`${name} is refused, without a word of why, to whoever has not the right for it`, async () => {
      const before = await stand();
      for (const { id } of alerts)
        for (const who of ALL.filter((one) => !mayUse(route).includes(one))) {
          const response = await answer(who, route, { ...ids, alert: id });
          assert.equal(response.status, 403, who);
          assert.match(await response.text(), /You may not change this|You may not do this/);
        }
      assert.equal(await stand(), before);
    });

    test(`${name} is not there for a carer`, async () => {
      for (const { id } of alerts)
        assert.equal((await go(mark, markToken, route, filled(route.path, { ...ids, alert: id }))).status, 404);
    });

    if (route.method === 'GET')
      test(`${name} opens for whoever has the right`, async () => {
        const alert = alerts[2]?.id ?? '';
        for (const who of mayUse(route)) {
          const { status } = await answer(who, route, { ...ids, alert });
          assert.ok(status === 200 || status === 303, `${who}: ${status}`);
        }
      });
  }

  for (const route of ofOne) {
    test(`${route.method} ${route.path} answers 404 for another council’s alert, as for one that is not there (C12)`, async () => {
      const before = await stand();
      const plain = (html: string) => html.replaceAll(/nonce="[^"]*"|href="[^"]*\?lang=\w+"/g, '');
      for (const who of mayUse(route)) {
        const theirs = await answer(who, route, { mode: 'practice', page: '1', alert: foreign });
        assert.equal(theirs.status, 404, who);
        const none = await answer(who, route, { mode: 'practice', page: '1', alert: 'no-such-alert' });
        assert.equal(plain(await theirs.text()), plain(await none.text()));
      }
      assert.equal(await stand(), before);
    });

    test(`${route.method} ${route.path} is not found under the address of the other mode, nor under an odd id`, async () => {
      const before = await stand();
      for (const who of mayUse(route)) {
        for (const { id } of alerts)
          assert.equal((await answer(who, route, { mode: 'live', page: '1', alert: id })).status, 404);
        assert.equal((await answer(who, route, { mode: 'other', page: '1', alert: alerts[0]?.id ?? '' })).status, 404);
        assert.equal((await answer(who, route, { mode: 'practice', page: '1', alert: 'a#b' })).status, 404);
      }
      assert.equal(await stand(), before);
    });
  }

  test('another council’s template is not there', async () => {
    for (const path of ['/console/alerts/templates/inland-template', '/console/alerts/practice/from/inland-template'])
      assert.equal((await (visits.get('tom') ?? assert.fail()).visit.get(path)).status, 404);
  });

  test('the link to alerts is there for officers who may look, and for nobody else', async () => {
    const links = async (who: Who) => (await (visits.get(who) ?? assert.fail()).visit.ask('/console/alerts')).text();
    assert.match(await links('omar'), /href="\/console\/alerts"/);
    assert.doesNotMatch(await links('mina'), /href="\/console\/alerts"/);
    assert.doesNotMatch(await (await mark.ask('/console/residents')).text(), /\/console\/alerts/);
  });

  test('an officer who may only approve begins at the alerts, because residents are not theirs to see', async () => {
    const hugo = visitor(world);
    const page = await hugo.signIn('officer', OFFICERS.hugo.id);
    assert.equal(page.path, '/console/alerts');
    assert.doesNotMatch(page.root.children.join(''), /Homes and residents/);
  });

  test('nothing of who or what is logged', () => {
    assert.doesNotMatch(JSON.stringify(world.log), /Flood|officer-|res-|Sample|Okafor/);
  });
});
