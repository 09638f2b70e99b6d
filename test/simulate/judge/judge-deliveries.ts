import { isDeepStrictEqual } from 'node:util';
import type { Delivery } from '../../../lambda/core/delivery/delivery.ts';
import { inboxOf } from '../../../lambda/core/delivery/inbox.ts';
import { type Instant, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import type { County } from '../people/county.ts';
import { last, standingAt, standingIn, type Timeline, type World } from '../people/world.ts';
import { clockWords } from '../report/words.ts';
import { includesOccurrence, isClosedState, isOpen, isQuietFor, mayBeTold, mayFollow, tellableUntil } from './rules.ts';

/** In calm, whatever can be told is told within this long: a claim that was left behind, and looks that were set back. */
const TOLD_WITHIN = 20 * MINUTE;

const judgeLife = (world: World, name: string, timeline: Timeline<Delivery>): void => {
  let before: Delivery | undefined;
  for (const { at, value: after } of timeline) {
    if (before !== undefined) {
      if (!mayFollow(before.state, after.state))
        world.breaks('a state fell', `${clockWords(at)} ${name}: ${before.state} → ${after.state}`);
      const kept = isDeepStrictEqual(after.attempts.slice(0, before.attempts.length), before.attempts);
      if (!kept) world.breaks('a state fell', `${clockWords(at)} ${name}: an attempt was forgotten`);
    }
    before = after;
  }
};

/** Whether nothing at home kept it from being told from an instant on, for long enough. */
const couldBeTold = (world: World, county: County, delivery: Delivery, from: Instant): boolean => {
  const to = from + TOLD_WITHIN;
  if (to > tellableUntil(delivery)) return false;
  const { source, residentId } = delivery;
  const residents = standingIn(world.residents.get(residentId), from, to);
  if (!residents.every(mayBeTold)) return false;
  if (residents.some((one) => isQuietFor(delivery, one, from) || isQuietFor(delivery, one, to))) return false;
  if (source.kind === 'alert' && residents.some(({ isPractice }) => isPractice !== (source.mode === 'practice')))
    return false;
  if (
    source.kind === 'reminder' &&
    residents.some(({ presence }) => presence.kind === 'home' && presence.cameHomeAt !== undefined)
  )
    return false;
  const home = county.homes.get(residentId) ?? '';
  const homes = standingIn(world.homes.get(home), delivery.dueAt, to);
  return county.echos.some(
    ({ homeId, hash }) =>
      homeId === home &&
      // An Echo that is paired while something waits finds it in its inbox only.
      homes.every(({ echos }) => echos.includes(hash)) &&
      standingIn(world.echos.get(hash), delivery.dueAt, to).every(({ state }) => state === 'paired'),
  );
};

const stoodUntil = (world: World, { source }: Delivery, to: Instant): boolean => {
  if (source.kind === 'reminder') {
    const timeline = world.reminders.get(source.reminderId) ?? [];
    return timeline.every(({ at, value }) => at > to || includesOccurrence(value, source.occurrence));
  }
  if (source.kind !== 'alert') return true;
  const timeline = world.alerts.get(source.alertId) ?? [];
  const words = new Set(timeline.map(({ value }) => value.content.words.text));
  const ended = timeline.find(({ value }) => value.state === 'stopped' || value.state === 'expired');
  return words.size === 1 && (ended === undefined || ended.at > to);
};

const isWorthTelling = (timeline: Timeline<Delivery>): boolean =>
  timeline.every(
    ({ value }) => value.acknowledged === undefined && value.state !== 'shown' && value.state !== 'spoken',
  );

const judgeEnd = (
  world: World,
  county: County,
  name: string,
  timeline: Timeline<Delivery>,
  calmFrom: Instant,
): void => {
  const delivery = last(timeline);
  const { state, reason, attempts, lookAt, claim } = delivery;
  if (isOpen(state)) world.breaks('stuck', `${name} is still ${state} after its expiry`);
  if (lookAt !== undefined)
    world.breaks('stuck', `${name} (${state}) still asks to be looked at ${clockWords(lookAt)}`);
  if (claim !== undefined && !isOpen(state) && lookAt === undefined)
    world.breaks('stuck', `${name} (${state}) keeps a claim for ever`);
  const heard = world.tellings.filter((one) => one.delivery === name && one.came !== 'nothing');
  if (isClosedState(state) && reason === undefined)
    world.breaks('silently lost', `${name} is ${state} and does not say why`);
  const isSaidToBeSent = attempts.some(
    ({ came, channel }) => came === 'sent' && channel !== 'carer-page' && channel !== 'desk',
  );
  if (isSaidToBeSent && heard.length === 0)
    world.breaks('words without evidence', `${name} says it was sent; no Echo did anything`);
  if (state === 'missed' || state === 'unreachable' || state === 'uncertain') {
    const moment = delivery.expiresAt - 1;
    const { reminders, messages } = inboxOf([delivery], moment);
    const isStopped = delivery.stoppedAt !== undefined;
    if (!isStopped && reminders.length + messages.length === 0)
      world.breaks('silently lost', `${name} is ${state} and not in the inbox`);
  }
  const from = Math.max(calmFrom, delivery.dueAt);
  const isOpenThen = isOpen(standingAt(timeline, from)?.state ?? 'waiting');
  const isUntold = isOpenThen && heard.length === 0 && attempts.length === 0;
  const isLost = isUntold && isWorthTelling(timeline) && couldBeTold(world, county, delivery, from);
  if (isLost && state !== 'failed' && stoodUntil(world, delivery, from + TOLD_WITHIN))
    world.breaks(
      'silently lost',
      `${name} is ${state} (${reason ?? 'no reason'}); nothing kept it from being told in time`,
    );
};

/** Judges each Delivery: its life, its end, and whether it was told when it could be. */
export const judgeDeliveries = (world: World, county: County, calmFrom: Instant, end: Instant): void => {
  const seen = new Map<string, string>();
  for (const [name, timeline] of world.deliveries) {
    judgeLife(world, name, timeline);
    const delivery = last(timeline);
    const { source, residentId } = delivery;
    const owed =
      source.kind === 'alert'
        ? source.alertId
        : source.kind === 'reminder'
          ? `${source.reminderId} ${source.occurrence}`
          : '';
    const other = seen.get(`${residentId} ${owed}`);
    if (owed !== '' && other !== undefined) world.breaks('made twice', `${name} and ${other} are the same thing`);
    seen.set(`${residentId} ${owed}`, name);
    // A rule may be due again after the end of the run.
    if (delivery.expiresAt < end) judgeEnd(world, county, name, timeline, calmFrom);
  }
};
