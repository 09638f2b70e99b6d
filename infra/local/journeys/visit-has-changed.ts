import { MINUTE } from '../../../lambda/core/kernel/clock.ts';
import {
  addWallMinutes,
  dateOf,
  type LocalDateTime,
  localDate,
  localDateTime,
  timeOf,
} from '../../../lambda/core/kernel/uk-time.ts';
import { shownTime } from '../../../lambda/render/time-words.ts';
import { formsOf, linksOf, type PageLink } from './form-page.ts';
import { cannotGoOn, type Play, type Stage } from './journey.ts';
import { A_MOMENT, echoWords, hearOut, type JourneyNeeds, lastEventOf, nextFromEcho } from './journey-needs.ts';
import { nextAt, type Players, playersOf } from './players.ts';
import type { Seen, Visitor } from './visitor.ts';

const LATER = 30;
const LATEST = '20:30';
const SOONEST = 45 * MINUTE;

type Movable = { readonly href: string; readonly at: LocalDateTime; readonly what: string };

const movableOf = ({ href, text }: PageLink): readonly Movable[] => {
  const [, at] = /\/diary\/([\dT:-]+)\/[^/]+\/move$/.exec(decodeURIComponent(href)) ?? [];
  const [, what = 'a visit'] = /\((.*)\)$/.exec(text) ?? [];
  return at === undefined ? [] : [{ href, at, what }];
};

/** The visits of today that can still be moved by half an hour, the soonest first. */
const movableToday = (page: Seen, now: number): readonly Movable[] =>
  linksOf(page.markup)
    .flatMap(movableOf)
    .filter(({ at }) => dateOf(at) === localDate(now) && at > localDateTime(now + SOONEST) && timeOf(at) <= LATEST)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));

const pageOf = (carer: Visitor, { resident }: Players): Promise<Seen> => carer.get(`/console/residents/${resident.id}`);

/** The visit to move: one of today, or one of tomorrow when none is left. */
const visitToMove = async (
  needs: JourneyNeeds,
  carer: Visitor,
  players: Players,
  { tell }: Stage,
): Promise<Movable> => {
  const [today] = movableToday(await pageOf(carer, players), needs.clock());
  if (today !== undefined) return today;
  tell('No visit of today is left to move. The clock goes on to eight in the morning.');
  await needs.goForward(nextAt('08:00', needs.clock()));
  const [tomorrow] = movableToday(await pageOf(carer, players), needs.clock());
  if (tomorrow === undefined)
    throw cannotGoOn(
      `The console shows ${players.carerName} no visit of ${players.resident.nameToUse} that can be moved.`,
    );
  return tomorrow;
};

const later = (page: Seen, name: string): string => {
  const time = formsOf(page.markup)
    .flatMap(({ fields }) => fields)
    .find((field) => field[0] === name)?.[1];
  return time === undefined || time === '' ? '' : timeOf(addWallMinutes(`2000-01-01T${time.padStart(5, '0')}`, LATER));
};

const move = async (
  carer: Visitor,
  { href, what }: Movable,
  { carerName }: Players,
  { tell }: Stage,
): Promise<void> => {
  const form = await carer.get(href);
  const [from, until] = [later(form, 'from'), later(form, 'until')];
  tell(`${carerName} moves a visit in the console: ${what}. It begins at ${shownTime(from)} now.`);
  const done = await carer.press(form, /^Move/, { from, until });
  if (done.status !== 200 || done.path.endsWith('/move'))
    throw cannotGoOn(`The console did not move it. It says: ${done.text.slice(0, 240)}`);
};

const ask = async (needs: JourneyNeeds, echoId: string, name: string, { tell }: Stage): Promise<void> => {
  tell(`${name} asks: “who’s coming today?”`);
  await needs.newVisitor().say('/echo/say', { echo: echoId, words: "ask bell bird who's coming today" });
  const turn = needs.alexa.view(echoId).recent.findLast(({ happening }) => happening.kind === 'turn')?.happening;
  tell(turn?.kind === 'turn' ? `The Echo answers: “${turn.spoken}”` : 'The Echo does not answer.');
};

/** A Carer moves a Visit in the console; the Echo tells it; the Resident asks who is coming. */
export const visitHasChanged =
  (needs: JourneyNeeds): Play =>
  async (stage) => {
    const { homeId, tell } = stage;
    const players = playersOf(homeId, 'change-diary');
    const { carerId, carerName, resident } = players;
    tell(`${carerName} opens the console and signs in.`);
    const carer = needs.newVisitor();
    await carer.signIn(carerId);
    const visit = await visitToMove(needs, carer, players, stage);
    await needs.wait(A_MOMENT);
    const echoId = needs.echoOf(homeId);
    const before = echoId === undefined ? 0 : lastEventOf(needs, echoId);
    await move(carer, visit, players, stage);
    if (echoId === undefined) tell('There is no Echo here to tell it.');
    else {
      const heard = await nextFromEcho(needs, echoId, before);
      tell(echoWords(heard));
      await hearOut(needs, heard);
      await ask(needs, echoId, resident.nameToUse, stage);
    }
    await carer.press(await pageOf(carer, players), 'Sign out');
    tell(`${carerName} signs out. Ask the Echo yourself, or look at the phone.`);
  };
