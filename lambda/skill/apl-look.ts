/** An expression that the Screen works out (APL data binding). */
export const bound = (expression: string): string => `\${${expression}}`;

/** The colours of the television page. Amazon's safe white for televisions is a little darker than that of an Echo. */
export const SURROUND = '#0F0F0F';
export const INK = '#0B0C0C';
export const PAPER = bound("isTv ? '#DADADA' : '#FAFAFA'");
export const BAND = bound(
  "payload.card.properties.tone == 'urgent' ? '#A4161A' : payload.card.properties.tone == 'done' ? '#004D2C' : '#1D4F91'",
);

/** What may be pressed: white on green, and black on yellow with a black rim when it is chosen: a change of rim and of fill. */
export const styles = {
  choice: {
    values: [
      { backgroundColor: '#004D2C', borderColor: '#004D2C' },
      { when: bound('state.focused'), backgroundColor: '#FFDD00', borderColor: '#0B0C0C' },
      { when: bound('state.pressed'), backgroundColor: '#0B0C0C', borderColor: '#FFDD00' },
    ],
  },
  choiceText: {
    values: [
      { color: '#FFFFFF' },
      { when: bound('state.focused'), color: '#0B0C0C' },
      { when: bound('state.pressed'), color: '#FFFFFF' },
    ],
  },
};

const perScreen = (round: number, television: number, hub: number, wall: number): string =>
  `(isRound ? ${round} : isTv ? ${television} : isWall ? ${wall} : ${hub})`;

/**
 * How much larger than large the person wants it: the whole of it on an Echo, less where less fits. A hub that enlarges the letters of
 * all its pages does so with ours.
 */
const SCALE = 'Math.min(payload.look.properties.scale, (isRound ? 1.2 : isTv ? 1.3 : 1.4))';
const FONT_SCALE = '(environment.fontScale ? environment.fontScale : 1)';

/** A letter takes about half its height in width, a line a little more than its height; beside the words stand band and choices. */
const ROOM = bound(
  '(viewport.width * (isRound ? 0.76 : 0.9) / 0.55) * ((viewport.height - (isRound ? 150 : isWall ? 300 : 190)) / 1.35)',
);

const fits = (size: string): string => `${size} * ${size} * payload.card.properties.amount * scale * scale < room`;

/** What colours and sizes are worked out from. `isWall`: an Echo that hangs on the wall, and is looked at from further away. */
export const MEASURES = [
  { name: 'isRound', value: bound("viewport.shape == 'round'") },
  { name: 'isTv', value: bound("viewport.mode == 'tv'") },
  { name: 'isUpright', value: bound('!isRound && viewport.width < viewport.height') },
  { name: 'isWall', value: bound('viewport.width + viewport.height >= 2900') },
  { name: 'hasChoices', value: bound('payload.card.properties.choices.length > 0') },
  { name: 'scale', value: bound(`${SCALE} * ${FONT_SCALE}`) },
  { name: 'room', value: ROOM },
];

const [LARGE, MIDDLE, SMALL] = [perScreen(40, 48, 64, 96), perScreen(34, 40, 48, 72), perScreen(28, 34, 40, 56)];

const inDp = (size: string, scale = 'scale'): string => `${bound(`${size} * ${scale}`)}dp`;

/** Sizes in dp: the largest of three at which the words fit. A round screen holds less, a television is seen from three metres away. */
export const SIZES = {
  band: inDp(perScreen(28, 32, 36, 48)),
  words: inDp(`(${fits(LARGE)} ? ${LARGE} : ${fits(MIDDLE)} ? ${MIDDLE} : ${SMALL})`),
  choice: inDp(perScreen(28, 32, 36, 48), 'Math.min(scale, 1.2)'),
};
