import { id, inCouncil, sortable } from './keys.ts';
import type { Key } from './table.ts';

/** What was chosen for safety words: one row of a council. */
export const safetyModeKey = (council: string): Key => ({ pk: inCouncil(council, 'SAFETY-MODE'), sk: 'SAFETY-MODE' });

/** The list of the duty, in the order of time. Nothing else stands in this partition. */
export const dutyPk = (council: string): string => inCouncil(council, 'DUTY');
export const dutyKey = (council: string, at: number, entry: string): Key => ({
  pk: dutyPk(council),
  sk: `${sortable(at)}#${id(entry)}`,
});
