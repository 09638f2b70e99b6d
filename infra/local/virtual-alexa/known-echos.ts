import type { VirtualEcho } from './virtual-echo.ts';

/** The Echos of the world, found at once by whatever names them, however many there are. */
export type KnownEchos = {
  readonly byId: (echoId: string) => VirtualEcho | undefined;
  readonly ofAccount: (accountId: string) => readonly VirtualEcho[];
  readonly ofUnit: (unitId: string) => readonly VirtualEcho[];
  readonly ofEndpoint: (endpointId: string) => readonly VirtualEcho[];
};

export const knownEchos = (echos: readonly VirtualEcho[]): KnownEchos => {
  const byId = new Map(echos.map((echo) => [echo.echoId, echo]));
  const byAccount = Map.groupBy(echos, ({ accountId }) => accountId);
  const managed = echos.filter((echo) => echo.kind === 'managed');
  const byUnit = Map.groupBy(managed, ({ unitId }) => unitId);
  const byEndpoint = Map.groupBy(managed, ({ endpointId }) => endpointId);
  return {
    byId: (echoId) => byId.get(echoId),
    ofAccount: (accountId) => byAccount.get(accountId) ?? [],
    ofUnit: (unitId) => byUnit.get(unitId) ?? [],
    ofEndpoint: (endpointId) => byEndpoint.get(endpointId) ?? [],
  };
};
