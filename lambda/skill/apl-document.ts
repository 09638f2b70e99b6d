/** The name of Bellbird's one document on a screen. */
export const CARD_TOKEN = 'bellbird-card';

/** Sizes in dp at a text size of 1: a round screen holds less, a television is seen from three metres away. */
const SIZES = { title: { round: 40, television: 48, hub: 56 }, line: { round: 28, television: 34, hub: 40 } } as const;

/** An expression that the Screen works out (APL data binding). */
const bound = (expression: string): string => `\${${expression}}`;

const sizeOf = (part: keyof typeof SIZES): string => {
  const { round, television, hub } = SIZES[part];
  const base = `(viewport.shape == 'round' ? ${round} : viewport.mode == 'tv' ? ${television} : ${hub})`;
  return `${bound(`${base} * payload.look.properties.scale`)}dp`;
};

const TEXT = bound("viewport.mode == 'tv' ? '#DADADA' : '#FAFAFA'");
const TONE = bound(
  "payload.card.properties.tone == 'urgent' ? '#FFB74D' : payload.card.properties.tone == 'done' ? '#81C784' : '#90CAF9'",
);

const text = (words: string, part: keyof typeof SIZES, weight: '500' | '700') => ({
  type: 'Text',
  text: words,
  color: TEXT,
  fontSize: sizeOf(part),
  fontWeight: weight,
  lineHeight: 1.3,
  paddingBottom: '16dp',
});

/**
 * The card: a title, a line for each sentence, and below them the question that is open. Off-white on off-black, large type,
 * inside the safe area of a television; nothing moves, and nothing goes away by itself (Amazon, APL 2023.3).
 */
export const cardDocument = () => ({
  type: 'APL',
  version: '2023.3',
  background: '#0F0F0F',
  settings: { idleTimeout: 120_000 },
  mainTemplate: {
    parameters: ['payload'],
    items: [
      {
        type: 'Container',
        width: '100vw',
        height: '100vh',
        direction: 'row',
        items: [
          { type: 'Frame', width: '12dp', height: '100%', backgroundColor: TONE },
          {
            type: 'ScrollView',
            grow: 1,
            shrink: 1,
            height: '100%',
            item: {
              type: 'Container',
              width: '100%',
              paddingLeft: '5vw',
              paddingRight: '5vw',
              paddingTop: '5vh',
              paddingBottom: '5vh',
              items: [
                { ...text(bound('payload.card.properties.title'), 'title', '700'), role: 'header' },
                {
                  type: 'Container',
                  width: '100%',
                  data: bound('payload.card.properties.lines'),
                  items: [text(bound('data'), 'line', '500')],
                },
                {
                  ...text(bound('payload.card.properties.footnote'), 'line', '700'),
                  when: bound("payload.card.properties.footnote != ''"),
                },
              ],
            },
          },
        ],
      },
    ],
  },
});
