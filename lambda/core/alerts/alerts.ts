import type { DeliveryState } from '../delivery/delivery.ts';
import type { Saved, Versioned } from '../kernel/version.ts';
import type { Alert } from './alert.ts';

/** The SHA-256 digest of a text, in hexadecimal digits. */
export type Digest = (text: string) => string;

export type Alerts = {
  /** A strong read. */
  readonly ofId: (council: string, id: string) => Promise<Versioned<Alert> | undefined>;
  readonly save: (alert: Versioned<Alert>) => Promise<Saved>;
  /** A page of a council's Alerts, newest first. `after` is there when there may be more. */
  readonly newest: (
    council: string,
    after?: string,
  ) => Promise<{ readonly alerts: readonly Alert[]; readonly after?: string }>;
};

/** At most 100 Resident ids, those of a Home together, written once. `cursor` says how far it has come; absent in one that nobody is in. */
export type Chunk = {
  readonly council: string;
  readonly alertId: string;
  readonly number: number;
  readonly residents: readonly string[];
  readonly cursor?: string;
  readonly isLast: boolean;
};

export const CHUNK_SIZE = 100;

export type Chunks = {
  /** A strong read. */
  readonly ofNumber: (council: string, alertId: string, number: number) => Promise<Chunk | undefined>;
  /** Writes a chunk that was never there; returns the one that stands. */
  readonly add: (chunk: Chunk) => Promise<Chunk>;
};

/** What is known of one chunk's Residents. Who is not in it has not been tried yet. */
export type ChunkResults = ReadonlyMap<string, DeliveryState>;

export type Results = {
  /** Marks what came of one Delivery; a mark only rises, in whatever order marks arrive. */
  readonly mark: (
    at: { readonly council: string; readonly alertId: string; readonly chunk: number },
    residentId: string,
    state: DeliveryState,
  ) => Promise<void>;
  /** The same for several Residents of one chunk, in few requests. */
  readonly markMany: (
    at: { readonly council: string; readonly alertId: string; readonly chunk: number },
    states: ReadonlyMap<string, DeliveryState>,
  ) => Promise<void>;
  readonly ofChunk: (council: string, alertId: string, chunk: number) => Promise<ChunkResults>;
  /** Of all chunks, by number. */
  readonly ofAlert: (council: string, alertId: string) => Promise<ReadonlyMap<number, ChunkResults>>;
};
