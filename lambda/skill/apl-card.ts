import type { Directive } from 'ask-sdk-model';
import type { TextSize } from '../core/people/settings.ts';
import type { Touch } from '../render/render-touches.ts';
import type { Phrase } from '../render/ssml.ts';
import { type Telling, toneWords } from '../render/telling.ts';
import type { Voice } from '../render/voice.ts';
import { CARD_TOKEN, cardDocument } from './apl-document.ts';
import { touchArguments } from './touched.ts';

/** More than this is not read from across a room; what is left out was spoken. */
const MOST_LINES = 6;

/** What a line that ends early takes besides its letters, in letters. */
const LINE_END = 12;

/** How much larger than large the type is. */
const SCALE: Readonly<Record<TextSize, number>> = { large: 1, larger: 1.2, largest: 1.4 };

/** What a Screen shows of a turn. `turn`: the count of the answer that it belongs to. */
export type Shown = {
  readonly telling: Telling;
  readonly question: Phrase | undefined;
  readonly choices: readonly { readonly touch: Touch; readonly label: Phrase }[];
  readonly turn: number;
  readonly voice: Pick<Voice, 'say' | 'settings'>;
};

/** Markup that a Text component would obey (Amazon, "APL Text"): data may hold none. */
const plain = ({ text }: Phrase): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What a Screen of an Echo shows for a turn: the same words as plain text, the question that is open, and what may be pressed for it. */
export const aplCard = ({ telling, question, choices, turn, voice }: Shown): Directive => {
  const lines = telling.sentences.slice(0, MOST_LINES).map(plain);
  const footnote = question === undefined ? '' : plain(question);
  const { tone } = telling;
  return {
    type: 'Alexa.Presentation.APL.RenderDocument',
    token: CARD_TOKEN,
    document: cardDocument(),
    datasources: {
      card: {
        type: 'object',
        properties: {
          title: plain(telling.title),
          label: toneWords(tone, voice)?.text ?? '',
          lines,
          footnote,
          tone,
          amount: [...lines, footnote].reduce((sum, line) => sum + line.length + LINE_END, 0),
          choices: choices.map(({ touch, label }) => ({ label: label.text, sends: touchArguments(touch, turn) })),
        },
      },
      look: { type: 'object', properties: { scale: SCALE[voice.settings.textSize] } },
    },
  };
};
