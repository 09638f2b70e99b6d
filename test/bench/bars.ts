import { line } from './figures.ts';

/** A figure beside its bar: a share, a count or a size, never a time. */
export type Judged = { readonly name: string; readonly figure: number; readonly bar: string; readonly isMet: boolean };

/** Prints each figure beside its bar as it is judged, and remembers which were missed. */
export const bars = () => {
  const judged: Judged[] = [];
  const judge = (name: string, figure: number, shown: string, bar: string, isMet: boolean): void => {
    judged.push({ name, figure, bar, isMet });
    line(name, `${shown} ${isMet ? 'met' : 'MISSED'}`, bar);
  };
  return {
    judged: judged as readonly Judged[],
    atMost: (name: string, figure: number, most: number, shown = figure.toFixed(2), bar = String(most)): void =>
      judge(name, figure, shown, `at most ${bar}`, figure <= most),
    atLeast: (name: string, figure: number, least: number, shown = figure.toFixed(2), bar = String(least)): void =>
      judge(name, figure, shown, `at least ${bar}`, figure >= least),
    missed: (): readonly Judged[] => judged.filter(({ isMet }) => !isMet),
  };
};

export type Bars = ReturnType<typeof bars>;
