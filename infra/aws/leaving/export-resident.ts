import type { StoredItem } from '../../../lambda/adapters/table/table.ts';
import { localDateTime } from '../../../lambda/core/kernel/uk-time.ts';
import { seenFor, type Whose } from './about-resident.ts';
import { exportedRow } from './export-council.ts';
import type { PatternName } from './held-rows.ts';
import { fateOf, titleOf } from './pattern-of.ts';
import { overEveryRow, type WholeTable } from './whole-table.ts';

/** What is held about somebody, to be read by a machine and by a person, and of how many rows. */
export type ResidentExport = {
  readonly json: string;
  readonly text: string;
  readonly rows: number;
  readonly unreadable: number;
};

type Found = { readonly name: PatternName; readonly row: StoredItem };

/** Left out of what a person is given: whom else an alert was for, and what is a Carer's own; their names stand in the circle of care. */
const isGiven = (name: PatternName): boolean => !['pseudonym', 'carer'].includes(fateOf(name));

/** Fields that hold an instant, by how they are named in the whole of the domain. */
const INSTANT = /(^|[a-z])(at|until|since|asOf)$/i;
const FIRST_INSTANT = Date.parse('2020-01-01T00:00:00Z');

const spoken = (name: string): string => name.replaceAll(/([A-Z])/g, ' $1').toLowerCase();

const valueWords = (name: string, value: unknown): string => {
  if (typeof value === 'number' && value > FIRST_INSTANT && INSTANT.test(name))
    return localDateTime(value).replace('T', ' ');
  if (value === true) return 'yes';
  return value === false ? 'no' : String(value);
};

const linesOf = (value: object, indent: string): readonly string[] =>
  Object.entries(value).flatMap(([name, inside]: [string, unknown]) => {
    const label = Array.isArray(value) ? '-' : `${spoken(name)}:`;
    if (typeof inside === 'object' && inside !== null) return [`${indent}${label}`, ...linesOf(inside, `${indent}  `)];
    return [`${indent}${label} ${valueWords(name, inside)}`];
  });

const section = ([name, rows]: readonly [PatternName, readonly StoredItem[]]): string => {
  const each = rows.map(({ body, marks, count }) =>
    [
      ...linesOf(body, '  '),
      ...(Object.keys(marks).length === 0 ? [] : linesOf({ marks }, '  ')),
      ...(count === 0 ? [] : [`  count: ${count}`]),
    ].join('\n'),
  );
  return [`${titleOf(name)} (${rows.length})`, '', each.join('\n\n'), ''].join('\n');
};

const bySection = (found: readonly Found[]): readonly (readonly [PatternName, readonly StoredItem[]])[] => {
  const sections = new Map<PatternName, StoredItem[]>();
  for (const { name, row } of found) sections.set(name, [...(sections.get(name) ?? []), row]);
  return [...sections].toSorted(([one], [other]) => titleOf(one).localeCompare(titleOf(other)));
};

/**
 * Everything that Bellbird holds about one Resident (UK GDPR, article 15), as JSON and as plain text with UK times. An Officer reads it for what
 * belongs to other people before it is given to anybody.
 */
export const exportResident = async (whole: WholeTable, whose: Whose): Promise<ResidentExport> => {
  const seen = seenFor(whose);
  const found: Found[] = [];
  const unreadable = await overEveryRow(whole, (row) => {
    const what = seen(row);
    if (what?.isAbout === true && isGiven(what.name)) found.push({ name: what.name, row });
  });
  const inOrder = found.toSorted((one, other) => {
    const [a, b] = [one, other].map(({ row: { key } }) => `${key.pk}\u0000${key.sk}`);
    return (a ?? '') < (b ?? '') ? -1 : 1;
  });
  const head = `What Bellbird holds about ${whose.resident.fullName}\nTimes are those of the UK.\n\n`;
  return {
    json: `${JSON.stringify(
      inOrder.map(({ name, row }) => exportedRow(row, name)),
      null,
      2,
    )}\n`,
    text: head + bySection(inOrder).map(section).join('\n'),
    rows: found.length,
    unreadable,
  };
};
