/** Alexa's British voices say about 150 words a minute at the normal rate. */
const WORDS_A_SECOND = 2.5;

/** About how long a text takes to say, in whole seconds, at least 1. Numbers and abbreviations make it longer. */
export const speechSeconds = (text: string): number => {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const digits = text.match(/\d/g)?.length ?? 0;
  return Math.max(1, Math.round((words.length + digits / 2) / WORDS_A_SECOND));
};
