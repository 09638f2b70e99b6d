import type { BellKey } from './bell.ts';

/** A bell names at most this many keys. */
export const KEYS_ON_A_BELL = 100;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isKey = (value: unknown): value is BellKey =>
  isRecord(value) &&
  typeof value.council === 'string' &&
  (typeof value.alertId === 'string' ||
    typeof value.mirrorOf === 'string' ||
    typeof value.mirrorOfHome === 'string' ||
    value.rooms === 'list' ||
    value.duty === true ||
    (typeof value.residentId === 'string' && typeof value.id === 'string'));

/** What a bell carries when it travels through a queue: keys, and the version of this form. */
export const bellText = (keys: readonly BellKey[]): string => JSON.stringify({ v: 1, keys });

/** The keys on a bell, or undefined for a text that is none: such a message can never be served. */
export const keysOnBell = (text: string): readonly BellKey[] | undefined => {
  try {
    const read: unknown = JSON.parse(text);
    if (!isRecord(read) || read.v !== 1 || !Array.isArray(read.keys)) return undefined;
    return read.keys.every(isKey) ? read.keys : undefined;
  } catch {
    return undefined;
  }
};
