import type { LocalDate } from '../kernel/uk-time.ts';

/**
 * A service that the council's directory lists and that is open to people today (Open Referral UK, HSDS-UK 3.0): what is closed, or
 * for a while, is not kept. `alert` is what people must hear first; `assured` is when somebody last checked the entry.
 */
export type Listing = {
  readonly council: string;
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly alert?: string;
  readonly phone?: string;
  readonly assured?: LocalDate;
};
