import type { Directive } from 'ask-sdk-model';
import type { TextSize } from '../core/people/settings.ts';
import type { Phrase } from '../render/ssml.ts';
import type { Telling } from '../render/telling.ts';
import { CARD_TOKEN, cardDocument } from './apl-document.ts';

/** More than this is not read from across a room; what is left out was spoken. */
const MOST_LINES = 6;

/** How much larger than large the type is. */
const SCALE: Readonly<Record<TextSize, number>> = { large: 1, larger: 1.2, largest: 1.4 };

/** What a Screen of an Echo shows for a turn: the same words as plain text, and the question that is open. */
export const aplCard = (telling: Telling, question: Phrase | undefined, size: TextSize): Directive => ({
  type: 'Alexa.Presentation.APL.RenderDocument',
  token: CARD_TOKEN,
  document: cardDocument(),
  datasources: {
    card: {
      type: 'object',
      properties: {
        title: telling.title.text,
        lines: telling.sentences.slice(0, MOST_LINES).map(({ text }) => text),
        footnote: question?.text ?? '',
        tone: telling.tone,
      },
    },
    look: { type: 'object', properties: { scale: SCALE[size] } },
  },
});
