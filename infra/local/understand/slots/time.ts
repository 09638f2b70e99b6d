import { CARDINALS } from '../number-words.ts';

type Clock = { readonly hour: number; readonly minute: number };

const PARTS: Readonly<Record<string, string>> = {
  morning: 'MO',
  'this morning': 'MO',
  afternoon: 'AF',
  'this afternoon': 'AF',
  evening: 'EV',
  'this evening': 'EV',
  night: 'NI',
  tonight: 'NI',
};
const FIXED: Readonly<Record<string, string>> = {
  noon: '12:00',
  midday: '12:00',
  'twelve noon': '12:00',
  midnight: '00:00',
  'twelve midnight': '00:00',
};

const MORNING = /^(.+?) (?:am|in the morning|this morning)$/;
const AFTER_NOON = /^(.+?) (?:pm|in the afternoon|this afternoon|in the evening|this evening|tonight|at night)$/;

const inRange = (hour: number | undefined, minute: number | undefined): Clock | undefined =>
  hour !== undefined && minute !== undefined && hour < 24 && minute < 60 ? { hour, minute } : undefined;

const hourNamed = (words: string): number | undefined => {
  const hour = CARDINALS.get(words);
  return hour !== undefined && hour >= 1 && hour <= 12 ? hour : undefined;
};

const before = (hour: number | undefined, minutes: number): Clock | undefined =>
  hour === undefined ? undefined : inRange(hour === 1 ? 12 : hour - 1, 60 - minutes);

const minutesNamed = (words: string): number | undefined =>
  words === 'quarter' || words === 'a quarter' ? 15 : CARDINALS.get(words);

const relative = (words: string): Clock | undefined => {
  const half = /^half (?:past )?(.+)$/.exec(words)?.[1];
  if (half !== undefined) return inRange(hourNamed(half), 30);
  const [, minutes, side, hour] = /^(.+?) (?:minutes )?(past|to) (.+)$/.exec(words) ?? [];
  const many = minutesNamed(minutes ?? '');
  if (many === undefined || many === 0 || hour === undefined) return undefined;
  return side === 'past' ? inRange(hourNamed(hour), many) : before(hourNamed(hour), many);
};

const minutePart = (words: string): number | undefined => {
  if (words === 'hundred' || words === 'hundred hours') return 0;
  const afterNought = /^(?:oh|zero|nought) (.+)$/.exec(words)?.[1];
  if (afterNought !== undefined) return afterNought === 'oh' ? 0 : CARDINALS.get(afterNought);
  const minutes = CARDINALS.get(words);
  return minutes !== undefined && minutes >= 10 ? minutes : undefined;
};

const digital = (words: string): Clock | undefined => {
  const parts = words.replace(/^(?:oh|zero) (?=[a-z])/, '').split(' ');
  for (const taken of [2, 1]) {
    const hour = CARDINALS.get(parts.slice(0, taken).join(' '));
    const rest = parts.slice(taken).join(' ');
    const clock = inRange(hour, rest === '' ? 0 : minutePart(rest));
    if (clock !== undefined) return clock;
  }
  return undefined;
};

const onTheDial = (words: string): Clock | undefined => {
  const oclock = /^(.+) oclock$/.exec(words)?.[1];
  return oclock === undefined ? (relative(words) ?? digital(words)) : inRange(hourNamed(oclock), 0);
};

const written = ({ hour, minute }: Clock): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

const morning = ({ hour, minute }: Clock): Clock => ({ hour: hour === 12 ? 0 : hour, minute });

const afterNoon = ({ hour, minute }: Clock, night: boolean): Clock => {
  if (hour > 12) return { hour, minute };
  if (night && (hour === 12 || hour < 4)) return { hour: hour % 12, minute };
  return { hour: (hour % 12) + 12, minute };
};

/**
 * AMAZON.TIME for words such as "half eight": `08:30`, `20:00`, or a part of the day `MO`, `AF`, `EV`, `NI`; undefined when
 * it is no time. "Half eight" is half past, as in Britain.
 *
 * "Eight o'clock" alone is ambiguous and Amazon documents no one rule for it: with the dialogue delegated to Alexa she
 * asks "morning or evening?" herself; otherwise the skill gets one reading. Here it is the reading on the dial, in the
 * morning (`08:00`; "twelve" is noon), so a skill must also look twelve hours on before it says there is nothing.
 */
export const timeValue = (words: readonly string[]): string | undefined => {
  const bare = words.join(' ').replace(/^(?:(?:at|for|about|around|in) )?(?:the )?/, '');
  const named = PARTS[bare] ?? FIXED[bare];
  if (named !== undefined) return named;
  const early = onTheDial(MORNING.exec(bare)?.[1] ?? '');
  if (early !== undefined) return written(morning(early));
  const late = onTheDial(AFTER_NOON.exec(bare)?.[1] ?? '');
  if (late !== undefined) return written(afterNoon(late, /(?:tonight|at night)$/.test(bare)));
  const plain = onTheDial(bare);
  return plain === undefined ? undefined : written(plain);
};
