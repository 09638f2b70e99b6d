import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { instantOf, localDateTime } from '../../../lambda/core/kernel/uk-time.ts';
import { type Council, officeHours } from '../../../lambda/core/people/council.ts';
import { aCouncil } from '../../support/builders/people.ts';

/** `open`, or when it opens, or that nobody is ever there. */
const at = (time: string, council: Council = aCouncil(), more = 0): string => {
  const office = officeHours(council, instantOf(time) + more);
  return office.kind === 'opens' ? localDateTime(office.at) : office.kind;
};

describe('the hours in which somebody rings back', () => {
  test('it is open from its first millisecond and shut at its end', () => {
    assert.equal(at('2026-11-24T08:30', undefined, -1), '2026-11-24T08:30');
    assert.equal(at('2026-11-24T08:30'), 'open');
    assert.equal(at('2026-11-24T17:00', undefined, -1), 'open');
    assert.equal(at('2026-11-24T17:00'), '2026-11-25T08:30');
  });

  test('over a weekend it opens on Monday', () => {
    assert.equal(at('2026-11-27T17:30'), '2026-11-30T08:30');
  });

  test('over Christmas it opens on the first working day that is not closed', () => {
    const council = aCouncil({ closedOn: ['2026-12-25', '2026-12-28'] });
    assert.equal(at('2026-12-25T10:00', council), '2026-12-29T08:30');
    assert.equal(at('2026-12-24T16:00', council), 'open');
  });

  test('two spells in a day are taken in order, however they are written down', () => {
    const council = aCouncil({
      staffedHours: [
        { weekday: 2, from: '13:30', to: '16:00' },
        { weekday: 2, from: '09:00', to: '12:00' },
      ],
    });
    assert.equal(at('2026-11-24T08:00', council), '2026-11-24T09:00');
    assert.equal(at('2026-11-24T12:00', council), '2026-11-24T13:30');
    assert.equal(at('2026-11-24T16:00', council), '2026-12-01T09:00');
  });

  test('with no staffed hours, or all days closed, nobody is ever there', () => {
    assert.equal(at('2026-11-24T10:00', aCouncil({ staffedHours: [] })), 'never-staffed');
    const closedOn = Array.from({ length: 28 }, (_, n) =>
      localDateTime(instantOf('2026-11-24T12:00') + n * 86_400_000).slice(0, 10),
    );
    assert.equal(at('2026-11-24T10:00', aCouncil({ closedOn })), 'never-staffed');
  });

  test('T12 it opens at half past eight on the wall, on the Monday after the clocks change too', () => {
    assert.equal(at('2027-03-28T12:00'), '2027-03-29T08:30');
    assert.equal(at('2027-10-31T12:00'), '2027-11-01T08:30');
  });
});
