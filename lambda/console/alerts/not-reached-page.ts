import { holds } from '../../core/alerts/act-on-alert.ts';
import type { Alert } from '../../core/alerts/alert.ts';
import { isPlace } from '../../core/alerts/audience.ts';
import { type NotReached, type NotReachedPage, notReachedPage } from '../../core/alerts/not-reached.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { Words } from '../words/en.ts';
import type { SeenAlert } from './alert-desk.ts';
import { notReachedWords } from './not-reached-words.ts';
import type { ShowAlert } from './show-alert.ts';

/** A row of the list: who, where, and what is known. */
export type NamedRow = {
  readonly residentId: string;
  readonly name: string;
  readonly home: string;
  readonly why: string;
};

/** Names rows in words. Homes are read once each. */
export const namedRows =
  (needs: Pick<ConsoleNeeds, 'homes' | 'council'>) =>
  async (rows: readonly NotReached[], alert: Alert, words: Words): Promise<readonly NamedRow[]> => {
    const ids = [...new Set(rows.flatMap(({ homeId }) => (homeId === undefined ? [] : [homeId])))];
    const read = await Promise.all(
      ids.map(
        async (id): Promise<[string, string]> => [id, (await needs.homes.ofId(needs.council, id))?.value.label ?? ''],
      ),
    );
    const homes = new Map(read);
    return rows.map((row) => ({
      residentId: row.residentId,
      name: row.fullName === '' ? words.alertReport.notReached.noName : row.fullName,
      home: homes.get(row.homeId ?? '') ?? '',
      why: notReachedWords(row, alert, words),
    }));
  };

const PAGE_NUMBER = /^[1-9]\d{0,4}$/;

/** Stepping over pages on which everybody was reached. */
const fromPage = async (needs: ConsoleNeeds, alert: Alert, number: number, after?: string): Promise<NotReachedPage> => {
  let page = await notReachedPage(needs)(alert, number, after);
  while (page.rows.length === 0 && (page.next ?? page.after) !== undefined)
    page = await notReachedPage(needs)(alert, page.next ?? 1, page.after);
  return page;
};

const nextPath = ({ next, after }: NotReachedPage, path: string): string | undefined => {
  if (after !== undefined) return `${path}/not-reached/after/${encodeURIComponent(after)}`;
  return next === undefined ? undefined : `${path}/not-reached/${next}`;
};

/** Who has not been reached, by chunks of a hundred, true at the moment it is opened. Names are for those who may see Residents. */
export const notReachedList =
  (needs: ConsoleNeeds, show: ShowAlert, messages: MessagePages) =>
  async (c: Visit, seen: SeenAlert): Promise<Response> => {
    const { alert, words, path, officer } = seen;
    if (!holds(officer, 'see')) return messages.notAllowed(c);
    const asked = c.req.param('page') ?? '1';
    const after = c.req.param('after');
    if (!PAGE_NUMBER.test(asked) || (after !== undefined && !isPlace(after))) return messages.notFound(c);
    const number = Number(asked);
    const { notReached } = words.alertReport;
    const page = alert.approval === undefined ? { rows: [] } : await fromPage(needs, alert, number, after);
    const isFirst = number === 1 && after === undefined;
    const empty = alert.approval === undefined ? notReached.notYet : isFirst ? notReached.emptyAll : notReached.empty;
    return show(c, alert.content.mode, {
      view: 'alert-not-reached',
      title: notReached.title,
      back: path,
      alsoAt: `${path}/not-reached`,
      data: {
        path,
        name: alert.content.words.title,
        rows: await namedRows(needs)(page.rows, alert, words),
        empty,
        mayExport: alert.approval !== undefined,
        first: isFirst ? undefined : `${path}/not-reached`,
        next: nextPath(page, path),
      },
    });
  };
