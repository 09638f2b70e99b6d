import type { Slot } from 'ask-sdk-model';
import { type Family, familyOf } from '../../../lambda/skill/families.ts';
import { intentNamed } from '../../../lambda/skill/intents.ts';
import { safetyOf } from '../../../lambda/skill/safety-classes.ts';
import { screenOf } from '../virtual-alexa/screen.ts';
import { spokenSsml } from '../virtual-alexa/ssml.ts';
import type { Turn } from '../virtual-alexa/turn.ts';
import type { Change } from './watched-table.ts';

/** One turn as `npm run ask` prints it; the shape is stable. `value` is canonical: ISO date, HH:MM, id. */
export type TurnReport = {
  readonly phrase: string;
  readonly heard: string | null;
  readonly intent: string | null;
  readonly family: Family;
  readonly slots: Readonly<Record<string, { readonly said: string; readonly value: string }>>;
  readonly safety: string | null;
  readonly outcome: string | null;
  readonly speech: string | null;
  readonly reprompt: string | null;
  readonly open: boolean;
  readonly card: unknown;
  readonly changed: readonly Change[];
};

/** The id of the value that matched, or for the built-in types the value itself, which Alexa gives in canonical form. */
const canonical = (slot: Slot): string => {
  const matched = slot.resolutions?.resolutionsPerAuthority?.find(({ status }) => status.code === 'ER_SUCCESS_MATCH');
  return matched?.values[0]?.value.id ?? slot.value ?? '';
};

const repromptOf = ({ reprompt }: Turn): string | null => {
  const read = reprompt === null ? null : spokenSsml(reprompt);
  return read?.kind === 'spoken' ? read.text : null;
};

/** What Alexa answered herself is not ours; an opening has no intent and belongs to `control`. */
const familyHeard = (turn: Turn): Family =>
  turn.by === 'alexa' && turn.requestType === null ? 'unknown' : familyOf(intentNamed(turn.intent));

/** Puts a turn, the outcome the skill came to and what was written into one plain object. */
export const reportTurn = (
  phrase: string,
  turn: Turn,
  seen: { readonly outcome: string | null; readonly safety?: string | null; readonly changed: readonly Change[] },
): TurnReport => ({
  phrase,
  heard: turn.heard === '' ? null : turn.heard,
  intent: turn.intent,
  family: familyHeard(turn),
  slots: Object.fromEntries(
    Object.entries(turn.slots).flatMap(([name, slot]) =>
      slot.value === undefined ? [] : [[name, { said: slot.value, value: canonical(slot) }]],
    ),
  ),
  safety: seen.safety ?? safetyOf(intentNamed(turn.intent)) ?? null,
  outcome: seen.outcome,
  speech: turn.spoken === '' ? null : turn.spoken,
  reprompt: repromptOf(turn),
  open: turn.sessionOpen,
  card: turn.screen === null ? turn.card : screenOf(turn.screen),
  changed: seen.changed,
});
