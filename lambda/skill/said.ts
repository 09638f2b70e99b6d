import type { CareSubject } from '../core/answers/answer.ts';
import type { PartOfDay } from '../core/diary/part-of-day.ts';
import type { SpeechChange } from '../core/people/change-settings.ts';
import type { ReminderDraft } from '../core/reminders/reminder-draft.ts';
import type { SafetyClass } from '../core/safeguarding/safety-class.ts';
import type { Guidance } from '../render/guidance.ts';
import type { DoingKind, EchoKind, Manner, MannerKind, PlainKind, ScreenKind } from './said-kinds.ts';

/**
 * A list that is told a few at a time: where this telling began, and where the next one begins if anything is left. `missed`: they said
 * that nobody came.
 */
export type SaidList = {
  readonly topic: 'visits' | 'appointments' | 'reminders';
  readonly day?: string;
  readonly part?: PartOfDay;
  readonly missed?: true;
  readonly from: number;
  readonly next?: number;
};

/**
 * What was said last, as little as is needed to say it again: dates, ids and words from closed lists. Session attributes go back
 * to Amazon with every turn, so no name and no message stands in them. `day` and `time` are slot values of Amazon's.
 */
export type Said =
  | SaidList
  | {
      readonly topic:
        | 'welcome'
        | 'next-appointment'
        | 'reminders-due'
        | 'day-and-time'
        | 'how-heard'
        | 'help'
        | 'help-code';
    }
  | { readonly topic: 'one-reminder'; readonly time: string }
  | { readonly topic: 'draft'; readonly draft: ReminderDraft }
  | { readonly topic: 'to-cancel'; readonly id: string }
  | { readonly topic: 'reminder-set'; readonly id: string; readonly changed: boolean }
  | { readonly topic: 'messages'; readonly ids: readonly string[]; readonly isMore: boolean }
  | { readonly topic: 'messages-heard' | 'messages-not-heard'; readonly count: number }
  | {
      readonly topic: 'reply';
      readonly reply: 'done' | 'already' | 'not-yet';
      readonly id: string;
      readonly early: boolean;
    }
  | { readonly topic: 'which-reminder'; readonly ids: readonly string[] }
  | {
      readonly topic: 'answer';
      readonly subject?: CareSubject;
      readonly listing?: string;
      readonly missing: boolean;
    }
  | { readonly topic: 'speech'; readonly change: SpeechChange; readonly already: boolean }
  | { readonly topic: 'call'; readonly already: boolean }
  | { readonly topic: 'words' | 'screen-words'; readonly words: readonly string[] }
  | { readonly topic: 'screen'; readonly on: boolean; readonly already: boolean }
  | { readonly topic: 'guidance'; readonly about: Guidance }
  | { readonly topic: 'safety'; readonly safety: SafetyClass }
  | { readonly topic: 'screen-plain'; readonly outcome: ScreenKind }
  | { readonly topic: 'code-part'; readonly digits: string }
  | { readonly topic: 'echo-plain'; readonly outcome: EchoKind }
  | { readonly topic: 'plain'; readonly outcome: PlainKind }
  | { readonly topic: 'doing'; readonly outcome: DoingKind }
  | { readonly topic: 'manner'; readonly outcome: MannerKind }
  | { readonly topic: 'manner-changed'; readonly what: Manner };
