import type { Card, Face } from './answer.ts';
import type { ClockWords } from './clock.ts';
import { cardsOf, mayShowPrivate, oldAfter, type State, serverTime } from './state.ts';

/** The page's words, by the names that the door gives them. */
export type PageWords = Readonly<Record<string, string>>;

export type PairingView = {
  readonly kind: 'pairing';
  readonly title: string;
  readonly code: string;
  readonly lines: readonly string[];
  readonly ok?: string;
};
export type CardView = {
  readonly kind: 'card';
  readonly card: Card;
  readonly face: Face;
  readonly isRevealed: boolean;
  readonly more: string;
};
/** What is drawn now, beside the clock. */
export type View =
  | { readonly kind: 'starting' }
  | { readonly kind: 'idle'; readonly next: string; readonly details: string }
  | PairingView
  | CardView;

/** Fills the gaps of a sentence. */
export const filled = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{\{(\w+)\}\}/g, (gap, name: string) => values[name] ?? gap);

const words = (all: PageWords, ...names: readonly string[]): readonly string[] => names.map((name) => all[name] ?? '');

const codeView = (state: State, all: PageWords, now: number): View => {
  const [title = '', newCode = '', over = '', tooMany = ''] = words(
    all,
    'setUp',
    'newCode',
    'codeOver',
    'tooManyCodes',
  );
  const { code } = state;
  if (state.tooManyCodes) return { kind: 'pairing', title, code: '', lines: [tooMany], ok: newCode };
  if (code === undefined || code.expiresAt <= serverTime(state, now))
    return { kind: 'pairing', title, code: '', lines: [over], ok: newCode };
  const digits = `${code.digits.slice(0, 4)} ${code.digits.slice(4)}`;
  return { kind: 'pairing', title, code: digits, lines: words(all, 'typeCode', 'sayCode', 'codeLives') };
};

const moreWords = (waiting: number, all: PageWords): string => {
  if (waiting === 0) return '';
  return waiting === 1 ? (all.oneMore ?? '') : filled(all.more ?? '', { number: String(waiting) });
};

const cardView = (card: Card, waiting: number, state: State, all: PageWords, now: number): CardView => {
  const isRevealed = card.hidden === undefined || mayShowPrivate(state, now);
  const face = isRevealed ? card.face : (card.hidden ?? card.face);
  return { kind: 'card', card, face, isRevealed, more: moreWords(waiting, all) };
};

/** What is to be drawn, from what is known. */
export const viewOf = (state: State, all: PageWords, now: number): View => {
  const { answer } = state;
  if (answer === undefined) return { kind: 'starting' };
  switch (answer.state) {
    case 'unpaired':
    case 'code':
      return codeView(state, all, now);
    case 'words': {
      const [title = '', same = '', other = '', ok = '', waits = ''] = words(
        all,
        'twoWords',
        'sameWords',
        'otherWords',
        'theyMatch',
        'waits',
      );
      const code = answer.words.join(' ');
      if (answer.okPressed) return { kind: 'pairing', title, code, lines: [waits] };
      return { kind: 'pairing', title, code, lines: [same, other], ok };
    }
    case 'paired': {
      const [first, ...others] = cardsOf(state, now);
      if (first !== undefined) return cardView(first, others.length, state, all, now);
      const { next } = answer;
      if (next === undefined) return { kind: 'idle', next: '', details: '' };
      const isDetailed = next.detail !== undefined && mayShowPrivate(state, now);
      return {
        kind: 'idle',
        next: isDetailed ? (next.detail ?? '') : next.text,
        details: next.detail === undefined || isDetailed ? '' : (all.details ?? ''),
      };
    }
  }
};

/** The line at the foot: what was just done, how old this is, or that sound is off. */
export const statusOf = (
  state: State,
  all: PageWords,
  at: {
    readonly now: number;
    readonly view: View;
    readonly isSoundOn: boolean;
    readonly clock: (at: number) => ClockWords;
  },
): string => {
  const { now, view } = at;
  if (state.note !== undefined && state.note.until > now) return state.note.text;
  if (state.heardAt === undefined) return all.starting ?? '';
  const old = oldAfter(state);
  if (now - state.heardAt > old || now < state.heardAt - old) {
    const { digits, half } = at.clock(state.heardAt + state.offset);
    return filled((state.isCut ? all.noConnection : all.age) ?? '', { time: `${digits}${half}` });
  }
  if (at.isSoundOn || view.kind === 'pairing') return '';
  return (view.kind === 'card' ? all.soundOffCard : all.soundOff) ?? '';
};
