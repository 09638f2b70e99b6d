import type { LocalDate } from '../kernel/uk-time.ts';
import type { Saved, Versioned } from '../kernel/version.ts';
import type { Delivery, DeliveryKey } from './delivery.ts';

export type Deliveries = {
  /** A strong read. */
  readonly ofKey: (key: DeliveryKey) => Promise<Versioned<Delivery> | undefined>;
  /** Writes a Delivery that was never there; `conflict` when it is. */
  readonly add: (delivery: Delivery) => Promise<Saved>;
  readonly save: (delivery: Versioned<Delivery>) => Promise<Saved>;
  /** A Resident's Deliveries due from one local date to another, both inclusive, oldest first. */
  readonly between: (
    council: string,
    residentId: string,
    from: LocalDate,
    to: LocalDate,
  ) => Promise<readonly Delivery[]>;
};
