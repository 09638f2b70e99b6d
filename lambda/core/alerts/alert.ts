import type { Acted } from '../audit/act.ts';
import type { Mode } from '../delivery/announcement.ts';
import type { Handling } from '../delivery/handling.ts';
import { DAY, type Instant } from '../kernel/clock.ts';
import type { LocalDateTime } from '../kernel/uk-time.ts';
import type { Audience } from './audience.ts';
import type { Drift } from './audience-drift.ts';

/** How an Alert may be treated: the other handlings are for Reminders and the Diary. */
export const ALERT_HANDLINGS = ['urgent', 'notice', 'social'] as const satisfies readonly Handling[];
export type AlertHandling = (typeof ALERT_HANDLINGS)[number];

export const ALERT_STATES = [
  'draft',
  'submitted',
  'approved',
  'releasing',
  'released',
  'stopped',
  'expired',
  'rejected',
  'discarded',
] as const;
export type AlertState = (typeof ALERT_STATES)[number];

/** An Alert lives at most this long, because the inbox reads the Deliveries of the last seven days. */
export const LONGEST_LIFE = 7 * DAY;
/** An Alert may be planned this far ahead. */
export const FURTHEST_START = 90 * DAY;

/** What is shown above, and what is spoken and shown. Plain text. */
export type AlertWords = { readonly title: string; readonly text: string };

/** When it starts: as soon as it is approved, or at a UK wall time. */
export type AlertStart = { readonly kind: 'on-approval' } | { readonly kind: 'at'; readonly at: LocalDateTime };

/**
 * Everything that approval freezes. While it is a draft, what was not asked yet is absent. `expires` is UK wall time.
 * `correction`: words kept ready for those who were told, if the Alert turns out to be wrong.
 */
export type DraftContent = {
  readonly mode: Mode;
  readonly words: AlertWords;
  readonly isPrivate: boolean;
  readonly correction?: AlertWords;
  readonly audience?: Audience;
  readonly handling?: AlertHandling;
  readonly starts?: AlertStart;
  readonly expires?: LocalDateTime;
};

export type AlertContent = DraftContent & Required<Pick<DraftContent, 'audience' | 'handling' | 'starts' | 'expires'>>;

/** Who approved which content, for how many people, and the instants that follow from it. */
export type Approval = {
  readonly by: string;
  readonly at: Instant;
  readonly hash: string;
  readonly people: number;
  readonly startsAt: Instant;
  readonly expiresAt: Instant;
};

/**
 * A stop: from its write on no new call starts (promise G5). `inFlight` counts the calls that were being made then. `walked` is
 * the last chunk whose Deliveries were closed.
 */
export type Stop = {
  readonly by: string;
  readonly at: Instant;
  readonly reason: string;
  readonly inFlight: number;
  readonly walked: number;
  readonly isDone: boolean;
};

/**
 * Words from a Council to an Audience. `writers` are the officers who made or changed it. `chunks`, `deliveries` and `cursor`
 * say how far its release has come (the place of the last Member, or for a correction the number of the last chunk of what it corrects); `lookAt` is when the worker looks at it again.
 */
export type Alert = Acted & {
  readonly council: string;
  readonly id: string;
  readonly state: AlertState;
  readonly content: DraftContent;
  readonly writers: readonly string[];
  readonly submittedBy?: string;
  readonly approval?: Approval;
  /** The Alert that this one corrects. */
  readonly corrects?: string;
  readonly chunks: number;
  readonly deliveries: number;
  readonly cursor?: string;
  readonly releasedAt?: Instant;
  readonly reconciledAt?: Instant;
  /** How far a comparison that ran out of time has come in this state: its last chunk, and what it has mended. */
  readonly comparing?: { readonly in: AlertState; readonly chunk: number; readonly repaired: number };
  /** Why it went back to be approved again by itself: its Audience had changed (D04). */
  readonly drift?: Drift;
  readonly stop?: Stop;
  readonly lookAt?: Instant;
};

export const isComplete = (content: DraftContent): content is AlertContent =>
  content.audience !== undefined &&
  content.handling !== undefined &&
  content.starts !== undefined &&
  content.expires !== undefined;
