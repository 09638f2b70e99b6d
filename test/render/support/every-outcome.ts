import { CARE_SUBJECTS } from '../../../lambda/core/answers/answer.ts';
import { BIN_COLOURS, BIN_KINDS } from '../../../lambda/core/bin-days/bin-rounds.ts';
import { APPOINTMENT_KINDS, VISIT_KINDS } from '../../../lambda/core/diary/diary-entry.ts';
import { PARTS_OF_DAY } from '../../../lambda/core/diary/part-of-day.ts';
import { instantOf } from '../../../lambda/core/kernel/uk-time.ts';
import { SPEECH_CHANGES, withSpeechChange } from '../../../lambda/core/people/change-settings.ts';
import { defaultSettings } from '../../../lambda/core/people/settings.ts';
import type { ListedOccurrence } from '../../../lambda/core/reminders/list-reminders.ts';
import { REMINDER_LABELS } from '../../../lambda/core/reminders/reminder.ts';
import { SAFETY_CLASSES } from '../../../lambda/core/safeguarding/safety-class.ts';
import { occurrenceAt } from '../../../lambda/core/timetable/occurrence.ts';
import { GUIDANCE } from '../../../lambda/render/guidance.ts';
import type { Question } from '../../../lambda/render/question.ts';
import { CHOICES } from '../../../lambda/render/question.ts';
import type { OutcomeKind, SpokenOutcome } from '../../../lambda/render/spoken-outcome.ts';
import { aMessage, anAlertMessage, anAppointment, aReminderDelivery, aVisit, NOW, unnamed } from './builders.ts';

type Every = { readonly [K in OutcomeKind]: readonly Extract<SpokenOutcome, { readonly kind: K }>[] };

const TODAY = '2026-11-24';
const FRIDAY = '2026-11-27';
const week = { from: TODAY, to: '2026-11-29' } as const;
const yesterday = { asOf: instantOf('2026-11-23T18:00') };

const states: readonly ListedOccurrence[] = [
  { reminderId: 'a', label: 'phone-call', at: `${TODAY}T08:23`, state: 'done', doneAt: instantOf(`${TODAY}T08:31`) },
  { reminderId: 'b', label: 'phone-call', at: `${TODAY}T09:25`, state: 'due' },
  { reminderId: 'c', label: 'phone-call', at: `${TODAY}T06:40`, state: 'no-reply' },
  { reminderId: 'd', label: 'phone-call', at: `${TODAY}T18:00`, state: 'coming' },
];
const labelled = REMINDER_LABELS.map(
  (label): ListedOccurrence => ({ reminderId: label, label, at: `${FRIDAY}T14:35`, state: 'coming' }),
);

const early = aReminderDelivery(`${TODAY}T11:00`);
const due = aReminderDelivery(`${TODAY}T08:00`);
const done = { ...due, acknowledged: { at: instantOf(`${TODAY}T08:10`), reply: 'done', by: 'voice' } } as const;

/**
 * At least one of every outcome, and of every shape in which it is worded. `name` stands wherever a name or a text comes from
 * outside, so that a hostile one can be put in.
 */
