import { acknowledge } from '../../../lambda/core/delivery/acknowledge.ts';
import { type Delivery, keyOf } from '../../../lambda/core/delivery/delivery.ts';
import { inboxOf } from '../../../lambda/core/delivery/inbox.ts';
import { markShown } from '../../../lambda/core/delivery/mark-shown.ts';
import { markReadOut, markSpoken } from '../../../lambda/core/delivery/read-out.ts';
import { MINUTE, SECOND } from '../../../lambda/core/kernel/clock.ts';
import { localDate } from '../../../lambda/core/kernel/uk-time.ts';
import { replyDone, replyNotYet } from '../../../lambda/core/reminders/reply-to-reminder.ts';
import { HARBOUR } from '../people/county.ts';
import type { Parts, Person, PersonNeeds } from './person.ts';

/** An Echo reads at most three things in one turn. */
const READ_AT_ONCE = 3;

const openFor = async (needs: PersonNeeds, residentId: string): Promise<readonly Delivery[]> => {
  const now = needs.clock();
  const page = await needs.readPage(HARBOUR, residentId, localDate(now));
  if (page === undefined) return [];
  const { reminders, messages } = inboxOf(page.deliveries, now);
  return [...messages, ...reminders];
};

/** Opens the skill, hears what is waiting, and perhaps says that it was heard. */
const opensTheInbox = async ({ run }: Parts, who: Person, residentId: string): Promise<void> => {
  const { chance } = run;
  const read = await who.asks('opens the inbox', async (needs) => {
    const open = (await openFor(needs, residentId)).slice(0, READ_AT_ONCE).map(keyOf);
    await markReadOut(needs)(open);
    return open;
  });
  if (read === 'no-answer' || read.length === 0) return;
  await who.waits(chance.between(2, 20) * SECOND);
  if (chance.happens(0.8)) await who.asks('has heard it', (needs) => markSpoken(needs)(read));
  const [first] = read;
  if (first !== undefined && chance.happens(0.6))
    await who.asks('says "I heard it"', (needs) => acknowledge(needs)(first, 'heard', 'voice'));
};

/** A Screen that is on shows what is open; somebody may press OK. */
const looksAtTheScreen = async ({ run }: Parts, who: Person, residentId: string): Promise<void> => {
  const shown = await who.asks('has the Screen on', async (needs) => {
    const open = (await openFor(needs, residentId)).map(keyOf);
    for (const key of open.slice(0, 1)) await markShown(needs)(key);
    return open;
  });
  const [first] = shown === 'no-answer' ? [] : shown;
  if (first === undefined || !run.chance.happens(0.4)) return;
  await who.waits(run.chance.between(1, 30) * SECOND);
  await who.asks('presses OK', (needs) => acknowledge(needs)(first, 'heard', 'screen'));
};

const repliesToAReminder = async ({ run }: Parts, who: Person, residentId: string): Promise<void> => {
  const isDone = run.chance.happens(0.75);
  const by = run.chance.oneOf(['voice', 'page'] as const);
  await who.asks(isDone ? 'says "it\'s done"' : 'says "not yet"', async (needs) => {
    const page = await needs.readPage(HARBOUR, residentId, localDate(needs.clock()));
    if (page === undefined) return { kind: 'nobody' };
    return isDone ? replyDone(needs)(page, undefined, by) : replyNotYet(needs)(page, undefined);
  });
};

/** What one Resident does now and then, until the run calms down. */
export const livesOn = async (parts: Parts, person: (name: string) => Person, residentId: string): Promise<void> => {
  const { chance, faults } = parts.run;
  const who = person(residentId);
  for (;;) {
    await who.waits(chance.between(1, 14) * MINUTE + chance.between(0, 59) * SECOND);
    if (faults.isCalm()) return;
    await chance.oneOf([opensTheInbox, looksAtTheScreen, repliesToAReminder])(parts, who, residentId);
  }
};
