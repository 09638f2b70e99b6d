import { FAULT_NAMES } from '../edges/faults.ts';
import { RULES, type Rule } from '../people/world.ts';
import type { Tally } from './tally.ts';

const figure = (n: number): string => n.toLocaleString('en-GB').padStart(12);
const row = (says: string, n: number, more = ''): string =>
  `  ${says.padEnd(48)}${figure(n)}${more === '' ? '' : `  ${more}`}`;

/** The rules that have a row of their own among the first figures; the others come together below. */
const FIRST: readonly (readonly [string, Rule])[] = [
  ['stuck', 'stuck'],
  ['silently lost', 'silently lost'],
  ['spoken twice, channel honours our key', 'told twice, channel honours our key'],
  ['spoken twice, handling holds on unknown', 'told twice, handling holds on unknown'],
  ['spoken more often than its handling allows', 'told twice, handling sends again'],
  ['call started over 60 s after a stop', 'call over 60 s after a stop'],
  ['call started too late after a stop', 'call too late after a stop'],
  ['counts that do not add up', 'counts do not add up'],
];

const isFirst = (rule: Rule): boolean => FIRST.some(([, one]) => one === rule);

/** The one table of a simulation. */
export const tableOf = (tally: Tally, seconds: number): string =>
  [
    row('runs', tally.runs, `${Math.round(tally.runs / seconds)} a second`),
    row('steps', tally.steps),
    row('Alerts approved', tally.alerts),
    row('Deliveries', tally.deliveries),
    row('tries at an Echo', tally.calls),
    row('heard', tally.told),
    row('uncertain', tally.uncertain),
    '',
    'Broken promises',
    ...FIRST.map(([says, rule]) => row(says, tally.broken[rule])),
    ...RULES.filter((rule) => !isFirst(rule)).map((rule) => row(rule, tally.broken[rule])),
    '',
    'Heard twice in one telling, by handling (urgent is sent once more when nobody knows)',
    ...Object.entries(tally.heard)
      .filter(([, { told }]) => told > 0)
      .map(([handling, { told, twice }]) => row(handling, twice, `of ${told.toLocaleString('en-GB')} told`)),
    '',
    'How often each fault struck',
    ...FAULT_NAMES.map((name) => row(name, tally.struck[name])),
  ].join('\n');
