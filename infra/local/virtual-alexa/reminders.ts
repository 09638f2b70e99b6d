import { DAY, type Instant } from '../../../lambda/core/kernel/clock.ts';
import type { EchoReminder } from './alexa-state.ts';
import { type SkillSide, tellSkill } from './ask-skill.ts';
import { nextRing } from './reminder-trigger.ts';
import { alexaIds, type VirtualEcho } from './virtual-echo.ts';
import type { World } from './world.ts';

/** A reminder that is over is listed for three days (Amazon, "Alexa Reminders Overview"). */
const LISTED_AFTER = 3 * DAY;

export type OnEcho = { readonly echoId: string; readonly reminder: EchoReminder };

/** Whose device this is, in the account's present enablement. */
export const echoOfDevice = (world: World, accountId: string, deviceId: string): VirtualEcho | undefined =>
  world.known
    .ofAccount(accountId)
    .find((echo) => alexaIds(world.skillId, echo, world.account(accountId).enablement).deviceId === deviceId);

/** The skill's reminders on every Echo of an account: those that ring, and those that were over in the last three days. */
export const remindersOf = (world: World, accountId: string): readonly OnEcho[] =>
  world.known.ofAccount(accountId).flatMap(({ echoId }) =>
    world
      .echo(echoId)
      .reminders.filter(({ completedAt }) => completedAt === undefined || completedAt + LISTED_AFTER > world.clock())
      .map((reminder) => ({ echoId, reminder })),
  );

const change = (world: World, echoId: string, after: EchoReminder): void =>
  world.changeEcho(echoId, (before) => ({
    ...before,
    reminders: before.reminders.map((one) => (one.alertToken === after.alertToken ? after : one)),
  }));

const ring = async (side: SkillSide, accountId: string, echoId: string, reminder: EchoReminder): Promise<void> => {
  const { world } = side;
  const { alertToken, ringsAt } = reminder;
  const now = world.clock();
  const next = nextRing(reminder.trigger, ringsAt ?? now);
  const after: EchoReminder =
    next === null
      ? { ...reminder, ringsAt: null, status: 'COMPLETED', completedAt: now }
      : { ...reminder, ringsAt: next };
  change(world, echoId, after);
  world.happens(echoId, { kind: 'reminder', spoken: `Here's your reminder. ${reminder.text}` });
  await tellSkill(side, accountId, { type: 'Reminders.ReminderStarted', body: { status: 'ON', alertToken } });
  if (next === null)
    await tellSkill(side, accountId, {
      type: 'Reminders.ReminderStatusChanged',
      body: { status: 'COMPLETED', alertToken },
    });
};

/** How late a reminder may ring after the machine was off: later than that it is passed over. */
const RINGS_LATE = 60_000;

const passOver = (reminder: EchoReminder, now: Instant): EchoReminder => {
  const next = nextRing(reminder.trigger, now - RINGS_LATE);
  return next === null
    ? { ...reminder, ringsAt: null, status: 'COMPLETED', completedAt: now }
    : { ...reminder, ringsAt: next };
};

/** Rings what is due on every Echo whose account has the skill; each is heard, and the skill gets `Reminders.ReminderStarted`. */
export const ringReminders = async (side: SkillSide): Promise<void> => {
  const { world } = side;
  for (const [accountId, { enabled }] of world.accounts()) {
    if (!enabled) continue;
    for (const { echoId, reminder } of remindersOf(world, accountId)) {
      const now = world.clock();
      const isLate = reminder.ringsAt !== null && reminder.ringsAt < now - RINGS_LATE;
      const current = isLate ? passOver(reminder, now) : reminder;
      if (isLate) change(world, echoId, current);
      if (current.ringsAt !== null && current.ringsAt <= now) await ring(side, accountId, echoId, current);
    }
  }
};

const movedRule = (rule: string, hour: string, minute: string): string =>
  rule.replace(/BYHOUR=\d+/, `BYHOUR=${Number(hour)}`).replace(/BYMINUTE=\d+/, `BYMINUTE=${Number(minute)}`);

/** As somebody does in the Alexa app: the reminder rings at another time of day, `HH:MM`, and the skill is told by an event that does not say so. */
export const moveReminder = async (
  side: SkillSide,
  echo: VirtualEcho,
  alertToken: string,
  time: string,
): Promise<void> => {
  const { world } = side;
  const found = world.echo(echo.echoId).reminders.find((one) => one.alertToken === alertToken);
  if (found === undefined || found.status !== 'ON') return;
  const [hour = '', minute = ''] = time.split(':');
  const { scheduledTime, recurrence } = found.trigger;
  const trigger = {
    ...found.trigger,
    ...(scheduledTime === undefined ? {} : { scheduledTime: `${scheduledTime.slice(0, 11)}${time}:00.000` }),
    ...(recurrence === undefined
      ? {}
      : {
          recurrence: {
            ...recurrence,
            recurrenceRules: recurrence.recurrenceRules.map((rule) => movedRule(rule, hour, minute)),
          },
        }),
  };
  change(world, echo.echoId, {
    ...found,
    trigger,
    ringsAt: nextRing(trigger, world.clock()),
    version: found.version + 1,
  });
  await tellSkill(side, echo.accountId, { type: 'Reminders.ReminderUpdated', body: { status: 'ON', alertToken } });
};

/** As somebody does in the Alexa app, or by voice to Alexa herself: the reminder is gone, and the skill is told by an event. */
export const removeReminder = async (side: SkillSide, echo: VirtualEcho, alertToken: string): Promise<void> => {
  const { world } = side;
  const before = world.echo(echo.echoId).reminders;
  if (!before.some((one) => one.alertToken === alertToken)) return;
  world.changeEcho(echo.echoId, (state) => ({
    ...state,
    reminders: state.reminders.filter((one) => one.alertToken !== alertToken),
  }));
  await tellSkill(side, echo.accountId, { type: 'Reminders.ReminderDeleted', body: { alertTokens: [alertToken] } });
};
