import assert from 'node:assert/strict';
import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import { type SetUpVisit, STAYS_OPEN } from '../../../lambda/core/set-up/set-up-visit.ts';
import type { SetUpVisits } from '../../../lambda/core/set-up/set-up-visits.ts';

/** A set-up visit to the Home of Bill that was opened just now. */
export const aSetUpVisit = (now: Instant, more: Partial<SetUpVisit> = {}): SetUpVisit => ({
  council: 'harbour',
  homeId: 'home',
  openedAt: now,
  openUntil: now + STAYS_OPEN,
  lastAct: { number: 1, at: now, by: { kind: 'officer', id: 'olga' }, did: 'open-visit' },
  ...more,
});

/** Opens one in the table, whatever stands there. */
export const openSetUpVisit = async (
  { setUpVisits }: { readonly setUpVisits: SetUpVisits },
  homeId: string,
  now: Instant,
): Promise<void> => {
  const stored = await setUpVisits.ofHome('harbour', homeId);
  const saved = await setUpVisits.save({ value: aSetUpVisit(now, { homeId }), version: stored?.version ?? 0 });
  assert.equal(saved.kind, 'saved');
};
