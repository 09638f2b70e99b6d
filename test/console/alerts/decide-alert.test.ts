import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FLOOD } from '../../support/alert-states.ts';
import { all, attribute } from '../../support/page.ts';
import { anAlertWorld, OFFICERS, pageOf, practiceResidents } from '../support/alert-world.ts';
import type { Seen } from '../support/visitor.ts';

const start = async () => {
  const world = await anAlertWorld();
  await practiceResidents(world, 12);
  return { world, tom: await world.as('tom'), helen: await world.as('helen') };
};

const texts = (page: Seen): readonly string[] => page.mistakes.map(({ text }) => text);
const LIVE = 'Approve: this goes to real people';
const PRACTICE = 'Approve for practice';

describe('the page of the officer who decides', () => {
  test('shows everything that was written, how it is said, and how it reaches them now', async () => {
    const { world, helen } = await start();
    const page = await helen.get(`${pageOf(await world.states.submitted())}/decide`);
    for (const said of [
      /Flood warning for Old Town/,
      /Stay in, and go upstairs if water comes in/,
      /Earlier today we said that the river may flood Old Town\. That was wrong/,
      /For Everybody/,
      /Urgent Spoken by night too/,
      /Starts As soon as it is approved Ends 6:00pm today/,
      /Written by Tom Okafor\. Submitted by Tom Okafor/,
      /This alert is for 12 people/,
      /3 \+ 3 \+ 2 \+ 0 \+ 4 = 12/,
      /An Echo that the council manages says/,
    ])
      assert.match(page.text, said);
  });

  test('asks for a tick only when it is live', async () => {
    const { world, helen } = await start();
    const page = await helen.get(`${pageOf(await world.states.submitted({ mode: 'live' }))}/decide`);
    assert.match(page.text, /I have read the words aloud/);
    const practice = await helen.get(`${pageOf(await world.states.submitted())}/decide`);
    assert.doesNotMatch(practice.text, /I have read the words aloud/);
  });

  test('puts the number of people nowhere but in the statement of reach: the box is empty', async () => {
    const { world, helen } = await start();
    const page = await helen.get(`${pageOf(await world.states.submitted())}/decide`);
    const box = all(page.root, 'input').find((each) => attribute(each, 'id') === 'people');
    assert.equal(attribute(box ?? page.root, 'value') ?? '', '');
  });
});

