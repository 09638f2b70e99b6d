import type { Resident } from '../people/resident.ts';
import type { Delivery } from './delivery.ts';

/** The words of one Delivery for one Resident: `speech` is one or two plain sentences, `title` a few words. */
export type Words = { readonly speech: string; readonly title: string };

/** Gives a Delivery its words. `aloud` false: the words say only that something is there. Filled by `render`. */
export type Wording = (delivery: Delivery, resident: Resident, aloud: boolean) => Words;
