import * as v from 'valibot';
import type { Clock } from '../../core/kernel/clock.ts';
import { UK_ZONE } from '../../core/kernel/uk-offset.ts';
import { localDateTime } from '../../core/kernel/uk-time.ts';
import type { HeldReminder, ManagedReminders, NotHeld } from '../../core/reminders/managed-reminders.ts';
import type { Posted } from '../amazon/call-amazon.ts';
import { endpointIdOf, type OpenIds } from './endpoint-id-of.ts';
import type { PropertiesCall } from './properties-call.ts';

export type ManagedRemindersNeeds = {
  readonly call: PropertiesCall;
  readonly openIds: OpenIds;
  readonly clock: Clock;
};

const PATH = '/v2/alerts/reminders';

const placed = v.object({
  successResults: v.optional(v.array(v.object({ reminderId: v.string() }))),
  errorResults: v.optional(v.array(v.object({ error: v.optional(v.object({ code: v.optional(v.string()) })) }))),
});

const held = v.object({
  reminderId: v.string(),
  reminder: v.object({
    alertInfo: v.object({ spokenInfo: v.object({ content: v.array(v.object({ text: v.optional(v.string()) })) }) }),
  }),
});

const page = v.object({
  results: v.array(held),
  paginationContext: v.optional(v.object({ nextToken: v.nullish(v.string()) })),
});

/** Alexa wants seconds and milliseconds, no offset, and an hour of two digits. */
const moment = (at: string): string => `${at.slice(0, 16)}:00.000`;

/** Where a rule stands, `scheduledTime` would be ignored (Amazon, "Alexa Reminders API Reference"): the rule carries the hour. */
const triggerOf = ({ at, rules, until }: HeldReminder) => ({
  type: 'SCHEDULED_ABSOLUTE',
  timeZoneId: UK_ZONE,
  ...(rules === undefined
    ? { scheduledTime: moment(at) }
    : {
        recurrence: {
          startDateTime: moment(at),
          ...(until === undefined ? {} : { endDateTime: moment(until) }),
          recurrenceRules: rules,
        },
      }),
});

const bodyOf = (reminder: HeldReminder, now: number) => ({
  requestTime: moment(localDateTime(now)),
  reminder: {
    trigger: triggerOf(reminder),
    alertInfo: { spokenInfo: { content: [{ locale: 'en-GB', text: reminder.text }] } },
  },
});

const recipient = (id: string) => ({ type: 'Endpoint', id });

const UNREADABLE: NotHeld = { kind: 'unreachable', reason: 'ids-unreadable' };

/** What an answer without success means. Whether a call without an answer took effect is not known. */
const notHeld = (posted: Posted): NotHeld => {
  if (posted.kind === 'no-token') return { kind: 'refused', reason: 'no-token' };
  if (posted.kind === 'no-answer') return { kind: 'unknown', reason: 'no-answer' };
  if (posted.status === 429) return { kind: 'refused', reason: 'too-many-calls' };
  if (posted.status >= 500) return { kind: 'unknown', reason: 'alexa-error' };
  if (posted.status === 401) return { kind: 'refused', reason: 'token-refused' };
  return { kind: 'unreachable', reason: posted.status === 403 ? 'no-permission' : 'not-valid' };
};

const REASONS: Readonly<Record<string, string>> = {
  MAX_REMINDERS_EXCEEDED: 'too-many-reminders',
  TRIGGER_SCHEDULED_TIME_IN_PAST: 'time-has-passed',
};

const isGood = (posted: Posted): posted is Posted & { readonly kind: 'answered' } =>
  posted.kind === 'answered' && posted.status >= 200 && posted.status < 300;

const isGone = (posted: Posted): boolean => posted.kind === 'answered' && posted.status === 404;

/** So many pages of a list at most: an Echo holds 250. */
const MOST_PAGES = 20;

/** The Reminders API v2 of Alexa Smart Properties. */
export const managedReminders = ({ call, openIds, clock }: ManagedRemindersNeeds): ManagedReminders => {
  const one = (id: string): string => `${PATH}/${encodeURIComponent(id)}`;
  const place: ManagedReminders['place'] = async (echo, reminder) => {
    const id = endpointIdOf(openIds, echo);
    if (id === undefined) return UNREADABLE;
    const posted = await call('POST', PATH, { recipients: [recipient(id)], ...bodyOf(reminder, clock()) });
    if (!isGood(posted)) return notHeld(posted);
    const read = v.safeParse(placed, posted.body);
    if (!read.success) return { kind: 'unknown', reason: 'unreadable-answer' };
    const [success] = read.output.successResults ?? [];
    if (success !== undefined) return { kind: 'placed', id: success.reminderId };
    const code = read.output.errorResults?.[0]?.error?.code ?? '';
    return { kind: 'unreachable', reason: REASONS[code] ?? 'echo-not-found' };
  };
  const change: ManagedReminders['change'] = async (echo, reminderId, reminder) => {
    const id = endpointIdOf(openIds, echo);
    if (id === undefined) return UNREADABLE;
    // One `recipient` here, and `recipients` where it is made: both are Amazon's.
    const posted = await call('PUT', one(reminderId), { recipient: recipient(id), ...bodyOf(reminder, clock()) });
    if (isGone(posted)) return { kind: 'gone' };
    return isGood(posted) ? { kind: 'changed' } : notHeld(posted);
  };
  const remove: ManagedReminders['remove'] = async (reminderId) => {
    const posted = await call('DELETE', one(reminderId));
    return isGood(posted) || isGone(posted) ? { kind: 'removed' } : notHeld(posted);
  };
  const list: ManagedReminders['list'] = async (echo) => {
    const id = endpointIdOf(openIds, echo);
    if (id === undefined) return UNREADABLE;
    const query = new URLSearchParams({ 'recipient.type': 'Endpoint', 'recipient.id': id, owner: '~caller' });
    const found: { readonly id: string; readonly text: string }[] = [];
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const posted = await call('GET', `${PATH}?${query}`);
      if (!isGood(posted)) return notHeld(posted);
      const read = v.safeParse(page, posted.body);
      if (!read.success) return { kind: 'unknown', reason: 'unreadable-answer' };
      for (const { reminderId, reminder } of read.output.results)
        found.push({ id: reminderId, text: reminder.alertInfo.spokenInfo.content[0]?.text ?? '' });
      const next = read.output.paginationContext?.nextToken;
      if (next === undefined || next === null) return { kind: 'listed', reminders: found };
      query.set('nextToken', next);
    }
    return { kind: 'unknown', reason: 'unreadable-answer' };
  };
  return { place, change, remove, list };
};
