import { createHash } from 'node:crypto';
import * as v from 'valibot';

const endLine = v.object({
  end: v.object({
    council: v.string(),
    rows: v.number(),
    of: v.record(v.string(), v.number()),
    unreadable: v.number(),
    sha256: v.string(),
  }),
});

const rowLine = v.object({ pattern: v.string(), key: v.object({ pk: v.string(), sk: v.string() }) });

export type Checked =
  | { readonly kind: 'whole'; readonly rows: number; readonly of: Readonly<Record<string, number>> }
  | { readonly kind: 'not-whole'; readonly why: 'no-last-line' | 'counts-differ' | 'changed' | 'unreadable-rows' };

const parsedOrUndefined = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // a line that was cut off: the export is not whole
  }
};

/** Reads an export as whoever gets it would, line by line, and says whether it is whole: its counts add up and no byte was changed. */
export const checkExport = async (lines: AsyncIterable<string>): Promise<Checked> => {
  const hash = createHash('sha256');
  const of: Record<string, number> = {};
  let rows = 0;
  for await (const line of lines) {
    const parsed = parsedOrUndefined(line);
    const last = v.safeParse(endLine, parsed);
    if (last.success) {
      const { end } = last.output;
      if (end.sha256 !== hash.digest('hex')) return { kind: 'not-whole', why: 'changed' };
      const sum = Object.values(end.of).reduce((all, count) => all + count, 0);
      const same = Object.entries(of).every(([name, count]) => end.of[name] === count);
      if (end.rows !== rows || sum !== rows || !same) return { kind: 'not-whole', why: 'counts-differ' };
      return end.unreadable > 0 ? { kind: 'not-whole', why: 'unreadable-rows' } : { kind: 'whole', rows, of };
    }
    const row = v.safeParse(rowLine, parsed);
    if (!row.success) return { kind: 'not-whole', why: 'changed' };
    hash.update(`${line}\n`);
    of[row.output.pattern] = (of[row.output.pattern] ?? 0) + 1;
    rows += 1;
  }
  return { kind: 'not-whole', why: 'no-last-line' };
};
