import type { Echo } from '../../core/pairing/echo.ts';
import { recurrenceOf } from '../../core/reminders/held-rule.ts';
import { isLongUnplaced, type Placement, placementOf } from '../../core/reminders/placement.ts';
import type { Reminder } from '../../core/reminders/reminder.ts';
import { firstTimeOf } from '../../core/timetable/recurrence.ts';
import { copyWords } from '../../render/copy-words.ts';
import type { Attention } from './attention.ts';
import { momentWords } from './moment.ts';
import { labelInSentence } from './reminder-words.ts';
import type { Seen } from './with-resident.ts';

/** Where the copy of a Reminder on the Echo stands. */
export const placementSeen = (
  reminder: Reminder,
  { resident, page, now }: Pick<Seen, 'resident' | 'page' | 'now'>,
  echos: readonly Echo[],
): Placement => placementOf({ reminder, resident, echos, mirror: page.mirror, now }, copyWords);

/** The same in words, one sentence a line; nothing where there is nothing to say of it. */
export const placementWords = (placement: Placement, { words, resident, today }: Seen): readonly string[] => {
  const { placing } = words;
  const name = resident.settings.nameToUse;
  switch (placement.kind) {
    case 'on-the-echo':
      return [
        placing.onTheEcho,
        ...(placement.rangAt === undefined ? [] : [placing.rang(momentWords(placement.rangAt, today, words))]),
      ];
    case 'moved-at-echo':
      return [placing.movedAtEcho(words.when.recurrence(recurrenceOf(placement.rule), today)), placing.movedMeans];
    case 'may-ring-as-before': {
      const { trouble } = placement;
      const isSaid = trouble === 'no-permission' || trouble === 'link-stale';
      return [placing.mayRingAsBefore, ...(isSaid ? [placing.troubles[trouble]] : [])];
    }
    case 'at-a-routine':
      return [placing.atARoutine];
    case 'waits-for-yes':
      return [placing.waitsForYes(name)];
    case 'not-placed':
      return [placing.whyNot[placement.why](name)];
    case 'cannot-hold':
      return [placing.cannotHold.title, placing.cannotHold[placement.why]];
    case 'not-wanted':
    case 'no-echo':
      return [];
  }
};

/** Reminders that have not come onto the Echo for two days: somebody has to help with the yes. */
export const longUnplaced = (seen: Seen, echos: readonly Echo[]): readonly Attention[] => {
  const { words, resident, page, now } = seen;
  const name = resident.settings.nameToUse;
  return page.reminders
    .filter((reminder) => isLongUnplaced(placementSeen(reminder, seen, echos), now))
    .map(({ label, recurrence }) => ({
      what: words.placing.tooLong(labelInSentence(label, firstTimeOf(recurrence), words), name),
      told: [words.placing.helpThem(name)],
    }));
};