export const everyOutcome = (name: string): Every => {
  const visit = (at: string, until?: string) => aVisit(at, until, { who: name });
  const visitsOfKinds = VISIT_KINDS.flatMap((what) => [
    aVisit(`${TODAY}T12:30`, `${TODAY}T13:15`, { what, who: name }),
    unnamed(aVisit(`${TODAY}T14:00`, undefined, { what })),
  ]);
  const appointmentsOfKinds = APPOINTMENT_KINDS.map((what) => anAppointment(`${FRIDAY}T10:25`, { what }));
  const messages = [
    ...VISIT_KINDS.map((what) => aMessage({ what, change: 'added' })),
    ...VISIT_KINDS.map((what) => {
      const { who: _who, ...content } = aMessage({ what }).content as Extract<
        ReturnType<typeof aMessage>['content'],
        { kind: 'diary' }
      >;
      return { ...aMessage(), content };
    }),
    ...APPOINTMENT_KINDS.map((what) => aMessage({ what, change: 'cancelled', at: `${FRIDAY}T10:25` })),
    aMessage({ what: name, who: name }, { readOutAt: NOW, handling: 'urgent' }),
    anAlertMessage({ title: name, text: name, from: name }),
    anAlertMessage({ isCorrection: true }, { handling: 'notice' }),
    aReminderDelivery(`${TODAY}T09:00`),
  ];
  return {
    visits: [
      ...visitsOfKinds.map(
        (one) => ({ kind: 'visits', visits: [one], day: TODAY, isNext: true, age: undefined, from: 0 }) as const,
      ),
      {
        kind: 'visits',
        visits: [visit(`${FRIDAY}T08:35`, `${FRIDAY}T08:55`)],
        day: FRIDAY,
        isNext: true,
        age: yesterday,
        from: 0,
      },
      { kind: 'visits', visits: [visit('2026-11-25T00:00')], day: '2026-11-25', isNext: true, age: undefined, from: 0 },
      {
        kind: 'visits',
        visits: [visit(`${TODAY}T09:30`, `${TODAY}T10:30`)],
        day: TODAY,
        isNext: false,
        age: undefined,
        from: 0,
      },
      ...PARTS_OF_DAY.flatMap((part) =>
        [TODAY, FRIDAY].map(
          (day) =>
            ({
              kind: 'visits',
              visits: [visit(`${TODAY}T09:30`, `${TODAY}T10:30`), ...visitsOfKinds.slice(0, 3)],
              day,
              part,
              isNext: false,
              age: undefined,
              from: 0,
            }) as const,
        ),
      ),
      { kind: 'visits', visits: visitsOfKinds.slice(0, 4), day: TODAY, isNext: false, age: undefined, from: 3 },
    ],
    'no-visits': [
      { kind: 'no-visits', day: TODAY, age: undefined },
      {
        kind: 'no-visits',
        day: FRIDAY,
        part: 'evening',
        next: visit('2026-11-28T09:00', '2026-11-28T09:45'),
        age: yesterday,
      },
      { kind: 'no-visits', day: '2026-11-23', age: undefined },
    ],
    'no-plan': [
      { kind: 'no-plan', day: TODAY },
      { kind: 'no-plan', day: FRIDAY },
    ],
    'visits-between': [
      {
        kind: 'visits-between',
        days: week,
        visits: [visit(`${TODAY}T11:45`, `${TODAY}T12:00`), visit(`${FRIDAY}T23:20`, '2026-11-28T00:10')],
        isCovered: false,
        age: yesterday,
        from: 0,
      },
      { kind: 'visits-between', days: week, visits: visitsOfKinds, isCovered: true, age: undefined, from: 3 },
    ],
    'no-visits-between': [{ kind: 'no-visits-between', days: week, age: undefined }],
    'no-plan-between': [{ kind: 'no-plan-between', days: week }],
    'next-appointment': [
      { kind: 'next-appointment', appointment: anAppointment(`${FRIDAY}T10:30`, { where: name }) },
      ...appointmentsOfKinds.map((appointment) => ({ kind: 'next-appointment', appointment }) as const),
    ],
    'no-appointment-known': [{ kind: 'no-appointment-known' }],
    'appointments-on-day': [
      {
        kind: 'appointments-on-day',
        day: FRIDAY,
        appointments: [anAppointment(`${FRIDAY}T10:30`, { where: name })],
        from: 0,
      },
      ...[0, 3, 6].map(
        (from) => ({ kind: 'appointments-on-day', day: FRIDAY, appointments: appointmentsOfKinds, from }) as const,
      ),
    ],
    'no-appointments-on-day': [
      { kind: 'no-appointments-on-day', day: FRIDAY },
      { kind: 'no-appointments-on-day', day: FRIDAY, next: anAppointment('2026-11-28T10:30') },
    ],
    'appointments-between': [0, 3, 6].map(
      (from) =>
        ({
          kind: 'appointments-between',
          days: week,
          appointments: [anAppointment(`${TODAY}T15:00`), ...appointmentsOfKinds],
          from,
        }) as const,
    ),
    'no-appointments-between': [{ kind: 'no-appointments-between', days: week }],
    'day-gone': [{ kind: 'day-gone' }],
    'day-too-far': [{ kind: 'day-too-far' }],
    'day-not-understood': [{ kind: 'day-not-understood' }],
    reminders: [
      { kind: 'reminders', day: TODAY, occurrences: states, from: 0 },
      { kind: 'reminders', day: TODAY, occurrences: states, from: 2 },
      { kind: 'reminders', day: TODAY, occurrences: states.slice(3), from: 0 },
      ...[0, 3, 6].map((from) => ({ kind: 'reminders', day: FRIDAY, occurrences: labelled, from }) as const),
    ],
    'reminders-between': [0, 3].map(
      (from) => ({ kind: 'reminders-between', days: week, occurrences: [...states, ...labelled], from }) as const,
    ),
    'no-reminders-between': [{ kind: 'no-reminders-between', days: week }],
    'no-reminders-on-day': [
      { kind: 'no-reminders-on-day', day: FRIDAY },
      {
        kind: 'no-reminders-on-day',
        day: FRIDAY,
        next: { reminderId: 'a', label: 'drink', at: '2026-11-28T10:30', state: 'coming' },
      },
    ],
    'no-reminders': [{ kind: 'no-reminders' }],
    'one-reminder': [...states, ...states.map((one) => ({ ...one, label: 'routine' }) as const)].map(
      (occurrence) => ({ kind: 'one-reminder', occurrence }) as const,
    ),
    'no-such-reminder': [{ kind: 'no-such-reminder' }],
    'reminders-due': [
      { kind: 'reminders-due', deliveries: [due] },
      {
        kind: 'reminders-due',
        deliveries: [due, ...REMINDER_LABELS.map((label) => aReminderDelivery(`${TODAY}T08:30`, label))],
      },
      ...REMINDER_LABELS.map(
        (label) => ({ kind: 'reminders-due', deliveries: [aReminderDelivery(`${TODAY}T08:30`, label)] }) as const,
      ),
    ],
    'no-reminder-due': [{ kind: 'no-reminder-due' }],
    'reminder-done': [
      { kind: 'reminder-done', delivery: due, isEarly: false },
      { kind: 'reminder-done', delivery: early, isEarly: true },
    ],
    'already-done': [
      { kind: 'already-done', delivery: done, at: instantOf(`${TODAY}T08:10`) },
      { kind: 'already-done', delivery: done, at: instantOf('2026-11-23T23:59') },
    ],
    'not-yet-noted': [{ kind: 'not-yet-noted', delivery: due }],
    'which-reminder': [{ kind: 'which-reminder', deliveries: [due, aReminderDelivery(`${TODAY}T09:30`)] }],
    'nothing-due': [{ kind: 'nothing-due' }, { kind: 'nothing-due', next: occurrenceAt(`${TODAY}T20:00`) }],
    messages: [
      ...messages.map((one) => ({ kind: 'messages', deliveries: [one], isMore: false, of: 1 }) as const),
      { kind: 'messages', deliveries: messages.slice(0, 3), isMore: false, of: 5 },
      { kind: 'messages', deliveries: messages.slice(3, 5), isMore: true, of: 2 },
    ],
    'no-messages': [
      { kind: 'no-messages', isMore: false },
      { kind: 'no-messages', isMore: true },
    ],
    'messages-heard': [
      { kind: 'messages-heard', count: 1 },
      { kind: 'messages-heard', count: 3 },
    ],
    'messages-kept': [{ kind: 'messages-kept' }],
    'messages-not-heard': [
      { kind: 'messages-not-heard', count: 1 },
      { kind: 'messages-not-heard', count: 2 },
    ],
    'nothing-to-mark': [{ kind: 'nothing-to-mark' }],
    answer: [
      {
        kind: 'answer',
        answer: {
          council: 'harbour',
          subject: 'meals-at-home',
          answer: `We bring a hot lunch: ${name}.`,
          facts: ['It costs six pounds.', 'You can start within three days.', 'You can stop at any time.'],
          phone: '01632 960110',
          asOf: NOW,
        },
      },
      {
        kind: 'answer',
        answer: { council: 'harbour', subject: 'bins', answer: 'On Mondays.', facts: [], asOf: NOW },
      },
    ],
    'bin-days': [
      { kind: 'bin-days', days: [] },
      ...BIN_COLOURS.map((colour, at) => ({
        kind: 'bin-days' as const,
        days: [{ on: '2026-11-25', bins: [{ kind: BIN_KINDS[at % BIN_KINDS.length] ?? 'rubbish', colour }] as const }],
      })),
      {
        kind: 'bin-days',
        days: [
          {
            on: '2026-11-24',
            bins: [
              { kind: 'recycling', colour: 'green' },
              { kind: 'food', colour: 'brown' },
            ],
          },
          { on: '2026-12-03', bins: [{ kind: 'rubbish', colour: 'black' }] },
        ],
      },
    ],
    listing: [
      {
        kind: 'listing',
        listing: {
          council: 'harbour',
          id: 'lunch-club',
          name: 'Tern Bay Lunch Club',
          description: `A hot lunch and company: ask for ${name}. Every Wednesday at noon.`,
          alert: 'Closed on 25 November.',
          phone: '01632 960140',
          assured: '2026-05-04',
        },
      },
      {
        kind: 'listing',
        listing: { council: 'harbour', id: 'shed', name: 'The Men’s Shed', description: '' },
      },
    ],
    'no-answer': [...CARE_SUBJECTS, 'not-understood' as const].map(
      (subject) => ({ kind: 'no-answer', subject }) as const,
    ),
    'speech-changed': SPEECH_CHANGES.map(
      (change) =>
        ({ kind: 'speech-changed', change, settings: withSpeechChange(defaultSettings('Bill'), change) }) as const,
    ),
    'speech-already-so': SPEECH_CHANGES.map(
      (change) => ({ kind: 'speech-already-so', change, settings: defaultSettings('Bill') }) as const,
    ),
    'speech-not-changed': [{ kind: 'speech-not-changed' }],
    'call-asked': [
      { kind: 'call-asked', office: { kind: 'open' } },
      { kind: 'call-asked', office: { kind: 'opens', at: instantOf('2026-11-25T08:30') } },
    ],
    'call-already-asked': [
      { kind: 'call-already-asked', office: { kind: 'opens', at: instantOf('2026-11-28T08:30') } },
      { kind: 'call-already-asked', office: { kind: 'never-staffed' } },
    ],
    'call-not-wanted': [{ kind: 'call-not-wanted' }],
    'asks-to-ring': [{ kind: 'asks-to-ring' }],
    'nobody-rings-back': [{ kind: 'nobody-rings-back', phone: '01632 960100' }],
    'try-again': [{ kind: 'try-again' }],
    'pairing-asked': [{ kind: 'pairing-asked', words: [name, 'teapot'] }],
    'already-paired': [{ kind: 'already-paired' }],
    'code-not-eight-digits': [{ kind: 'code-not-eight-digits' }],
    'code-not-known': [{ kind: 'code-not-known' }],
    'too-many-tries': [{ kind: 'too-many-tries' }],
    'code-part-heard': [{ kind: 'code-part-heard', digits: '1234' }],
    'no-number-needed': [{ kind: 'no-number-needed' }],
    'not-paired': [{ kind: 'not-paired' }],
    'not-set-up': [{ kind: 'not-set-up' }],
    'asks-to-unpair': [{ kind: 'asks-to-unpair' }],
    'echo-unpaired': [{ kind: 'echo-unpaired' }],
    'echo-not-unpaired': [{ kind: 'echo-not-unpaired' }],
    'asks-to-stop': [{ kind: 'asks-to-stop' }],
    'asks-to-stop-for-good': [{ kind: 'asks-to-stop-for-good' }],
    'forgetting-asked': [{ kind: 'forgetting-asked' }],
    'asks-to-forget-for-good': [{ kind: 'asks-to-forget-for-good' }],
    'asks-to-forget': [{ kind: 'asks-to-forget' }],
    'consent-withdrawn': [{ kind: 'consent-withdrawn' }],
    'consent-not-changed': [{ kind: 'consent-not-changed' }],
    'pairing-left': [{ kind: 'pairing-left' }],
    'asks-for-code': [{ kind: 'asks-for-code' }],
    'asks-who': [{ kind: 'asks-who' }],
    'nobody-named': [{ kind: 'nobody-named' }],
    'switched-off': [{ kind: 'switched-off' }],
    'resident-away': [{ kind: 'resident-away' }],
    welcome: [
      { kind: 'welcome', news: [] },
      { kind: 'welcome', news: [], changed: { kind: 'again', on: 'every-day', times: ['09:00'], from: TODAY } },
      { kind: 'welcome', news: [{ kind: 'urgent-messages', count: 1 }] },
      { kind: 'welcome', news: [{ kind: 'urgent-messages', count: 2 }] },
      { kind: 'welcome', news: [{ kind: 'reminders-due', deliveries: [due] }] },
      { kind: 'welcome', news: [{ kind: 'reminders-due', deliveries: [due, due] }] },
      {
        kind: 'welcome',
        news: [
          { kind: 'visits-today', visits: [visit(`${TODAY}T17:30`, `${TODAY}T18:00`)], age: yesterday },
          { kind: 'messages', count: 2 },
        ],
      },
      { kind: 'welcome', news: [{ kind: 'visits-today', visits: visitsOfKinds.slice(0, 2), age: undefined }] },
    ],
    guidance: GUIDANCE.map((about) => ({ kind: 'guidance', about })),
    'day-and-time': [{ kind: 'day-and-time' }],
    'how-heard': [
      { kind: 'how-heard', carers: [] },
      { kind: 'how-heard', carers: [name] },
      { kind: 'how-heard', carers: [name, 'Dan Bennett', 'Grace Adeyemi'] },
    ],
    help: [
      { kind: 'help', about: 'everything', callBacks: true },
      { kind: 'help', about: 'everything', callBacks: false },
      { kind: 'help', about: 'code', callBacks: false },
    ],
    goodbye: [{ kind: 'goodbye' }],
    'left-it': [{ kind: 'left-it' }],
    'go-ahead': [{ kind: 'go-ahead' }],
    'no-more': [{ kind: 'no-more' }],
    'nothing-to-repeat': [{ kind: 'nothing-to-repeat' }],
    'nothing-asked': [
      { kind: 'nothing-asked', answer: 'yes' },
      { kind: 'nothing-asked', answer: 'no' },
    ],
    'not-understood': [
      { kind: 'not-understood', step: 1, isAsked: false, callBacks: true },
      { kind: 'not-understood', step: 1, isAsked: true, callBacks: true },
      { kind: 'not-understood', step: 2, isAsked: false, callBacks: true },
      { kind: 'not-understood', step: 3, isAsked: false, callBacks: true },
      { kind: 'not-understood', step: 3, isAsked: false, callBacks: false },
    ],
    'asks-for-screen-code': [{ kind: 'asks-for-screen-code' }],
    'screen-asked': [{ kind: 'screen-asked', words: ['teapot', 'meadow'] }],
    'screen-paired': [{ kind: 'screen-paired' }],
    'waits-for-ok': [{ kind: 'waits-for-ok' }],
    'screen-refused': [{ kind: 'screen-refused' }],
    'screen-not-paired': [{ kind: 'screen-not-paired' }],
    'too-many-screens': [{ kind: 'too-many-screens' }],
    'screen-switched': [
      { kind: 'screen-switched', on: true },
      { kind: 'screen-switched', on: false },
    ],
    'screen-already-so': [
      { kind: 'screen-already-so', on: true },
      { kind: 'screen-already-so', on: false },
    ],
    'screen-not-switched': [{ kind: 'screen-not-switched' }],
    'asks-for-change': [{ kind: 'asks-for-change' }],
    'asks-for-subject': [{ kind: 'asks-for-subject' }],
    fault: [
      { kind: 'fault', isFirst: true },
      { kind: 'fault', isFirst: false },
    ],
    'reminder-placed': [
      { kind: 'reminder-placed', rule: { kind: 'once', at: `${FRIDAY}T09:30` } },
      {
        kind: 'reminder-placed',
        rule: { kind: 'again', on: 'every-day', times: ['08:00', '13:00', '18:30'], from: TODAY },
      },
      { kind: 'reminder-placed', rule: { kind: 'again', on: [1, 3, 5], times: ['08:23'], from: TODAY } },
      { kind: 'reminder-placed', rule: { kind: 'again', on: { dayOfMonth: 3 }, times: ['08:00'], from: TODAY } },
    ],
    'placing-declined': [{ kind: 'placing-declined' }],
    'permission-refused': [{ kind: 'permission-refused' }],
    'card-sent': [{ kind: 'card-sent' }],
    'nothing-to-place': [{ kind: 'nothing-to-place' }],
    'nothing-due-now': [{ kind: 'nothing-due-now' }],
    'asks-alexa': [
      { kind: 'asks-alexa', about: 'permission' },
      { kind: 'asks-alexa', about: 'routine' },
    ],
    'not-placed': [
      { kind: 'not-placed', why: 'device-cannot-ring' },
      { kind: 'not-placed', why: 'too-many-on-echo' },
      { kind: 'not-placed', why: 'not-now' },
    ],
    'routine-settled': [
      { kind: 'routine-settled', on: true, time: '08:00' },
      { kind: 'routine-settled', on: false, time: '08:00' },
      { kind: 'routine-settled', on: true },
      { kind: 'routine-settled', on: false },
    ],
    'asks-for-reminder': [{ kind: 'asks-for-reminder' }],
    'which-one-to-do': [{ kind: 'which-one-to-do' }],
    'reminder-to-set': REMINDER_LABELS.flatMap((label) =>
      (['once', 'every-day', 'weekdays', 'other'] as const).map(
        (often) =>
          ({
            kind: 'reminder-to-set',
            next: '2026-11-25T20:25',
            often,
            label,
            isQuiet: often === 'once',
            changes: often === 'other',
          }) as const,
      ),
    ),
    'reminder-to-cancel': [
      { kind: 'reminder-to-cancel', next: `${TODAY}T08:00`, often: 'every-day', label: 'routine' },
    ],
    'reminder-set': [
      {
        kind: 'reminder-set',
        next: `${TODAY}T20:00`,
        often: 'once',
        label: 'drink',
        changed: false,
        staysSilent: true,
      },
      {
        kind: 'reminder-set',
        next: '2026-11-30T08:23',
        often: 'weekdays',
        label: 'routine',
        changed: true,
        staysSilent: false,
      },
    ],
    'reminder-cancelled': [{ kind: 'reminder-cancelled' }],
    'reminder-not-by-voice': [{ kind: 'reminder-not-by-voice' }],
    'reminder-too-many': [{ kind: 'reminder-too-many' }],
    'reminder-not-set': [{ kind: 'reminder-not-set' }],
    'reminder-time-gone': [{ kind: 'reminder-time-gone' }],
    'reminder-same-time': [{ kind: 'reminder-same-time' }],
    resumed: [
      { kind: 'resumed', about: 'call' },
      { kind: 'resumed', about: 'reminder' },
      { kind: 'resumed', about: 'reminder', day: TODAY },
      { kind: 'resumed', about: 'reminder', day: '2026-11-25' },
      { kind: 'resumed', about: 'reminder', day: '2026-12-01' },
      { kind: 'resumed', about: 'list', list: 'visits' },
      { kind: 'resumed', about: 'list', list: 'appointments' },
      { kind: 'resumed', about: 'list', list: 'reminders' },
    ],
    'hello-you': [{ kind: 'hello-you' }],
    'name-not-known': [{ kind: 'name-not-known' }],
    'cannot-pass-on': [{ kind: 'cannot-pass-on' }],
    'cannot-ring': [{ kind: 'cannot-ring' }],
    'family-not-known': [{ kind: 'family-not-known' }],
    'no-listings': [{ kind: 'no-listings' }],
    hushed: [{ kind: 'hushed' }],
    'not-hushed': [{ kind: 'not-hushed' }],
    'hush-not-changed': [{ kind: 'hush-not-changed' }],
    'private-first': [{ kind: 'private-first' }],
    'alone-first': [{ kind: 'alone-first' }],
    'manner-changed': [
      { kind: 'manner-changed', what: 'name', settings: defaultSettings(name) },
      { kind: 'manner-changed', what: 'quiet-hours', settings: defaultSettings(name) },
      { kind: 'manner-changed', what: 'no-quiet-hours', settings: defaultSettings(name) },
    ],
    'manner-not-changed': [{ kind: 'manner-not-changed' }],
    'asks-for-name': [{ kind: 'asks-for-name' }],
    'asks-for-quiet-hours': [{ kind: 'asks-for-quiet-hours' }],
    'asks-if-hurt': [{ kind: 'asks-if-hurt' }],
    'not-hurt': [
      { kind: 'not-hurt', callBacks: true },
      { kind: 'not-hurt', callBacks: false },
    ],
    safety: SAFETY_CLASSES.flatMap((safety) => [
      { kind: 'safety', safety } as const,
      { kind: 'safety', safety, council: { name: 'Harbour County Council', phone: '01632 960100' } } as const,
    ]),
  };
};

