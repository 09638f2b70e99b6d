import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import type { JourneyState } from '../journeys/journey.ts';

/** What is sent to the page of the living room. */

/** A text or an e-mail on a Carer's phone, as it was received; `to` as people write it. */
export type PhoneText = {
  readonly to: string;
  readonly by: 'text' | 'email';
  readonly when: string;
  readonly words: string;
  readonly link?: string;
};

/** What a Carer sees now about one Resident: the console's own words, from the same rows. */
export type PhonePage = {
  /** Whose phone it is; absent: nobody may see this Resident today. */
  readonly carer?: string;
  readonly resident: string;
  /** Something was told to this Resident and waits for a reply. */
  readonly isUnanswered: boolean;
  /** What was sent to this Carer, about anybody. */
  readonly texts: readonly PhoneText[];
  readonly standing: readonly string[];
  readonly attention: readonly { readonly what: string; readonly told: readonly string[] }[];
  readonly told: readonly { readonly thing: string; readonly when: string; readonly words: string }[];
  /** Who was in the circle and is not any more: their phone shows nothing of this Resident. */
  readonly ended: readonly string[];
};

/** A phrase to press: what stands on it, and what is said. */
export type Chip = { readonly label: string; readonly phrase: string };

/** A line of "What just happened" as a page shows it; `here`: it concerns the Home of that page, or the whole county. */
export type NewsLine = {
  readonly id: number;
  readonly at: Instant;
  readonly words: string;
  readonly times: number;
  readonly file: string;
  readonly does: string;
  readonly here: boolean;
};

/** How a living room stands now, beside what its Echo does: sent whole whenever something may have changed. */
export type RoomState = {
  /** Instant of the demo clock. */
  readonly now: Instant;
  readonly part: PartOfDay;
  readonly phones: readonly PhonePage[];
  readonly chips: readonly Chip[];
  readonly journey: JourneyState | null;
};

export type PartOfDay = 'night' | 'morning' | 'afternoon' | 'evening';
