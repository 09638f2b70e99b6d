import assert from 'node:assert/strict';
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
