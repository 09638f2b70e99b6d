import type { Delivery } from '../../../lambda/core/delivery/delivery.ts';
import { type Instant, MINUTE, SECOND } from '../../../lambda/core/kernel/clock.ts';
import { last, standingAt, standingIn, type Telling, type World } from '../people/world.ts';
import { clockWords } from '../report/words.ts';
import {
  CHECK_HOLDS,
  HOLDS_ON_UNKNOWN,
  includesOccurrence,
  isQuietFor,
  isSeenTo,
  mayBeTold,
  SKEW,
  SWITCH_HOLDS,
  tellableUntil,
} from './rules.ts';

/** The same telling twice at an Echo: each pair of what must not be said again, with how often it may. */
const TELLINGS_IN_ALL = 6;
const TRIES_OF_ONE = 2;

/** Nothing is called that a switch holds back, from a moment after it was turned until it is turned again. */
const judgeSwitch = (world: World, { at }: Telling, { handling }: Delivery, where: string): void => {
  const from = at - CHECK_HOLDS - SWITCH_HOLDS;
  if (standingAt(world.switched, from) === undefined) return;
  const holds = (paused: string) => paused === 'everything' || (paused === 'routine' && handling !== 'urgent');
  if (standingIn(world.switched, from, at).every(({ paused }) => holds(paused)))
    world.breaks('call too late after a stop', `${where}: sending is held back`);
};

const judgeOne = (
  world: World,
  telling: Telling,
  delivery: Delivery,
  words: ReadonlyMap<string, readonly string[]>,
): void => {
  const { at, echo, speech, channel } = telling;
  const where = `${clockWords(at)} ${telling.by} for ${telling.delivery} at ${echo.hash}`;
  const from = at - CHECK_HOLDS;
  if (at < delivery.dueAt - SKEW) world.breaks('told too early', `${where}: it is due ${clockWords(delivery.dueAt)}`);
  judgeSwitch(world, telling, delivery, where);
  const until = tellableUntil(delivery);
  if (at > until + SKEW + CHECK_HOLDS)
    world.breaks('told too late', `${where}: it was to be told until ${clockWords(until)}`);

  const residents = standingIn(world.residents.get(delivery.residentId), from, at);
  if (!residents.some(mayBeTold)) world.breaks('told to somebody who may not be told', where);
  const isQuiet = (moment: Instant) => residents.every((resident) => isQuietFor(delivery, resident, moment));
  if (isQuiet(from - SKEW) && isQuiet(at + SKEW)) world.breaks('told in quiet hours', where);
  const echos = standingIn(world.echos.get(echo.hash), from, at);
  const isTheirs = echos.some(
    ({ state, residents: here, linkVersion }) =>
      state === 'paired' && here.includes(delivery.residentId) && linkVersion === echo.linkVersion,
  );
  if (!isTheirs) world.breaks('told to an Echo that is not theirs', where);

  const before = standingIn(world.deliveries.get(telling.delivery), from, at);
  if (before.every(({ state }) => state === 'acknowledged')) world.breaks('told after an answer', where);

  const { source } = delivery;
  if (source.kind === 'reminder') {
    const reminders = standingIn(world.reminders.get(source.reminderId), from, at);
    if (!reminders.some((reminder) => includesOccurrence(reminder, source.occurrence)))
      world.breaks('call too late after a stop', `${where}: the Reminder does not want it any more`);
    if (!reminders.some((reminder) => residents.some((resident) => isSeenTo(reminder, resident))))
      world.breaks('told to somebody who may not be told', `${where}: nobody has confirmed it since they came home`);
  }
  if (source.kind !== 'alert') return;
  const timeline = world.alerts.get(source.alertId);
  const alerts = standingIn(timeline, from, at);
  const isOut = (state: string) => state === 'releasing' || state === 'released';
  if (!alerts.some(({ state }) => isOut(state))) {
    const stop = timeline?.find(({ value }) => value.state === 'stopped');
    const late = stop === undefined ? 0 : at - stop.at;
    world.breaks('call too late after a stop', `${where}: ${Math.round(late / SECOND)} s after it`);
    if (late > MINUTE) world.breaks('call over 60 s after a stop', `${where}: ${Math.round(late / SECOND)} s after it`);
  }
  const approved = words.get(source.alertId) ?? [];
  const isHidden = speech.startsWith('There is a message');
  if (channel === 'smart-properties' && !isHidden && !approved.some((text) => speech.includes(text)))
    world.breaks('told what was not approved', `${where}: "${speech}"`);
  const isPractice = source.mode === 'practice';
  if (!residents.some((resident) => resident.isPractice === isPractice))
    world.breaks('practice to a real person', where);
};

const countedBy = (tellings: readonly Telling[], name: (telling: Telling) => string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const telling of tellings) counts.set(name(telling), (counts.get(name(telling)) ?? 0) + 1);
  return counts;
};

const judgeRepeats = (world: World, handlings: ReadonlyMap<string, Delivery>): void => {
  const heard = world.tellings.filter(({ came }) => came === 'spoke' || came === 'chimed');
  const keyed = heard.filter(({ channel }) => channel === 'proactive-events');
  const chimes = countedBy(keyed, ({ delivery, again, echo }) => JSON.stringify([delivery, again, echo.hash]));
  for (const [which, times] of chimes)
    if (times > 1) world.breaks('told twice, channel honours our key', `${which} chimed ${times} times`);
  const isHeld = ({ delivery }: Telling) => HOLDS_ON_UNKNOWN.includes(handlings.get(delivery)?.handling ?? 'urgent');
  const held = countedBy(heard.filter(isHeld), ({ delivery, echo }) => JSON.stringify([delivery, echo.hash]));
  for (const [which, times] of held)
    if (times > 1) world.breaks('told twice, handling holds on unknown', `${which} was told ${times} times`);
  const others = heard.filter((telling) => !isHeld(telling));
  const tries = countedBy(others, ({ delivery, again, echo }) => JSON.stringify([delivery, again, echo.hash]));
  const all = countedBy(others, ({ delivery, echo }) => JSON.stringify([delivery, echo.hash]));
  for (const [which, times] of tries) {
    const [name]: [string] = JSON.parse(which);
    const unknown = handlings.get(name)?.attempts.filter(({ came }) => came === 'unknown').length ?? 0;
    if (times > Math.min(TRIES_OF_ONE, 1 + unknown))
      world.breaks('told twice, handling sends again', `${which} was told ${times} times, ${unknown} ends unknown`);
  }
  for (const [which, times] of all)
    if (times > TELLINGS_IN_ALL)
      world.breaks('told twice, handling sends again', `${which} was told ${times} times in all`);
};

/** The words of each Alert that two Officers agreed on. */
const approvedWords = (world: World): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...world.alerts].map(([id, timeline]) => [
      id,
      timeline
        .filter(({ value }, n) => value.approval !== undefined && timeline[n - 1]?.value.approval === undefined)
        .map(({ value }) => value.content.words.text),
    ]),
  );

/** Judges every call that was started: whether it was still right then, and whether anybody heard anything twice. */
export const judgeTellings = (world: World): void => {
  const deliveries = new Map([...world.deliveries].map(([name, timeline]) => [name, last(timeline)]));
  const words = approvedWords(world);
  for (const telling of world.tellings) {
    const delivery = standingAt(world.deliveries.get(telling.delivery), telling.at) ?? deliveries.get(telling.delivery);
    if (delivery === undefined)
      world.breaks('words without evidence', `a call for ${telling.delivery}, which is not there`);
    else judgeOne(world, telling, delivery, words);
  }
  judgeRepeats(world, deliveries);
};
