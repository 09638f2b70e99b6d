import { standingOf } from '../core/people/resident.ts';
import type { Asked } from './asked.ts';
import { helpToPair, isOff, switchedOff } from './declined.ts';
import type { Answer, Reply } from './feature.ts';
import type { SkillNeeds } from './needs.ts';
import type { Resume } from './pending.ts';
import { isPaired, type PairedPlace, placeOf, voiceAt } from './place.ts';

/** Slots of Amazon's types hold dates and times; of our own only the resolved value may be kept between turns. */
const KEPT_AS_HEARD = ['day', 'reminderTime'];

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

/** Asks for the next Resident of the Home by name. Whoever may not be told anything is not named. */
export const askWho = async (
  needs: SkillNeeds,
  place: PairedPlace,
  candidates: readonly string[],
  resume: Resume,
): Promise<Reply> => {
  const residents = await Promise.all(candidates.map((id) => needs.readResident(needs.council, id)));
  const known = residents.flatMap((one) => (one === undefined || isOff(standingOf(one)) ? [] : [one]));
  const [first, ...others] = known;
  if (first === undefined) return switchedOff(place);
  return {
    outcome: { kind: 'asks-who' },
    voice: voiceAt(place, first, false),
    asks: { kind: 'is-that-you', candidate: first.id, others: others.map(({ id }) => id), resume },
    name: first.settings.nameToUse,
  };
};

/** Asks on, or asks again, who is speaking. */
export const askWhoOf =
  (needs: SkillNeeds, candidates: readonly string[], resume: Resume): Answer =>
  async (asked) => {
    const place = await placeOf(needs, asked);
    return isPaired(place) ? askWho(needs, place, candidates, resume) : helpToPair(place);
  };
