import { CARE_SUBJECTS, type CareSubject } from '../core/answers/answer.ts';
import { isId } from '../core/kernel/ids.ts';
import { isLocalTime, type LocalTime, timeOf } from '../core/kernel/uk-time.ts';
import type { HeldRule } from '../core/reminders/held-rule.ts';
import type { Changing, ReminderDraft } from '../core/reminders/reminder-draft.ts';
import { CHOICES, type Choice, type Question } from '../render/question.ts';
import { readChanging, readDraft } from './draft.ts';
import { heldRuleIn } from './held-rule-in.ts';
import { type IntentName, intentNamed } from './intents.ts';
import { flagIn, idsIn, numberIn, oneOfIn, type Small, smallIn, textIn, textsIn } from './small-values.ts';

/** What somebody wanted before it was asked who is speaking; without an intent they had opened the skill. */
export type Resume = {
  readonly intent?: IntentName;
  readonly slots: Readonly<Record<string, string>>;
  readonly confirmed: boolean;
};

export const READABLE = ['messages', 'visits', 'reminders'] as const;
export type Readable = (typeof READABLE)[number];

/** Questions that are about nothing but themselves. */
const BARE = [
  'anything-else',
  'what-would-you-like',
  'which-time',
  'which-day',
  'have-the-code',
  'speech',
  'subject',
  'unpair-echo',
  'stop-everything',
  'stop-for-good',
  'forget-me',
  'forget-for-good',
  'are-you-hurt',
  'what-name',
  'quiet-hours',
] as const;

/** What yes, no or next will mean: the question that is open, with the ids it is about. */
export type Pending =
  | { readonly kind: (typeof BARE)[number] }
  /** `heard`: the first digits of a code that is told in pieces. */
  | { readonly kind: 'code'; readonly tries: number; readonly heard?: string }
  | { readonly kind: 'screen-code'; readonly tries: number }
  | { readonly kind: 'same-words'; readonly screen: string }
  | { readonly kind: 'ring-you'; readonly subject?: CareSubject; readonly office?: true; readonly missed?: true }
  | { readonly kind: 'read-it'; readonly what: Readable; readonly count: number }
  | { readonly kind: 'go-on'; readonly left: number }
  | { readonly kind: 'is-it-done'; readonly ids: readonly string[]; readonly named: boolean }
  | { readonly kind: 'is-it-this'; readonly ids: readonly string[] }
  | { readonly kind: 'heard-it'; readonly ids: readonly string[] }
  | {
      readonly kind: 'is-that-you';
      readonly candidate: string;
      readonly others: readonly string[];
      readonly resume: Resume;
    }
  | { readonly kind: 'place-it'; readonly reminderId: string; readonly rule: HeldRule }
  | { readonly kind: 'offer-routine'; readonly time: LocalTime }
  | { readonly kind: 'offer-words' }
  | { readonly kind: 'which-of-two'; readonly first: Choice; readonly second: Choice }
  | { readonly kind: 'read-private'; readonly id: string }
  | { readonly kind: 'tell-you'; readonly choices: readonly Choice[] }
  | Drafting
  | { readonly kind: 'which-one'; readonly to: 'change' | 'cancel'; readonly draft: ReminderDraft }
  | { readonly kind: 'cancel-it'; readonly which: Changing };

const DRAFT_STEPS = ['reminder-day', 'reminder-time', 'reminder-half', 'set-it'] as const;

/** A question on the way to a Reminder, with what was said of it so far. */
export type Drafting = { readonly kind: (typeof DRAFT_STEPS)[number]; readonly draft: ReminderDraft };

const reading = (small: Small): Pending | undefined => {
  const bare = oneOfIn(small, 'kind', BARE);
  if (bare !== undefined) return { kind: bare };
  const { kind } = small;
  switch (kind) {
    case 'code': {
      const heard = textIn(small, 'heard');
      const isPart = heard !== undefined && /^\d{1,7}$/.test(heard);
      return { kind, tries: numberIn(small, 'tries'), ...(isPart ? { heard } : {}) };
    }
    case 'screen-code':
      return { kind, tries: numberIn(small, 'tries') };
    case 'same-words': {
      const screen = textIn(small, 'screen');
      return screen === undefined || !isId(screen) ? undefined : { kind, screen };
    }
    case 'ring-you': {
      const subject = oneOfIn(small, 'subject', CARE_SUBJECTS);
      return {
        kind,
        ...(subject === undefined ? {} : { subject }),
        ...(flagIn(small, 'office') ? { office: true as const } : {}),
        ...(flagIn(small, 'missed') ? { missed: true as const } : {}),
      };
    }
    case 'go-on':
      return { kind, left: numberIn(small, 'left') };
    case 'is-it-this':
    case 'heard-it': {
      const ids = idsIn(small, 'ids');
      return ids.length === 0 ? undefined : { kind, ids };
    }
    case 'is-it-done': {
      const ids = idsIn(small, 'ids');
      return ids.length === 0 ? undefined : { kind, ids, named: flagIn(small, 'named') };
    }
    default:
      return choosing(small);
  }
};

