import type { Act } from '../audit/act.ts';
import type { Contact } from './contact.ts';

/**
 * Family, a friend or a paid person given that role, who signs in. `residents` only points: what a Carer may do stands
 * in each Resident's circle of care and is checked there at every use.
 */
export type Carer = {
  readonly council: string;
  readonly id: string;
  readonly name: string;
  readonly residents: readonly string[];
  /** How to reach them when they are not at the page; only they themselves write it. Absent: on their page only. */
  readonly contact?: Contact;
  /** Their last change of it. */
  readonly lastAct?: Act;
};
