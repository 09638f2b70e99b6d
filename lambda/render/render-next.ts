import type { Appointment, DiaryEntry, Visit } from '../core/diary/diary-entry.ts';
import { endOf } from '../core/diary/diary-entry.ts';
import type { NextInDiary } from '../core/diary/what-is-next.ts';
import type { Instant } from '../core/kernel/clock.ts';
import { type LocalTime, timeOf } from '../core/kernel/uk-time.ts';
import type { SpeakingLevel } from '../core/pairing/echo.ts';
import type { Resident } from '../core/people/resident.ts';
import { whenWords } from './day-words.ts';
import { whoWords } from './render-visits.ts';
import { type Phrase, sentenceOf } from './ssml.ts';
import { ENGLISH, type Says, type Voice, voiceFor } from './voice.ts';

/** What is next on a Screen: `text` for anybody in the room, `detail` for a minute, for whoever asked and chose to show it. */
export type NextWords = { readonly text: string; readonly detail?: string };

export type NextPlace = { readonly level: SpeakingLevel; readonly namesWhom: boolean; readonly now: Instant };

/** The part of the day as a Screen says it. */
export const partOf = (time: LocalTime): 'morning' | 'afternoon' | 'evening' | 'night' => {
  if (time >= '05:00' && time < '12:00') return 'morning';
  if (time >= '12:00' && time < '18:00') return 'afternoon';
  return time >= '18:00' && time < '22:00' ? 'evening' : 'night';
};

/** "this afternoon", "tomorrow morning"; where the Home is closed the day alone, so that a stranger learns no time. */
const roughly = ({ entry, day }: NextInDiary, { level }: NextPlace, { say }: Voice): Phrase => {
  const part = partOf(timeOf(entry.at));
  if (day === 'today') return level === 'closed' ? say('day.today') : say(`part.today.${part}`);
  return level === 'closed' ? say('next.tomorrow') : say('next.tomorrow-part', { part: say(`screen.${part}`) });
};

const visitDetail = (visit: Visit, voice: Voice): Phrase =>
  voice.say('visits.is-coming', { who: whoWords(visit, voice), when: whenWords(visit.at, endOf(visit), voice) });

const appointmentDetail = (appointment: Appointment, voice: Voice): Phrase => {
  const time = whenWords(appointment.at, appointment.until, voice);
  const what = voice.say(`where.${appointment.what}`);
  const hasPlace = appointment.what !== 'outing' && appointment.what !== 'other-appointment';
  return hasPlace
    ? voice.say('appointments.item', { what, time })
    : voice.say('appointments.item-outing', { what, time });
};

const detailOf = (entry: DiaryEntry, voice: Voice): Phrase =>
  entry.kind === 'visit' ? visitDetail(entry, voice) : appointmentDetail(entry, voice);

/** What is next in one language: see `renderNext`. */
export const renderNextWith =
  (says: Says) =>
  (next: NextInDiary, { settings }: Resident, place: NextPlace): NextWords => {
    const { nameToUse: name } = settings;
    const council = { name: '', phone: '' };
    const voice = voiceFor({ settings, name, level: 'open', council, now: place.now, slower: false }, says);
    const { kind } = next.entry;
    const when = roughly(next, place, voice);
    const text = place.namesWhom ? voice.say(`next.${kind}-of`, { name, when }) : voice.say(`next.${kind}`, { when });
    const mayShow = settings.screen.privateItems === 'shown' && place.level !== 'closed' && !place.namesWhom;
    const shown = sentenceOf(text).text;
    return mayShow ? { text: shown, detail: sentenceOf(detailOf(next.entry, voice)).text } : { text: shown };
  };

/** Words what is next in the Diary: a visit or an appointment and roughly when, never who or where unless that was chosen. */
export const renderNext = renderNextWith(ENGLISH);
