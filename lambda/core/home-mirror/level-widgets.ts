import type { Handling } from '../delivery/handling.ts';
import type { WidgetAlert, WidgetResult, Widgets } from '../delivery/widget.ts';
import { type Clock, HOUR, type Instant } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { Echo, SpeakingLevel } from '../pairing/echo.ts';
import type { Council } from '../people/council.ts';
import {
  changeHomeMirror,
  type HomeMirror,
  type HomeMirrorKey,
  type HomeMirrors,
  isAt,
  type Levelled,
  type WidgetPlace,
} from './home-mirror.ts';
import type { HomeSeen } from './home-seen.ts';
import { type NextToShow, nextToShow } from './next-to-show.ts';

/** What comes next in words that anybody in the room may read: no name of who comes, no place, nothing about a person's health. Filled by `render`. */
export type WidgetWords = (
  next: NextToShow,
  level: SpeakingLevel,
  now: Instant,
) => { readonly title: string; readonly body: string };

export type WidgetNeeds = {
  readonly homeMirrors: HomeMirrors;
  readonly widgets: Widgets;
  readonly widgetWords: WidgetWords;
  readonly councilOf: (council: string) => Promise<Pick<Council, 'diaryFreshForMinutes'>>;
  readonly maySend: (handling: Handling) => Promise<boolean>;
  readonly clock: Clock;
  readonly log: Log;
};

/** These come right by themselves, and are tried again; the others say that this Echo will not have it (Amazon, "Data Store REST API Reference"). */
const PASSING = ['CONCURRENCY_ERROR', 'INTERNAL_ERROR', 'PENDING_REQUEST_COUNT_EXCEEDS_LIMIT', 'DEVICE_UNAVAILABLE'];

const placeOf = (mirror: HomeMirror, { hash: echo, linkVersion: link }: Echo): WidgetPlace | undefined =>
  mirror.widgets.find((place) => isAt(place, { echo, link }));

const save = (needs: WidgetNeeds, key: HomeMirrorKey, place: WidgetPlace) =>
  changeHomeMirror(needs.homeMirrors)(key, (mirror) => ({
    ...mirror,
    widgets: [...mirror.widgets.filter((one) => !isAt(one, place)), place],
  }));

const forget = (needs: WidgetNeeds, key: HomeMirrorKey, place: WidgetPlace) =>
  changeHomeMirror(needs.homeMirrors)(key, (mirror) => ({
    ...mirror,
    widgets: mirror.widgets.filter((one) => !isAt(one, place)),
  }));

const isSame = (a: WidgetAlert, b: WidgetAlert): boolean =>
  a.title === b.title && a.body === b.body && a.expiresAt === b.expiresAt;

/** What stands on the Echo Shows of an account after a call: each of them has its own answer, and every one is kept. */
const after = (echo: Echo, shown: WidgetAlert | undefined, result: WidgetResult): WidgetPlace => {
  const at = { echo: echo.hash, link: echo.linkVersion };
  if (result.kind !== 'put') return { ...at, state: 'not-known', troubles: [result.reason] };
  const troubles = [...new Set(result.failed.map(({ reason }) => reason))];
  const isPassing = troubles.some((one) => PASSING.includes(one));
  return {
    ...at,
    state: isPassing ? 'not-known' : shown === undefined ? 'empty' : 'standing',
    ...(shown === undefined ? {} : { shown }),
    took: result.shown,
    ...(result.queued === undefined ? {} : { queued: result.queued }),
    ...(troubles.length === 0 ? {} : { troubles }),
  };
};

const ended = async (needs: WidgetNeeds, key: HomeMirrorKey, place: WidgetPlace): Promise<Levelled> => {
  await save(needs, key, place);
  for (const reason of place.troubles ?? []) needs.log('widget.refused', { council: key.council, reason });
  return place.state === 'not-known' ? 'again' : 'equal';
};

/** Written before the call: whoever finds it so knows that nobody knows. */
const call = async (
  needs: WidgetNeeds,
  key: HomeMirrorKey,
  echo: Echo,
  shown: WidgetAlert | undefined,
): Promise<Levelled> => {
  await save(needs, key, { echo: echo.hash, link: echo.linkVersion, state: 'not-known' });
  const until = needs.clock() + HOUR;
  const result = await (shown === undefined ? needs.widgets.clear(echo, until) : needs.widgets.put(echo, shown));
  return ended(needs, key, after(echo, shown, result));
};

