import * as v from 'valibot';
import type { ToldLink, ToldLinks } from '../../core/delivery/told-link.ts';
import { toldLinkKey } from './keys.ts';
import { number, parser, text } from './people-schema.ts';
import { type Parse, readItem, writeItem } from './stored.ts';
import type { Table } from './table.ts';

const parseToldLink: Parse<ToldLink> = parser(
  v.object({
    council: text,
    hash: text,
    carerId: text,
    delivery: v.object({ council: text, residentId: text, id: text }),
    rung: number,
    expiresAt: number,
  }),
);

/** Links that were sent to Carers, each under the keyed hash of its token; whoever reads one checks whether it has run out. */
export const toldLinksIn = (table: Table): ToldLinks => ({
  add: async (link) => {
    const key = toldLinkKey(link.council, link.hash);
    await writeItem(table, { key, kind: 'told-link', body: link, expiresAt: link.expiresAt }, 0);
  },
  ofHash: async (council, hash) =>
    (await readItem(table, toldLinkKey(council, hash), parseToldLink, { strong: true }))?.value,
});
