import type { services } from 'ask-sdk-model';
import * as v from 'valibot';
import { type Clock, SECOND } from '../../core/kernel/clock.ts';
import { UK_ZONE } from '../../core/kernel/uk-offset.ts';
import { localDateTime } from '../../core/kernel/uk-time.ts';
import type {
  EchoAccess,
  EchoRefusal,
  EchoReminders,
  EchoTrouble,
  WantedCopy,
} from '../../core/reminders/echo-reminders.ts';
import type { HeldRule } from '../../core/reminders/held-rule.ts';
import { type AmazonCall, type Called, callAmazon } from '../amazon/call-amazon.ts';
import { readTrigger } from './read-trigger.ts';

type ReminderRequest = services.reminderManagement.ReminderRequest;
type Trigger = services.reminderManagement.Trigger;

/** The resident waits while the skill asks: a call that has not answered by then is given up. */
const WITHIN = 2 * SECOND;

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

const daysPart = (on: Extract<HeldRule, { kind: 'again' }>['on']): string => {
  if (on === 'every-day') return 'FREQ=DAILY;';
  if ('dayOfMonth' in on) return `FREQ=MONTHLY;BYMONTHDAY=${on.dayOfMonth};`;
  return `FREQ=WEEKLY;BYDAY=${on.map((day) => DAYS[day - 1]).join(',')};`;
};

/** Wall time to the millisecond, with neither Z nor offset: with one, Alexa would ring at the wrong hour. */
const wallTime = (local: string): string => `${local.slice(0, 16)}:00.000`;

/**
 * A rule as Alexa takes it. Once there is a recurrence `scheduledTime` is ignored, so the hours stand in the rules, one rule for each
 * time of day (Amazon, "Alexa Reminders API Reference").
 */
const triggerOf = (rule: HeldRule): Trigger => {
  if (rule.kind === 'once')
    return { type: 'SCHEDULED_ABSOLUTE', scheduledTime: wallTime(rule.at), timeZoneId: UK_ZONE };
  const rules = rule.times.map((time) => {
    const [hour, minute] = time.split(':').map(Number);
    return `${daysPart(rule.on)}BYHOUR=${hour};BYMINUTE=${minute};BYSECOND=0;INTERVAL=1;`;
  });
  return {
    type: 'SCHEDULED_ABSOLUTE',
    timeZoneId: UK_ZONE,
    recurrence: {
      startDateTime: `${rule.from}T00:00:00.000`,
      ...(rule.until === undefined ? {} : { endDateTime: `${rule.until}T23:59:59.000` }),
      recurrenceRules: rules,
    },
  };
};

/** The whole object, for creating and for changing alike. `text` always: a body with SSML only is refused. No push to a phone. */
const bodyOf = ({ rule, words }: WantedCopy, now: number): ReminderRequest => ({
  requestTime: wallTime(localDateTime(now)),
  trigger: triggerOf(rule),
  alertInfo: { spokenInfo: { content: [{ locale: 'en-GB', text: words }] } },
  pushNotification: { status: 'DISABLED' },
});

const problem = v.object({ code: v.optional(v.string(), ''), message: v.optional(v.string(), '') });

/** What a refusal means (facts, section 2.7). 401, 403 and 409 are one family: Amazon answers with either. */
const troubleOf = ({ status, body }: { readonly status: number; readonly body: unknown }): EchoTrouble => {
  const read = v.safeParse(problem, body);
  const { code, message } = read.success ? read.output : { code: '', message: '' };
  switch (status) {
    case 400:
      return code === 'TRIGGER_SCHEDULED_TIME_IN_PAST' ? 'time-has-passed' : 'not-valid';
    case 401:
    case 403:
    case 409:
      if (code === 'DEVICE_NOT_SUPPORTED') return 'device-cannot-ring';
      if (code === 'MAX_REMINDERS_EXCEEDED') return 'too-many-on-echo';
      if (message.endsWith('FORBIDDEN')) return 'not-declared';
      return code === 'INVALID_BEARER_TOKEN' ? 'no-token' : 'no-permission';
    default:
      return status === 429 || status >= 500 ? 'try-later' : 'not-valid';
  }
};

