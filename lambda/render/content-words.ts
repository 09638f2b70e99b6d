import type { Content } from '../core/delivery/announcement.ts';
import { APPOINTMENT_KINDS, VISIT_KINDS } from '../core/diary/diary-entry.ts';
import { whenWords } from './day-words.ts';
import type { Phrase } from './ssml.ts';
import type { Voice } from './voice.ts';
import { writtenWords } from './written-words.ts';

type DiaryContent = Content & { readonly kind: 'diary' };

/** What in the Diary has changed; a kind that is not known is told as an appointment. */
const whatWords = ({ what, who }: DiaryContent, { say }: Voice): Phrase => {
  const visit = VISIT_KINDS.find((kind) => kind === what);
  if (visit !== undefined) return who === undefined ? say(`diary.visit.${visit}`) : say('diary.visit', { who });
  const appointment = APPOINTMENT_KINDS.find((kind) => kind === what) ?? 'other-appointment';
  return say(`diary.appointment.${appointment}`);
};

type AlertContent = Content & { readonly kind: 'alert' };

/** What the council has to tell, in its own words: the title, then the text. */
export const alertWords = (content: AlertContent, { say }: Pick<Voice, 'say'>): readonly Phrase[] => [
  ...(content.isCorrection ? [say('alert.correction')] : []),
  say('alert.words', { title: writtenWords(content.title.replace(/[.!]+$/, '')), text: writtenWords(content.text) }),
];

/** A change of the Diary in two or three sentences: what, when now, and when before; of `several` in one turn only what and when now. */
export const diaryWords = (content: DiaryContent, voice: Voice, several = false): readonly Phrase[] => {
  const { say } = voice;
  const what = whatWords(content, voice);
  const when = whenWords(content.at, undefined, voice);
  switch (content.change) {
    case 'added':
      return [say('diary.added', { what }), say('diary.when', { when })];
    case 'cancelled':
      return [say('diary.cancelled', { what }), say('diary.was-to-be', { when })];
    case 'moved':
      return [
        say('diary.moved', { what }),
        say('diary.new-time', { when }),
        ...(content.before === undefined || several
          ? []
          : [say('diary.old-time', { when: whenWords(content.before, undefined, voice) })]),
      ];
  }
};
