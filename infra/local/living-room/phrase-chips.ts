import type { EchoView } from '../virtual-alexa/virtual-alexa.ts';
import type { Chip } from './room-view.ts';

/** What is known of the Home that makes one phrase fit better than another. */
export type ChipSituation = {
  readonly view: Pick<EchoView, 'microphone' | 'waiting'>;
  /** Something was told and nobody has replied to it yet. */
  readonly isUnanswered: boolean;
};

const asked = (label: string, phrase: string): Chip => ({ label, phrase });
const answered = (phrase: string): Chip => ({ label: phrase, phrase });

/** The first is the one to press without reading anything. */
const ALWAYS: readonly Chip[] = [
  asked('Who’s coming today?', "ask bell bird who's coming today"),
  asked('Open bell bird', 'open bell bird'),
  asked('My reminders', 'ask bell bird what my reminders are'),
  asked('Any messages?', 'ask bell bird for my messages'),
  asked('What day is it?', 'ask bell bird what day it is'),
];

const ANSWERS: readonly Chip[] = ['yes', 'no', "it's done", 'not yet', 'what can I say', 'stop'].map(answered);

const NOTIFICATIONS = asked('Read my notifications', 'Alexa, read my notifications');
const REPLIES: readonly Chip[] = [
  asked('Open bell bird', 'open bell bird'),
  asked('It’s done', "tell bell bird it's done"),
];

const MOST = 4;

/** The phrases that fit what is happening: answers while the Echo listens; what just came first; otherwise what can be asked. */
export const phraseChips = ({ view, isUnanswered }: ChipSituation): readonly Chip[] => {
  if (view.microphone === 'open') return ANSWERS;
  const now = [...(view.waiting > 0 ? [NOTIFICATIONS] : []), ...(isUnanswered ? REPLIES : [])];
  const others = ALWAYS.filter(({ phrase }) => now.every((chip) => chip.phrase !== phrase));
  return [...now, ...others].slice(0, MOST);
};
