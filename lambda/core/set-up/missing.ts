import type { LocalDate } from '../kernel/uk-time.ts';
import { reviewState } from '../people/consent.ts';
import type { Home } from '../people/home.ts';
import type { Resident } from '../people/resident.ts';
import { isProved, type Proof } from './proof.ts';
import { checksFor, type SetUpStage, type SetUpVisit } from './set-up-visit.ts';

/** What a Home's Residents decided, as far as pairing is concerned. `refused`: everybody was asked, and nobody agreed. */
export type ConsentOfHome = 'given' | 'to-be-asked' | 'refused' | 'overdue';

/**
 * Whether anything may be paired to a Home: everybody who lives there was asked, somebody agreed, and of those who agreed
 * no review is so overdue that Bellbird is paused.
 */
export const consentOfHome = (residents: readonly Resident[], today: LocalDate): ConsentOfHome => {
  const living = residents.filter(({ presence }) => presence.kind !== 'ended');
  if (living.length === 0 || living.some(({ consent }) => consent.state === 'not-asked')) return 'to-be-asked';
  const given = living.filter(({ consent }) => consent.state === 'given');
  if (given.length === 0) return 'refused';
  return given.every(({ consent }) => reviewState(consent, today) === 'paused') ? 'overdue' : 'given';
};

/** What is known of a visit when it is asked what is missing. */
export type VisitFound = {
  readonly visit: SetUpVisit;
  readonly home: Home;
  readonly residents: readonly Resident[];
  readonly proof: Proof;
};

/** The first stage at which something is missing; `done` when nothing is. */
export const missingIn = ({ visit, home, residents, proof }: VisitFound, today: LocalDate): SetUpStage => {
  if (consentOfHome(residents, today) !== 'given') return 'consent';
  if (visit.facts === undefined) return 'home';
  if (home.echos.length === 0 || checksFor(visit.facts).some((check) => visit.checks?.includes(check) !== true))
    return 'echo';
  return isProved(proof) ? 'done' : 'prove';
};
