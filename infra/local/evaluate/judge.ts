import type { TurnReport } from '../ask/report-turn.ts';
import type { Labelled } from './labelled.ts';

type Answered = Pick<TurnReport, 'intent' | 'family' | 'safety' | 'slots' | 'open'>;

/** What became of one labelled phrase. `slots`: whether they were right, where the label names any and the intent was right. */
export type Judged = {
  readonly labelled: Labelled;
  readonly isRight: boolean;
  /** Not understood, so the skill asked again: a miss, and no wrong act. */
  readonly isRepaired: boolean;
  readonly slots?: boolean;
  /** What it went to, as a label would say it. */
  readonly heard: string;
};

const heardAs = ({ intent, family, safety }: Answered): string =>
  safety === null ? `${family}/${intent ?? 'none'}` : `safety/${safety}`;

const isRightFor = ({ family, kind }: Labelled, answered: Answered): boolean => {
  if (family === 'question') return answered.safety === null && answered.open;
  if (family === 'safety') return answered.safety !== null && (kind === undefined || answered.safety === kind);
  return answered.safety === null && answered.family === family && (kind === undefined || answered.intent === kind);
};

const slotsRight = (wanted: Labelled['slots'], heard: Answered['slots']): boolean =>
  Object.entries(wanted).every(([name, value]) => heard[name]?.value === value);

/** Judges one answer of `npm run ask` by its label. */
export const judge = (labelled: Labelled, answered: Answered): Judged => {
  const isRight = isRightFor(labelled, answered);
  const isAboutSlots = isRight && Object.keys(labelled.slots).length > 0;
  return {
    labelled,
    isRight,
    isRepaired: !isRight && answered.family === 'unknown',
    heard: heardAs(answered),
    ...(isAboutSlots ? { slots: slotsRight(labelled.slots, answered.slots) } : {}),
  };
};

export type Share = { readonly right: number; readonly of: number };

export type Figures = {
  readonly intents: Share;
  /** Taken for something else: worse than a repair. */
  readonly wrong: Share;
  readonly repaired: Share;
  readonly slots: Share;
  readonly families: readonly (readonly [family: string, share: Share])[];
  /** What was taken for what, the most frequent first. */
  readonly confusions: readonly (readonly [wanted: string, heard: string, count: number])[];
  /** Wrong phrases, as they stand in the file. */
  readonly misses: readonly Judged[];
};

const shareOf = (all: readonly boolean[]): Share => ({ right: all.filter((is) => is).length, of: all.length });

/** The figures of an evaluation. */
export const figuresOf = (judged: readonly Judged[]): Figures => {
  const wrong = judged.filter(({ isRight }) => !isRight);
  const pairs = Map.groupBy(wrong, ({ labelled, heard }) => `${labelled.label}\t${heard}`);
  return {
    intents: shareOf(judged.map(({ isRight }) => isRight)),
    wrong: shareOf(judged.map(({ isRight, isRepaired }) => !(isRight || isRepaired))),
    repaired: shareOf(judged.map(({ isRepaired }) => isRepaired)),
    slots: shareOf(judged.flatMap(({ slots }) => slots ?? [])),
    families: [...Map.groupBy(judged, ({ labelled }) => labelled.family)].map(([family, of]) => [
      family,
      shareOf(of.map(({ isRight }) => isRight)),
    ]),
    confusions: [...pairs]
      .map(([pair, of]): readonly [string, string, number] => {
        const [wanted = '', heard = ''] = pair.split('\t');
        return [wanted, heard, of.length];
      })
      .sort((a, b) => b[2] - a[2]),
    misses: judged.filter(({ isRight, slots }) => !isRight || slots === false),
  };
};
