import type { ChannelResult } from '../delivery/channel.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { PinnedAlerts } from '../delivery/pinned-alerts.ts';
import type { ShownCard } from '../delivery/show-cards.ts';
import type { Stands } from '../delivery/stands.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { Echo } from '../pairing/echo.ts';
import {
  changeHomeMirror,
  type HomeMirror,
  type HomeMirrorKey,
  type HomeMirrors,
  isAt,
  type Levelled,
  type PinPlace,
  withoutPinPlace,
  withPinPlace,
} from './home-mirror.ts';
import type { HomeSeen } from './home-seen.ts';
import { type Pinnable, type PinStep, pinnableOn, pinStep } from './pin-steps.ts';

/** The words of an Alert on the screen of an Echo: plain text, nothing about a person. Filled by `render`. */
export type PinWords = (card: ShownCard, now: number) => Promise<{ readonly title: string; readonly body: string }>;

export type PinNeeds = {
  readonly homeMirrors: HomeMirrors;
  readonly pinned: PinnedAlerts;
  readonly pinWords: PinWords;
  readonly stands: Stands;
  readonly maySend: (handling: Delivery['handling']) => Promise<boolean>;
  readonly clock: Clock;
  readonly log: Log;
};

const placeOf = (mirror: HomeMirror, { hash: echo, linkVersion: link }: Echo): PinPlace | undefined =>
  mirror.pins.find((place) => isAt(place, { echo, link }));

const save = (needs: PinNeeds, key: HomeMirrorKey, place: PinPlace) =>
  changeHomeMirror(needs.homeMirrors)(key, (mirror) => withPinPlace(mirror, place));

/** What stands there after a call. Only a clear yes says that it stands, or that nothing does. */
const after = (before: PinPlace, result: ChannelResult, done: Pick<PinPlace, 'state' | 'pin'>): PinPlace => {
  const at = { echo: before.echo, link: before.link };
  if (result.kind === 'sent') return { ...at, ...done };
  if (result.kind === 'unreachable' && result.reason === 'no-screen') return { ...at, state: 'no-screen' };
  return { ...before, trouble: result.reason };
};

/** Written before the call: whoever finds it so knows that nobody knows. */
const began = (echo: Echo, pin?: PinPlace['pin']): PinPlace => ({
  echo: echo.hash,
  link: echo.linkVersion,
  state: 'not-known',
  ...(pin === undefined ? {} : { pin }),
});

const ended = async (needs: PinNeeds, key: HomeMirrorKey, place: PinPlace): Promise<Levelled> => {
  await save(needs, key, place);
  if (place.trouble === undefined) return 'equal';
  needs.log('pin.refused', { council: key.council, reason: place.trouble });
  return 'again';
};

const doStep =
  (needs: PinNeeds) =>
  async (key: HomeMirrorKey, echo: Echo, step: PinStep): Promise<Levelled> => {
    switch (step.kind) {
      case 'nothing':
        return 'equal';
      case 'take-down': {
        const place = began(echo);
        await save(needs, key, place);
        return ended(needs, key, after(place, await needs.pinned.unpin(echo), { state: 'empty' }));
      }
      case 'put-up': {
        const { card, alertId, handling, until } = step.what;
        const pin = { alertId, handling, until };
        const place = began(echo, pin);
        const words = await needs.pinWords(card, needs.clock());
        await save(needs, key, place);
        const options = step.replacing ? { replacing: true as const } : undefined;
        const [result] = await needs.pinned.pin([echo], { ...words, handling, until }, options);
        const came = result ?? { kind: 'unknown', reason: 'no-result' };
        return ended(needs, key, after(place, came, { state: 'standing', pin }));
      }
    }
  };

/** The sources are asked again right before the call (promise G6). */
const stillStanding = async (needs: PinNeeds, all: readonly Pinnable[]): Promise<readonly Pinnable[]> => {
  const stands = await Promise.all(all.map(({ card }) => needs.stands(card.delivery)));
  return all.filter((_, n) => stands[n] === true);
};

const levelEcho =
  (needs: PinNeeds) =>
  async (key: HomeMirrorKey, mirror: HomeMirror, seen: HomeSeen, echo: Echo): Promise<Levelled> => {
    const now = needs.clock();
    const wanted = await stillStanding(needs, pinnableOn(echo, seen.residents, now));
    const step = pinStep(placeOf(mirror, echo), wanted, now);
    if (step.kind === 'put-up' && !(await needs.maySend(step.what.handling))) return 'again';
    return doStep(needs)(key, echo, step);
  };

/**
 * An Echo that is no longer this Home's. Where it was only unpaired, what stands there is taken down. Where it was paired anew, only the
 * new pairing may touch it: whoever that is begins by taking down whatever stands there.
 */
const leave =
  (needs: PinNeeds) =>
  async (key: HomeMirrorKey, place: PinPlace, echo: Echo | undefined): Promise<Levelled> => {
    const mayStand = place.pin !== undefined && place.pin.until > needs.clock();
    if (mayStand && echo?.linkVersion === place.link && echo.state === 'unpaired') {
      const came = await needs.pinned.unpin(echo);
      if (came.kind === 'refused' || came.kind === 'unknown')
        return ended(needs, key, { ...place, trouble: came.reason });
    }
    await changeHomeMirror(needs.homeMirrors)(key, (mirror) => withoutPinPlace(mirror, place));
    return 'equal';
  };

/** Makes what is pinned on the managed Echos of one Home equal to what is wanted. Safe to repeat; not to run twice at once. */
export const levelPins =
  (needs: PinNeeds) =>
  async (key: HomeMirrorKey, mirror: HomeMirror, seen: HomeSeen): Promise<Levelled> => {
    const came: Levelled[] = [];
    const ours = seen.echos.filter(({ kind }) => kind === 'managed');
    const isOurs = (place: PinPlace) => ours.some((echo) => placeOf({ ...mirror, pins: [place] }, echo) !== undefined);
    for (const place of mirror.pins.filter((one) => !isOurs(one)))
      came.push(
        await leave(needs)(
          key,
          place,
          seen.others.find(({ hash }) => hash === place.echo),
        ),
      );
    for (const echo of ours) came.push(await levelEcho(needs)(key, mirror, seen, echo));
    return came.includes('again') ? 'again' : 'equal';
  };
