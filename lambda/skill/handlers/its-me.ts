import { type Resident, standingOf } from '../../core/people/resident.ts';
import { askWho } from '../ask-who.ts';
import { helpToPair, isOff, switchedOff } from '../declined.ts';
import { type Answer, type Feature, forIntents, type Reply } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import type { Pending } from '../pending.ts';
import { isPaired, type PairedPlace, placeOf, strangersVoice, voiceAt } from '../place.ts';
import { isAskedOpenly, repair } from './fallback.ts';
import { type FeatureFor, takeUp } from './take-up.ts';

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^\p{L} ]/gu, '')
    .trim()
    .toLowerCase();

/** The name a person chose, or the first of their names. What was heard may carry more words than the name. */
const isCalled = (heard: string, { settings, fullName }: Resident): boolean => {
  const said = ` ${plain(heard)} `;
  return [settings.nameToUse, fullName.split(' ')[0] ?? '']
    .map(plain)
    .some((name) => name !== '' && said.includes(` ${name} `));
};

/** Who lives here and may be spoken of. */
const hereAt = async (needs: SkillNeeds, { echo }: PairedPlace): Promise<readonly Resident[]> => {
  const read = await Promise.all(echo.residents.map((id) => needs.readResident(needs.council, id)));
  return read.filter((one) => one !== undefined).filter((one) => !isOff(standingOf(one)));
};

const notKnown = async (needs: SkillNeeds, place: PairedPlace): Promise<Reply> => {
  const { asks } = place.asked.session;
  const again =
    asks?.kind === 'is-that-you'
      ? await askWho(needs, place, [asks.candidate, ...asks.others], asks.resume)
      : undefined;
  const outcome = { kind: 'name-not-known' } as const;
  if (again !== undefined) return { ...again, outcome, isMiss: true };
  return {
    outcome,
    voice: strangersVoice(place),
    asks: { kind: 'what-would-you-like' },
    said: { topic: 'doing', outcome: 'name-not-known' },
  };
};

/** "I'm cold", in answer to something else, is no name: that question stays. */
const isAnotherQuestion = (asks: Pending | undefined): boolean => !isAskedOpenly(asks) && asks?.kind !== 'is-that-you';

/** From here on the conversation is with this Resident, and what they wanted before is answered. */
const greeted = async (featureFor: FeatureFor, place: PairedPlace, resident: Resident): Promise<Reply> => {
  const { asked } = place;
  const { asks } = asked.session;
  const session = { ...asked.session, speaker: resident.id };
  if (asks?.kind === 'is-that-you')
    return { ...(await takeUp(featureFor, asks.resume)({ ...asked, session })), speaker: resident.id };
  return {
    outcome: { kind: 'hello-you' },
    voice: voiceAt(place, resident, true),
    asks: { kind: 'what-would-you-like' },
    speaker: resident.id,
  };
};

const itsMe =
  (needs: SkillNeeds, featureFor: FeatureFor): Answer =>
  async (asked) => {
    const place = await placeOf(needs, asked);
    if (!isPaired(place)) return helpToPair(needs, place);
    const here = await hereAt(needs, place);
    if (here.length === 0) return switchedOff(place);
    const called = here.filter((one) => isCalled(asked.slots.firstName?.value ?? '', one));
    const resident = called.length === 1 ? called[0] : undefined;
    if (resident === undefined)
      return isAnotherQuestion(asked.session.asks) ? repair(needs)(asked) : notKnown(needs, place);
    return greeted(featureFor, place, resident);
  };

/** "It's Mary." */
export const saysName = (needs: SkillNeeds, featureFor: FeatureFor): Feature =>
  forIntents('its-me', ['ItsMeIntent'], itsMe(needs, featureFor));
