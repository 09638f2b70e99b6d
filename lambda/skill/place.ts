import type { Instant } from '../core/kernel/clock.ts';
import { type LocalDate, localDate } from '../core/kernel/uk-time.ts';
import type { Echo, EchoIds } from '../core/pairing/echo.ts';
import { levelNow } from '../core/pairing/hush-echo.ts';
import { identifySpeaker } from '../core/pairing/identify-speaker.ts';
import type { Council } from '../core/people/council.ts';
import type { Resident } from '../core/people/resident.ts';
import { defaultSettings } from '../core/people/settings.ts';
import { type Voice, voiceFor } from '../render/voice.ts';
import type { Asked } from './asked.ts';
import type { TurnNeeds } from './needs.ts';

/** Where a request came from: the first wave of reads. `echo` is there only while it is paired. */
export type Place = {
  readonly asked: Asked;
  readonly council: Council;
  readonly now: Instant;
  readonly today: LocalDate;
  readonly echo?: Echo;
};

export type PairedPlace = Place & { readonly echo: Echo };

/** Events name an account only: an Echo that was paired before its account was known is tied to it once. */
const knowAccount = async ({ placing, council }: TurnNeeds, echo: Echo, { userId }: EchoIds): Promise<void> => {
  const account = placing?.hashAccount(userId);
  if (placing === undefined || account === undefined || echo.state !== 'paired' || echo.account === account) return;
  await placing.noteAccount(council, echo.hash, account);
};

/** Reads the Echo and the council in one wave. An Echo without ids, unknown or unpaired is no Echo of ours. */
export const placeOf = async (needs: TurnNeeds, asked: Asked): Promise<Place> => {
  const hash = asked.ids === undefined ? undefined : needs.hashEcho(asked.ids);
  const [echo, council] = await Promise.all([
    hash === undefined ? undefined : needs.readEcho(needs.council, hash),
    needs.councilOf(needs.council),
  ]);
  if (echo !== undefined && asked.ids !== undefined) await knowAccount(needs, echo, asked.ids);
  const now = needs.clock();
  const place = { asked, council, now, today: localDate(now) };
  return echo === undefined || identifySpeaker(echo).kind === 'unpaired' ? place : { ...place, echo };
};

export const isPaired = (place: Place): place is PairedPlace => place.echo !== undefined;

/** From the second time in a row that the same is asked for again, it is said more slowly. */
const isSlower = ({ intent, session }: Asked): boolean => intent === 'AMAZON.RepeatIntent' && session.repeats >= 2;

/** The voice for somebody of whom nothing is known: no name, and nothing aloud. */
export const strangersVoice = ({ asked, council, now }: Place): Voice =>
  voiceFor({ settings: defaultSettings(''), level: 'closed', council, now, slower: isSlower(asked) });

/** The voice for a Resident at this Echo. `isKnown`: it is known that this Resident is speaking, so the name may be used. */
export const voiceAt = ({ asked, echo, council, now }: PairedPlace, resident: Resident, isKnown: boolean): Voice =>
  voiceFor({
    settings: resident.settings,
    ...(isKnown ? { name: resident.settings.nameToUse } : {}),
    level: levelNow(echo, now),
    council,
    now,
    slower: isSlower(asked),
  });
