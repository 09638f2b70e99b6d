import type { DraftContent } from '../../core/alerts/alert.ts';
import { type AlertReach, alertReach } from '../../core/alerts/alert-reach.ts';
import { localTime } from '../../core/kernel/uk-time.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { AlertDesk } from './alert-desk.ts';

const WAYS = [
  'spoken',
  'chimed',
  'onScreenOnly',
  'notNow',
  'notAtAll',
] as const satisfies readonly (keyof AlertReach)[];

/** The reach statement: how many people, how each of them would be reached now, and that the numbers add up. */
export const reachView = async (needs: ConsoleNeeds, content: DraftContent, { words, now }: AlertDesk) => {
  const { reach: said, people, number } = words.alerts;
  const reach = await alertReach(needs)(needs.council, content, now);
  return {
    count: reach.people,
    statement: reach.people === 0 ? said.nobody : said.people(people(reach.people)),
    asOf: said.asOf(words.when.time(localTime(now))),
    rows: WAYS.map((way) => ({ count: number(reach[way]), how: said[way] })),
    asNotice: content.handling === undefined ? said.asNotice : undefined,
    addsUp: said.addsUp(WAYS.map((way) => number(reach[way])).join(' + '), number(reach.people)),
  };
};
