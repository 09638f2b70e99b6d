import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ALERT_STATES, type Alert, type AlertState } from '../../../lambda/core/alerts/alert.ts';
import { type AlertAct, mayAct } from '../../../lambda/core/alerts/transitions.ts';
import { type AlertWorld, anAlertWorld, pageOf, practiceResidents } from '../support/alert-world.ts';

/** The acts of a person, each as the form of its page sends it. */
const FORMS: Readonly<Record<string, { readonly act: AlertAct; readonly fields: Readonly<Record<string, string>> }>> = {
  words: { act: 'change', fields: { title: 'Other', text: 'Other words.', private: 'no' } },
  audience: { act: 'change', fields: { areas: 'north', echo: 'any' } },
  when: { act: 'change', fields: { handling: 'notice', start: 'on-approval' } },
  submit: { act: 'submit', fields: {} },
  'take-back': { act: 'take-back', fields: {} },
  discard: { act: 'discard', fields: {} },
  approve: { act: 'approve', fields: { people: '4' } },
  return: { act: 'return', fields: { reason: 'No' } },
  reject: { act: 'reject', fields: { reason: 'No' } },
  stop: { act: 'stop', fields: { reason: 'No' } },
};

const inState = async ({ states, time }: AlertWorld, state: AlertState): Promise<Alert> => {
  switch (state) {
    case 'draft':
      return states.draft();
    case 'submitted':
      return states.submitted();
    case 'approved':
      return states.planned();
    case 'releasing':
      return states.look(await states.approve(await states.submitted()), 1);
    case 'released':
      return states.released();
    case 'stopped':
      return states.stop(await states.released());
    case 'expired': {
      const alert = await states.released();
      time.now = (alert.approval?.expiresAt ?? 0) + 1;
      return states.look(alert);
    }
    case 'rejected':
      return states.rejected();
    case 'discarded':
      return states.discarded();
  }
};

/** Sends one form to an alert as an officer who may do everything. */
const sent = async (world: AlertWorld, alert: Alert, form: string) => {
  // Somebody who worked on none of them, and may write and approve.
  const beth = await world.as('both');
  const { version } = await world.states.at(alert);
  const fields = { ...FORMS[form]?.fields, version: String(version), token: await beth.formToken() };
  return beth.post(`${pageOf(alert)}/${form}`, Object.entries(fields));
};

describe('every act on an alert in every state, through the door (C09)', () => {
  for (const state of ALERT_STATES)
    for (const [form, { act }] of Object.entries(FORMS)) {
      const isAllowed = mayAct(state, act);
      test(`${form} of one that is ${state} ${isAllowed ? 'is done' : 'is answered clearly, and nothing is changed'}`, async () => {
        const world = await anAlertWorld();
        await practiceResidents(world, 4);
        const alert = await inState(world, state);
        assert.equal(alert.state, state);
        const response = await sent(world, alert, form);
        const now = await world.states.stands(alert);
        if (isAllowed) {
          assert.equal(response.status, 303);
          assert.equal(now.lastAct.did, act);
          assert.equal(now.lastAct.number, alert.lastAct.number + 1);
          return;
        }
        const page = await response.text();
        assert.equal(response.status, 409);
        assert.match(page, /cannot be done with an alert in this state/);
        assert.match(page, /What was done last/);
        assert.deepEqual(now, alert);
      });
    }
});

describe('every act on an alert that has changed since its form was opened', () => {
  for (const [form, { act }] of Object.entries(FORMS).filter(([name]) => name !== 'stop'))
    test(`${form} does nothing and says what was done meanwhile`, async () => {
      const world = await anAlertWorld();
      await practiceResidents(world, 4);
      const alert = await inState(world, mayAct('draft', act) ? 'draft' : 'submitted');
      const beth = await world.as('both');
      const fields = { ...FORMS[form]?.fields, version: '0', token: await beth.formToken() };
      const response = await beth.post(`${pageOf(alert)}/${form}`, Object.entries(fields));
      assert.equal(response.status, 409);
      assert.match(await response.text(), /Somebody else changed this alert/);
      assert.deepEqual(await world.states.stands(alert), alert);
    });

  test('a stop is never refused for being late by a moment (G5)', async () => {
    const world = await anAlertWorld();
    await practiceResidents(world, 4);
    const alert = await inState(world, 'releasing');
    const tom = await world.as('tom');
    const page = await tom.get(`${pageOf(alert)}/stop`);
    await world.states.look(alert);
    const stopped = await tom.press(page, 'Stop this alert now', { reason: 'Wrong' });
    assert.match(stopped.text, /The alert is stopped/);
  });
});
