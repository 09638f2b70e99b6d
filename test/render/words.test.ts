import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createInstance } from 'i18next';
import { SPEAKING_LEVELS } from '../../lambda/core/pairing/echo.ts';
import { carerWordingWith, unplacedWordingWith } from '../../lambda/render/carer-wording.ts';
import { words } from '../../lambda/render/catalogue.ts';
import { copyWordsWith } from '../../lambda/render/copy-words.ts';
import { onwardWordingWith } from '../../lambda/render/onward-wording.ts';
import { planWordsWith } from '../../lambda/render/recurrence-words.ts';
import { renderAtOnce } from '../../lambda/render/render-at-once.ts';
import { renderOutcome } from '../../lambda/render/render-outcome.ts';
import { renderQuestion } from '../../lambda/render/render-question.ts';
import { renderTouches } from '../../lambda/render/render-touches.ts';
import { type LookUp, sayWith } from '../../lambda/render/say.ts';
import { screenPageWordsWith } from '../../lambda/render/screen-page-words.ts';
import { writeSpeech } from '../../lambda/render/ssml.ts';
import { TONES, toneWords } from '../../lambda/render/telling.ts';
import { paceOf, type Voice } from '../../lambda/render/voice.ts';
import { wordingWith } from '../../lambda/render/wording.ts';
import { aReminder } from '../support/builders/things-told.ts';
import { assertFollowable, assertSayable, heard } from '../support/spoken-rules.ts';
import { aBinReminder, aMessage, anAlertMessage, aReminderDelivery, aResident, aVoice } from './support/builders.ts';
import { everyCardWith } from './support/every-card.ts';
import { everyOutcome, everyQuestion } from './support/every-outcome.ts';
import { everyRule } from './support/every-rule.ts';
import { everyWordToCarers } from './support/every-word-to-carers.ts';

/** Looks up in the catalogue, notes which form of which key was used, and fails for one that is not there. */
const recording = () => {
  const used = new Set<string>();
  const i18n = createInstance();
  void i18n.init({
    lng: 'en-GB',
    resources: { 'en-GB': { translation: words } },
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => assert.fail(`no words for ${key}`),
  });
  const t = i18n.getFixedT('en-GB');
  const lookUp: LookUp = (key, values) => {
    const found = t(key, { ...values, returnDetails: true });
    used.add(found.exactUsedKey);
    return found.res;
  };
  return { used, says: { full: sayWith(lookUp, { easy: false }), easy: sayWith(lookUp, { easy: true }) } };
};

const manners = {
  plain: {},
  short: { length: 'short' },
  easy: { easyWords: true },
  steady: { steadyWords: true },
  'one at a time, slowly': { oneAtATime: true, rate: 'slower', longerPauses: true },
  'with a pendant, loudly': { hasPendant: true, volumeHint: true, rate: 'fast', slowToSpeak: true },
} as const;

const voices = (): { readonly title: string; readonly voice: Voice }[] =>
  Object.entries(manners).flatMap(([manner, settings]) =>
    SPEAKING_LEVELS.flatMap((level) =>
      [false, true].map((slower) => {
        const { name: _name, ...nameless } = aVoice(settings, { level, slower });
        const voice = level === 'closed' ? nameless : aVoice(settings, { level, slower });
        return { title: `${manner}, ${level}${slower ? ', again' : ''}`, voice };
      }),
    ),
  );

const outcomesOf = (name: string) => Object.values(everyOutcome(name)).flat();
const questionsOf = (name: string) => Object.values(everyQuestion(name)).flat();

const HOSTILE = [
  'Marks & Spencer',
  '<break time="9s"/>',
  '</speak><audio src="https://x"/>',
  '5 < 6',
  '"quoted"',
  "O'Neill",
  '&amp;',
  '🐦‍⬛ emoji',
  'x'.repeat(10_000),
  '$t(visits.title)',
  '{{x}}',
  '\u202Eright to left\u202C',
  'a NUL \u0000 and a bell \u0007',
  'half a pair \uD83D',
  `$${'{payload.x}'} @style`,
];

