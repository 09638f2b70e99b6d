import * as v from 'valibot';
import { alertItem } from '../../core/alerts/act-on-alert.ts';
import type { Alert } from '../../core/alerts/alert.ts';
import { exportsItem } from '../../core/alerts/note-export.ts';
import type { Act } from '../../core/audit/act.ts';
import type { AuditEntry } from '../../core/audit/audit-trail.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { Words } from '../words/en.ts';
import type { AlertDesk } from './alert-desk.ts';
import { doerOf, type Names, officerNames } from './officer-names.ts';
import { instantWords } from './when-words.ts';

type ContentPart = keyof Words['alertActs']['history']['parts'];

const PARTS: readonly ContentPart[] = ['words', 'isPrivate', 'correction', 'audience', 'handling', 'starts', 'expires'];

/** One act on an Alert, and the parts of its content that it changed. */
export type Happened = { readonly act: Act; readonly changed: readonly ContentPart[] };

/** An entry of the audit trail as far as the page reads it: the content, whatever it holds. */
const readContent = (entry: AuditEntry | undefined): Readonly<Record<string, unknown>> => {
  const read = v.safeParse(v.object({ content: v.record(v.string(), v.unknown()) }), entry?.after);
  return read.success ? read.output.content : {};
};

/** The table does not keep the order of an object's names. */
const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, inner]) => [name, ordered(inner)]);
};

const changedParts = (before: AuditEntry | undefined, after: AuditEntry): readonly ContentPart[] => {
  if (before === undefined) return [];
  const [was, is] = [readContent(before), readContent(after)];
  return PARTS.filter((part) => JSON.stringify(ordered(was[part])) !== JSON.stringify(ordered(is[part])));
};

/** One act as a line: what was done, by whom and when, and the reason that was given. */
export const historyLine = ({ act, changed }: Happened, names: Names, desk: AlertDesk) => {
  const { history } = desk.words.alertActs;
  const known = Object.entries(history.did).find(([did]) => did === act.did)?.[1] ?? act.did;
  const parts = changed.map((part) => history.parts[part]);
  const did = parts.length === 0 ? known : history.changed(known, desk.words.when.list(parts));
  return {
    text: history.entry(did, doerOf(act, names, desk), instantWords(act.at, desk)),
    ...(act.reason === undefined ? {} : { reason: history.reason(act.reason) }),
  };
};

/** Everything that was done with an Alert, the last first, in words with names. */
export const historyOf = async (needs: ConsoleNeeds, desk: AlertDesk, alert: Alert) => {
  const [acts, exports] = await Promise.all([
    needs.audit.of(alert.council, alertItem(alert.id)),
    needs.audit.of(alert.council, exportsItem(alert.id)),
  ]);
  const happened: readonly Happened[] = [
    ...acts.map((entry, at) => ({ act: entry.act, changed: changedParts(acts[at - 1], entry) })),
    ...exports.map(({ act }) => ({ act, changed: [] })),
  ].toSorted((one, other) => one.act.at - other.act.at);
  const names = await officerNames(
    needs,
    desk,
    happened.flatMap(({ act }) => (act.by.kind === 'officer' ? [act.by.id] : [])),
  );
  return happened.map((one) => historyLine(one, names, desk)).toReversed();
};
