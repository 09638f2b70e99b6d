import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { noteAct } from '../../../lambda/core/audit/note-act.ts';
import type { Clock } from '../../../lambda/core/kernel/clock.ts';
import { checkExport } from './check-export.ts';
import { eraseAgain, erasedIn, type Restored } from './erase-again.ts';
import { eraseCouncil, standingOfCouncil, stillSpeaks } from './erase-council.ts';
import { eraseResident } from './erase-resident.ts';
import { exportCouncil } from './export-council.ts';
import { exportResident } from './export-resident.ts';
import { mayErase, whoseRows } from './may-erase.ts';
import { noteErased } from './note-erased.ts';
import type { WholeTable } from './whole-table.ts';

/** What the operator asks for. `by` is under which name it is noted; it is never the name of a Resident. */
export type LeaveRequest = {
  readonly council: string;
  readonly by: string;
  readonly resident?: string;
  readonly out?: string;
  /** The council's id once more: nothing of a whole council goes without it. */
  readonly confirm?: string;
  readonly mayRing?: boolean;
};

/** One sentence for the operator; `isDone` is false when nothing, or not all, was done. */
export type Said = { readonly isDone: boolean; readonly says: string };

const done = (says: string): Said => ({ isDone: true, says });
const refused = (says: string): Said => ({ isDone: false, says });

/** Files of people are for whoever made them alone. */
const PRIVATE = 0o600;

type Needs = Restored & { readonly clock: Clock };

const note = ({ stores, clock }: Needs, { council, by, resident }: LeaveRequest, did: string) =>
  noteAct({ audit: stores.audit, clock })(
    council,
    resident === undefined ? 'LEAVING' : `ERASURE-EXPORT#${resident}`,
    { by: { kind: 'system', id: by }, did },
    {},
  );

/** Writes what is held about one Resident into a folder, as JSON and as text. The export is noted before anything is written. */
export const exportOne = async (needs: Needs, request: LeaveRequest): Promise<Said> => {
  const { resident, council, out = '.' } = request;
  if (resident === undefined) return refused('Say whose: --resident ID.');
  const whose = await whoseRows(needs.stores, needs.whole, council, resident);
  if (whose === undefined) return refused('There is no such resident in that council.');
  await note(needs, request, 'export-resident');
  const { json, text, rows, unreadable } = await exportResident(needs.whole, whose);
  await mkdir(out, { recursive: true });
  await writeFile(join(out, `${resident}.json`), json, { mode: PRIVATE });
  await writeFile(join(out, `${resident}.txt`), text, { mode: PRIVATE });
  if (unreadable > 0) return refused(`${unreadable} rows of the table could not be read: this is not everything.`);
  return done(`${rows} rows, as JSON and as text. Have an officer read them for other people's data.`);
};

/** Streams everything of a council into a file. */
export const exportAll = async (needs: Needs, request: LeaveRequest): Promise<Said> => {
  const { council, out } = request;
  if (out === undefined) return refused('Say where to: --out FILE.');
  await note(needs, request, 'export-council');
  const file = createWriteStream(out, { mode: PRIVATE, flags: 'wx' });
  const end = await exportCouncil(needs.whole, council, async (line) => {
    if (!file.write(line)) await once(file, 'drain');
  });
  file.end();
  await finished(file);
  const said = `${end.rows} rows of ${Object.keys(end.of).length} kinds, SHA-256 ${end.sha256}.`;
  return end.unreadable === 0
    ? done(said)
    : refused(`${said} ${end.unreadable} rows could not be read: not everything is there.`);
};

/** Reads an export as the council would. */
export const checkFile = async ({ out }: Pick<LeaveRequest, 'out'>): Promise<Said> => {
  if (out === undefined) return refused('Say which: --out FILE.');
  const file = await open(out);
  try {
    const checked = await checkExport(file.readLines());
    return checked.kind === 'whole'
      ? done(`Whole: ${checked.rows} rows, and the counts add up.`)
      : refused(`Not whole: ${checked.why}.`);
  } finally {
    await file.close();
  }
};

/** Erases one Resident of whom two Officers have agreed that they be forgotten. */
export const eraseOne = async (needs: Needs, request: LeaveRequest): Promise<Said> => {
  const { resident, council, by, mayRing = false } = request;
  if (resident === undefined) return refused('Say whom: --resident ID.');
  const may = await mayErase(needs.stores, needs.whole, { council, residentId: resident, mayRing });
  if (may.kind !== 'may-erase') return refused(`Nothing was erased: ${may.kind}.`);
  const { removed, changed, pseudonyms, left, unreadable } = await eraseResident(needs.table, needs.whole, may.whose);
  const counts = `${removed} rows removed, ${changed} changed, ${pseudonyms} stay with an id that leads to nobody`;
  if (left + unreadable > 0)
    return refused(`Not all: ${counts}; ${left} still tell of them, ${unreadable} could not be read. Run it again.`);
  await noteErased(needs.stores, needs.clock)(council, resident, by);
  return done(`Forgotten: ${counts}. Backups end by themselves 35 days from now.`);
};

/** Erases a whole council, once nothing of it speaks to anybody. */
export const eraseAll = async (needs: Needs, { council, confirm }: LeaveRequest): Promise<Said> => {
  if (confirm !== council) return refused('Say which council once more: --confirm COUNCIL. Export it first.');
  const standing = await standingOfCouncil(needs.whole, council);
  if (stillSpeaks(standing)) {
    const { residents, copies, devices } = standing;
    return refused(
      `Nothing was erased: the service of ${residents} residents goes on, ${copies} copies stand on Echos, ${devices} Echos and screens are paired.`,
    );
  }
  const { removed, left } = await eraseCouncil(needs.table, needs.whole, council);
  return left === 0
    ? done(`${removed} rows removed; nothing of this council is left in the table.`)
    : refused(`${removed} rows removed, ${left} are left. Run it again.`);
};

/** Makes a restored table forget again: by the table from before, or by a file with an id a line. */
export const repeatErasures = async (
  needs: Needs,
  {
    council,
    epoch,
    before,
    list,
  }: LeaveRequest & { readonly epoch: string; readonly before?: WholeTable; readonly list?: string },
): Promise<Said> => {
  if (before === undefined && list === undefined)
    return refused('Say who was erased: --from TABLE, the one from before, or --list FILE with an id a line.');
  const listed =
    list === undefined ? [] : (await readFile(list, 'utf8')).split('\n').flatMap((line) => line.trim() || []);
  const known = before === undefined ? [] : await erasedIn(before, council);
  const ids = [...new Set([...known, ...listed])];
  const { erased, left } = await eraseAgain(needs, council, epoch, ids);
  return left === 0
    ? done(`${erased} of ${ids.length} stood in this copy and were erased again. The council may be let go on.`)
    : refused(`${left} rows still tell of somebody. Run it again.`);
};
