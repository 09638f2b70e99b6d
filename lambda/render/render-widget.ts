import type { WidgetWords } from '../core/home-mirror/level-widgets.ts';
import type { NextToShow } from '../core/home-mirror/next-to-show.ts';
import { timeOf } from '../core/kernel/uk-time.ts';
import type { SpeakingLevel } from '../core/pairing/echo.ts';
import { partOf, renderNextWith } from './render-next.ts';
import { sentenceOf } from './ssml.ts';
import { ENGLISH, type Says, voiceFor } from './voice.ts';

const reminderText = (next: NextToShow, level: SpeakingLevel, now: number, says: Says): string => {
  const { settings } = next.resident;
  const { nameToUse: name } = settings;
  const { say } = voiceFor({ settings, name, level, council: { name: '', phone: '' }, now, slower: false }, says);
  const when = level === 'closed' ? say('day.today') : say(`part.today.${partOf(timeOf(next.at))}`);
  return sentenceOf(next.namesWhom ? say('next.reminder-of', { name, when }) : say('next.reminder', { when })).text;
};

/** The words of the widget in one language: see `widgetWords`. */
export const widgetWordsWith =
  (says: Says): WidgetWords =>
  (next, level, now) => {
    const { resident, what, namesWhom } = next;
    const title =
      what.kind === 'reminder'
        ? reminderText(next, level, now, says)
        : renderNextWith(says)(what.next, resident, { level, namesWhom, now }).text;
    return { title, body: says.full('card.say').text };
  };

/**
 * What the widget of an Echo Show says is next: that there is a visit, an appointment or a reminder and roughly when, as a Screen says it to
 * anybody in the room; where the Home is closed the day alone.
 */
export const widgetWords: WidgetWords = widgetWordsWith(ENGLISH);
