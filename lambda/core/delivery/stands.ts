import type { Delivery } from './delivery.ts';

/** Asks the source of a Delivery, by a strong read, whether it still wants it told. Filled by `wiring`. */
export type Stands = (delivery: Delivery) => Promise<boolean>;
