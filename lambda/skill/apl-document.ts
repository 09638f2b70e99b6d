import { BAND, bound, INK, MEASURES, PAPER, SIZES, SURROUND, styles } from './apl-look.ts';

/** The name of Bellbird's one document on a screen. */
export const CARD_TOKEN = 'bellbird-card';

const card = (property: string): string => bound(`payload.card.properties.${property}`);

const text = (words: string, more: object) => ({ type: 'Text', text: words, color: INK, lineHeight: 1.25, ...more });

/** The band at the top: what it is about, and in a word what its colour means. */
const band = {
  type: 'Frame',
  width: '100%',
  backgroundColor: BAND,
  item: {
    type: 'Container',
    width: '100%',
    direction: bound("isRound ? 'column' : 'row'"),
    alignItems: 'center',
    justifyContent: 'spaceBetween',
    paddingLeft: bound("isRound ? '24vw' : '5vw'"),
    paddingRight: bound("isRound ? '24vw' : '5vw'"),
    paddingTop: bound("isRound ? '7vh' : isTv ? '5vh' : '12dp'"),
    paddingBottom: bound("isRound ? '4dp' : '12dp'"),
    items: [
      text(card('title'), {
        id: 'title',
        role: 'header',
        color: '#FFFFFF',
        fontSize: SIZES.band,
        fontWeight: '700',
        shrink: 1,
        textAlign: bound("isRound ? 'center' : 'left'"),
      }),
      text(card('label'), {
        id: 'label',
        when: bound("payload.card.properties.label != ''"),
        color: '#FFFFFF',
        fontSize: SIZES.band,
        fontWeight: '700',
        paddingLeft: '24dp',
      }),
    ],
  },
};

/** One thing to press. It is reached by the remote, looks different when it is chosen, and sends what saying it would ask. */
const choice = {
  type: 'TouchWrapper',
  id: bound("'choice' + index"),
  role: 'button',
  accessibilityLabel: bound('data.label'),
  spacing: '16dp',
  shrink: 1,
  onPress: [{ type: 'SendEvent', arguments: bound('data.sends') }],
  item: {
    type: 'Frame',
    inheritParentState: true,
    style: 'choice',
    borderRadius: '8dp',
    borderWidth: '6dp',
    item: {
      type: 'Text',
      inheritParentState: true,
      style: 'choiceText',
      text: bound('data.label'),
      fontSize: SIZES.choice,
      fontWeight: '700',
      lineHeight: 1.2,
      width: bound("isUpright || isRound ? '100%' : 'auto'"),
      minHeight: bound("isRound ? '52dp' : '60dp'"),
      textAlign: 'center',
      textAlignVertical: 'center',
      paddingLeft: '20dp',
      paddingRight: '20dp',
    },
  },
};

/** Beside one another where there is room, otherwise below one another. */
const choices = {
  type: 'Container',
  width: '100%',
  direction: bound("isUpright || isRound ? 'column' : 'row'"),
  alignItems: bound("isUpright || isRound ? 'stretch' : 'center'"),
  paddingLeft: bound("isRound ? '0dp' : '5vw'"),
  paddingRight: bound("isRound ? '0dp' : '5vw'"),
  paddingTop: '8dp',
  paddingBottom: bound("isTv ? '5vh' : '16dp'"),
  data: card('choices'),
  items: [choice],
};

/**
 * The answer, a line for each sentence, and the question that is open. As large as it fits; what does not is scrolled. On a round screen
 * the choices follow below: its corners hold none.
 */
const words = {
  type: 'ScrollView',
  id: 'words',
  grow: 1,
  shrink: 1,
  width: '100%',
  item: {
    type: 'Container',
    width: '100%',
    paddingLeft: bound("isRound ? '12vw' : '5vw'"),
    paddingRight: bound("isRound ? '12vw' : '5vw'"),
    paddingTop: '8dp',
    paddingBottom: bound("isRound ? '16vh' : '8dp'"),
    items: [
      {
        type: 'Container',
        width: '100%',
        when: bound('payload.card.properties.lines.length > 0'),
        data: card('lines'),
        items: [text(bound('data'), { fontSize: SIZES.words, fontWeight: '500', paddingBottom: '8dp' })],
      },
      text(card('footnote'), {
        id: 'question',
        when: bound("payload.card.properties.footnote != ''"),
        fontSize: SIZES.words,
        fontWeight: '700',
      }),
      { ...choices, when: bound('isRound && hasChoices') },
    ],
  },
};

/**
 * The card, in the look of the television page: a band that says what it is about, dark words on light paper, and what may be pressed
 * below. It fits every screen that Amazon names for an Echo or a Fire TV. Nothing moves, and nothing goes away by itself; where a
 * remote steers, the first choice has the focus from the start (Amazon, APL 2023.3).
 */
export const cardDocument = () => ({
  type: 'APL',
  version: '2023.3',
  background: SURROUND,
  settings: { idleTimeout: 120_000 },
  styles,
  onMount: [
    {
      type: 'SetFocus',
      when: bound("viewport.mode == 'tv'"),
      componentId: bound("payload.card.properties.choices.length > 0 ? 'choice0' : 'words'"),
    },
  ],
  mainTemplate: {
    parameters: ['payload'],
    items: [
      {
        type: 'Container',
        width: '100vw',
        height: '100vh',
        bind: MEASURES,
        items: [
          {
            type: 'Frame',
            width: '100%',
            height: '100%',
            backgroundColor: PAPER,
            item: {
              type: 'Container',
              width: '100%',
              height: '100%',
              items: [band, words, { ...choices, when: bound('!isRound && hasChoices') }],
            },
          },
        ],
      },
    ],
  },
});
