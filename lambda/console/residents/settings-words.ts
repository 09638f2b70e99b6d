import type { Settings } from '../../core/people/settings.ts';
import type { Words } from '../words/en.ts';

/** How a Resident is spoken to now, a line for each thing that they may change by saying so. */
export const settingsWords = (settings: Settings, { phraseCard, when }: Words): readonly string[] => {
  const { settings: words } = phraseCard;
  const { quietHours, rate, longerPauses, voice = 'alexa', length, oneAtATime, textSize, screen } = settings;
  return [
    longerPauses ? `${words.rate[rate]}, ${words.pauses}` : words.rate[rate],
    words.voice[voice],
    words.length[length],
    ...(oneAtATime ? [words.oneAtATime] : []),
    words.textSize[textSize],
    quietHours === undefined ? words.noQuiet : words.quiet(when.time(quietHours.from), when.time(quietHours.to)),
    words.screen[screen.on ? 'on' : 'off'],
  ];
};
