import type { ChangeDiaryOutcome } from '../../core/diary/change-diary.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { Words } from '../words/en.ts';

export type DiaryRefusal = Extract<
  ChangeDiaryOutcome,
  { kind: 'time-has-passed' | 'ends-before-it-begins' | 'too-far-ahead' }
>;

/** Why an entry was refused, in words, beside the field that can put it right. */
export const diaryRefusalWords = ({ kind }: DiaryRefusal, { diary: { errors } }: Words): Mistake => {
  switch (kind) {
    case 'time-has-passed':
      return { field: 'from', text: errors.timeHasPassed };
    case 'ends-before-it-begins':
      return { field: 'until', text: errors.endsBeforeItBegins };
    case 'too-far-ahead':
      return { field: 'date-day', text: errors.tooFarAhead };
  }
};
