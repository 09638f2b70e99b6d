import { faultName } from '../../core/kernel/log.ts';
import { identifySpeaker } from '../../core/pairing/identify-speaker.ts';
import { defaultSettings } from '../../core/people/settings.ts';
import type { SafetyClass } from '../../core/safeguarding/safety-class.ts';
import type { SafetyOutcome } from '../../render/spoken-outcome.ts';
import { type Voice, voiceFor } from '../../render/voice.ts';
import type { Asked } from '../asked.ts';
import type { Answer, Feature, Reply } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import { mayOfferCall } from '../offers.ts';
import type { Place } from '../place.ts';
import { safetyOf } from '../safety-classes.ts';
import { withAnybody } from '../turn.ts';

const outcomeOf = (safety: SafetyClass, place: Place, callOffered: boolean): SafetyOutcome =>
  callOffered ? { kind: 'safety', safety } : { kind: 'safety', safety, council: place.council };

/** Only low mood leads to an offer: whoever is in danger must not wait for a call. */
const replyWith = (safety: SafetyClass, place: Place, voice: Voice): Reply => {
  const mayOffer = safety === 'low-mood' && place.echo !== undefined && voice.name !== undefined && mayOfferCall(place);
  return {
    outcome: outcomeOf(safety, place, mayOffer),
    voice,
    said: { topic: 'safety', safety },
    ...(mayOffer ? { asks: { kind: 'ring-you' } as const } : { ends: true as const }),
  };
};

/** Even when nothing can be read the words are said: without the pendant, and without the council's number. */
const bareReply = (needs: SkillNeeds, safety: SafetyClass): Reply => ({
  outcome: { kind: 'safety', safety },
  voice: voiceFor({
    settings: defaultSettings(''),
    level: 'closed',
    council: { name: '', phone: '' },
    now: needs.clock(),
    slower: false,
  }),
  ends: true,
});

/** A count that could not be written keeps nobody from the words. */
const counted = async (needs: SkillNeeds, safety: SafetyClass): Promise<void> => {
  try {
    await needs.countSafety(needs.council, safety);
  } catch (fault) {
    needs.log('skill.fault', { council: needs.council, fault: faultName(fault) });
  }
};

type Duty = Awaited<ReturnType<SkillNeeds['readDuty']>>;

const notNoted = (needs: SkillNeeds, fault: unknown): void =>
  needs.log('duty.not-noted', { council: needs.council, fault: faultName(fault) });

/** A list that cannot be read or written keeps nobody from the words: those who keep the service are alarmed. */
const orAlarm = async <T>(needs: SkillNeeds, step: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await step();
  } catch (fault) {
    notNoted(needs, fault);
    return undefined;
  }
};

const note = async (needs: SkillNeeds, duty: Duty, safety: SafetyClass, place: Place): Promise<void> => {
  const { echo, council, asked } = place;
  const speaker = identifySpeaker(echo, asked.session.speaker);
  if (duty === undefined || echo === undefined || speaker.kind === 'unpaired') return;
  const { residentId, others } = speaker;
  const isKnown = others.length === 0 || asked.session.speaker === residentId;
  const from = { homeId: echo.homeId, residentId, isKnown };
  await orAlarm(needs, () => needs.noteForDuty(council, duty, from, safety));
};

/** What else is done where the words are said, and what when it could not be read whose Echo that is. */
type Besides = {
  readonly known: (place: Place) => Promise<void>;
  readonly unread: (fault: unknown) => Promise<void>;
};

const NOTHING: Besides = { known: async () => undefined, unread: async () => undefined };

const words =
  (needs: SkillNeeds, safety: SafetyClass, besides: Besides): Answer =>
  async (asked: Asked) => {
    try {
      return await withAnybody(needs, async (place, voice) => {
        await besides.known(place);
        return replyWith(safety, place, voice);
      })(asked);
    } catch (fault) {
      needs.log('skill.fault', { council: needs.council, fault: faultName(fault) });
      await besides.unread(fault);
      return bareReply(needs, safety);
    }
  };

/** The fixed words of a class, as often as they are asked for. The log does not learn which class it was. */
export const tellSafety =
  (needs: SkillNeeds) =>
  (safety: SafetyClass): Answer =>
    words(needs, safety, NOTHING);

/**
 * The fixed words of a class, its count (the class and the month, see `countSafety`), and an entry on the list of the duty where the council
 * chose one. The words are the same whichever was chosen: they never say that anything was passed on.
 */
export const meetSafety =
  (needs: SkillNeeds) =>
  (safety: SafetyClass): Answer =>
  async (asked) => {
    // Read while everything else is, so that no turn of a council that only counts waits for it.
    const duty = orAlarm(needs, () => needs.readDuty(needs.council));
    const besides: Besides = {
      known: async (place) => note(needs, await duty, safety, place),
      unread: async (fault) => {
        if ((await duty) !== undefined) notNoted(needs, fault);
      },
    };
    const [reply] = await Promise.all([words(needs, safety, besides)(asked), counted(needs, safety)]);
    return reply;
  };

/** What is caught before anything else, whatever was going on. */
export const safety = (needs: SkillNeeds): Feature => ({
  name: 'safety',
  claims: ({ intent }) => safetyOf(intent) !== undefined,
  answer: (asked) => meetSafety(needs)(safetyOf(asked.intent) ?? 'urgent')(asked),
});
