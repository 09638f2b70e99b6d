import { DAY, type Instant } from '../kernel/clock.ts';
import type { LocalTime } from '../kernel/uk-time.ts';
import type { Saved, Versioned } from '../kernel/version.ts';
import type { EchoTrouble } from './echo-reminders.ts';
import type { HeldRule } from './held-rule.ts';

/** On which Echo, in which of its pairings: nothing meant for an old pairing counts for a new one. */
export type OnEcho = { readonly echo: string; readonly link: number };

/**
 * The copy of one Reminder on an Echo. `placing`: it was asked for, and no token is known yet. `standing`: the Echo holds what `plan`
 * says. `unsure`: a change may or may not have arrived. `removing`: it is to go, and may ring until Amazon has said that it is gone
 * (promise G5). `told`: the plan of which the Resident was told last.
 */
export type Copy = OnEcho & {
  readonly reminderId: string;
  readonly state: 'placing' | 'standing' | 'unsure' | 'removing';
  readonly token?: string;
  readonly plan: string;
  readonly told: string;
  readonly since: Instant;
  /** After this it rings no more; absent: it has no end. */
  readonly endsAt?: Instant;
  readonly trouble?: EchoTrouble;
  /** When it last rang. Not evidence that anybody heard it. */
  readonly rangAt?: Instant;
  /** Alexa's own version of what we last made of it; another one there means that somebody else changed it. */
  readonly version?: string;
  /** Somebody moved it at the Echo: when it rings there now, and since when we know. It is left so until the Reminder itself is changed. */
  readonly moved?: { readonly rule: HeldRule; readonly at: Instant };
};

/** Why nothing is placed for a Reminder or a routine, as it came from the Resident or their Echo. */
export const WHY_NOT = [
  'said-no',
  'no-permission',
  'removed-at-echo',
  'device-cannot-ring',
  'too-many-on-echo',
] as const;
export type WhyNot = (typeof WHY_NOT)[number];
export type Kept = { readonly what: string; readonly why: WhyNot; readonly at: Instant };

/** A routine at a time of day that the Resident accepted. `seenAt`: when it was accepted, or last started us. */
export type Anchor = OnEcho & { readonly time: LocalTime; readonly seenAt: Instant };

/**
 * What Bellbird keeps on the Echos of one Resident, to be made equal to what is wanted. `touched` rises with every wish to look;
 * `looks` counts those that came to nothing in a row; `lookAt` is the next one.
 */
export type Mirror = {
  readonly council: string;
  readonly residentId: string;
  readonly copies: readonly Copy[];
  readonly kept: readonly Kept[];
  readonly anchors: readonly Anchor[];
  /** A routine by words ("Alexa, my day") was accepted. */
  readonly hasWords: boolean;
  readonly touched: number;
  readonly looks: number;
  readonly lookAt?: Instant;
  /** The skill is no longer enabled there: Amazon knows no such user. */
  readonly isLinkStale?: true;
  /** When to see whether Reminders are still not on the Echo, and of which their Carer has been told. */
  readonly unplaced?: { readonly checkAt?: Instant; readonly told: readonly string[] };
};

export type MirrorKey = { readonly council: string; readonly residentId: string };

export const emptyMirror = ({ council, residentId }: MirrorKey): Mirror => ({
  council,
  residentId,
  copies: [],
  kept: [],
  anchors: [],
  hasWords: false,
  touched: 0,
  looks: 0,
});

/** Mirrors; one with a `lookAt`, or something unplaced to be checked, is due then. Reads are strong. */
export type Mirrors = {
  readonly ofResident: (council: string, residentId: string) => Promise<Versioned<Mirror> | undefined>;
  readonly save: (mirror: Versioned<Mirror>) => Promise<Saved>;
};

/** After a no, nothing is asked about the same thing for so long (facts, section 2.6). What was removed at the Echo is never asked again. */
export const SILENCE = 7 * DAY;

/** A routine that has given no sign for so long is taken for gone: nobody can ask Alexa whether it stands. */
export const ANCHOR_LIVES = 3 * DAY;

export const copyOf = (mirror: Mirror, reminderId: string): Copy | undefined =>
  mirror.copies.find((copy) => copy.reminderId === reminderId);

export const withCopy = (mirror: Mirror, copy: Copy): Mirror => ({
  ...mirror,
  copies: [...mirror.copies.filter(({ reminderId }) => reminderId !== copy.reminderId), copy],
});

export const withoutCopy = (mirror: Mirror, reminderId: string): Mirror => ({
  ...mirror,
  copies: mirror.copies.filter((copy) => copy.reminderId !== reminderId),
});

export const withKept = (mirror: Mirror, kept: Kept): Mirror => ({
  ...mirror,
  kept: [...mirror.kept.filter(({ what }) => what !== kept.what), kept],
});

export const withoutKept = (mirror: Mirror, what: string): Mirror => ({
  ...mirror,
  kept: mirror.kept.filter((kept) => kept.what !== what),
});

/** What was answered about a thing and still holds; undefined when it may be asked (again). */
export const stillKept = (mirror: Mirror, what: string, now: Instant): Kept | undefined => {
  const kept = mirror.kept.find((one) => one.what === what);
  return kept === undefined || kept.why === 'removed-at-echo' || kept.at + SILENCE > now ? kept : undefined;
};

export const anchorName = (time: LocalTime): string => `routine-${time}`;
export const WORDS_NAME = 'routine-words';
/** Alexa could not offer a routine here at all. */
export const ROUTINES = 'routines';

/** The times of day at which a routine that still gives signs starts us. */
export const anchorTimes = (mirror: Mirror, now: Instant): readonly LocalTime[] =>
  mirror.anchors.filter(({ seenAt }) => seenAt + ANCHOR_LIVES > now).map(({ time }) => time);

type Changed = { readonly kind: 'saved' | 'unchanged'; readonly mirror: Mirror };

/** Changes a mirror, whoever else writes to it: reads again and asks `change` anew. It begins empty. Undefined changes nothing. */
export const changeMirror =
  (mirrors: Mirrors) =>
  async (key: MirrorKey, change: (mirror: Mirror) => Mirror | undefined): Promise<Changed> => {
    for (;;) {
      const stored = await mirrors.ofResident(key.council, key.residentId);
      const before = stored?.value ?? emptyMirror(key);
      const after = change(before);
      if (after === undefined) return { kind: 'unchanged', mirror: before };
      const saved = await mirrors.save({ value: after, version: stored?.version ?? 0 });
      if (saved.kind === 'saved') return { kind: 'saved', mirror: after };
    }
  };

/** Whether there is anything on an Echo that may have to change. */
export const holdsAnything = ({ copies }: Mirror): boolean => copies.length > 0;

/** Asks for a look at a mirror that holds something, then or before. */
export const lookSoon =
  (mirrors: Mirrors) =>
  async (key: MirrorKey, at: Instant): Promise<'asked' | 'nothing-there'> => {
    const changed = await changeMirror(mirrors)(key, (mirror) =>
      holdsAnything(mirror)
        ? { ...mirror, touched: mirror.touched + 1, looks: 0, lookAt: Math.min(at, mirror.lookAt ?? at) }
        : undefined,
    );
    return changed.kind === 'saved' ? 'asked' : 'nothing-there';
  };
