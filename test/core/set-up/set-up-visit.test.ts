import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DAY, HOUR, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { instantOf } from '../../../lambda/core/kernel/uk-time.ts';
import type { Resident } from '../../../lambda/core/people/resident.ts';
import { aftercareOf } from '../../../lambda/core/set-up/aftercare.ts';
import { consentOfHome, missingIn } from '../../../lambda/core/set-up/missing.ts';
import { isTestOver, proofOf } from '../../../lambda/core/set-up/proof.ts';
import {
  ECHO_CHECKS,
  type HomeFacts,
  isOpen,
  SEEN_THERE,
  STAYS_OPEN,
} from '../../../lambda/core/set-up/set-up-visit.ts';
import { endVisit, leaveVisit, openVisit, writeInVisit } from '../../../lambda/core/set-up/write-in-visit.ts';
import { aCareService } from '../../support/builders/a-care-service.ts';
import { aHome, anOfficer, aResident } from '../../support/builders/people.ts';
import { aSetUpVisit } from '../../support/builders/set-up-visits.ts';
import { aDelivery } from '../../support/builders/things-told.ts';

const TODAY = '2026-11-24';
const by = { officer: anOfficer(), council: 'harbour', homeId: 'home' } as const;
const facts: HomeFacts = {
  residentsRight: true,
  speakingLevel: 'ask-first',
  account: 'resident',
  otherEchos: 1,
  wifi: 'good',
  circleRight: true,
};

describe('a set-up visit', () => {
  test('is written down after each stage, and gone on with another day', async () => {
    const { needs, stores, clock } = await aCareService();
    await openVisit(needs)(by);
    await writeInVisit(needs)(by, 'home-facts', { facts });
    await leaveVisit(needs)(by);
    const left = (await stores.setUpVisits.ofHome('harbour', 'home'))?.value;
    assert.deepEqual([left?.facts, isOpen(left, clock())], [facts, false]);
    clock.move(3 * DAY);
    await openVisit(needs)(by);
    await writeInVisit(needs)(by, 'echo-checks', { checks: ['volume'] });
    const again = (await stores.setUpVisits.ofHome('harbour', 'home'))?.value;
    assert.deepEqual([again?.facts, again?.checks, again?.openedAt], [facts, ['volume'], left?.openedAt]);
    const acts = (await stores.audit.of('harbour', 'SET-UP#home')).map(({ act }) => act.did);
    assert.deepEqual(acts, ['open-visit', 'home-facts', 'leave-visit', 'open-visit', 'echo-checks']);
  });

  test('is over four hours after it was last written in, and nothing more is written then', async () => {
    const { needs, stores, clock } = await aCareService();
    await openVisit(needs)(by);
    clock.move(STAYS_OPEN - MINUTE);
    assert.equal((await writeInVisit(needs)(by, 'home-facts', { facts })).kind, 'written');
    clock.move(STAYS_OPEN - MINUTE);
    assert.ok(await stores.setUpVisits.isAnyOpen('harbour', clock()));
    clock.move(MINUTE);
    assert.ok(!(await stores.setUpVisits.isAnyOpen('harbour', clock())));
    assert.equal((await writeInVisit(needs)(by, 'home-facts', { facts })).kind, 'no-visit-open');
  });

  test('a finished one is not opened again: the next visit begins anew', async () => {
    const { needs, stores, clock } = await aCareService();
    await openVisit(needs)(by);
    await writeInVisit(needs)(by, 'home-facts', { facts });
    assert.equal((await endVisit(needs)(by)).kind, 'written');
    assert.equal((await leaveVisit(needs)(by)).kind, 'no-visit-open');
    clock.move(HOUR);
    await openVisit(needs)(by);
    const second = (await stores.setUpVisits.ofHome('harbour', 'home'))?.value;
    assert.deepEqual([second?.facts, second?.finishedAt, second?.openedAt], [undefined, undefined, clock()]);
  });

  test('is held by an officer who may manage, in a home of the same council', async () => {
    const { needs } = await aCareService();
    const open = (more: object) => openVisit(needs)({ ...by, ...more });
    assert.equal((await open({ officer: anOfficer({ rights: ['see'] }) })).kind, 'not-allowed');
    assert.equal((await open({ officer: anOfficer({ council: 'valley' }) })).kind, 'not-allowed');
    assert.equal((await open({ homeId: 'nowhere' })).kind, 'no-such-home');
  });

  test('two officers who write at once both have their say', async () => {
    const { needs, stores } = await aCareService();
    await openVisit(needs)(by);
    await Promise.all([
      writeInVisit(needs)(by, 'home-facts', { facts }),
      writeInVisit(needs)(by, 'echo-checks', { checks: ['volume'] }),
    ]);
    const visit = (await stores.setUpVisits.ofHome('harbour', 'home'))?.value;
    assert.deepEqual([visit?.facts, visit?.checks], [facts, ['volume']]);
    assert.equal((await stores.audit.of('harbour', 'SET-UP#home')).length, 3);
  });

  test('the list of a council has each home once, by its latest visit', async () => {
    const homes = ['home', 'other'].map((id) => aHome({ id }));
    const { needs, stores, clock } = await aCareService({ homes });
    await openVisit(needs)(by);
    await endVisit(needs)(by);
    clock.move(DAY);
    await openVisit(needs)({ ...by, homeId: 'other' });
    await openVisit(needs)(by);
    const homesOn = async (from: string, to: string) =>
      (await stores.setUpVisits.openedBetween('harbour', from, to)).map(({ homeId, finishedAt }) => [
        homeId,
        finishedAt,
      ]);
    assert.deepEqual(await homesOn(TODAY, '2026-11-25'), [
      ['home', undefined],
      ['other', undefined],
    ]);
    assert.deepEqual(await homesOn('2026-11-26', '2026-11-30'), []);
  });
});