type Questions = { readonly [K in Question['kind']]: readonly Extract<Question, { readonly kind: K }>[] };

export const everyQuestion = (name: string): Questions => ({
  'anything-else': [{ kind: 'anything-else' }],
  'what-would-you-like': [{ kind: 'what-would-you-like' }],
  'ring-you': [
    { kind: 'ring-you' },
    { kind: 'ring-you', office: true },
    { kind: 'ring-you', subject: 'meals-at-home' },
  ],
  'read-it': [
    { kind: 'read-it', count: 1 },
    { kind: 'read-it', count: 2 },
  ],
  'go-on': [
    { kind: 'go-on', left: 1 },
    { kind: 'go-on', left: 4 },
  ],
  'is-it-done': [{ kind: 'is-it-done' }, { kind: 'is-it-done', at: '08:23' }],
  'is-it-this': [{ kind: 'is-it-this', at: '20:00' }],
  'which-time': [{ kind: 'which-time' }],
  'heard-it': [
    { kind: 'heard-it', count: 1 },
    { kind: 'heard-it', count: 3 },
  ],
  'is-that-you': [{ kind: 'is-that-you', name }],
  'have-the-code': [{ kind: 'have-the-code' }],
  'unpair-echo': [{ kind: 'unpair-echo' }],
  'stop-everything': [{ kind: 'stop-everything' }],
  'stop-for-good': [{ kind: 'stop-for-good' }],
  'forget-me': [{ kind: 'forget-me' }],
  'forget-for-good': [{ kind: 'forget-for-good' }],
  code: [{ kind: 'code' }, { kind: 'code', heard: '1234' }],
  'screen-code': [{ kind: 'screen-code' }],
  'same-words': [{ kind: 'same-words' }],
  speech: [{ kind: 'speech' }],
  subject: [{ kind: 'subject' }],
  'which-day': [{ kind: 'which-day' }],
  'place-it': [
    { kind: 'place-it', rule: { kind: 'once', at: '2026-11-27T09:30' } },
    { kind: 'place-it', rule: { kind: 'again', on: 'every-day', times: ['08:00', '18:30'], from: '2026-11-24' } },
    { kind: 'place-it', rule: { kind: 'again', on: [1, 2, 3, 4, 5], times: ['08:23'], from: '2026-11-24' } },
  ],
  'offer-routine': [{ kind: 'offer-routine', time: '08:00' }],
  'offer-words': [{ kind: 'offer-words' }],
  'are-you-hurt': [{ kind: 'are-you-hurt' }],
  'read-private': [{ kind: 'read-private' }],
  'what-name': [{ kind: 'what-name' }],
  'quiet-hours': [{ kind: 'quiet-hours' }],
  'reminder-day': [{ kind: 'reminder-day' }],
  'reminder-time': [{ kind: 'reminder-time' }],
  'reminder-half': [{ kind: 'reminder-half', at: '03:25' }],
  'set-it': [
    { kind: 'set-it', changes: false },
    { kind: 'set-it', changes: true },
  ],
  'cancel-it': [{ kind: 'cancel-it' }],
  'which-one': [{ kind: 'which-one' }],
  'tell-you': CHOICES.map((first) => ({ kind: 'tell-you', first }) as const),
  'which-of-two': CHOICES.map((first) => ({ kind: 'which-of-two', first, second: 'visits' }) as const),
});
