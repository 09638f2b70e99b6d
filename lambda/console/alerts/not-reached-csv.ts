import { stringify } from 'csv-stringify/sync';
import { holds } from '../../core/alerts/act-on-alert.ts';
import type { Alert } from '../../core/alerts/alert.ts';
import { type NotReachedPage, notReachedPage } from '../../core/alerts/not-reached.ts';
import { noteExport } from '../../core/alerts/note-export.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { Words } from '../words/en.ts';
import type { SeenAlert } from './alert-desk.ts';
import { namedRows } from './not-reached-page.ts';

/**
 * Rows as CSV (RFC 4180), with CR LF. Whatever a spreadsheet would take for a formula is made plain text (OWASP, "CSV Injection"; C16).
 */
const csvOf = (rows: readonly (readonly string[])[], isFirst: boolean): string =>
  stringify(
    rows.map((row) => [...row]),
    // Every cell in quotes: the library leaves a lone line end in a name bare, and a row would begin in the middle of it.
    { escape_formulas: true, quoted: true, record_delimiter: 'windows', bom: isFirst },
  );

/** The list in pieces, a hundred people at a time, so that it never stands in memory as a whole. */
async function* pieces(needs: ConsoleNeeds, alert: Alert, words: Words): AsyncGenerator<string> {
  const { name, home, reason } = words.alertReport.notReached;
  yield csvOf([[name, home, reason]], true);
  let page: NotReachedPage = { rows: [], next: 1 };
  while (page.next !== undefined || page.after !== undefined) {
    page = await notReachedPage(needs)(alert, page.next ?? 1, page.after);
    const rows = await namedRows(needs)(page.rows, alert, words);
    if (rows.length > 0)
      yield csvOf(
        rows.map((row) => [row.name, row.home, row.why]),
        false,
      );
  }
}

const streamOf = (texts: AsyncGenerator<string>): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const next = await texts.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    cancel: async () => {
      await texts.return(undefined);
    },
  });
};

/** Exports the whole not-reached list. Who did is written to the audit trail first. */
export const exportNotReached =
  (needs: ConsoleNeeds, messages: MessagePages) =>
  async (c: Visit, { alert, officer, words }: SeenAlert): Promise<Response> => {
    if (!holds(officer, 'see')) return messages.notAllowed(c);
    if (alert.approval === undefined) return messages.notFound(c);
    await noteExport(needs)(officer, alert);
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', `attachment; filename="${words.alertReport.notReached.file}.csv"`);
    return c.body(streamOf(pieces(needs, alert, words)));
  };
