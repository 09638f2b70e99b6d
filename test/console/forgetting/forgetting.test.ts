import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DAY } from '../../../lambda/core/kernel/clock.ts';
import { askToBeForgotten } from '../../../lambda/core/people/forget-request.ts';
import { visitor } from '../support/visitor.ts';
import { aWorld, type World } from '../support/world.ts';

const as = async (world: World, id: string, role: 'carer' | 'officer' = 'officer') => {
  const visit = visitor(world);
  await visit.signIn(role, id);
  return visit;
};

const asked = async () => {
  const world = await aWorld();
  const needs = { requests: world.stores.forgetRequests, audit: world.stores.audit, clock: () => world.time.now };
  await askToBeForgotten(needs)({ council: 'harbour', residentId: 'res-margaret' });
  await askToBeForgotten(needs)({ council: 'inland', residentId: 'res-inland' });
  return { world, ask: () => askToBeForgotten(needs)({ council: 'harbour', residentId: 'res-margaret' }) };
};

describe('the page of those who asked to be forgotten', () => {
  test('says who, when and by when; closed, it says when, and is audited', async () => {
    const { world } = await asked();
    const priya = await as(world, 'officer-priya');
    const page = await priya.click(await priya.get('/console/homes'), 'To be forgotten');
    assert.match(page.text, /Margaret Ellis ?Asked for at 10:00am today\. ?To be answered by Thursday 24 December/);
    assert.doesNotMatch(page.text, /Inland/);
    const closed = await priya.press(page, 'It is deleted, or they were told why not');
    assert.match(closed.text, /The request is closed\..*Closed at 10:00am today/);
    const acts = await world.stores.audit.of('harbour', 'FORGET#res-margaret');
    assert.deepEqual(
      acts.map(({ act }) => `${act.did} ${act.by.id}`),
      ['ask-to-be-forgotten res-margaret', 'close-forgetting officer-priya'],
    );
  });

  test('asked again, it is one request, and its date does not move; after it was closed it is a new one', async () => {
    const { world, ask } = await asked();
    world.time.now += 3 * DAY;
    assert.equal((await ask()).kind, 'already-asked');
    const priya = await as(world, 'officer-priya');
    const page = await priya.get('/console/forgetting');
    assert.match(page.text, /by Thursday 24 December/);
    await priya.press(page, 'It is deleted, or they were told why not');
    assert.equal((await ask()).kind, 'forgetting-asked');
    assert.match((await priya.get('/console/forgetting')).text, /by Sunday 27 December/);
  });

  test('is not there for carers, and not for officers who may not manage', async () => {
    const { world } = await asked();
    for (const [role, id, status] of [
      ['carer', 'carer-mark', 404],
      ['officer', 'officer-omar', 403],
    ] as const) {
      const visit = await as(world, id, role);
      const token = await visit.formToken();
      assert.equal((await visit.ask('/console/forgetting')).status, status);
      const pressed = await visit.post('/console/forgetting/res-margaret/done', [['token', token]]);
      assert.equal(pressed.status, status);
    }
    const priya = await as(world, 'officer-priya');
    const foreign = await priya.post('/console/forgetting/res-inland/done', [['token', await priya.formToken()]]);
    assert.equal(foreign.status, 404);
    const states = await Promise.all(
      ['harbour', 'inland'].map(async (one) => (await world.stores.forgetRequests.ofCouncil(one))[0]?.state),
    );
    assert.deepEqual(states, ['asked', 'asked']);
  });
});
