import { id, inCouncil } from './keys.ts';
import type { Key } from './table.ts';

/** Requests to be forgotten: one row for each Resident who asked. It outlives whatever else is kept of them. */
export const forgetPk = (council: string): string => inCouncil(council, 'FORGET');
export const forgetKey = (council: string, resident: string): Key => ({ pk: forgetPk(council), sk: id(resident) });
