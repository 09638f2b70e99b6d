import { MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { StartProblem } from '../data-folder.ts';
import type { AskSession } from './ask-session.ts';
import type { TurnReport } from './report-turn.ts';

const UNITS = {
  min: MINUTE,
  hour: 60 * MINUTE,
  hours: 60 * MINUTE,
  day: 24 * 60 * MINUTE,
  days: 24 * 60 * MINUTE,
} as const;

const isUnit = (text: string): text is keyof typeof UNITS => Object.hasOwn(UNITS, text);

/** The lines of a talk that count: blank ones and those that begin with `#` are for the reader. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

/** One line of a talk: a phrase, `(silence)`, `(new session)`, or `(+10 min)` (also hours and days). */
export const runLine = async (session: AskSession, line: string): Promise<TurnReport | undefined> => {
  if (line === '(silence)') return session.silence();
  if (line === '(new session)') {
    await session.newSession();
    return undefined;
  }
  const [, count, unit] = /^\(\+(\d{1,4}) ?(min|hours?|days?)\)$/.exec(line) ?? [];
  if (count !== undefined && unit !== undefined && isUnit(unit)) {
    await session.forward(Number(count) * UNITS[unit]);
    return undefined;
  }
  if (line.startsWith('(')) throw new StartProblem(`${line} is not known: (silence), (new session), (+10 min)`);
  return session.say(line);
};
