import { createHash } from 'node:crypto';
import type { StoredItem } from '../../../lambda/adapters/table/table.ts';
import { councilOf, patternsOfKeys } from './pattern-of.ts';
import { overEveryRow, type WholeTable } from './whole-table.ts';

/** The name under which rows are counted that no key pattern of this release makes; they are exported all the same. */
export const UNKNOWN = 'unknown';

/** The last line of an export: how many rows of each pattern, and the SHA-256 digest of all lines before it. */
export type ExportEnd = {
  readonly council: string;
  readonly rows: number;
  readonly of: Readonly<Record<string, number>>;
  readonly unreadable: number;
  readonly sha256: string;
};

/** One row as it is handed over: everything that stands in it. Instants are epoch milliseconds UTC, local times UK wall time. */
export const exportedRow = ({ writeId: _writeId, ...row }: StoredItem, pattern: string) => ({ pattern, ...row });

/**
 * Everything of one council, a JSON object a line, streamed to `write`; the last line is `{"end": ExportEnd}`. Nothing is left out: not what this
 * release does not know, not the audit.
 */
export const exportCouncil = async (
  whole: WholeTable,
  council: string,
  write: (line: string) => void | Promise<void>,
): Promise<ExportEnd> => {
  const patternOf = patternsOfKeys();
  const of: Record<string, number> = {};
  const hash = createHash('sha256');
  let rows = 0;
  const unreadable = await overEveryRow(whole, async (row) => {
    if (councilOf(row.key) !== council) return;
    const pattern = patternOf(row.key) ?? UNKNOWN;
    const line = `${JSON.stringify(exportedRow(row, pattern))}\n`;
    hash.update(line);
    of[pattern] = (of[pattern] ?? 0) + 1;
    rows += 1;
    await write(line);
  });
  const end = { council, rows, of, unreadable, sha256: hash.digest('hex') };
  await write(`${JSON.stringify({ end })}\n`);
  return end;
};
