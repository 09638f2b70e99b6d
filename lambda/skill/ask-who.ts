import { standingOf } from '../core/people/resident.ts';
import type { Asked } from './asked.ts';
import { helpToPair, isOff } from './declined.ts';
import type { Answer, Reply } from './feature.ts';
import type { TurnNeeds } from './needs.ts';
import type { Resume } from './pending.ts';
import { isPaired, type PairedPlace, placeOf, strangersVoice, voiceAt } from './place.ts';

/** Slots of Amazon's types hold dates and times; of our own only the resolved value may be kept between turns. */
const KEPT_AS_HEARD = ['day', 'reminderTime', 'newTime', 'snoozeFor'];

/** A request as it can be taken up again once it is known who is speaking. */
export const resumeOf = ({ intent, slots, confirmation }: Asked): Resume => ({
  ...(intent === undefined ? {} : { intent }),
  slots: Object.fromEntries(
    Object.entries(slots).flatMap(([name, { id, value }]) => {
      const kept = id ?? (KEPT_AS_HEARD.includes(name) ? value : undefined);
      return kept === undefined ? [] : [[name, kept]];
    }),
  ),
  confirmed: confirmation === 'CONFIRMED',
});

/**
 * Asks for the next Resident of the Home by name, reading no more names than that. Whoever may not be told anything is passed over;
 * undefined when nobody is left to ask for.
 */
export const askWho = async (
  needs: TurnNeeds,
  place: PairedPlace,
  [candidate, ...others]: readonly string[],
  resume: Resume,
): Promise<Reply | undefined> => {
  if (candidate === undefined) return undefined;
  const resident = await needs.readResident(needs.council, candidate);
  if (resident === undefined || isOff(standingOf(resident))) return askWho(needs, place, others, resume);
  return {
    outcome: { kind: 'asks-who' },
    voice: voiceAt(place, resident, false),
    asks: { kind: 'is-that-you', candidate, others, resume },
    name: resident.settings.nameToUse,
  };
};

const nobodyNamed = (place: PairedPlace): Reply => ({
  outcome: { kind: 'nobody-named' },
  voice: strangersVoice(place),
  said: { topic: 'plain', outcome: 'nobody-named' },
});

/** Asks on, or asks again, who is speaking; when nobody is left, nothing private is said. */
export const askWhoOf =
  (needs: TurnNeeds, candidates: readonly string[], resume: Resume): Answer =>
  async (asked) => {
    const place = await placeOf(needs, asked);
    if (!isPaired(place)) return helpToPair(needs, place);
    return (await askWho(needs, place, candidates, resume)) ?? nobodyNamed(place);
  };