const refused = (called: Called): EchoRefusal => ({
  kind: 'refused',
  why: called.kind === 'no-answer' ? 'unknown' : troubleOf(called),
});

const version = v.nullish(v.string());
const made = v.object({ alertToken: v.string(), version });
const changed = v.object({ version });
const list = v.object({
  alerts: v.array(
    v.object({ alertToken: v.string(), status: v.optional(v.string()), version, trigger: v.optional(v.unknown()) }),
  ),
});

const inVersion = (known: string | null | undefined): { readonly version?: string } =>
  known === null || known === undefined ? {} : { version: known };

const PATH = '/v1/alerts/reminders';

const isGood = (called: Called): called is Called & { readonly kind: 'answered' } =>
  called.kind === 'answered' && called.status >= 200 && called.status < 300;

const isGone = (called: Called): boolean => called.kind === 'answered' && called.status === 404;

/**
 * The reminders of the skill on the Echos of one account: Alexa Reminders API, version 1, in the shapes of `ask-sdk-model`. A token is
 * sent to `apiUrl` only, whatever host a request named: users of the United Kingdom are known in Europe alone.
 */
export const alexaReminders = ({
  apiUrl,
  clock,
}: {
  readonly apiUrl: string;
  readonly clock: Clock;
}): EchoReminders => {
  const call = async (
    { apiEndpoint, token }: EchoAccess,
    method: AmazonCall['method'],
    path: string,
    body?: ReminderRequest,
  ): Promise<Called | undefined> => {
    if (token === '' || apiEndpoint !== apiUrl) return undefined;
    return callAmazon({ method, url: `${apiUrl}${PATH}${path}`, body, within: WITHIN }, token);
  };
  const NO_TOKEN: EchoRefusal = { kind: 'refused', why: 'no-token' };
  const named = (token: string) => `/${encodeURIComponent(token)}`;
  return {
    create: async (access, wanted) => {
      const called = await call(access, 'POST', '', bodyOf(wanted, clock()));
      if (called === undefined) return NO_TOKEN;
      const read = isGood(called) ? v.safeParse(made, called.body) : undefined;
      // After an error on the other side it may stand all the same, unlike after too many calls.
      if (called.kind === 'answered' && called.status >= 500) return { kind: 'refused', why: 'unknown' };
      if (read === undefined) return refused(called);
      // It stands, and nobody knows its name: a look at the Echo finds it.
      if (!read.success) return { kind: 'refused', why: 'unknown' };
      return { kind: 'created', token: read.output.alertToken, ...inVersion(read.output.version) };
    },
    change: async (access, token, wanted) => {
      const called = await call(access, 'PUT', named(token), bodyOf(wanted, clock()));
      if (called === undefined) return NO_TOKEN;
      if (isGone(called)) return { kind: 'gone' };
      if (!isGood(called)) return refused(called);
      const read = v.safeParse(changed, called.body);
      return { kind: 'changed', ...(read.success ? inVersion(read.output.version) : {}) };
    },
    remove: async (access, token) => {
      const called = await call(access, 'DELETE', named(token));
      if (called === undefined) return NO_TOKEN;
      return isGood(called) || isGone(called) ? { kind: 'removed' } : refused(called);
    },
    list: async (access) => {
      const called = await call(access, 'GET', '');
      if (called === undefined) return NO_TOKEN;
      const read = isGood(called) ? v.safeParse(list, called.body) : undefined;
      if (read === undefined) return refused(called);
      if (!read.success) return { kind: 'refused', why: 'try-later' };
      const copies = read.output.alerts.map(({ alertToken, status, version: inForce, trigger }) => {
        const rule = readTrigger(trigger);
        return {
          token: alertToken,
          isOver: status === 'COMPLETED',
          ...inVersion(inForce),
          ...(rule === undefined ? {} : { rule }),
        };
      });
      return { kind: 'listed', copies };
    },
  };
};
