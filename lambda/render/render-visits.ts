import type { Visit } from '../core/diary/diary-entry.ts';
import { endOf } from '../core/diary/diary-entry.ts';
import type { Age } from '../core/diary/who-is-coming.ts';
import { dateOf, localDate, localDateTime, timeOf } from '../core/kernel/uk-time.ts';
import { numberWords } from './calendar-words.ts';
import {
  bareDaysWords,
  bareDayWords,
  daysWords,
  dayWords,
  instantWords,
  partWords,
  shortDateWords,
  whenWords,
  windowWords,
} from './day-words.ts';
import type { DiaryOutcome } from './spoken-outcome.ts';
import type { Phrase } from './ssml.ts';
import { onlyIf, steadied, type Telling, telling } from './telling.ts';
import { timeWords } from './time-words.ts';
import { factsATurn, type Voice } from './voice.ts';

export type VisitOutcome = Extract<
  DiaryOutcome,
  { kind: 'visits' | 'no-visits' | 'no-plan' | 'visits-between' | 'no-visits-between' | 'no-plan-between' }
>;

/** Who comes, by name where it is known: "Amina", "Grace, the nurse,", "your care worker". */
export const whoWords = (visit: Pick<Visit, 'what' | 'who'>, { say }: Voice): Phrase =>
  visit.who === undefined ? say(`who.${visit.what}`) : say(`who.${visit.what}.named`, { name: visit.who });

const timeOfVisit = (visit: Visit, voice: Voice): Phrase => windowWords(timeOf(visit.at), timeOf(endOf(visit)), voice);

/** "two in the afternoon", "between nine and ten in the morning". */
const bareTimeOf = (visit: Visit, voice: Voice): Phrase =>
  timeOf(endOf(visit)) === timeOf(visit.at) ? timeWords(timeOf(visit.at)) : timeOfVisit(visit, voice);

const hasBegun = (visit: Visit, voice: Voice): boolean => visit.at <= localDateTime(voice.now);

/** How old the plan is, when that is worth saying. */
export const ageWords = (age: Age, voice: Voice): Phrase | undefined =>
  age === undefined ? undefined : voice.say('visits.age', { when: instantWords(age.asOf, voice) });

/** A visit whose time has begun: it may be on its way or may have been. Nothing is promised. */
const wasDue = (visit: Visit, voice: Voice): readonly Phrase[] => [
  voice.say('visits.was-due', { who: whoWords(visit, voice), time: timeOfVisit(visit, voice) }),
  voice.say('visits.no-news'),
  voice.say('visits.not-nobody'),
];

/** A name with what somebody comes for takes breath enough for a sentence of its own. */
const isLongWho = ({ what, who }: Visit): boolean =>
  who !== undefined && what !== 'care-visit' && what !== 'other-visit';

/** One visit: today in one sentence, on another day the day first and then the time. */
export const oneVisit = (visit: Visit, voice: Voice): readonly Phrase[] => {
  const { say } = voice;
  const who = whoWords(visit, voice);
  if (hasBegun(visit, voice)) return wasDue(visit, voice);
  if (dateOf(visit.at) === localDate(voice.now) && !voice.settings.steadyWords && !isLongWho(visit)) {
    return [say('visits.is-coming', { who, when: whenWords(visit.at, endOf(visit), voice) })];
  }
  return [
    say('visits.is-coming', { who, when: dayWords(dateOf(visit.at), voice) }),
    say('visits.time', { time: bareTimeOf(visit, voice) }),
  ];
};

const inList = (visit: Visit, voice: Voice): readonly Phrase[] =>
  hasBegun(visit, voice)
    ? wasDue(visit, voice).slice(0, 2)
    : [voice.say('visits.is-coming', { who: whoWords(visit, voice), when: timeOfVisit(visit, voice) })];

const onItsDay = (visit: Visit, voice: Voice): readonly Phrase[] =>
  dateOf(visit.at) === localDate(voice.now)
    ? inList(visit, voice)
    : [
        voice.say('visits.on-weekday', {
          weekday: shortDateWords(dateOf(visit.at)),
          who: whoWords(visit, voice),
          time: timeOfVisit(visit, voice),
        }),
      ];

/** Counted first, then as many as a turn holds. */
const list = (
  visits: readonly Visit[],
  from: number,
  day: Phrase,
  voice: Voice,
  item: (visit: Visit, voice: Voice) => readonly Phrase[],
): readonly (Phrase | undefined)[] => [
  onlyIf(from === 0, () =>
    voice.say('visits.count', { count: visits.length, number: numberWords(visits.length), day }),
  ),
  ...visits.slice(from, from + factsATurn(voice)).flatMap((visit) => item(visit, voice)),
];

/** The day or the part of it that was asked for. */
export const dayAsked = (outcome: Extract<VisitOutcome, { kind: 'visits' | 'no-visits' }>, voice: Voice): Phrase =>
  outcome.part === undefined ? dayWords(outcome.day, voice) : partWords(outcome.day, outcome.part, voice);

const sentences = (outcome: VisitOutcome, voice: Voice): readonly (Phrase | undefined)[] => {
  const { say } = voice;
  switch (outcome.kind) {
    case 'visits': {
      const [only, ...more] = outcome.visits;
      if (only !== undefined && more.length === 0) return [...oneVisit(only, voice), ageWords(outcome.age, voice)];
      return [
        ...list(outcome.visits, outcome.from, dayAsked(outcome, voice), voice, inList),
        ageWords(outcome.age, voice),
      ];
    }
    case 'visits-between':
      return [
        ...list(outcome.visits, outcome.from, daysWords(outcome.days, voice), voice, onItsDay),
        onlyIf(!outcome.isCovered, () => say('visits.more-may-come')),
        ageWords(outcome.age, voice),
      ];
    case 'no-visits':
      return [
        ...(outcome.ended === undefined
          ? [say('visits.none', { day: dayAsked(outcome, voice) })]
          : wasDue(outcome.ended, voice).slice(0, 2)),
        outcome.next === undefined
          ? undefined
          : say('visits.next', { when: whenWords(outcome.next.at, undefined, voice) }),
        ageWords(outcome.age, voice),
      ];
    case 'no-visits-between':
      return [say('visits.none', { day: daysWords(outcome.days, voice) }), ageWords(outcome.age, voice)];
    case 'no-plan':
      return [say('visits.no-plan', { day: bareDayWords(outcome.day, voice) }), say('visits.not-nobody')];
    case 'no-plan-between':
      return [say('visits.no-plan', { day: bareDaysWords(outcome.days, voice) }), say('visits.not-nobody')];
  }
};

/** Who is coming, and when. What is not known is said to be not known. */
export const renderVisits = (outcome: VisitOutcome, voice: Voice): Telling =>
  telling(voice.say('visits.title'), [...steadied(voice), ...sentences(outcome, voice)]);