describe('what is missing', () => {
  const asked = (state: Resident['consent']['state'], more: Partial<Resident> = {}) =>
    aResident({ consent: { ...aResident().consent, state }, ...more });

  test('everybody who lives there is asked, and somebody agrees', () => {
    const gone = asked('not-asked', { presence: { kind: 'ended', since: TODAY } });
    assert.equal(consentOfHome([], TODAY), 'to-be-asked');
    assert.equal(consentOfHome([gone], TODAY), 'to-be-asked');
    assert.equal(consentOfHome([asked('given'), asked('not-asked')], TODAY), 'to-be-asked');
    assert.equal(consentOfHome([asked('withdrawn')], TODAY), 'refused');
    assert.equal(consentOfHome([asked('given'), asked('withdrawn'), gone], TODAY), 'given');
    assert.equal(consentOfHome([asked('given')], '2029-01-01'), 'overdue');
  });

  test('the first stage at which something is missing comes next', () => {
    const now = instantOf('2026-11-24T10:00');
    const nothing = {
      rang: { proved: 'waits' },
      shown: { proved: 'not-needed' },
      understood: { proved: 'waits' },
    } as const;
    const all = {
      rang: { proved: 'proved' },
      shown: { proved: 'not-needed' },
      understood: { proved: 'proved' },
    } as const;
    const found = { visit: aSetUpVisit(now), home: aHome(), residents: [asked('given')], proof: nothing };
    const checked = aSetUpVisit(now, { facts, checks: ECHO_CHECKS });
    assert.equal(missingIn({ ...found, residents: [asked('not-asked')] }, TODAY), 'consent');
    assert.equal(missingIn(found, TODAY), 'home');
    assert.equal(missingIn({ ...found, visit: aSetUpVisit(now, { facts }) }, TODAY), 'echo');
    assert.equal(missingIn({ ...found, visit: checked, home: aHome({ echos: [] }) }, TODAY), 'echo');
    assert.equal(missingIn({ ...found, visit: checked }, TODAY), 'prove');
    assert.equal(missingIn({ ...found, visit: checked, proof: all }, TODAY), 'done');
    const managed = aSetUpVisit(now, {
      facts: { ...facts, account: 'council' },
      checks: ['placed', 'volume', 'do-not-disturb-off'],
    });
    assert.equal(missingIn({ ...found, visit: managed }, TODAY), 'prove', 'a managed Echo asks for no permission');
  });
});

