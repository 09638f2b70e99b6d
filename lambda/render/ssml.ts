/** The longest value that is taken into a sentence, in characters; longer ones are cut before they are escaped. */
export const LONGEST_VALUE = 300;

/** Words as they are spoken (SSML, already escaped) and as they are shown (plain text). */
export type Phrase = { readonly ssml: string; readonly text: string };

const CONTROLS = /[\p{Cc}\p{Cs}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]/gu;
const GAPS = /[\t\n\r\u0085\u00A0\u2028\u2029\u202F ]+/g;

/** A value without control characters, lone surrogates and marks that steer the direction of text; one line, trimmed, cut. */
export const cleanText = (text: string): string => {
  const plain = text.replace(GAPS, ' ').replace(CONTROLS, '').trim();
  const characters = [...plain];
  return characters.length <= LONGEST_VALUE ? plain : `${characters.slice(0, LONGEST_VALUE - 1).join('')}…`;
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text as it must stand inside SSML (XML 1.0). The SDK's own function escapes some things twice, so this one stands here. */
export const escapeSsml = (text: string): string => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);

const CHARACTERS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ENTITIES).map(([character, entity]) => [entity, character]),
);

/** What is heard of a phrase, as plain text for whoever does the escaping: our few tags go, entities become what they stand for. */
export const heardOf = ({ ssml }: Phrase): string =>
  ssml.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => CHARACTERS[entity] ?? entity);

/** Plain words as a phrase. */
export const phraseOf = (text: string): Phrase => {
  const clean = cleanText(text);
  return { ssml: escapeSsml(clean), text: clean };
};

/** Spoken one way, shown another: "half past eight in the morning", "8:30am". Both are our own words. */
export const spokenAndShown = (spoken: string, shown: string): Phrase => ({
  ssml: escapeSsml(spoken),
  text: shown,
});

/** The spoken side of one phrase with the shown side of another. */
export const spokenFrom = (spoken: Phrase, shown: Phrase): Phrase => ({ ssml: spoken.ssml, text: shown.text });

const capital = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase('en-GB'));

/** A phrase that begins a sentence. */
export const sentenceOf = ({ ssml, text }: Phrase): Phrase => ({ ssml: capital(ssml), text: capital(text) });

/**
 * How the words are paced: in percent of normal speed (Amazon takes 20 to 200), and the pause between sentences in milliseconds.
 * `voice`: one of Alexa's British voices (Amazon, "SSML Reference"); missing: her own.
 */
export type Pace = { readonly percent: number; readonly pause: number; readonly voice?: 'Amy' | 'Brian' | 'Emma' };

/** Whole sentences as the inside of one `<speak>`: pauses between them, one `prosody` around all of them, inside one `voice`. */
export const writeSpeech = (sentences: readonly Phrase[], { percent, pause, voice }: Pace): string => {
  const between = pause === 0 ? ' ' : `<break time="${pause}ms"/>`;
  const spoken = sentences.map(({ ssml }) => `<s>${ssml}</s>`).join(between);
  if (spoken === '') return '';
  const paced = percent === 100 ? spoken : `<prosody rate="${percent}%">${spoken}</prosody>`;
  return voice === undefined ? paced : `<voice name="${voice}">${paced}</voice>`;
};

/** "one", "one and two", "one, two and three": the list form of British English. */
export const listWords = (phrases: readonly Phrase[]): Phrase => {
  const list = new Intl.ListFormat('en-GB', { style: 'long', type: 'conjunction' });
  return { ssml: list.format(phrases.map(({ ssml }) => ssml)), text: list.format(phrases.map(({ text }) => text)) };
};
