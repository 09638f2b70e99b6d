/**
 * Family, a friend or a paid person given that role, who signs in. `residents` only points: what a Carer may do stands
 * in each Resident's circle of care and is checked there at every use.
 */
export type Carer = {
  readonly council: string;
  readonly id: string;
  readonly name: string;
  readonly residents: readonly string[];
};