describe('what is proved', () => {
  const opened = instantOf('2026-11-24T10:00');
  const setAt = opened + 20 * MINUTE;
  const visit = (seen: readonly (typeof SEEN_THERE)[number][] = []) =>
    aSetUpVisit(opened, { test: { residentId: 'bill', reminderId: 'rem', setAt, dueAt: setAt + 2 * MINUTE }, seen });
  const nothing = { delivery: undefined, signs: {}, screens: 1 };

  test('G13 a tick by itself proves nothing, and neither does evidence that nobody saw', () => {
    const ticked = proofOf(visit(SEEN_THERE), nothing);
    assert.deepEqual([ticked.rang.proved, ticked.shown.proved, ticked.understood.proved], Array(3).fill('said-only'));
    const signs = { 'reminder-rang': setAt + MINUTE, 'card-shown': setAt + MINUTE, asked: opened + MINUTE };
    const seen = proofOf(visit(), { ...nothing, signs });
    assert.deepEqual([seen.rang.proved, seen.shown.proved, seen.understood.proved], Array(3).fill('evidence'));
    const both = proofOf(visit(SEEN_THERE), { ...nothing, signs });
    assert.deepEqual([both.rang.proved, both.shown.proved, both.understood.proved], Array(3).fill('proved'));
  });

  test('signs from before the visit or the test are no evidence', () => {
    const signs = { 'reminder-rang': setAt - 1, 'card-shown': setAt - 1, asked: opened - 1 };
    const proof = proofOf(visit(), { ...nothing, signs });
    assert.deepEqual([proof.rang.proved, proof.shown.proved, proof.understood.proved], Array(3).fill('waits'));
  });

  test('the test Reminder rang when the Echo took it, or it was spoken or answered there; a text to a carer is not that', () => {
    const told = (more: Parameters<typeof aDelivery>[2]) =>
      proofOf(visit(), { ...nothing, delivery: aDelivery('2026-11-24T10:22', 'routine', more) }).rang;
    const at = setAt + 2 * MINUTE;
    const tried = (channel: 'smart-properties' | 'text', came: 'sent' | 'unknown') =>
      told({ attempts: [{ at, channel, came }] });
    assert.deepEqual(tried('smart-properties', 'sent'), { proved: 'evidence', at });
    assert.equal(tried('smart-properties', 'unknown').proved, 'waits');
    assert.equal(tried('text', 'sent').proved, 'waits');
    assert.equal(told({ spokenAt: at }).proved, 'evidence');
    assert.equal(told({ acknowledged: { at, reply: 'done', by: 'voice' } }).proved, 'evidence');
    assert.equal(told({ acknowledged: { at, reply: 'done', by: 'page' } }).proved, 'waits');
  });

  test('without a television there is no card to show', () => {
    assert.equal(proofOf(visit(), { ...nothing, screens: 0 }).shown.proved, 'not-needed');
  });

  test('a test that came to nothing may be tried again, one that waits may not', () => {
    assert.ok(isTestOver(aSetUpVisit(opened), undefined));
    assert.ok(!isTestOver(visit(), undefined));
    assert.ok(!isTestOver(visit(), aDelivery('2026-11-24T10:22')));
    assert.ok(isTestOver(visit(), aDelivery('2026-11-24T10:22', 'routine', { state: 'unreachable' })));
  });
});

describe('after the visit', () => {
  const finishedAt = instantOf('2026-11-10T11:00');
  const after = (today: string, more: Partial<Parameters<typeof aftercareOf>[1]> = {}, over: object = {}) =>
    aftercareOf(aSetUpVisit(finishedAt - HOUR, { finishedAt, ...over }), { signs: {}, unplaced: 0, ...more }, today);

  test('a home is looked at from the third day to the twenty-eighth', () => {
    assert.equal(after('2026-11-12'), undefined);
    assert.deepEqual(after('2026-11-13'), { days: 3, problems: ['never-used', 'no-sign-of-life'] });
    assert.equal(after('2026-12-08')?.days, 28);
    assert.equal(after('2026-12-09'), undefined);
  });

  test('what was asked during the visit does not count as used', () => {
    assert.deepEqual(after('2026-11-13', { signs: { asked: finishedAt } })?.problems, [
      'never-used',
      'no-sign-of-life',
    ]);
    const signs = { opened: instantOf('2026-11-11T08:00') };
    assert.deepEqual(after('2026-11-13', { signs })?.problems, []);
    assert.deepEqual(after('2026-11-24', { signs })?.problems, ['no-sign-of-life'], 'a fortnight later it is quiet');
  });

  test('reminders that wait for a yes at the Echo are said, and so is a visit that nobody finished', () => {
    const signs = { asked: instantOf('2026-11-24T08:00') };
    assert.deepEqual(after('2026-11-24', { signs, unplaced: 2 })?.problems, ['not-placed']);
    assert.deepEqual(after('2026-11-24', { signs }, { finishedAt: undefined })?.problems, ['not-finished']);
  });
});
