import type { Reminder } from '../../core/reminders/reminder.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { Visit } from '../pages/console-env.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { echosOf } from '../residents/echos-of.ts';
import { placementSeen, placementWords } from '../residents/placement-words.ts';
import { stateOf } from '../residents/presence-view.ts';
import { labelWords, reminderSentence } from '../residents/reminder-words.ts';
import { rightsOf } from '../residents/resident-view.ts';
import type { Seen } from '../residents/with-resident.ts';
import { idOf } from '../sign-in/signed-in.ts';
import { ladderWords, nextTimes } from './check-view.ts';
import { actWords } from './history-words.ts';

/** What was just done, if the address says so and it is this person's latest act: the page never says "set" of what is not stored. */
const doneWords = (c: Visit, { lastAct }: Reminder, { acting, words }: Seen): string | undefined => {
  const { done } = words.reminders.page;
  const isMine = lastAct.by.kind === acting.kind && lastAct.by.id === idOf(acting);
  const said = c.req.query('done') === lastAct.did && isMine;
  return said ? Object.entries(done).find(([did]) => did === lastAct.did)?.[1] : undefined;
};

/** One Reminder: what it says, its state, who changed it, and what can be done with it. */
export const reminderPage =
  (needs: ConsoleNeeds, show: ShowPage) =>
  async (c: Visit, seen: Seen, reminder: Reminder, mistakes: readonly Mistake[] = []) => {
    const { words, today, path } = seen;
    const state = stateOf(reminder, seen);
    const [acts, echos] = await Promise.all([
      needs.audit.of(reminder.council, `REM#${reminder.id}`),
      echosOf(needs, seen.resident),
    ]);
    return show(c, {
      view: 'reminder',
      title: words.reminders.page.title,
      status: mistakes.length === 0 ? 200 : 422,
      back: path,
      mistakes,
      done: doneWords(c, reminder, seen),
      alsoAt: `${path}/reminders/${reminder.id}`,
      data: {
        path: `${path}/reminders/${reminder.id}`,
        name: seen.resident.fullName,
        label: labelWords(reminder.label, words),
        sentence: reminderSentence(reminder, today, words),
        next: state === 'on' ? nextTimes(reminder.recurrence, seen) : [],
        told: ladderWords(reminder.ladder, seen),
        state: words.residents.states[state],
        isOn: state === 'on' || state === 'unconfirmed',
        isUnconfirmed: state === 'unconfirmed',
        isPaused: state === 'paused',
        placed: placementWords(placementSeen(reminder, seen, echos), seen),
        act: reminder.lastAct.number,
        mayChange: rightsOf(seen).mayRemind && state !== 'cancelled',
        history: acts.map(({ act }) => actWords(act, seen)).toReversed(),
      },
    });
  };
