import type { Echo } from './echo.ts';

/**
 * Who is talking to the Echo now. One Resident: that one. Several: the one named in this session, otherwise the first by
 * default, and the others are known so that the Echo can ask. Nobody is guessed from a voice.
 */
export type IdentifiedSpeaker =
  | { readonly kind: 'speaker'; readonly residentId: string; readonly others: readonly string[] }
  | { readonly kind: 'unpaired' };

export const identifySpeaker = (echo: Echo | undefined, namedInSession?: string): IdentifiedSpeaker => {
  const [first] = echo?.residents ?? [];
  if (echo === undefined || echo.state !== 'paired' || first === undefined) return { kind: 'unpaired' };
  const residentId = namedInSession !== undefined && echo.residents.includes(namedInSession) ? namedInSession : first;
  return { kind: 'speaker', residentId, others: echo.residents.filter((id) => id !== residentId) };
};
