import type { ConsoleNeeds } from '../console-needs.ts';
import type { Visit } from '../pages/console-env.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { echosOf } from './echos-of.ts';
import type { Seen } from './with-resident.ts';

/** As many as are taken in at one look. */
const MOST_PHRASES = 6;

/** What is said to Alexa: English in every language of the pages, because she understands no other here. */
export const TO_SAY = {
  open: 'Alexa, open bell bird',
  myDay: 'Alexa, my day',
  volume: 'Alexa, volume eight',
  visits: 'Who is coming today?',
  messages: 'Read my messages',
  reminderDone: 'It’s done',
  appointments: 'When is my next appointment?',
  ringMe: 'Can someone ring me?',
  again: 'Say that again',
  slower: 'Speak slower',
} as const;

/** What this person can say, by what they have; the likeliest first. Every phrase is one that the interaction model holds. */
const phrasesFor = ({ page, resident }: Seen, isRungBack: boolean): readonly string[] => {
  const hasAppointment = page.diary.entries.some(({ kind, state }) => kind === 'appointment' && state === 'planned');
  return [
    TO_SAY.visits,
    TO_SAY.messages,
    ...(page.reminders.length > 0 ? [TO_SAY.reminderDone] : []),
    ...(hasAppointment ? [TO_SAY.appointments] : []),
    ...(isRungBack ? [TO_SAY.ringMe] : []),
    TO_SAY.again,
    ...(resident.settings.rate === 'normal' ? [TO_SAY.slower] : []),
  ].slice(0, MOST_PHRASES);
};

/**
 * A card of what to say, in large print on one side of A4, from this person's own set-up: it stands in the room, so it names nobody who
 * comes, no time and no reminder, and where an Echo may say nothing aloud not even whose it is.
 */
export const phraseCardPage = (needs: ConsoleNeeds, show: ShowPage) => async (c: Visit, seen: Seen) => {
  const { resident, words, page, path, acting } = seen;
  const [council, echos] = await Promise.all([needs.councilOf(needs.council), echosOf(needs, resident)]);
  const { phraseCard } = words;
  const isClosed = echos.some(({ speakingLevel }) => speakingLevel === 'closed');
  return show(c, {
    view: 'phrase-card',
    title: isClosed ? words.service : phraseCard.title(resident.settings.nameToUse),
    current: acting.kind === 'carer' ? 'residents' : 'homes',
    back: path,
    data: {
      toSay: TO_SAY,
      hasMyDay: page.mirror?.hasWords === true,
      phrases: phrasesFor(seen, council.staffedHours.length > 0),
      person: phraseCard.person(council.name),
      phone: council.phone,
      hasPendant: resident.settings.hasPendant,
    },
  });
};
