import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Handling } from '../../../lambda/core/delivery/handling.ts';
import { planDelivery } from '../../../lambda/core/delivery/plan.ts';
import {
  consentRefusal,
  type Decision,
  recordConsent,
  withdrawConsent,
} from '../../../lambda/core/people/change-consent.ts';
import { reviewState } from '../../../lambda/core/people/consent.ts';
import { standingOf } from '../../../lambda/core/people/resident.ts';
import { aCareService } from '../../support/builders/a-care-service.ts';
import { anEcho, anOfficer, aResident } from '../../support/builders/people.ts';
import { aDelivery } from '../../support/builders/things-told.ts';

const TODAY = '2026-11-24';

const decision = (more: Partial<Decision> = {}): Decision => ({
  state: 'given',
  decidedBy: 'resident',
  explainedBy: 'Olga Byrne',
  how: 'At home, aloud and with pictures',
  purposes: ['reminders'],
  othersTold: 'nobody-else',
  reviewOn: '2027-11-24',
  ...more,
});

const refused = (more: Partial<Decision>) => consentRefusal(decision(more), TODAY)?.kind;

describe('writing down a decision', () => {
  test('the person decides for themself, and nothing more is asked', () => {
    assert.equal(refused({}), undefined);
  });

  test('whoever decides for somebody is named; of an attorney and a deputy the document was seen', () => {
    for (const decidedBy of ['attorney', 'deputy', 'best-interests'] as const)
      assert.equal(refused({ decidedBy }), 'decider-missing');
    for (const decidedBy of ['attorney', 'deputy'] as const) {
      assert.equal(refused({ decidedBy, decider: 'Jean Ellis' }), 'document-not-seen');
      assert.equal(refused({ decidedBy, decider: 'Jean Ellis', documentSeen: false }), 'document-not-seen');
      assert.equal(refused({ decidedBy, decider: 'Jean Ellis', documentSeen: true }), undefined);
    }
    assert.equal(refused({ decidedBy: 'best-interests', decider: 'the care team' }), undefined);
  });

  test('a yes is to something, the others in the home were told, and it is looked at again within a year', () => {
    const { othersTold: _told, ...untold } = decision();
    assert.equal(refused({ purposes: [] }), 'no-purpose');
    assert.equal(consentRefusal(untold, TODAY)?.kind, 'others-not-told');
    for (const reviewOn of ['2026-11-24', '2026-11-23', '2027-11-26'])
      assert.equal(refused({ reviewOn }), 'review-not-possible', reviewOn);
    assert.equal(refused({ reviewOn: '2026-11-25' }), undefined);
    assert.equal(refused({ reviewOn: '2027-11-25' }), undefined);
  });

  test('a no needs none of that', () => {
    assert.equal(refused({ state: 'withdrawn', purposes: [], reviewOn: TODAY }), undefined);
  });
});

describe('recording consent', () => {
  const aService = () =>
    aCareService({ residents: [aResident({ consent: { ...aResident().consent, state: 'not-asked' } })] });
  const record = (service: Awaited<ReturnType<typeof aService>>, officer = anOfficer(), residentId = 'bill') =>
    recordConsent(service.needs)({ officer, council: 'harbour', residentId, decision: decision() });

  test('it holds from that write on, and the audit trail says who wrote it', async () => {
    const service = await aService();
    const bill = async () =>
      (await service.stores.residents.ofId('harbour', 'bill', { strong: true }))?.value ?? aResident();
    assert.equal(standingOf(await bill()), 'consent-withdrawn');
    assert.equal((await record(service)).kind, 'consent-recorded');
    assert.equal(standingOf(await bill()), 'may-be-told');
    assert.deepEqual((await bill()).consent, { ...decision(), decidedOn: TODAY });
    assert.equal((await service.stores.audit.of('harbour', 'RES#bill')).at(-1)?.act.did, 'consent-given');
  });

  test('only an officer who may manage, of the same council, for somebody who is there', async () => {
    const service = await aService();
    assert.equal((await record(service, anOfficer({ rights: ['see', 'set-reminders'] }))).kind, 'not-allowed');
    assert.equal((await record(service, anOfficer({ council: 'valley' }))).kind, 'not-allowed');
    assert.equal((await record(service, anOfficer(), 'nobody')).kind, 'no-such-resident');
    await service.change(service.stores.residents, service.stores.residents.ofId('harbour', 'bill'), {
      presence: { kind: 'ended', since: TODAY },
    });
    assert.equal((await record(service)).kind, 'ended-is-final');
  });

  test('withdrawing is one write, and again changes nothing; what they had agreed to stays written down', async () => {
    const service = await aService();
    await record(service);
    const withdraw = () => withdrawConsent(service.needs)({ council: 'harbour', residentId: 'bill' });
    assert.deepEqual(await withdraw(), { kind: 'consent-withdrawn' });
    const stored = await service.stores.residents.ofId('harbour', 'bill', { strong: true });
    assert.deepEqual(await withdraw(), { kind: 'consent-withdrawn' });
    assert.equal((await service.stores.residents.ofId('harbour', 'bill', { strong: true }))?.version, stored?.version);
    assert.deepEqual(stored?.value.consent.purposes, ['reminders']);
    assert.deepEqual(await withdrawConsent(service.needs)({ council: 'harbour', residentId: 'nobody' }), {
      kind: 'consent-not-changed',
    });
  });
});

describe('an agreement has its scope and its day', () => {
  const planFor = (consent: Partial<Decision>, handling: Handling = 'appointment') => {
    const resident = aResident({ consent: { ...decision(consent), decidedOn: '2026-01-01' } });
    const told = aDelivery('2026-11-24T20:00', handling);
    const plan = planDelivery(told, resident, [anEcho()], told.dueAt);
    return plan.kind === 'close' ? plan.reason : plan.kind;
  };

  test('the review is due soon, then overdue, and four weeks later what is not urgent is paused', () => {
    const states = (today: string) => reviewState({ ...decision({ reviewOn: '2026-12-31' }), decidedOn: TODAY }, today);
    assert.deepEqual(['2026-12-02', '2026-12-03', '2026-12-31', '2027-01-01', '2027-01-28', '2027-01-29'].map(states), [
      'not-due',
      'due-soon',
      'due-soon',
      'overdue',
      'overdue',
      'paused',
    ]);
  });

  test('G6 what they did not agree to is not told unasked', () => {
    assert.equal(planFor({ purposes: ['diary'] }), 'tell');
    assert.equal(planFor({ purposes: ['messages', 'reminders'] }), 'not-agreed-to');
  });

  test('G6 paused by its review: only what is urgent goes on', () => {
    assert.equal(planFor({ purposes: ['diary'], reviewOn: '2026-11-01' }), 'tell');
    assert.equal(planFor({ purposes: ['diary'], reviewOn: '2026-10-01' }), 'consent-review');
    assert.equal(planFor({ purposes: ['diary'], reviewOn: '2026-10-01' }, 'urgent'), 'tell');
  });
});
