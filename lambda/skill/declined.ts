import type { Standing } from '../core/people/resident.ts';
import type { Voice } from '../render/voice.ts';
import type { Reply } from './feature.ts';
import type { TurnNeeds } from './needs.ts';
import { type Place, strangersVoice } from './place.ts';

/** Whether the service is off for a Resident: nothing is said about them at all. */
export const isOff = (standing: Standing): boolean => standing === 'ended' || standing === 'consent-withdrawn';

/**
 * An Echo that nobody paired gets help with that, and no hint that anybody is known. It speaks of a code only while a set-up visit
 * of the council is open: at any other time whoever asks for one is not from the council.
 */
export const helpToPair = async (needs: TurnNeeds, place: Place): Promise<Reply> => {
  const voice = strangersVoice(place);
  const isExpected = await needs.isCodeExpected(needs.council);
  return isExpected
    ? {
        outcome: { kind: 'not-paired' },
        voice,
        asks: { kind: 'have-the-code' },
        said: { topic: 'plain', outcome: 'not-paired' },
      }
    : { outcome: { kind: 'not-set-up' }, voice, ends: true, said: { topic: 'echo-plain', outcome: 'not-set-up' } };
};

/** Nothing is said of whoever has ended or withdrawn: the service is off here, and there is the council's number. */
export const switchedOff = (place: Place): Reply => ({
  outcome: { kind: 'switched-off' },
  voice: strangersVoice(place),
  ends: true,
  said: { topic: 'plain', outcome: 'switched-off' },
});

/** Whoever is away is told nothing personal here; the voice keeps their pace and leaves out their name. */
export const whileAway = ({ name: _name, ...voice }: Voice): Reply => ({
  outcome: { kind: 'resident-away' },
  voice,
  ends: true,
  said: { topic: 'plain', outcome: 'resident-away' },
});
