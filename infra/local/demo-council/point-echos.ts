import type { Echos } from '../../../lambda/core/pairing/pairing.ts';
import { type DemoEcho, demoEchos } from './demo-echos.ts';
import { DEMO_HOMES } from './demo-homes.ts';
import { HARBOUR } from './harbour-county-council.ts';
import { inWaves } from './in-waves.ts';
import { type EchoPairing, idsOf } from './pair-echos.ts';

type Needs = { readonly echos: Echos } & EchoPairing;

const pointEcho = async ({ echos, hashEcho, apiEndpoint }: Needs, echo: DemoEcho): Promise<void> => {
  const stored = await echos.ofHash(HARBOUR, hashEcho(idsOf(echo)), { strong: true });
  if (stored === undefined || stored.value.apiEndpoint === apiEndpoint) return;
  await echos.save({ value: { ...stored.value, apiEndpoint }, version: stored.version });
};

/** Tells every demo Echo in the table where the Alexa APIs are now: the port may be another one after a restart. */
export const pointEchos = (needs: Needs): Promise<void> =>
  inWaves(demoEchos(DEMO_HOMES, needs.skillId), (echo) => pointEcho(needs, echo));
