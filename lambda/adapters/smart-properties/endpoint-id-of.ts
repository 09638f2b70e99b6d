import type { Echo, EchoIds } from '../../core/pairing/echo.ts';

/** Opens sealed ids. Throws for a text that was changed or sealed with another key. */
export type OpenIds = (sealed: string) => EchoIds;

/** The ids of an Echo, or undefined where they cannot be opened: it reaches nobody, and the Echos beside it are still told. */
export const idsIn = (openIds: OpenIds, echo: Echo): EchoIds | undefined => {
  try {
    return openIds(echo.sealedIds);
  } catch {
    return undefined; // becomes a result with its reason, which is logged
  }
};

/** The endpoint of a managed Echo, by which Amazon's APIs know it. */
export const endpointIdOf = (openIds: OpenIds, echo: Echo): string | undefined => idsIn(openIds, echo)?.endpointId;
