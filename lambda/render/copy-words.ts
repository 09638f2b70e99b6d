import type { CopyWords } from '../core/reminders/placement.ts';
import { firstTimeOf } from '../core/timetable/recurrence.ts';
import { english, type Say } from './say.ts';
import { heardOf, sentenceOf } from './ssml.ts';
import { dialWords } from './time-words.ts';

/** The words of copies in one language: see `copyWords`. */
export const copyWordsWith =
  (say: Say): CopyWords =>
  ({ label, recurrence }, times) => {
    const [time, ...more] = times.length === 0 ? [firstTimeOf(recurrence)] : times;
    const isNamedByTime = label === 'routine' && more.length === 0 && time !== undefined;
    const reminder = isNamedByTime ? say('reminder.by-time', { dial: dialWords(time) }) : say(`reminder.${label}`);
    return heardOf(sentenceOf({ ssml: `${reminder.ssml}.`, text: `${reminder.text}.` }));
  };

/**
 * What a copy on an Echo says, after Alexa's own "Here's your reminder": its label, or the time by which it is named. No name, not
 * even the skill's, and nothing of anybody's health (promise G14; Amazon, "Alexa Reminders Guidelines for Usage").
 */
export const copyWords: CopyWords = copyWordsWith(english);
