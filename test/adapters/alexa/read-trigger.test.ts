import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readTrigger } from '../../../lambda/adapters/alexa/read-trigger.ts';

const listed = (more: object) => ({ type: 'SCHEDULED_ABSOLUTE', timeZoneId: 'Europe/London', ...more });
const every = (...recurrenceRules: string[]) =>
  listed({ recurrence: { startDateTime: '2026-11-24T00:00:00.000', recurrenceRules } });

describe('when a reminder rings, as an Echo lists it', () => {
  test('once', () =>
    assert.deepEqual(readTrigger(listed({ scheduledTime: '2026-11-24T09:30:00.000' })), {
      kind: 'once',
      at: '2026-11-24T09:30',
    }));

  test('each day, on weekdays, on a day of the month, at several times', () => {
    const from = '2026-11-24';
    assert.deepEqual(
      readTrigger(every('FREQ=DAILY;BYHOUR=8;BYMINUTE=5;BYSECOND=0;INTERVAL=1;', 'FREQ=DAILY;BYHOUR=20;BYMINUTE=0;')),
      { kind: 'again', on: 'every-day', times: ['08:05', '20:00'], from },
    );
    assert.deepEqual(readTrigger(every('FREQ=WEEKLY;BYDAY=MO,FR;BYHOUR=9;BYMINUTE=0;')), {
      kind: 'again',
      on: [1, 5],
      times: ['09:00'],
      from,
    });
    assert.deepEqual(
      readTrigger(
        listed({
          recurrence: {
            startDateTime: '2026-11-24T00:00:00.000',
            endDateTime: '2026-12-24T23:59:59.000',
            recurrenceRules: ['FREQ=MONTHLY;BYMONTHDAY=3;BYHOUR=9;BYMINUTE=0;'],
          },
        }),
      ),
      { kind: 'again', on: { dayOfMonth: 3 }, times: ['09:00'], from, until: '2026-12-24' },
    );
  });

  const UNREAD: readonly (readonly [string, unknown])[] = [
    ['another zone', { ...listed({ scheduledTime: '2026-11-24T09:30:00.000' }), timeZoneId: 'Europe/Paris' }],
    ['a time that is relative', { type: 'SCHEDULED_RELATIVE', offsetInSeconds: 60 }],
    ['no time at all', listed({})],
    ['the old form', listed({ scheduledTime: '2026-11-24T09:30:00.000', recurrence: { freq: 'DAILY' } })],
    ['a rule without an hour', every('FREQ=DAILY;BYMINUTE=0;')],
    ['every second day', every('FREQ=DAILY;BYHOUR=8;BYMINUTE=0;INTERVAL=2;')],
    ['a yearly rule', every('FREQ=YEARLY;BYHOUR=8;BYMINUTE=0;')],
    ['a weekday that is none', every('FREQ=WEEKLY;BYDAY=XX;BYHOUR=8;BYMINUTE=0;')],
    [
      'several times on other days',
      every('FREQ=DAILY;BYHOUR=8;BYMINUTE=0;', 'FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0;'),
    ],
    ['nothing', undefined],
  ];
  for (const [what, trigger] of UNREAD)
    test(`${what} is not taken for a rule of ours`, () => assert.equal(readTrigger(trigger), undefined));
});
