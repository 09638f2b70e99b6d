import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { CARER_RIGHTS, type CarerRight } from '../../../lambda/core/people/circle-of-care.ts';
import { type Acting, actorOf, mayActFor } from '../../../lambda/core/people/may-act-for.ts';
import { OFFICER_RIGHTS, type OfficerRight } from '../../../lambda/core/people/officer.ts';
import { standingOf } from '../../../lambda/core/people/resident.ts';
import { aCarer, aCircleMember, anOfficer, aResident } from '../../support/builders/people.ts';

const TODAY = '2026-11-24';
const carer = (more = {}): Acting => ({ kind: 'carer', carer: aCarer(more) });
const officer = (more = {}): Acting => ({ kind: 'officer', officer: anOfficer(more) });
const rightsOf = (acting: Acting, resident = aResident(), today = TODAY): readonly CarerRight[] =>
  CARER_RIGHTS.filter((right) => mayActFor(acting, resident, right, today));

describe('what a carer may do', () => {
  const withRights = (...rights: CarerRight[]) => aResident({ circle: [aCircleMember({ rights })] });

  test('only what the place in the circle names; the right to see comes with any other', () => {
    const granted: readonly (readonly [CarerRight[], CarerRight[]])[] = [
      [[], []],
      [['see'], ['see']],
      [['set-reminders'], ['see', 'set-reminders']],
      [['change-diary'], ['see', 'change-diary']],
      [
        ['see', 'set-reminders', 'change-diary'],
        ['see', 'set-reminders', 'change-diary'],
      ],
    ];
    for (const [given, may] of granted) assert.deepEqual(rightsOf(carer(), withRights(...given)), may, given.join());
  });

  test('SEC-09 only from the first day to the last, both included', () => {
    const resident = aResident({ circle: [aCircleMember({ from: '2026-11-20', until: '2026-11-24' })] });
    const days = ['2026-11-19', '2026-11-20', '2026-11-24', '2026-11-25'];
    assert.deepEqual(
      days.map((day) => rightsOf(carer(), resident, day).length > 0),
      [false, true, true, false],
    );
  });

  test('C13 nothing for anybody else’s resident, in another council, or under another name', () => {
    assert.deepEqual(rightsOf(carer({ id: 'mallory' })), []);
    assert.deepEqual(rightsOf(carer({ council: 'valley' })), []);
    assert.deepEqual(rightsOf(carer(), aResident({ circle: [] })), []);
    assert.deepEqual(rightsOf(carer({ residents: [] })), [...CARER_RIGHTS], 'the carer’s own list only points');
  });

  test('a place that has ended does not spoil one that holds', () => {
    const circle = [
      aCircleMember({ until: '2026-01-31' }),
      aCircleMember({ from: '2026-06-01', rights: ['change-diary'] }),
    ];
    assert.deepEqual(rightsOf(carer(), aResident({ circle })), ['see', 'change-diary']);
  });
});

describe('what an officer may do', () => {
  test('only what the permissions name: the diary goes with reminders, and no other permission helps', () => {
    const expected: Readonly<Record<OfficerRight, readonly CarerRight[]>> = {
      see: ['see'],
      'set-reminders': ['set-reminders', 'change-diary'],
      'write-alerts': [],
      'approve-alerts': [],
      manage: [],
      duty: [],
    };
    for (const right of OFFICER_RIGHTS)
      assert.deepEqual(rightsOf(officer({ rights: [right] })), expected[right], right);
  });

  test('nothing in another council', () => {
    assert.deepEqual(rightsOf(officer({ council: 'valley' })), []);
  });
});

test('a resident may act for themselves and for nobody else', () => {
  fc.assert(
    fc.property(fc.constantFrom('bill', 'joan', ''), fc.constantFrom('bill', 'joan'), (speaker, id) => {
      const may = rightsOf({ kind: 'resident', residentId: speaker }, aResident({ id }));
      assert.deepEqual(may, speaker === id ? [...CARER_RIGHTS] : []);
    }),
  );
});

test('whoever acts stands in the audit trail by kind and id, never by name', () => {
  assert.deepEqual([carer(), officer(), { kind: 'resident', residentId: 'bill' } as const].map(actorOf), [
    { kind: 'carer', id: 'priya' },
    { kind: 'officer', id: 'olga' },
    { kind: 'resident', id: 'bill' },
  ]);
});

test('T23 nobody is told who has ended, withdrew consent or is away; ended weighs most, then consent', () => {
  const ended = { presence: { kind: 'ended', since: TODAY } } as const;
  const away = { presence: { kind: 'away', reason: 'hospital', since: TODAY } } as const;
  const withdrawn = { consent: { ...aResident().consent, state: 'withdrawn' } } as const;
  const standings = [{}, away, withdrawn, { ...away, ...withdrawn }, ended, { ...ended, ...withdrawn }];
  assert.deepEqual(
    standings.map((more) => standingOf(aResident(more))),
    ['may-be-told', 'away', 'consent-withdrawn', 'consent-withdrawn', 'ended', 'ended'],
  );
});
