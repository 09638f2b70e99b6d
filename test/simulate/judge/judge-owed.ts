import { type Instant, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { addDays, dateOf, instantOf, localDateTime } from '../../../lambda/core/kernel/uk-time.ts';
import type { Reminder } from '../../../lambda/core/reminders/reminder.ts';
import type { Recurrence } from '../../../lambda/core/timetable/recurrence.ts';
import { last, nameOf, standingAt, standingIn, type Timeline, type World } from '../people/world.ts';
import { clockWords } from '../report/words.ts';

/** A Reminder that stood this long around its time, unchanged, owed it. */
const AROUND = 32 * MINUTE;

const localsOf = (recurrence: Recurrence, from: Instant, to: Instant): readonly string[] => {
  if (recurrence.kind === 'once') return [recurrence.at];
  if (recurrence.kind !== 'daily') throw new Error('no Reminder of a run has such a rule');
  const locals: string[] = [];
  for (let day = dateOf(localDateTime(from)); day <= dateOf(localDateTime(to)); day = addDays(day, 1))
    if (day >= recurrence.from) locals.push(`${day}T${recurrence.time}`);
  return locals;
};

/** Whether a person's last word on it before an instant left this occurrence to come. */
const waitedFor = (timeline: Timeline<Reminder>, local: string, at: Instant): boolean => {
  const standing = standingAt(timeline, at);
  const act = timeline.find(({ value }) => value.lastAct.number === standing?.lastAct.number);
  return act !== undefined && act.at < at && act.value.next !== undefined && act.value.next.local <= local;
};

/** Every occurrence that a Reminder owed has its Delivery. */
const judgeReminder = (world: World, timeline: Timeline<Reminder>, begin: Instant, end: Instant): void => {
  const rules = new Set(timeline.map(({ value }) => JSON.stringify(value.recurrence)));
  for (const text of rules) {
    const recurrence: Recurrence = JSON.parse(text);
    for (const local of localsOf(recurrence, begin, end)) {
      const at = instantOf(local);
      if (at < begin || at + AROUND > end) continue;
      const standing = standingIn(timeline, at, at + AROUND);
      const isSteady = standing.every(({ state, recurrence: rule }) => state === 'on' && JSON.stringify(rule) === text);
      if (standing.length === 0 || !isSteady || !waitedFor(timeline, local, at)) continue;
      const { residentId, id } = last(timeline);
      const name = nameOf({ residentId, id: `${local}#R#${id}` });
      const wasThere = standingIn(world.residents.get(residentId), begin, at + AROUND);
      if (wasThere.some(({ presence }) => presence.kind === 'ended')) continue;
      if (!world.deliveries.has(name))
        world.breaks('silently lost', `${name} was owed ${clockWords(at)} and never made`);
    }
  }
};

/** Nothing of a Reminder waits without standing in the index. */
export const judgeOwed = (world: World, begin: Instant, end: Instant): void => {
  for (const timeline of world.reminders.values()) {
    judgeReminder(world, timeline, begin, end);
    const { id, state, next } = last(timeline);
    if (state === 'on' && next !== undefined && next.at < end)
      world.breaks('stuck', `the Reminder ${id} waits for ${next.local}, which has passed`);
  }
};