describe('approving', () => {
  for (const [typed, expected] of [
    ['', 'Type how many people this alert is for'],
    ['twelve', 'Enter a number, as digits'],
    ['-12', 'Enter a number, as digits'],
    ['12.0', 'Enter a number, as digits'],
    ['13', 'That is not the number of people'],
    ['0', 'That is not the number of people'],
    ['120', 'That is not the number of people'],
  ] as const)
    test(`typing “${typed}” instead of the number of people approves nothing, and does not say the number`, async () => {
      const { world, helen } = await start();
      const alert = await world.states.submitted();
      const page = await helen.press(await helen.get(`${pageOf(alert)}/decide`), PRACTICE, { people: typed });
      assert.equal(page.status, 422);
      assert.equal(page.mistakes.length, 1);
      assert.ok(texts(page)[0]?.startsWith(expected), texts(page)[0]);
      assert.doesNotMatch(texts(page).join(), /12/);
      assert.equal((await world.states.stands(alert)).state, 'submitted');
    });

  for (const typed of ['12', ' 12 ', '0012', '1,2', '1 2'])
    test(`the number may be typed as “${typed}”`, async () => {
      const { world, helen } = await start();
      const alert = await world.states.submitted();
      await helen.press(await helen.get(`${pageOf(alert)}/decide`), PRACTICE, { people: typed });
      assert.equal((await world.states.stands(alert)).state, 'approved');
    });

  test('an audience that has grown meanwhile is asked about again', async () => {
    const { world, helen } = await start();
    const alert = await world.states.submitted();
    const form = await helen.get(`${pageOf(alert)}/decide`);
    await practiceResidents(world, 13).catch(() => undefined);
    const { members } = await world.stores.members.page('harbour');
    const one = members[0] ?? assert.fail();
    await world.stores.members.save({ ...one, residentId: 'res-new', isPractice: true });
    const page = await helen.press(form, PRACTICE, { people: '12' });
    assert.match(texts(page).join(), /That is not the number of people/);
    assert.match(page.text, /This alert is for 1[34] people/);
  });

  test('a live one wants the tick as well', async () => {
    const { world, helen } = await start();
    const alert = await world.states.submitted({ mode: 'live' });
    let page = await helen.press(await helen.get(`${pageOf(alert)}/decide`), LIVE, { people: '3' });
    assert.deepEqual(texts(page), ['Read the words aloud, then say that you have']);
    assert.equal((await world.states.stands(alert)).state, 'submitted');
    page = await helen.press(page, LIVE, { aloud: 'yes' });
    assert.match(page.text, /The alert is approved/);
  });

  test('C05 a form of words that were changed meanwhile approves nothing, and hands no tick on to the new ones', async () => {
    const { world, helen } = await start();
    const alert = await world.states.submitted({ mode: 'live' });
    const form = await helen.get(`${pageOf(alert)}/decide`);
    const stored = await world.stores.alerts.ofId(alert.council, alert.id);
    assert.ok(stored);
    const words = { title: 'All is well', text: 'Please go down to the quay.' };
    const value = { ...stored.value, content: { ...stored.value.content, words } };
    assert.equal((await world.stores.alerts.save({ value, version: stored.version })).kind, 'saved');
    const page = await helen.press(form, LIVE, { people: '', aloud: 'yes' });
    assert.equal(page.status, 409);
    const ticks = all(page.root, 'input').filter((each) => attribute(each, 'name') === 'aloud');
    assert.ok(ticks.every((each) => attribute(each, 'checked') === undefined));
    assert.equal((await world.states.stands(alert)).state, 'submitted');
  });

  test('D05 an audience of nobody cannot be approved', async () => {
    const { world, helen } = await start();
    const audience = { kind: 'residents', areas: ['south'], groups: [], languages: [], echo: 'managed' } as const;
    const alert = await world.states.submitted({ audience });
    const page = await helen.press(await helen.get(`${pageOf(alert)}/decide`), PRACTICE, { people: '0' });
    assert.deepEqual(texts(page), [
      'Nobody is in this audience now. Return it, so that another audience can be chosen',
    ]);
  });

  test('T25 one whose start has passed can only be returned', async () => {
    const { world } = await start();
    const alert = await world.states.submitted({ starts: { kind: 'at', at: '2026-11-24T10:30' } });
    world.time.now += 45 * 60_000;
    const helen = await world.as('helen');
    const page = await helen.press(await helen.get(`${pageOf(alert)}/decide`), PRACTICE, { people: '12' });
    assert.match(texts(page).join(), /can no longer be approved as it stands/);
  });

  test('whoever wrote, changed or submitted it cannot, and is told why and who can (C04)', async () => {
    const { world } = await start();
    const beth = await world.as('both');
    const alert = await world.states.submitted();
    const { value, version } = await world.stores.alerts
      .ofId('harbour', alert.id)
      .then((stored) => stored ?? assert.fail());
    for (const part of [{ writers: ['officer-tom', 'officer-both'] }, { submittedBy: 'officer-both' }]) {
      const stored = await world.stores.alerts.ofId('harbour', alert.id);
      await world.stores.alerts.save({ value: { ...value, ...part }, version: stored?.version ?? version });
      assert.match((await beth.get(pageOf(alert))).text, /You cannot decide on this alert/);
      const page = await beth.get(`${pageOf(alert)}/decide`);
      assert.match(page.text, /You wrote, changed or submitted it\. Another officer has to read it/);
      assert.doesNotMatch(page.text, /How many people/);
      const now = await world.states.at(alert);
      const token = await beth.formToken();
      for (const act of ['approve', 'return', 'reject']) {
        const fields = { token, version: String(now.version), people: '12', reason: 'Because' };
        const response = await beth.post(`${pageOf(alert)}/${act}`, Object.entries(fields));
        assert.equal(response.status, 403, act);
      }
      assert.equal((await world.states.stands(alert)).state, 'submitted');
    }
  });

  test('an alert that was taken back and changed while it was read is not approved (C05, SEC-16)', async () => {
    const { world, tom, helen } = await start();
    const alert = await world.states.submitted();
    const form = await helen.get(`${pageOf(alert)}/decide`);
    await tom.press(await tom.get(pageOf(alert)), 'Take it back to change it');
    await tom.press(await tom.get(`${pageOf(alert)}/words`), 'Save and continue', { ...FLOOD, title: 'Other' });
    await tom.press(await tom.get(`${pageOf(alert)}/check`), 'Submit for approval');
    const page = await helen.press(form, PRACTICE, { people: '12' });
    assert.equal(page.status, 409);
    assert.match(page.text, /Nothing was done, because this alert has changed meanwhile/);
    assert.match(page.text, /Submitted by Tom Okafor/);
    assert.equal((await world.states.stands(alert)).state, 'submitted');
  });

  test('two approvers who press together give one approval; the second is told (C06)', async () => {
    const { world, helen } = await start();
    const beth = await world.as('both');
    const alert = await world.states.submitted();
    const [one, other] = [await helen.get(`${pageOf(alert)}/decide`), await beth.get(`${pageOf(alert)}/decide`)];
    const answers = await Promise.all([
      helen.press(one, PRACTICE, { people: '12' }),
      beth.press(other, PRACTICE, { people: '12' }),
    ]);
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409]);
    const acts = await world.stores.audit.of('harbour', `ALERT#${alert.id}`);
    assert.equal(acts.filter(({ act }) => act.did === 'approve').length, 1);
  });

  test('pressing twice is approving once, also when it has begun meanwhile', async () => {
    const { world, helen } = await start();
    const alert = await world.states.submitted();
    const form = await helen.get(`${pageOf(alert)}/decide`);
    await helen.press(form, PRACTICE, { people: '12' });
    await world.states.look(alert);
    const again = await helen.press(form, PRACTICE, { people: '12' });
    assert.equal(again.status, 200);
    assert.match(again.text, /The alert is approved/);
  });

  test('rights that were taken away while the page was open approve nothing (C07)', async () => {
    const { world, helen } = await start();
    const alert = await world.states.submitted();
    const form = await helen.get(`${pageOf(alert)}/decide`);
    await world.stores.officers.save({ ...OFFICERS.helen, rights: ['see'] });
    assert.equal((await helen.press(form, PRACTICE, { people: '12' })).status, 403);
    assert.equal((await world.states.stands(alert)).state, 'submitted');
  });
});

describe('sending it back', () => {
  for (const [button, done, state, did] of [
    ['Return it to be changed', /It has gone back to its writers, with your reason/, 'draft', 'Returned'],
    ['Reject it for good', /It is rejected/, 'rejected', 'Rejected'],
  ] as const)
    test(`“${button}” wants a reason, which its writers read`, async () => {
      const { world, tom, helen } = await start();
      const alert = await world.states.submitted();
      const form = await helen.get(`${pageOf(alert)}/decide`);
      assert.deepEqual(texts(await helen.press(form, button)), ['Give a reason']);
      const long = await helen.press(form, button, { reason: 'x'.repeat(201) });
      assert.deepEqual(texts(long), ['The reason must be at most 200 letters']);
      const page = await helen.press(form, button, { reason: 'Say <b>until when</b>' });
      assert.match(page.text, done);
      assert.equal((await world.states.stands(alert)).state, state);
      assert.match(
        (await tom.get(pageOf(alert))).text,
        new RegExp(`${did} by Helen Marsh, 10:00am today Reason: Say <b>until when</b>`),
      );
    });
});
