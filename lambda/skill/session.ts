import { isId } from '../core/kernel/ids.ts';
import { type Pending, readPending } from './pending.ts';
import { readSaid } from './read-said.ts';
import type { Said } from './said.ts';
import { flagIn, idsIn, isSmall, numberIn, type Small, smallIn, textIn } from './small-values.ts';

/** Deliveries whose words were in the last answer: the next request is the evidence that the Echo played them. */
export type Told = { readonly residentId: string; readonly ids: readonly string[] };

/**
 * The state of one conversation, kept by Amazon between turns: ids and words from closed lists only. `opened`: it began with a bare
 * "open", so it goes on after an answer. `speaker`: the Resident who said "that's me". `repeats`, `misses`, `faults`: in a row.
 * `before`: what was spoken of before this conversation, while it may still be meant. `read`: messages read in this conversation.
 * `noted`: it was written down that somebody asked something. `turn`: counts the answers, so that a press on an older screen is known.
 */
export type Session = {
  readonly v: 1;
  readonly opened: boolean;
  readonly speaker?: string;
  readonly asks?: Pending;
  readonly said?: Said;
  readonly before?: Said;
  readonly told?: Told;
  /** The Resident whose Carers' first names Alexa listens for. */
  readonly named?: string;
  /** Placement questions asked in this conversation. */
  readonly placed: number;
  readonly read: readonly string[];
  readonly noted?: true;
  readonly turn: number;
  readonly repeats: number;
  readonly misses: number;
  readonly faults: number;
};

/** A conversation of which nothing is known. */
export const newSession: Session = {
  v: 1,
  opened: false,
  placed: 0,
  read: [],
  turn: 0,
  repeats: 0,
  misses: 0,
  faults: 0,
};

const readTold = (small: Small | undefined): Told | undefined => {
  if (small === undefined) return undefined;
  const residentId = textIn(small, 'residentId');
  const ids = idsIn(small, 'ids');
  return residentId === undefined || !isId(residentId) || ids.length === 0 ? undefined : { residentId, ids };
};

/** Reads session attributes. Those of another version, and whatever does not fit, are as if they were not there. */
export const readSession = (attributes: unknown): Session => {
  if (!isSmall(attributes) || attributes.v !== 1) return newSession;
  const speaker = textIn(attributes, 'speaker');
  const asks = readPending(smallIn(attributes, 'asks'));
  const said = readSaid(smallIn(attributes, 'said'));
  const before = readSaid(smallIn(attributes, 'before'));
  const told = readTold(smallIn(attributes, 'told'));
  const named = textIn(attributes, 'named');
  return {
    v: 1,
    opened: flagIn(attributes, 'opened'),
    ...(speaker === undefined || !isId(speaker) ? {} : { speaker }),
    ...(asks === undefined ? {} : { asks }),
    ...(said === undefined ? {} : { said }),
    ...(before === undefined ? {} : { before }),
    ...(told === undefined ? {} : { told }),
    ...(named === undefined || !isId(named) ? {} : { named }),
    placed: numberIn(attributes, 'placed'),
    read: idsIn(attributes, 'read'),
    ...(flagIn(attributes, 'noted') ? { noted: true as const } : {}),
    turn: numberIn(attributes, 'turn'),
    repeats: numberIn(attributes, 'repeats'),
    misses: numberIn(attributes, 'misses'),
    faults: numberIn(attributes, 'faults'),
  };
};
