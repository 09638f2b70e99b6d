import type { PinnedAlerts } from '../delivery/pinned-alerts.ts';
import type { Widgets } from '../delivery/widget.ts';
import { type Clock, type Instant, MINUTE } from '../kernel/clock.ts';
import { addDays, atTime, instantOf, localDate } from '../kernel/uk-time.ts';
import { wakeAgainAt } from '../reminders/look-at-mirror.ts';
import { shardOf } from '../timetable/due.ts';
import { changeHomeMirror, type HomeMirror, type HomeMirrorKey, type Levelled } from './home-mirror.ts';
import { type SeeNeeds, seeHome } from './home-seen.ts';
import { levelPins, type PinNeeds } from './level-pins.ts';
import { levelWidgets, type WidgetNeeds } from './level-widgets.ts';

/** How what is kept on the Echos of a Home is changed there. */
export type HomeEchos = { readonly pinned: PinnedAlerts; readonly widgets: Widgets };

type Needs = SeeNeeds & PinNeeds & WidgetNeeds & { readonly clock: Clock };

/** A look that died is taken up by the next one after this: longer than its calls can take. */
const BUSY_FOR = MINUTE;

/** Whoever asks for a look while one is under way is answered by it, so many times; then by the next one. */
const ROUNDS = 3;

const isDue = ({ lookAt, busyUntil }: HomeMirror, now: Instant): boolean =>
  lookAt !== undefined && lookAt <= now && (busyUntil === undefined || busyUntil <= now);

/** What waits for an Echo that is off is asked after as often as this. */
const FOLLOWED_AFTER = 15 * MINUTE;

/** A new day begins for all widgets within this many minutes of midnight, not for all at once. */
const SPREAD = 30;

const newDay = (homeId: string, now: Instant): Instant =>
  instantOf(atTime(addDays(localDate(now), 1), '00:00')) + (1 + shardOf(homeId, SPREAD)) * MINUTE;

/** When what stands there now wants to be looked at although nobody asks. */
const nextLook = ({ homeId, pins, widgets }: HomeMirror, now: Instant): Instant | undefined => {
  const ends = pins.flatMap(({ pin }) => (pin === undefined ? [] : [pin.until]));
  const changes = widgets.flatMap(({ state, shown, queued }) => [
    newDay(homeId, now),
    ...(state === 'standing' && shown !== undefined ? [shown.expiresAt] : []),
    ...(queued === undefined ? [] : [now + FOLLOWED_AFTER]),
  ]);
  const all = [...ends, ...changes];
  return all.length === 0 ? undefined : Math.min(...all);
};

/** A pin that is over has gone by itself. */
const tidied = (mirror: HomeMirror, now: Instant): HomeMirror => ({
  ...mirror,
  pins: mirror.pins.map((place) => {
    const { pin, ...rest } = place;
    if (place.state !== 'standing' || pin === undefined || pin.until > now) return place;
    return { ...rest, state: 'empty' as const };
  }),
});

const settled = ({ lookAt: _lookAt, busyUntil: _busy, ...mirror }: HomeMirror, came: Levelled, now: Instant) => {
  const after = tidied(mirror, now);
  if (came === 'again') return { ...after, looks: mirror.looks + 1, lookAt: wakeAgainAt(mirror.looks, now) };
  const next = nextLook(after, now);
  return { ...after, looks: 0, ...(next === undefined ? {} : { lookAt: next }) };
};

/**
 * A mirror of a Home that asked to be looked at: what stands on its Echos is made equal to what is wanted. The next look is written before,
 * so that one that dies is taken up again; while one is under way no other begins. Rung twice, the second finds nothing to do.
 */
export const lookAtHomeMirror =
  (needs: Needs) =>
  async (key: HomeMirrorKey): Promise<'levelled' | 'not-due'> => {
    const change = changeHomeMirror(needs.homeMirrors);
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = needs.clock();
      const claimed = await change(key, (mirror) =>
        round > 0 || isDue(mirror, began)
          ? { ...mirror, lookAt: began + BUSY_FOR, busyUntil: began + BUSY_FOR }
          : undefined,
      );
      if (claimed.kind === 'unchanged') return 'not-due';
      const { mirror } = claimed;
      const seen = await seeHome(needs)(key, mirror);
      const pins = await levelPins(needs)(key, mirror, seen);
      const widgets = await levelWidgets(needs)(key, mirror, seen);
      const came = pins === 'again' ? pins : widgets;
      const now = needs.clock();
      const over = await change(key, (current) => {
        if (current.touched === mirror.touched) return settled(current, came, now);
        const { busyUntil: _busy, ...rest } = current;
        // Somebody asked meanwhile: it is looked at again, here or by whoever finds it due.
        return { ...rest, lookAt: now };
      });
      if (over.mirror.touched === mirror.touched) return 'levelled';
    }
    return 'levelled';
  };