/** What was queued for Echos that were off is followed until none waits any more, or Amazon knows nothing of it. */
const follow = async (
  needs: WidgetNeeds,
  key: HomeMirrorKey,
  place: WidgetPlace,
  queued: string,
): Promise<Levelled> => {
  const came = await needs.widgets.follow(queued);
  const { queued: _queued, waiting: _waiting, ...rest } = place;
  // Amazon forgets a queue an hour after its end.
  if (came.kind === 'unreachable') return ended(needs, key, rest);
  if (came.kind !== 'followed') return 'again';
  const troubles = [...new Set([...(place.troubles ?? []), ...came.failed.map(({ reason }) => reason)])];
  const known = troubles.length === 0 ? rest : { ...rest, troubles };
  await save(needs, key, came.waiting === 0 ? known : { ...known, queued, waiting: came.waiting });
  return 'equal';
};

const levelAccount =
  (needs: WidgetNeeds) =>
  async (key: HomeMirrorKey, mirror: HomeMirror, seen: HomeSeen, echo: Echo): Promise<Levelled> => {
    const now = needs.clock();
    const place = placeOf(mirror, echo);
    const { diaryFreshForMinutes: freshForMinutes } = await needs.councilOf(key.council);
    const next = nextToShow(echo, seen.residents, { now, freshForMinutes });
    if (next === undefined) {
      if (place?.state === 'empty')
        return place.queued === undefined ? 'equal' : follow(needs, key, place, place.queued);
      // What is over hides itself: the document looks at its end.
      const isHidden = place?.state === 'standing' && (place.shown?.expiresAt ?? 0) <= now;
      return isHidden ? ended(needs, key, { ...place, state: 'empty' }) : call(needs, key, echo, undefined);
    }
    const wanted = { ...needs.widgetWords(next, echo.speakingLevel, now), expiresAt: next.until };
    if (place?.state === 'standing' && place.shown !== undefined && isSame(place.shown, wanted))
      return place.queued === undefined ? 'equal' : follow(needs, key, place, place.queued);
    return (await needs.maySend('routine')) ? call(needs, key, echo, wanted) : 'again';
  };

/** An account that is no longer this Home's. Paired anew, only its new Home may touch it, and begins by replacing or clearing what is there. */
const leave =
  (needs: WidgetNeeds) =>
  async (key: HomeMirrorKey, place: WidgetPlace, echo: Echo | undefined): Promise<Levelled> => {
    const now = needs.clock();
    const mayStand = place.state === 'not-known' || (place.shown?.expiresAt ?? 0) > now;
    if (mayStand && echo?.linkVersion === place.link && echo.state === 'unpaired') {
      const came = await needs.widgets.clear(echo, now + HOUR);
      if (came.kind === 'refused' || came.kind === 'unknown')
        return ended(needs, key, { ...place, state: 'not-known', troubles: [came.reason] });
    }
    await forget(needs, key, place);
    return 'equal';
  };

/** One Echo for each account that has the widget: what is put there reaches all of the account. */
const accountsOf = (echos: readonly Echo[]): readonly Echo[] => {
  const withWidget = echos.filter(({ kind, widget }) => kind === 'consumer' && widget?.on === true);
  const first = (echo: Echo) => withWidget.find(({ account }) => account !== undefined && account === echo.account);
  return withWidget.filter((echo) => (first(echo) ?? echo) === echo);
};

/** Makes the widgets of one Home's accounts equal to what is next today. Safe to repeat; not to run twice at once. */
export const levelWidgets =
  (needs: WidgetNeeds) =>
  async (key: HomeMirrorKey, mirror: HomeMirror, seen: HomeSeen): Promise<Levelled> => {
    const came: Levelled[] = [];
    const ours = accountsOf(seen.echos);
    const isOurs = (place: WidgetPlace) =>
      ours.some(({ hash, linkVersion }) => isAt(place, { echo: hash, link: linkVersion }));
    for (const place of mirror.widgets.filter((one) => !isOurs(one)))
      came.push(
        await leave(needs)(
          key,
          place,
          seen.others.find(({ hash }) => hash === place.echo),
        ),
      );
    for (const echo of ours) came.push(await levelAccount(needs)(key, mirror, seen, echo));
    return came.includes('again') ? 'again' : 'equal';
  };
