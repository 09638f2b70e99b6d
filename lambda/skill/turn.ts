import { identifySpeaker } from '../core/pairing/identify-speaker.ts';
import { type Resident, standingOf } from '../core/people/resident.ts';
import type { ResidentPage } from '../core/reminders/resident-page.ts';
import type { Voice } from '../render/voice.ts';
import { askWho, resumeOf } from './ask-who.ts';
import type { Asked } from './asked.ts';
import { helpToPair, isOff, switchedOff, whileAway } from './declined.ts';
import type { Answer, Reply } from './feature.ts';
import type { TurnNeeds } from './needs.ts';
import { nextPlacing } from './next-placing.ts';
import { isPaired, type PairedPlace, type Place, placeOf, strangersVoice, voiceAt } from './place.ts';

/** A turn at a paired Echo with somebody listening; who it is may be open. */
export type ListenerTurn = PairedPlace & { readonly voice: Voice };

/** A turn with a Resident who is known to be speaking. */
export type PersonTurn = ListenerTurn & { readonly resident: Resident };

/** A turn with everything that is known of the Resident. */
export type PageTurn = PersonTurn & { readonly page: ResidentPage };

const residentsAt = ({
  echo,
  asked,
}: PairedPlace): { readonly residentId: string; readonly others: readonly string[] } => {
  const speaker = identifySpeaker(echo, asked.session.speaker);
  return speaker.kind === 'speaker' ? speaker : { residentId: '', others: [] };
};

/** Whether somebody must say who is speaking before anything private is said: several live here, and nobody has said so yet. */
const isSpeakerOpen = (place: PairedPlace): boolean => {
  const { residentId, others } = residentsAt(place);
  return others.length > 0 && place.asked.session.speaker !== residentId;
};

/** The Home whose Echo heard it: a sign of life, unless the service is off there. */
const heardAt = ({ echo }: PairedPlace, reply: Reply): Reply => ({ ...reply, homeId: echo.homeId });

type Private<T> = {
  readonly read: (needs: TurnNeeds, residentId: string, place: PairedPlace) => Promise<T | undefined>;
  readonly residentOf: (read: T) => Resident;
  /** Whether it may be answered while the Resident is away. */
  readonly evenAway?: true;
};

const privately =
  <T>(
    needs: TurnNeeds,
    { read, residentOf, evenAway }: Private<T>,
    answer: (turn: PersonTurn, read: T) => Promise<Reply>,
  ): Answer =>
  async (asked: Asked) => {
    const place = await placeOf(needs, asked);
    if (!isPaired(place)) return helpToPair(needs, place);
    const { residentId, others } = residentsAt(place);
    if (isSpeakerOpen(place))
      return (await askWho(needs, place, [residentId, ...others], resumeOf(asked))) ?? switchedOff(place);
    const found = await read(needs, residentId, place);
    if (found === undefined) return switchedOff(place);
    const resident = residentOf(found);
    const standing = standingOf(resident);
    if (isOff(standing)) return switchedOff(place);
    const voice = voiceAt(place, resident, true);
    if (standing === 'away' && evenAway === undefined) return heardAt(place, whileAway(voice));
    return heardAt(place, { known: resident, ...(await answer({ ...place, resident, voice }, found)) });
  };

/** Answers something private with everything known of the Resident, read in the second wave. Nothing is said of whoever is away. */
export const withPage = (needs: TurnNeeds, answer: (turn: PageTurn) => Promise<Reply>): Answer =>
  privately<ResidentPage>(
    needs,
    {
      read: ({ council, readPage }, residentId, { today }) => readPage(council, residentId, today),
      residentOf: ({ resident }) => resident,
    },
    async (turn, page) => {
      const reply = await answer({ ...turn, page });
      return 'placing' in reply ? reply : { ...reply, placing: nextPlacing(needs, { ...turn, page }, page) };
    },
  );

/** Answers something private that needs the person only: one read instead of three. */
export const withPerson = (
  needs: TurnNeeds,
  answer: (turn: PersonTurn) => Promise<Reply>,
  evenAway?: 'even-away',
): Answer =>
  privately<Resident>(
    needs,
    {
      read: ({ council, readResident }, residentId) => readResident(council, residentId),
      residentOf: (resident) => resident,
      ...(evenAway === undefined ? {} : { evenAway: true as const }),
    },
    answer,
  );

/** Who listens, when it does not matter who: the first Resident's way of being spoken to, and a name only if it is known. */
const listenerOf = (place: PairedPlace, resident: Resident | undefined): ListenerTurn | undefined => {
  const { others } = residentsAt(place);
  if (resident === undefined || isOff(standingOf(resident))) {
    if (others.length === 0) return undefined;
    return { ...place, voice: strangersVoice(place) };
  }
  const isKnown = !isSpeakerOpen(place) && standingOf(resident) === 'may-be-told';
  return { ...place, voice: voiceAt(place, resident, isKnown) };
};

/**
 * Answers something that is not private: one read for how to speak, and whatever else is read at the same time. Where the
 * service is off for whoever lives here, that is said and nothing else.
 */
export const withListener =
  <T>(
    needs: TurnNeeds,
    also: (asked: Asked, place: PairedPlace) => Promise<T>,
    answer: (turn: ListenerTurn, read: T) => Promise<Reply>,
  ): Answer =>
  async (asked) => {
    const place = await placeOf(needs, asked);
    if (!isPaired(place)) return helpToPair(needs, place);
    const { residentId } = residentsAt(place);
    const [resident, read] = await Promise.all([needs.readResident(needs.council, residentId), also(asked, place)]);
    const turn = listenerOf(place, resident);
    return turn === undefined ? switchedOff(place) : heardAt(place, await answer(turn, read));
  };

/** `withListener` without another read. */
export const withVoice = (needs: TurnNeeds, answer: (turn: ListenerTurn) => Promise<Reply>): Answer =>
  withListener(
    needs,
    async () => undefined,
    (turn) => answer(turn),
  );

/** Answers whoever is there, at a paired Echo or not, and stands open even where the service is off: for endings and fixed words. */
export const withAnybody =
  (needs: TurnNeeds, answer: (place: Place, voice: Voice) => Promise<Reply>): Answer =>
  async (asked) => {
    const place = await placeOf(needs, asked);
    if (!isPaired(place)) return answer(place, strangersVoice(place));
    const { residentId } = residentsAt(place);
    const turn = listenerOf(place, await needs.readResident(needs.council, residentId));
    const reply = await answer(place, turn?.voice ?? strangersVoice(place));
    return turn === undefined ? reply : heardAt(place, reply);
  };
