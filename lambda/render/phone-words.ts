import { cleanText, escapeSsml, type Phrase } from './ssml.ts';

/** A telephone number: spoken slowly in its groups, shown as it is dialled. */
export const phoneWords = (phone: string): Phrase => {
  const text = cleanText(phone);
  return {
    ssml: `<prosody rate="85%"><say-as interpret-as="telephone">${escapeSsml(text)}</say-as></prosody>`,
    text,
  };
};

const DIGITS = ['oh', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;

/** A short number that everybody knows by its digits: "nine nine nine", shown as 999. A space in it is a pause. */
export const shortNumberWords = (number: string): Phrase => ({
  ssml: number
    .split(' ')
    .map((group) => [...group].map((digit) => DIGITS[Number(digit)] ?? digit).join(' '))
    .join(', '),
  text: number,
});
