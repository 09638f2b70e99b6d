import type { Instant } from '../kernel/clock.ts';
import type { LocalDateTime } from '../kernel/uk-time.ts';
import type { Handling } from './handling.ts';
import type { Ladder } from './ladder.ts';

/** Where an Announcement comes from: one occurrence of a Reminder, or one change of a Diary entry. Alerts come with their feature. */
export type Source =
  | { readonly kind: 'reminder'; readonly reminderId: string; readonly occurrence: LocalDateTime }
  | { readonly kind: 'diary'; readonly entryId: string; readonly act: number };

/** What is to be told, before it has words: ids, neutral labels and times, nothing about anybody's health (promise G14). */
export type Content =
  | { readonly kind: 'reminder'; readonly label: string; readonly at: LocalDateTime }
  | {
      readonly kind: 'diary';
      readonly change: 'added' | 'moved' | 'cancelled';
      readonly what: string;
      readonly who?: string;
      readonly at: LocalDateTime;
      readonly before?: LocalDateTime;
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

/** Why a source no longer wants its Announcement told. */
export type Gone = { readonly kind: 'gone'; readonly state: 'cancelled' | 'superseded' | 'removed' };

/**
 * Reads the source of a Delivery strongly: what it wants told *now*, or that it is gone. Used for planning and again right
 * before the call. Filled by `wiring` with one reader for each kind of source.
 */
export type ReadSource = (
  announcement: Announcement,
) => Promise<{ readonly kind: 'stands'; readonly content: Content } | Gone>;
