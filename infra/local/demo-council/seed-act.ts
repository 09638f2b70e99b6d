import type { Act } from '../../../lambda/core/audit/act.ts';
import type { Instant } from '../../../lambda/core/kernel/clock.ts';

/** The first act on everything that is seeded: nobody's, so it is the system's. */
export const seedAct = (at: Instant): Act => ({ number: 1, at, by: { kind: 'system', id: 'seed' }, did: 'seed' });
