import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import type { LocalDate } from '../../../lambda/core/kernel/uk-time.ts';
import { demoCouncil } from './demo-council.ts';
import { HARBOUR, OFFICERS } from './harbour-county-council.ts';
import type { EchoPairing } from './pair-echos.ts';
import { pointEchos } from './point-echos.ts';
import { type DemoStores, saveCouncil } from './save-council.ts';

export type SeedNeeds = DemoStores & EchoPairing;

export type SeedOutcome =
  | { readonly kind: 'seeded'; readonly residents: number; readonly homes: number; readonly entries: number }
  | { readonly kind: 'already-seeded' };

const isSeeded = async ({ officers }: DemoStores): Promise<boolean> => {
  const [last] = OFFICERS.slice(-1);
  return last !== undefined && (await officers.ofId(HARBOUR, last.id)) !== undefined;
};

/**
 * Seeds the demo once: Harbour County Council as it stands on the start date, UK wall time. Where it stands already, what
 * people have changed since is kept; only the Echos are told where the Alexa APIs are now.
 */
export const seedCouncil = async (
  needs: SeedNeeds,
  { startDate, now }: { readonly startDate: LocalDate; readonly now: Instant },
): Promise<SeedOutcome> => {
  if (await isSeeded(needs)) {
    await pointEchos(needs);
    return { kind: 'already-seeded' };
  }
  const data = demoCouncil(startDate, now, needs);
  await saveCouncil(needs, data);
  const { residents, homes, diary } = data;
  return { kind: 'seeded', residents: residents.length, homes: homes.length, entries: diary.length };
};
