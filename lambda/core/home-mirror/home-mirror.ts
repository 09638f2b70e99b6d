import type { Handling } from '../delivery/handling.ts';
import type { WidgetAlert } from '../delivery/widget.ts';
import type { Instant } from '../kernel/clock.ts';
import type { Saved, Versioned } from '../kernel/version.ts';
import type { OnEcho } from '../reminders/mirror.ts';

/** An Alert on the screen of a managed Echo, until an instant: then it goes by itself. */
export type Pin = { readonly alertId: string; readonly handling: Handling; readonly until: Instant };

/**
 * What is pinned on one managed Echo, in one of its pairings. `not-known`: nothing was done there yet, or nobody knows the end of what was;
 * it is made sure of before anything else. `pin`: what stands there, or may stand.
 */
export type PinPlace = OnEcho & {
  readonly state: 'not-known' | 'empty' | 'standing' | 'no-screen';
  readonly pin?: Pin;
  /** Why the last try came to nothing: a word from a closed list. */
  readonly trouble?: string;
};

/**
 * What the widget shows on the Echo Shows of one account, in one pairing of the Echo by which it is reached. `shown`: what Amazon took last;
 * absent: nothing, or nobody knows. `queued`: what waits there for Echos that are off.
 */
export type WidgetPlace = OnEcho & {
  readonly state: 'not-known' | 'empty' | 'standing';
  readonly shown?: WidgetAlert;
  readonly queued?: string;
  /** How many Echo Shows took it, and how many wait for it because they are off, as Amazon said last. */
  readonly took?: number;
  readonly waiting?: number;
  /** What went wrong on single Echo Shows, in Amazon's words, or with the whole call in ours. */
  readonly troubles?: readonly string[];
};

/**
 * What Bellbird keeps on the Echos of one Home by itself, to be made equal to what is wanted. `touched` rises with every wish to look;
 * `looks` counts those that came to nothing in a row; `busyUntil`: a look is under way, and no other begins before.
 */
export type HomeMirror = {
  readonly council: string;
  readonly homeId: string;
  readonly pins: readonly PinPlace[];
  readonly widgets: readonly WidgetPlace[];
  readonly touched: number;
  readonly looks: number;
  readonly lookAt?: Instant;
  readonly busyUntil?: Instant;
  readonly failedLooks?: number;
};

/** What came of a look at one thing: `again` soon, because something went wrong or was held back. */
export type Levelled = 'equal' | 'again';

export type HomeMirrorKey = { readonly council: string; readonly homeId: string };

/** Mirrors of Homes; one with a `lookAt` is due then. Reads are strong. */
export type HomeMirrors = {
  readonly ofHome: (council: string, homeId: string) => Promise<Versioned<HomeMirror> | undefined>;
  readonly save: (mirror: Versioned<HomeMirror>) => Promise<Saved>;
};

const emptyHomeMirror = ({ council, homeId }: HomeMirrorKey): HomeMirror => ({
  council,
  homeId,
  pins: [],
  widgets: [],
  touched: 0,
  looks: 0,
});

type Changed = { readonly kind: 'saved' | 'unchanged'; readonly mirror: HomeMirror };

/** Changes the mirror of a Home, whoever else writes to it: reads again and asks `change` anew. Undefined changes nothing. */
export const changeHomeMirror =
  (mirrors: HomeMirrors) =>
  async (
    key: HomeMirrorKey,
    change: (mirror: HomeMirror, isThere: boolean) => HomeMirror | undefined,
  ): Promise<Changed> => {
    for (;;) {
      const stored = await mirrors.ofHome(key.council, key.homeId);
      const before = stored?.value ?? emptyHomeMirror(key);
      const after = change(before, stored !== undefined);
      if (after === undefined) return { kind: 'unchanged', mirror: before };
      const saved = await mirrors.save({ value: after, version: stored?.version ?? 0 });
      if (saved.kind === 'saved') return { kind: 'saved', mirror: after };
    }
  };

/** Asks for a look, then or before. Where there is no mirror yet, only who `begins` one is heard. */
export const lookSoonAtHome =
  (mirrors: HomeMirrors) =>
  async (key: HomeMirrorKey, at: Instant, begins: boolean): Promise<'asked' | 'nothing-there'> => {
    const changed = await changeHomeMirror(mirrors)(key, (mirror, isThere) =>
      isThere || begins
        ? { ...mirror, touched: mirror.touched + 1, looks: 0, lookAt: Math.min(at, mirror.lookAt ?? at) }
        : undefined,
    );
    return changed.kind === 'saved' ? 'asked' : 'nothing-there';
  };

export const isAt = (place: OnEcho, { echo, link }: OnEcho): boolean => place.echo === echo && place.link === link;

/** The mirror with this place, which stands for whatever was known of that Echo in that pairing. */
export const withPinPlace = (mirror: HomeMirror, place: PinPlace): HomeMirror => ({
  ...mirror,
  pins: [...mirror.pins.filter((one) => !isAt(one, place)), place],
});

export const withoutPinPlace = (mirror: HomeMirror, place: OnEcho): HomeMirror => ({
  ...mirror,
  pins: mirror.pins.filter((one) => !isAt(one, place)),
});
