import type { Due, DueEntry, DuePage, DueQuery, Key, StoredItem } from '../../../lambda/adapters/table/table.ts';
import type { Instant } from '../../../lambda/core/kernel/clock.ts';

type Place = { readonly at: Instant; readonly due: Due | undefined };
type Row = { readonly key: Key; readonly kind: string; readonly places: Place[] };

/** How long the index may still show what a row said before. */
export const LONGEST_LAG = 20_000;

const inOrder = (a: DueEntry, b: DueEntry): number =>
  a.at - b.at || (a.key.pk < b.key.pk ? -1 : a.key.pk > b.key.pk ? 1 : a.key.sk < b.key.sk ? -1 : 1);

const placeAt = ({ places }: Row, at: Instant): Due | undefined => places.findLast((place) => place.at <= at)?.due;

/** The due index as it is seen from outside: each row as it stood a while ago. */
export const laggingIndex = () => {
  const rows = new Map<string, Row>();
  const nameOf = ({ pk, sk }: Key): string => `${pk}\u0000${sk}`;
  return {
    written: (item: StoredItem, at: Instant): void => {
      const name = nameOf(item.key);
      const row = rows.get(name);
      if (row === undefined) {
        if (item.due !== undefined) rows.set(name, { key: item.key, kind: item.kind, places: [{ at, due: item.due }] });
        return;
      }
      row.places.push({ at, due: item.due });
    },
    /** The rows as `lagOf` says how long ago each is seen; whether that made a difference. */
    page: (query: DueQuery, now: Instant, lagOf: () => number): { readonly page: DuePage; readonly isOld: boolean } => {
      const entries: DueEntry[] = [];
      let isOld = false;
      for (const row of rows.values()) {
        const lag = lagOf();
        const due = placeAt(row, now - lag);
        if (lag > 0 && due !== placeAt(row, now)) isOld = true;
        if (due !== undefined && due.shard === query.shard && due.at <= query.until)
          entries.push({ key: row.key, kind: row.kind, at: due.at });
      }
      const { after } = query;
      const ahead = entries
        .sort(inOrder)
        .filter((entry) => after === undefined || inOrder(entry, { ...after, kind: '' }) > 0);
      const shown = ahead.slice(0, query.limit);
      const end = shown.length === query.limit ? shown.at(-1) : undefined;
      return {
        isOld,
        page: end === undefined ? { entries: shown } : { entries: shown, after: { key: end.key, at: end.at } },
      };
    },
    /** The earliest that any row really asks for. */
    first: (): Instant | undefined => {
      let least: Instant | undefined;
      for (const { places } of rows.values()) {
        const at = places.at(-1)?.due?.at;
        if (at !== undefined && (least === undefined || at < least)) least = at;
      }
      return least;
    },
  };
};
