import { inWords } from './calendar-words.ts';

/** A whole number below a million as it is said in Britain: "one hundred and twenty", "two thousand and five". */
const wholeWords = (n: number): string => {
  if (n < 100) return inWords(n);
  const [size, name] = n < 1_000 ? ([100, 'hundred'] as const) : ([1_000, 'thousand'] as const);
  const rest = n % size;
  const head = `${wholeWords(Math.floor(n / size))} ${name}`;
  if (rest === 0) return head;
  return rest < 100 ? `${head} and ${wholeWords(rest)}` : `${head}, ${wholeWords(rest)}`;
};

const penceWords = (pence: number): string => (pence === 1 ? 'one penny' : `${inWords(pence)} pence`);

/**
 * An amount as it is said: "six pounds twenty", "one pound and five pence", "fifty pence". Pounds below a million, pence below a hundred;
 * nothing at all is "nothing".
 */
export const moneyWords = (pounds: number, pence: number): string => {
  if (pounds === 0) return pence === 0 ? 'nothing' : penceWords(pence);
  const whole = `${wholeWords(pounds)} ${pounds === 1 ? 'pound' : 'pounds'}`;
  if (pence === 0) return whole;
  return pence < 10 ? `${whole} and ${penceWords(pence)}` : `${whole} ${inWords(pence)}`;
};
