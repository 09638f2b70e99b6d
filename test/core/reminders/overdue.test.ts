import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Acting } from '../../../lambda/core/people/may-act-for.ts';
import { cancelReminder, changeReminder, resumeReminder } from '../../../lambda/core/reminders/change-reminder.ts';
import { aCareService } from '../../support/builders/a-care-service.ts';
import { aCarer, aResident } from '../../support/builders/people.ts';
import { aReminder } from '../../support/builders/things-told.ts';

const PRIYA: Acting = { kind: 'carer', carer: aCarer() };

test('T01 an occurrence that missing ticks left behind is still told when somebody changes or resumes its reminder first', async () => {
  const reminder = aReminder('2026-11-24T10:04');
  const one = { acting: PRIYA, resident: aResident(), canReply: true, reminderId: 'rem', act: 1 };
  const wanted = { label: 'meal', recurrence: reminder.recurrence, ladder: [], quietHoursConfirmed: true } as const;
  for (const [act, said] of [
    [(needs: Parameters<typeof changeReminder>[0]) => changeReminder(needs)(one, wanted), 1],
    [(needs: Parameters<typeof changeReminder>[0]) => resumeReminder(needs)(one), 1],
    [(needs: Parameters<typeof changeReminder>[0]) => cancelReminder(needs)(one), 0],
  ] as const) {
    const service = await aCareService({ reminders: [reminder] });
    service.clock.move(4.5 * 60_000);
    await act(service.needs);
    await service.answerBells();
    assert.equal(service.channels.said(), said);
    const [delivery] = await service.deliveriesOf();
    assert.deepEqual([delivery?.due, delivery?.state], ['2026-11-24T10:04', said === 1 ? 'sent' : 'cancelled']);
  }
});
