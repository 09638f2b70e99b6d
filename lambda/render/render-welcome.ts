import { numberWords } from './calendar-words.ts';
import { heldRuleWords } from './render-placing.ts';
import { dueWords } from './render-reminders.ts';
import { ageWords, oneVisit } from './render-visits.ts';
import type { ControlOutcome, News } from './spoken-outcome.ts';
import type { Phrase } from './ssml.ts';
import { nowWords, type Telling, type Tone, telling } from './telling.ts';
import type { Voice } from './voice.ts';

type Welcome = Extract<ControlOutcome, { kind: 'welcome' }>;

const hello = ({ say, name, level }: Voice, hasNews: boolean): Phrase => {
  if (name === undefined || level !== 'open') return hasNews ? say('control.hello') : say('control.hello-new-nobody');
  return hasNews ? say('control.hello-name', { name }) : say('control.hello-new', { name });
};

/** Counts only: what an Echo says that asks first, or that keeps everything to itself. */
const counted = (news: News, { say }: Voice): Phrase => {
  switch (news.kind) {
    case 'urgent-messages':
      return say('messages.urgent-count', { count: news.count, number: numberWords(news.count) });
    case 'messages':
      return say('messages.count', { count: news.count, number: numberWords(news.count) });
    case 'reminders-due': {
      const count = news.deliveries.length;
      return say('reminders.waiting-count', { count, number: numberWords(count) });
    }
    case 'visits-today': {
      const count = news.visits.length;
      return say('visits.count', { count, number: numberWords(count), day: say('day.today') });
    }
  }
};

const inFull = (news: News, voice: Voice): readonly (Phrase | undefined)[] => {
  if (news.kind === 'reminders-due') {
    const [only, ...more] = news.deliveries;
    return only === undefined || more.length > 0
      ? [counted(news, voice)]
      : [voice.say('reminders.waiting', { reminder: dueWords(only, voice) })];
  }
  if (news.kind === 'visits-today') {
    const [next] = news.visits;
    return next === undefined ? [] : [...oneVisit(next, voice), ageWords(news.age, voice)];
  }
  return [counted(news, voice)];
};

/** A copy that a Carer changed from afar is told as it rings now; where times may not be said unasked, only that it changed. */
const changedWords = ({ changed }: Welcome, voice: Voice): readonly Phrase[] => {
  if (changed === undefined) return [];
  const isChanged = voice.say('placing.changed');
  return voice.level === 'open' ? [isChanged, heldRuleWords(changed, voice)] : [isChanged];
};

const toneOf = ({ news }: Welcome): Tone => (news.some(({ kind }) => kind === 'urgent-messages') ? 'urgent' : 'calm');

/** The most useful thing first, as far as it may be said aloud; with nothing to tell, the day and the time. */
export const renderWelcome = (outcome: Welcome, voice: Voice): Telling => {
  const { say } = voice;
  const hasNews = outcome.news.length > 0;
  const isDated = !hasNews || voice.settings.steadyWords;
  return telling(
    say('control.title'),
    [
      hello(voice, hasNews),
      ...(isDated ? [nowWords(voice)] : []),
      ...changedWords(outcome, voice),
      ...outcome.news.flatMap((news) => (voice.level === 'open' ? inFull(news, voice) : [counted(news, voice)])),
      ...(hasNews ? [] : [say('control.can-ask')]),
    ],
    toneOf(outcome),
  );
};
