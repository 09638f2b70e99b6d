import { CARE_SUBJECTS } from '../core/answers/answer.ts';
import { PARTS_OF_DAY } from '../core/diary/part-of-day.ts';
import { SPEECH_CHANGES } from '../core/people/change-settings.ts';
import { SAFETY_CLASSES } from '../core/safeguarding/safety-class.ts';
import { GUIDANCE } from '../render/guidance.ts';
import { readDraft } from './draft.ts';
import type { Said, SaidList } from './said.ts';
import { DOING_KINDS, ECHO_KINDS, MANNER_KINDS, MANNERS, PLAIN_KINDS, SCREEN_KINDS } from './said-kinds.ts';
import { flagIn, idsIn, numberIn, oneOfIn, type Small, smallIn, textIn } from './small-values.ts';

const listIn = (topic: SaidList['topic'], small: Small): SaidList => {
  const day = textIn(small, 'day');
  const part = oneOfIn(small, 'part', PARTS_OF_DAY);
  const next = numberIn(small, 'next');
  return {
    topic,
    ...(day === undefined ? {} : { day }),
    ...(part === undefined ? {} : { part }),
    ...(flagIn(small, 'missed') ? { missed: true as const } : {}),
    from: numberIn(small, 'from'),
    ...(next === 0 ? {} : { next }),
  };
};

const reading = (small: Small): Said | undefined => {
  const { topic } = small;
  switch (topic) {
    case 'welcome':
    case 'next-appointment':
    case 'reminders-due':
    case 'day-and-time':
    case 'how-heard':
    case 'help':
    case 'help-code':
      return { topic };
    case 'visits':
    case 'appointments':
    case 'reminders':
      return listIn(topic, small);
    case 'one-reminder': {
      const time = textIn(small, 'time');
      return time === undefined ? undefined : { topic, time };
    }
    case 'draft':
      return { topic, draft: readDraft(smallIn(small, 'draft')) };
    case 'to-cancel': {
      const id = textIn(small, 'id');
      return id === undefined ? undefined : { topic, id };
    }
    case 'reminder-set': {
      const id = textIn(small, 'id');
      return id === undefined ? undefined : { topic, id, changed: flagIn(small, 'changed') };
    }
    case 'messages':
      return { topic, ids: idsIn(small, 'ids'), isMore: flagIn(small, 'isMore') };
    case 'messages-heard':
    case 'messages-not-heard':
      return { topic, count: numberIn(small, 'count') };
    case 'which-reminder':
      return { topic, ids: idsIn(small, 'ids') };
    default:
      return acting(small);
  }
};

const acting = (small: Small): Said | undefined => {
  const { topic } = small;
  switch (topic) {
    case 'reply': {
      const reply = oneOfIn(small, 'reply', ['done', 'already', 'not-yet'] as const);
      const id = textIn(small, 'id');
      return reply === undefined || id === undefined ? undefined : { topic, reply, id, early: flagIn(small, 'early') };
    }
    case 'answer': {
      const subject = oneOfIn(small, 'subject', CARE_SUBJECTS);
      const missing = flagIn(small, 'missing');
      const listing = textIn(small, 'listing');
      return {
        topic,
        ...(subject === undefined ? {} : { subject }),
        ...(listing === undefined ? {} : { listing }),
        missing,
      };
    }
    case 'speech': {
      const change = oneOfIn(small, 'change', SPEECH_CHANGES);
      return change === undefined ? undefined : { topic, change, already: flagIn(small, 'already') };
    }
    case 'call':
      return { topic, already: flagIn(small, 'already') };
    case 'words':
    case 'screen-words':
      return { topic, words: idsIn(small, 'words') };
    case 'screen':
      return { topic, on: flagIn(small, 'on'), already: flagIn(small, 'already') };
    case 'guidance': {
      const about = oneOfIn(small, 'about', GUIDANCE);
      return about === undefined ? undefined : { topic, about };
    }
    case 'safety': {
      const safety = oneOfIn(small, 'safety', SAFETY_CLASSES);
      return safety === undefined ? undefined : { topic, safety };
    }
    case 'screen-plain': {
      const outcome = oneOfIn(small, 'outcome', SCREEN_KINDS);
      return outcome === undefined ? undefined : { topic, outcome };
    }
    case 'manner': {
      const outcome = oneOfIn(small, 'outcome', MANNER_KINDS);
      return outcome === undefined ? undefined : { topic, outcome };
    }
    case 'manner-changed': {
      const what = oneOfIn(small, 'what', MANNERS);
      return what === undefined ? undefined : { topic, what };
    }
    case 'doing': {
      const outcome = oneOfIn(small, 'outcome', DOING_KINDS);
      return outcome === undefined ? undefined : { topic, outcome };
    }
    case 'code-part': {
      const digits = textIn(small, 'digits');
      return digits === undefined || !/^\d{1,7}$/.test(digits) ? undefined : { topic, digits };
    }
    case 'echo-plain': {
      const outcome = oneOfIn(small, 'outcome', ECHO_KINDS);
      return outcome === undefined ? undefined : { topic, outcome };
    }
    case 'plain': {
      const outcome = oneOfIn(small, 'outcome', PLAIN_KINDS);
      return outcome === undefined ? undefined : { topic, outcome };
    }
    default:
      return undefined;
  }
};

/** Reads what was said from session attributes; what cannot be read is as if nothing had been said. */
export const readSaid = (small: Small | undefined): Said | undefined =>
  small === undefined ? undefined : reading(small);