describe('the words of every outcome', () => {
  for (const { title, voice } of voices()) {
    test(`spoken ${title}, they are whole short sentences without a question`, () => {
      for (const outcome of outcomesOf('Amina')) {
        const telling = renderOutcome(outcome, voice);
        const atOnce = renderAtOnce(outcome, voice);
        if (atOnce !== undefined) assert.deepEqual(atOnce, telling, 'the words that are ready say the same');
        const ssml = writeSpeech(telling.sentences, paceOf(voice));
        const text = heard(`<speak>${ssml}</speak>`);
        assertSayable(text);
        assertFollowable(text);
        assert.doesNotMatch(text, /\?/, `${outcome.kind} asks: ${text}`);
        for (const shown of [telling.title, ...telling.sentences]) assertSayable(shown.text);
        assert.notEqual(telling.title.text, '');
      }
    });

    test(`asked ${title}, every question ends in a question mark and its reprompt says it differently`, () => {
      for (const question of questionsOf('Amina')) {
        const asked = renderQuestion(question, voice);
        const [first, again] = [asked.question, asked.reprompt].map(({ ssml }) => heard(`<speak>${ssml}</speak>`));
        for (const text of [first, again]) {
          assertSayable(text ?? '');
          assertFollowable(text ?? '');
          assert.match(text ?? '', /\?$/);
        }
        assert.notEqual(first, again);
      }
    });
  }

  for (const hostile of HOSTILE) {
    test(`Q12: a value from outside stays a value: ${JSON.stringify(hostile.slice(0, 30))}`, () => {
      const voice = { ...aVoice({}, { name: hostile }), council: { name: hostile, phone: hostile } };
      for (const outcome of outcomesOf(hostile)) {
        heard(`<speak>${writeSpeech(renderOutcome(outcome, voice).sentences, paceOf(voice))}</speak>`);
      }
      for (const question of questionsOf(hostile))
        heard(`<speak>${renderQuestion(question, voice).question.ssml}</speak>`);
    });
  }

  test('what is shown is the raw text, not the escaped one', () => {
    const { sentences } = renderOutcome({ kind: 'pairing-asked', words: ["O'Neill & Sons", 'teapot'] }, aVoice());
    assert.equal(sentences[0]?.text, "Your two words are O'Neill & Sons and teapot.");
    assert.equal(sentences[0]?.ssml, 'Your two words are O&apos;Neill &amp; Sons and teapot.');
  });
});

describe('the catalogue', () => {
  test('every key is used by some outcome, and no outcome uses a key that is not there', () => {
    const { used, says } = recording();
    for (const { voice } of voices()) {
      const recorded = { ...voice, say: voice.settings.easyWords ? says.easy : says.full };
      for (const outcome of outcomesOf('Amina')) renderOutcome(outcome, recorded);
      for (const question of questionsOf('Amina')) {
        renderQuestion(question, recorded);
        renderTouches(question, recorded);
      }
      for (const tone of TONES) toneWords(tone, recorded);
    }
    const wordingOf = wordingWith(says);
    for (const settings of Object.values(manners))
      for (const delivery of [
        aReminderDelivery('2026-11-24T08:00'),
        aReminderDelivery('2026-11-24T08:00', 'drink'),
        aReminderDelivery('2026-11-24T18:00', 'bins', { content: aBinReminder() }),
        aMessage(),
        anAlertMessage(),
        anAlertMessage({ isCorrection: true }, { handling: 'notice' }),
      ])
        for (const aloud of [true, false]) wordingOf(delivery, aResident(settings), aloud);
    for (const words of everyCardWith(says)) assertSayable(words.title);
    screenPageWordsWith(says.full, 'Harbour County Council');
    const plan = planWordsWith(says.full);
    for (const today of ['2026-11-20', '2026-11-24']) for (const rule of everyRule) plan(rule, today);
    const ofCopy = copyWordsWith(says.full);
    for (const reminder of [
      aReminder('2026-11-24T08:00'),
      { ...aReminder('2026-11-24T08:00'), label: 'drink' as const },
    ])
      assertSayable(ofCopy(reminder, []));
    unplacedWordingWith(says.full)(aResident({}));
    const toCarer = carerWordingWith(says.full);
    for (const delivery of everyWordToCarers) toCarer([delivery], aResident({}));
    const [first, second] = everyWordToCarers;
    if (first && second) toCarer([first, second], aResident({}));
    onwardWordingWith(says.full)('the duty desk');
    const unused = Object.keys(words).filter((key) => !used.has(key));
    assert.deepEqual(unused, []);
  });

  test('only questions hold a question mark, and nothing shouts', () => {
    for (const [key, template] of Object.entries(words)) {
      assert.equal(template.includes('?'), key.startsWith('ask.'), key);
      assert.doesNotMatch(template, /!|\b[A-Z]{3,}\b|[<>]/, key);
    }
  });
});
