import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import type { Echo, EchoIds, HashAccount, HashEcho, SealIds } from '../../../lambda/core/pairing/echo.ts';
import type { DemoEcho } from './demo-echos.ts';
import { demoEchos } from './demo-echos.ts';
import type { DemoHome } from './demo-home.ts';
import { HARBOUR } from './harbour-county-council.ts';

/** How the skill would key and keep an Echo: the same hash and seal, so that what is seeded is found. */
export type EchoPairing = {
  readonly skillId: string;
  /** Where the Alexa APIs are, as a request would say it. */
  readonly apiEndpoint: string;
  readonly hashEcho: HashEcho;
  /** Absent: an Echo is tied to its account when somebody speaks to it. */
  readonly hashAccount?: HashAccount;
  readonly sealIds: SealIds;
};

export const idsOf = (echo: DemoEcho): EchoIds => ({
  userId: echo.userId,
  deviceId: echo.deviceId,
  ...(echo.kind === 'managed' ? { endpointId: echo.endpointId, unitId: echo.unitId } : {}),
});

const pairedTo =
  (pairing: EchoPairing, at: Instant) =>
  (home: DemoHome, echo: DemoEcho): Echo => {
    const ids = idsOf(echo);
    return {
      council: HARBOUR,
      hash: pairing.hashEcho(ids),
      homeId: home.id,
      residents: home.residents.map((resident) => resident.id),
      kind: echo.kind,
      speakingLevel: home.speakingLevel,
      linkVersion: 1,
      state: 'paired',
      sealedIds: pairing.sealIds(ids),
      apiEndpoint: pairing.apiEndpoint,
      notifications: { on: echo.notificationsOn, at },
      ...(pairing.hashAccount === undefined ? {} : { account: pairing.hashAccount(ids.userId) }),
    };
  };

/** The rows of all Echos that are paired from the start. */
export const pairEchos = (homes: readonly DemoHome[], pairing: EchoPairing, at: Instant): readonly Echo[] => {
  const echos = demoEchos(homes, pairing.skillId);
  return homes.flatMap((home) =>
    echos.filter((echo) => echo.homeId === home.id).map((echo) => pairedTo(pairing, at)(home, echo)),
  );
};
