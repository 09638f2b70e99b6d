import { SECOND } from '../../../lambda/core/kernel/clock.ts';
import {
  cancelReminder,
  changeReminder,
  pauseReminder,
  resumeReminder,
} from '../../../lambda/core/reminders/change-reminder.ts';
import { setReminder } from '../../../lambda/core/reminders/set-reminder.ts';
import { aCarer } from '../../support/builders/people.ts';
import { type County, HARBOUR, inMinutes, ladderOf, recurrenceFrom } from '../people/county.ts';
import type { Parts, Person, PersonNeeds } from './person.ts';

const carer = aCarer({ residents: [] });
const acting = { kind: 'carer', carer } as const;

const wantedIn = ({ run }: Parts, minutes: number) => ({
  label: 'routine' as const,
  recurrence: recurrenceFrom(run.chance, inMinutes(run.time.now(), minutes)),
  ladder: ladderOf(run.chance),
  quietHoursConfirmed: true,
});

const forResident = async (needs: PersonNeeds, residentId: string) => {
  const resident = await needs.residents.ofId(HARBOUR, residentId, { strong: true });
  return resident === undefined ? undefined : { acting, resident: resident.value, canReply: true };
};

/** Sets a Reminder that is due soon: sometimes within the look-ahead, so that it fires at once. */
const sets = async (parts: Parts, who: Person, { residents }: County): Promise<void> => {
  const residentId = parts.run.chance.oneOf(residents);
  const wanted = wantedIn(parts, parts.run.chance.between(1, 12));
  await who.asks(`sets a Reminder for ${residentId}`, async (needs) => {
    const request = await forResident(needs, residentId);
    return request === undefined ? { kind: 'nobody' } : setReminder(needs)(request, wanted);
  });
};

const ACTS = {
  changes: changeReminder,
  pauses: pauseReminder,
  resumes: resumeReminder,
  cancels: cancelReminder,
} as const;

type OneOf = County['reminders'][number];

const actsOn = async (parts: Parts, who: Person, { residentId, id }: OneOf, act: keyof typeof ACTS): Promise<void> => {
  const wanted = wantedIn(parts, parts.run.chance.between(1, 12));
  await who.asks(`${act} the Reminder ${id}`, async (needs) => {
    const request = await forResident(needs, residentId);
    const stored = await needs.reminders.ofId(HARBOUR, residentId, id);
    if (request === undefined || stored === undefined) return { kind: 'nobody' };
    const one = { ...request, reminderId: id, act: stored.value.lastAct.number };
    return act === 'changes' ? changeReminder(needs)(one, wanted) : ACTS[act](needs)(one);
  });
};

/** Changes, pauses, resumes or cancels one of the Reminders that were there at first. */
const acts = async (parts: Parts, who: Person, { reminders }: County): Promise<void> => {
  const { chance } = parts.run;
  const act = chance.oneOf(['changes', 'pauses', 'resumes', 'resumes', 'cancels'] as const);
  await actsOn(parts, who, chance.oneOf(reminders), act);
};

/** Stops a Reminder in the very moment in which it is told. */
export const stopsAsItIsTold = async (
  parts: Parts,
  person: (name: string) => Person,
  reminder: OneOf,
): Promise<void> => {
  const { chance, time } = parts.run;
  const who = person('Dan');
  await who.waits(reminder.first - time.now() + chance.between(-500, 20_000));
  await actsOn(parts, who, reminder, chance.oneOf(['pauses', 'cancels', 'changes'] as const));
};

/** What a Carer does over the run. */
export const cares = async (parts: Parts, person: (name: string) => Person, county: County): Promise<void> => {
  const { chance, faults } = parts.run;
  const who = person('Priya');
  for (;;) {
    await who.waits(chance.between(20, 600) * SECOND);
    if (faults.isCalm()) return;
    await (chance.happens(0.5) ? sets : acts)(parts, who, county);
  }
};
