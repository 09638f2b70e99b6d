import type { Delivery } from '../core/delivery/delivery.ts';
import type { CarerWording } from '../core/delivery/tell-carer.ts';
import { timeOf } from '../core/kernel/uk-time.ts';
import { REMINDER_LABELS } from '../core/reminders/reminder.ts';
import type { UnplacedWording } from '../core/reminders/tell-unplaced.ts';
import { english, type Say } from './say.ts';
import type { Phrase } from './ssml.ts';
import { shownTime } from './time-words.ts';

const reminderWords = ({ content, due }: Delivery, say: Say): Phrase => {
  const time = shownTime(timeOf(due));
  if (content.kind !== 'reminder') return say('carer.message', { time });
  const label = REMINDER_LABELS.find((known) => known === content.label) ?? 'routine';
  return say(`carer.reminder.${label}`, { time });
};

/** It reached a Channel: that nobody replied says something then, and nothing otherwise. */
const wasTold = ({ state }: Delivery): boolean => ['sent', 'uncertain', 'shown', 'spoken'].includes(state);

const aboutKey = (delivery: Delivery) => {
  if (delivery.notYetAt !== undefined) return 'carer.not-yet';
  return wasTold(delivery) || delivery.spokenAt !== undefined || delivery.readOutAt !== undefined
    ? 'carer.no-reply'
    : 'carer.not-told';
};

/** The words of texts and e-mails to Carers in one language: see `carerWording`. */
export const carerWordingWith =
  (say: Say): CarerWording =>
  (deliveries, { settings: { nameToUse: name } }) => {
    const [delivery, ...others] = deliveries;
    const title = say('carer.title').text;
    if (others.length === 0)
      return { title, words: say(aboutKey(delivery), { name, reminder: reminderWords(delivery, say) }).text };
    const times = deliveries.map(({ due }) => timeOf(due)).toSorted();
    const number = String(times.length);
    return { title, words: say('carer.several', { name, number, times: times.map(shownTime).join(', ') }).text };
  };

/** The words about Reminders that are not on the Echo yet, in one language. */
export const unplacedWordingWith =
  (say: Say): UnplacedWording =>
  ({ settings: { nameToUse: name } }) => ({
    words: say('carer.unplaced', { name }).text,
    title: say('carer.unplaced-title').text,
  });

export const unplacedWording: UnplacedWording = unplacedWordingWith(english);

/** What a Carer is told by text or e-mail, from evidence alone (promises G13, G14); plain text, in English. */
export const carerWording: CarerWording = carerWordingWith(english);
