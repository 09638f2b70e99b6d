import { homeKey } from './keys.ts';
import type { Key } from './table.ts';

/** What Bellbird keeps on the Echos of a Home by itself. */
export const HOME_MIRROR = 'MIRROR';
export const homeMirrorKey = (council: string, home: string): Key => ({
  pk: homeKey(council, home).pk,
  sk: HOME_MIRROR,
});
