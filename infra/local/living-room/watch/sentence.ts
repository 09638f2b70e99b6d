import type { Doer } from './doers.ts';

/**
 * One thing that happened, in plain words, and what did it. `where`: the Home it concerns, everybody in the county, or
 * nobody's home (a session, the audit trail).
 */
export type Sentence = { readonly words: string; readonly by: Doer; readonly where: Where };

export type Where = { readonly kind: 'home'; readonly homeId: string } | { readonly kind: 'county' | 'nowhere' };

export const COUNTY: Where = { kind: 'county' };
export const NOWHERE: Where = { kind: 'nowhere' };

/** In a Home, if it is known which. */
export const inHome = (homeId: string | undefined): Where =>
  homeId === undefined ? NOWHERE : { kind: 'home', homeId };

export const sentence = (words: string, by: Doer, where: Where): Sentence => ({ words, by, where });
