import assert from 'node:assert/strict';
import { syllable } from 'syllable';
import { spokenSsml } from '../../infra/local/virtual-alexa/ssml.ts';
import { words } from '../../lambda/render/catalogue.ts';

/** A sentence a person can take in. */
export const MOST_WORDS = 20;

const KEYS = Object.keys(words);

/** What is heard of SSML; fails when Alexa would refuse it. */
export const heard = (ssml: string): string => {
  const spoken = spokenSsml(ssml);
  assert.equal(spoken.kind, 'spoken', `${spoken.kind === 'refused' ? spoken.why : ''}: ${ssml}`);
  return spoken.kind === 'spoken' ? spoken.text : '';
};

export const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[.?])\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

/** Shorter sentences ("Goodbye.") cannot be measured: the formula divides by the number of words. */
const FEWEST_WORDS = 4;
const HIGHEST_GRADE = 6;

/**
 * Names, and the words of the calendar and the clock, are as familiar as a word of one syllable, however long they are: so Chall and Dale
 * count them (Readability Revisited, 1995).
 */
const FAMILIAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|febr)uary|march|april|june|july|august|(?:sept|nov|dec)ember|october|today|tomorrow|yesterday|morning|afternoon|evening|midday|midnight|minutes?|quarter|seven|eleven|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|\d\S*)(?:['’]s)?$/i;

/** Who comes in these tests, at the beginning of a sentence, where a capital says nothing. */
const COMES = /^(?:Amina|Sandra|Blessing|Oluwaseun-Bartholomew)$/;

const isName = (word: string, place: number): boolean => place > 0 && /^\p{Lu}/u.test(word) && !/^I\b/.test(word);

const syllablesIn = (word: string, place: number): number =>
  word.split('-').every((part) => FAMILIAR.test(part)) || COMES.test(word) || isName(word, place)
    ? 1
    : Math.max(1, syllable(word));

/** The Flesch-Kincaid grade level (Kincaid and others, 1975): the school year for which a sentence is easy enough. */
const gradeOf = (sentence: string): number => {
  const said = sentence
    .replace(/[^\p{L}\p{N}'’ -]/gu, ' ')
    .trim()
    .split(/\s+/);
  const syllables = said.reduce((sum, word, place) => sum + syllablesIn(word, place), 0);
  return Math.floor(0.39 * said.length + (11.8 * syllables) / said.length - 15.59);
};

/** The sentences that need more than six years of school. */
export const tooHard = (text: string): readonly string[] =>
  sentencesOf(text)
    .filter((sentence) => sentence.split(/\s+/).length >= FEWEST_WORDS)
    .filter((sentence) => gradeOf(sentence) > HIGHEST_GRADE);

/** A time, a date or a number. */
const FACT =
  /\b(?:midday|midnight|o'clock|past|quarter to|in the (?:morning|afternoon|evening)|at night|at (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|\d{3,}|the \d+(?:st|nd|rd|th))\b/;

/**
 * What opens a list says how many there are, and steady words say first what day it is: neither is news. A number said twice is one fact,
 * and so is a visit whose time has a sentence of its own.
 */
const isFrame = (sentence: string): boolean => /^(?:You have|It's \w+day the|Again,|The time is)|\?$/.test(sentence);

const MOST_FACTS = 3;

/** Every sentence can be followed by somebody of eighty-five, with the names and times that are really in it; three facts are the most. */
export const assertFollowable = (text: string): void => {
  assert.deepEqual(tooHard(text), [], `above grade ${HIGHEST_GRADE}`);
  const facts = sentencesOf(text).filter((sentence) => FACT.test(sentence) && !isFrame(sentence));
  assert.ok(facts.length <= MOST_FACTS, `${facts.length} facts: ${text}`);
};

/** Every sentence is short, whole and without a gap or a key in it. */
export const assertSayable = (text: string): void => {
  assert.doesNotMatch(text, /\{\{|\}\}|undefined|\[object|NaN/, text);
  assert.doesNotMatch(text, /\s[.,?]|\s\s|\.\.|,,/, text);
  assert.doesNotMatch(text, /\bremember\b|emergency|as I (said|told)/i, text);
  assert.equal(
    KEYS.find((key) => text.includes(key)),
    undefined,
    text,
  );
  for (const sentence of sentencesOf(text)) {
    const count = sentence.split(/\s+/).length;
    assert.ok(count <= MOST_WORDS, `${count} words: ${sentence}`);
    assert.match(sentence, /^[\p{Lu}\d"'“]/u, `begins without a capital: ${sentence}`);
  }
};
