import { parseArgs } from 'node:util';
import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import { isId } from '../../../lambda/core/kernel/ids.ts';
import { dateOf, instantOf, isLocalDate, isLocalTime, timeOf } from '../../../lambda/core/kernel/uk-time.ts';
import { StartProblem } from '../data-folder.ts';
import { DEFAULT_RESIDENT } from '../demo-council/demo-homes.ts';

export type Asking = {
  readonly at: Instant;
  readonly residentId: string;
  /** Launch first, as after a bare "open bell bird". */
  readonly open: boolean;
  readonly url?: string;
  readonly source:
    | { readonly kind: 'phrase'; readonly phrase: string }
    | { readonly kind: 'file' | 'script'; readonly path: string };
};

export const USAGE =
  'npm run ask -- "who\'s coming today" [--open] [--resident ID] [--at 2026-11-24T10:00] [--url http://127.0.0.1:4000] | --file phrases.txt | --script talk.txt';

const DEFAULT_AT = '2026-11-24T10:00';

const instantFrom = (text: string): Instant => {
  const local = text.replace(' ', 'T').slice(0, 16);
  if (local.length === 16 && isLocalDate(dateOf(local)) && isLocalTime(timeOf(local))) return instantOf(local);
  throw new StartProblem('--at takes a date and time in the UK, for example 2026-11-24T10:00');
};

const sourceOf = (file: string | undefined, script: string | undefined, words: readonly string[]): Asking['source'] => {
  if (file !== undefined) return { kind: 'file', path: file };
  if (script !== undefined) return { kind: 'script', path: script };
  const phrase = words.join(' ').trim();
  if (phrase === '') throw new StartProblem(USAGE);
  return { kind: 'phrase', phrase };
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        at: { type: 'string', default: DEFAULT_AT },
        resident: { type: 'string', default: DEFAULT_RESIDENT },
        open: { type: 'boolean', default: false },
        url: { type: 'string' },
        file: { type: 'string' },
        script: { type: 'string' },
      },
    });
  } catch {
    throw new StartProblem(USAGE);
  }
};

/** Reads the command line of `npm run ask`. Throws a `StartProblem` with one line when it cannot be meant. */
export const askingOf = (args: readonly string[]): Asking => {
  const { values, positionals } = parsed(args);
  if (!isId(values.resident))
    throw new StartProblem('--resident takes the id of a demo resident, for example rosa-bennett');
  return {
    at: instantFrom(values.at),
    residentId: values.resident,
    open: values.open,
    ...(values.url === undefined ? {} : { url: values.url }),
    source: sourceOf(values.file, values.script, positionals),
  };
};
