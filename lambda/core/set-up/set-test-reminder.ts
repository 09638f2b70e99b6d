import { MINUTE } from '../kernel/clock.ts';
import { localDate, localDateTime } from '../kernel/uk-time.ts';
import { hasAgreedTo, reviewState } from '../people/consent.ts';
import type { Resident } from '../people/resident.ts';
import { type SetNeeds, type SetReminderOutcome, setReminder } from '../reminders/set-reminder.ts';
import { isOpen } from './set-up-visit.ts';
import { type ByOfficer, type SetUpNeeds, type WriteInVisitOutcome, writeInVisit } from './write-in-visit.ts';

/** How long the people at the Echo wait for the test: time enough to put the phone down. */
export const TEST_COMES_AFTER = 2 * MINUTE;

export type SetTestReminderOutcome =
  | WriteInVisitOutcome
  | Exclude<SetReminderOutcome, { readonly kind: 'reminder-set' | 'not-allowed' }>
  | { readonly kind: 'nobody-to-test' };

/** Whose Reminder proves the Echo: the first who lives there, is at home and has agreed to be reminded. */
export const testedResident = (residents: readonly Resident[], now: number): Resident | undefined =>
  residents.find(
    ({ consent, presence }) =>
      presence.kind === 'home' &&
      consent.state === 'given' &&
      hasAgreedTo(consent, 'reminders') &&
      reviewState(consent, localDate(now)) !== 'paused',
  );

/**
 * Sets an ordinary Reminder, once, two minutes from now, and writes down in the visit that it is the test: what comes of it is
 * what would come of any other. Inside quiet hours it speaks, because somebody who is there asked for it.
 */
export const setTestReminder =
  (needs: SetUpNeeds & SetNeeds) =>
  async (by: ByOfficer, residents: readonly Resident[]): Promise<SetTestReminderOutcome> => {
    const now = needs.clock();
    const visit = await needs.setUpVisits.ofHome(by.council, by.homeId);
    if (!isOpen(visit?.value, now)) return { kind: 'no-visit-open' };
    const resident = testedResident(residents, now);
    if (resident === undefined) return { kind: 'nobody-to-test' };
    const at = localDateTime(Math.ceil((now + TEST_COMES_AFTER) / MINUTE) * MINUTE);
    const set = await setReminder(needs)(
      { acting: { kind: 'officer', officer: by.officer }, resident, canReply: true },
      { label: 'drink', recurrence: { kind: 'once', at }, ladder: [], quietHoursConfirmed: true },
    );
    if (set.kind !== 'reminder-set') return set;
    const test = { residentId: resident.id, reminderId: set.reminder.id, setAt: now, dueAt: set.next.at };
    return writeInVisit(needs)(by, 'test-reminder', { test });
  };
