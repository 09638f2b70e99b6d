import { homeListPk } from './keys.ts';
import type { Key } from './table.ts';

/** The rooms of a council's property, as they were read last. */
export const roomListKey = (council: string): Key => ({
  pk: homeListPk(council).replace(/HOMES$/, 'ROOMS'),
  sk: 'ROOMS',
});
