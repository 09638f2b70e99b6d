import type { Echo } from '../../core/pairing/echo.ts';
import type { ManagedEndpoints } from '../../core/pairing/managed-endpoints.ts';
import { idsIn, type OpenIds } from './endpoint-id-of.ts';

/**
 * The endpoint that stands in an Echo's room now, where Amazon does not know the one that was paired: its id changes when an Echo is
 * moved or replaced. Only the room counts, and only if one Echo stands in it: nobody is told in another's room.
 */
export const standingIn = async (
  openIds: OpenIds,
  inRoom: ManagedEndpoints['inRoom'],
  echo: Echo,
): Promise<string | undefined> => {
  const unitId = idsIn(openIds, echo)?.unitId;
  if (unitId === undefined) return undefined;
  const there = await inRoom(unitId);
  return there.kind === 'echos' && there.echos.length === 1 ? there.echos[0]?.endpointId : undefined;
};