const drafting = (small: Small): Pending | undefined => {
  const step = oneOfIn(small, 'kind', DRAFT_STEPS);
  const draft = readDraft(smallIn(small, 'draft'));
  if (step !== undefined) return { kind: step, draft };
  if (small.kind === 'which-one')
    return { kind: 'which-one', to: oneOfIn(small, 'to', ['change', 'cancel'] as const) ?? 'change', draft };
  const which = small.kind === 'cancel-it' ? readChanging(smallIn(small, 'which')) : undefined;
  return which === undefined ? undefined : { kind: 'cancel-it', which };
};

const choosing = (small: Small): Pending | undefined => {
  const { kind } = small;
  switch (kind) {
    case 'read-private': {
      const id = textIn(small, 'id');
      return id === undefined ? undefined : { kind, id };
    }
    case 'tell-you': {
      const choices = CHOICES.filter((choice) => idsIn(small, 'choices').includes(choice));
      return choices.length === 0 ? undefined : { kind, choices };
    }
    case 'read-it': {
      const what = oneOfIn(small, 'what', READABLE);
      return what === undefined ? undefined : { kind, what, count: numberIn(small, 'count') };
    }
    case 'which-of-two': {
      const [first, second] = [oneOfIn(small, 'first', CHOICES), oneOfIn(small, 'second', CHOICES)];
      return first === undefined || second === undefined ? undefined : { kind, first, second };
    }
    case 'place-it': {
      const [reminderId, rule] = [textIn(small, 'reminderId'), heldRuleIn(smallIn(small, 'rule'))];
      return reminderId === undefined || rule === undefined ? undefined : { kind, reminderId, rule };
    }
    case 'offer-routine': {
      const time = textIn(small, 'time');
      return time === undefined || !isLocalTime(time) ? undefined : { kind, time };
    }
    case 'offer-words':
      return { kind };
    case 'is-that-you': {
      const candidate = textIn(small, 'candidate');
      const resume = smallIn(small, 'resume');
      if (candidate === undefined || resume === undefined) return undefined;
      const intent = intentNamed(resume.intent);
      const wanted: Resume = {
        ...(intent === undefined ? {} : { intent }),
        slots: textsIn(resume, 'slots'),
        confirmed: flagIn(resume, 'confirmed'),
      };
      return { kind, candidate, others: idsIn(small, 'others'), resume: wanted };
    }
    default:
      return drafting(small);
  }
};

/** Reads the open question from session attributes; what cannot be read is no question. */
export const readPending = (small: Small | undefined): Pending | undefined =>
  small === undefined ? undefined : reading(small);

/** The time a Delivery's id begins with (`<due local>#…`), if it is a time. */
const timeIn = (id: string | undefined): string | undefined => {
  const time = timeOf(id ?? '');
  return isLocalTime(time) ? time : undefined;
};

const draftQuestion = ({ kind, draft }: Drafting): Question => {
  if (kind === 'set-it') return { kind, changes: draft.change !== undefined };
  if (kind !== 'reminder-half') return { kind };
  return draft.time === undefined ? { kind: 'reminder-time' } : { kind, at: draft.time };
};

/** The question as it is worded. `name` is who is asked for. Undefined: it cannot be worded any more. */
export const questionOf = (pending: Pending, name: string | undefined): Question | undefined => {
  switch (pending.kind) {
    case 'is-it-done': {
      const at = pending.named ? timeIn(pending.ids[0]) : undefined;
      return at === undefined ? { kind: 'is-it-done' } : { kind: 'is-it-done', at };
    }
    case 'is-it-this': {
      const at = timeIn(pending.ids[0]);
      return at === undefined ? { kind: 'which-time' } : { kind: 'is-it-this', at };
    }
    case 'heard-it':
      return { kind: 'heard-it', count: pending.ids.length };
    case 'is-that-you':
      return name === undefined ? undefined : { kind: 'is-that-you', name };
    case 'tell-you': {
      const [first] = pending.choices;
      return first === undefined ? undefined : { kind: 'tell-you', first };
    }
    case 'reminder-day':
    case 'reminder-time':
    case 'reminder-half':
    case 'set-it':
      return draftQuestion(pending);
    default:
      return pending;
  }
};
