import type { Listings } from './find-answer.ts';
import type { Listing } from './listing.ts';

/** What a directory tells: every service that is open to people, or that it could not be read to its end, also because there was no more time. */
export type Directory = {
  readonly read: (council: string, mayGoOn: () => boolean) => Promise<DirectoryRead>;
};
export type DirectoryRead =
  | { readonly kind: 'directory'; readonly listings: readonly Listing[] }
  | { readonly kind: 'not-read'; readonly reason: string };

export type TakeInOutcome =
  | { readonly kind: 'taken-in'; readonly kept: number; readonly gone: number }
  | { readonly kind: 'not-finished' }
  | { readonly kind: 'not-read'; readonly reason: string }
  | { readonly kind: 'far-fewer'; readonly before: number; readonly now: number };

/** A directory that loses more than this part of its entries at once is more likely broken than tidied. */
const MOST_GONE = 0.5;
/** Below so many entries a part says nothing. */
const FEW = 10;

const isSame = (one: Listing | undefined, other: Listing): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Makes the listings of a council equal to its directory: what is new or changed is written, what is gone is removed. Nothing changes
 * when the directory cannot be read whole, or suddenly lists less than half of what it did. When there is no more time it stops at
 * `not-finished`: what was written stands, and the next call goes on.
 */
export const takeInDirectory =
  (needs: { readonly listings: Listings; readonly directory: Directory }) =>
  async (council: string, mayGoOn: () => boolean = () => true): Promise<TakeInOutcome> => {
    const read = await needs.directory.read(council, mayGoOn);
    if (read.kind === 'not-read') return read;
    const before = new Map((await needs.listings.ofCouncil(council)).map((listing) => [listing.id, listing]));
    const now = read.listings.length;
    if (before.size >= FEW && now < before.size * MOST_GONE) return { kind: 'far-fewer', before: before.size, now };
    for (const listing of read.listings) {
      if (!mayGoOn()) return { kind: 'not-finished' };
      if (!isSame(before.get(listing.id), listing)) await needs.listings.save(listing);
      before.delete(listing.id);
    }
    for (const id of before.keys()) {
      if (!mayGoOn()) return { kind: 'not-finished' };
      await needs.listings.remove(council, id);
    }
    return { kind: 'taken-in', kept: now, gone: before.size };
  };
