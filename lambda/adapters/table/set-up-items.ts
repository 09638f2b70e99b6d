import * as v from 'valibot';
import { DAY, type Instant } from '../../core/kernel/clock.ts';
import type { Log } from '../../core/kernel/log.ts';
import { SPEAKING_LEVELS } from '../../core/pairing/echo.ts';
import { type HomeSigns, SIGNS } from '../../core/people/sign-of-life.ts';
import {
  ACCOUNT_HOLDERS,
  ECHO_CHECKS,
  openedOn,
  SEEN_THERE,
  type SetUpVisit,
  WIFI_STATES,
} from '../../core/set-up/set-up-visit.ts';
import type { SetUpVisits } from '../../core/set-up/set-up-visits.ts';
import { homeSignsKey, openSetUpKey, openSetUpPk, setUpListKey, setUpListPk, setUpVisitKey } from './keys.ts';
import { listAll } from './list-all.ts';
import { actSchema, number, parser, text } from './people-schema.ts';
import { readableItems } from './readable-items.ts';
import { overwriteItem, type Parse, readItem, writeItem } from './stored.ts';
import type { Table } from './table.ts';

const parseVisit: Parse<SetUpVisit> = parser(
  v.object({
    council: text,
    homeId: text,
    openedAt: number,
    openUntil: number,
    facts: v.exactOptional(
      v.object({
        residentsRight: v.boolean(),
        speakingLevel: v.picklist(SPEAKING_LEVELS),
        account: v.picklist(ACCOUNT_HOLDERS),
        otherEchos: number,
        wifi: v.picklist(WIFI_STATES),
        circleRight: v.boolean(),
      }),
    ),
    checks: v.exactOptional(v.array(v.picklist(ECHO_CHECKS))),
    test: v.exactOptional(v.object({ residentId: text, reminderId: text, setAt: number, dueAt: number })),
    seen: v.exactOptional(v.array(v.picklist(SEEN_THERE))),
    finishedAt: v.exactOptional(number),
    lastAct: actSchema,
  }),
);

const parseOpen = parser(v.object({ until: number }));
const parsePointer = parser(v.object({ homeId: text }));

/** One row for the latest visit of a Home; what points to it is written after it, and an open one before it. */
export const setUpVisitsIn = (table: Table, log: Log): SetUpVisits => {
  const ofHome: SetUpVisits['ofHome'] = (council, homeId) =>
    readItem(table, setUpVisitKey(council, homeId), parseVisit, { strong: true });

  /** First, so that no visit is open whose codes an Echo would not ask for. It outlives the visit by a day. */
  const pointOpen = ({ council, homeId, openUntil }: SetUpVisit) =>
    overwriteItem(table, {
      key: openSetUpKey(council, homeId),
      kind: 'set-up-open',
      body: { until: openUntil },
      expiresAt: openUntil + DAY,
    });

  return {
    ofHome,
    save: async ({ value, version }) => {
      const { council, homeId } = value;
      await pointOpen(value);
      const key = setUpVisitKey(council, homeId);
      const saved = await writeItem(table, { key, kind: 'set-up-visit', body: value }, version);
      if (saved.kind === 'saved')
        await overwriteItem(table, {
          key: setUpListKey(council, openedOn(value), homeId),
          kind: 'set-up-pointer',
          body: { homeId },
        });
      return saved;
    },
    isAnyOpen: async (council, now: Instant) => {
      const rows = await listAll(table, { pk: openSetUpPk(council), strong: true });
      return readableItems(rows, parseOpen, log).some(({ until }) => now < until);
    },
    openedBetween: async (council, from, to) => {
      const rows = await listAll(table, { pk: setUpListPk(council), from, to: `${to}#~` });
      const pointers = readableItems(rows, parsePointer, log);
      const homes = [...new Set(pointers.map(({ homeId }) => homeId))];
      const visits = await Promise.all(homes.map((homeId) => ofHome(council, homeId)));
      return visits
        .flatMap((visit) => (visit === undefined ? [] : [visit.value]))
        .sort((a, b) => a.openedAt - b.openedAt || (a.homeId < b.homeId ? -1 : 1));
    },
  };
};

/** The last signs of a Home: one mark for each kind, ranked by its time. */
export const homeSignsIn = (table: Table): HomeSigns => ({
  note: async (council, homeId, sign, at) => {
    await table.mark(homeSignsKey(council, homeId), 'home-signs', sign, { rank: at, value: '' });
  },
  ofHome: async (council, homeId) => {
    const marks = (await table.get(homeSignsKey(council, homeId)))?.marks ?? {};
    return Object.fromEntries(SIGNS.flatMap((sign) => (marks[sign] === undefined ? [] : [[sign, marks[sign].rank]])));
  },
});
