import { isDeepStrictEqual } from 'node:util';
import { entryDigest } from '../../../lambda/adapters/table/audit-items.ts';
import { auditKey } from '../../../lambda/adapters/table/keys.ts';
import type { Table } from '../../../lambda/adapters/table/table.ts';
import type { Acted } from '../../../lambda/core/audit/act.ts';
import { HARBOUR } from '../people/county.ts';
import { last, type Timeline, type World } from '../people/world.ts';

/**
 * Every act has its entry, and each carries the digest of the one before (promise G11). The first act of what was there before the run
 * has none, and the last may wait for the next one when its writer died.
 */
const judgeTrail = async (world: World, table: Table, item: string, timeline: Timeline<Acted>): Promise<void> => {
  const from = timeline[0]?.value.lastAct.number ?? 1;
  const to = last(timeline).lastAct.number;
  let before: string | undefined;
  for (let number = from; number <= to; number += 1) {
    const entry = await table.get(auditKey(HARBOUR, item, number), { strong: true });
    if (entry === undefined) {
      if (number !== to) world.breaks('audit trail broken', `${item}: act ${number} of ${to} has no entry`);
      continue;
    }
    if (before !== undefined && entry.body.previous !== before)
      world.breaks('audit trail broken', `${item}: act ${number} does not carry the digest of the one before`);
    before = entryDigest(entry.body);
    const act = timeline.find(({ value }) => value.lastAct.number === number)?.value.lastAct;
    if (
      act !== undefined &&
      !isDeepStrictEqual(JSON.parse(JSON.stringify(act)), JSON.parse(JSON.stringify(entry.body.act)))
    )
      world.breaks('audit trail broken', `${item}: the entry of act ${number} tells of another act`);
  }
};

export const judgeAudit = async (world: World, table: Table): Promise<void> => {
  for (const [id, timeline] of world.alerts) await judgeTrail(world, table, `ALERT#${id}`, timeline);
  for (const [id, timeline] of world.reminders) await judgeTrail(world, table, `REM#${id}`, timeline);
  for (const [id, timeline] of world.residents) await judgeTrail(world, table, `RES#${id}`, timeline);
};
