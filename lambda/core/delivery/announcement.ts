import type { BinDay } from '../bin-days/bin-rounds.ts';
import type { Instant } from '../kernel/clock.ts';
import type { LocalDateTime } from '../kernel/uk-time.ts';
import type { Handling } from './handling.ts';
import type { Ladder } from './ladder.ts';

/**
 * Practice words never reach a real person, and live ones never a practice Resident: the worker compares this with the
 * Resident before every call.
 */
export type Mode = 'practice' | 'live';

/**
 * Where an Announcement comes from: one occurrence of a Reminder, one change of a Diary entry, or one Alert. An Alert's
 * `hash` is of what was approved; `chunk` is the number of the chunk that holds this Resident.
 */
export type Source =
  | { readonly kind: 'reminder'; readonly reminderId: string; readonly occurrence: LocalDateTime }
  | { readonly kind: 'diary'; readonly entryId: string; readonly act: number }
  | {
      readonly kind: 'alert';
      readonly alertId: string;
      readonly hash: string;
      readonly mode: Mode;
      readonly chunk: number;
    };

/** What is to be told, before it has words: ids, neutral labels and times, nothing about anybody's health (promise G14). */
export type Content =
  /** `bins`: which bins are put out, where it is about them and the council's round is known. */
  | { readonly kind: 'reminder'; readonly label: string; readonly at: LocalDateTime; readonly bins?: BinDay }
  | {
      readonly kind: 'diary';
      readonly change: 'added' | 'moved' | 'cancelled';
      readonly what: string;
      readonly who?: string;
      readonly at: LocalDateTime;
      readonly before?: LocalDateTime;
    }
  | {
      readonly kind: 'alert';
      /** The council's name, as it is spoken. */
      readonly from: string;
      readonly title: string;
      readonly text: string;
      /** Only "you have a message" is shown and spoken unasked. */
      readonly isPrivate: boolean;
      readonly isCorrection: boolean;
    };

/** What is to be told, to whom and when. `dueAt` and `expiresAt` are instants; `due` is the UK wall time of `dueAt`. */
export type Announcement = {
  readonly council: string;
  readonly residentId: string;
  readonly source: Source;
  readonly handling: Handling;
  readonly due: LocalDateTime;
  readonly dueAt: Instant;
  readonly expiresAt: Instant;
  readonly content: Content;
  readonly ladder: Ladder;
};

/** Why a source no longer wants its Announcement told; without a reason, because it was changed. */
export type Gone = {
  readonly kind: 'gone';
  readonly state: 'cancelled' | 'superseded' | 'removed' | 'expired';
  readonly reason?: 'away' | 'not-confirmed';
};

/**
 * Reads the source of a Delivery strongly: what it wants told *now*, or that it is gone. Used for planning and again right
 * before the call. Filled by `wiring` with one reader for each kind of source.
 */
export type ReadSource = (
  announcement: Announcement,
) => Promise<{ readonly kind: 'stands'; readonly content: Content } | Gone>;
