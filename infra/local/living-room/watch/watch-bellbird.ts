import type { JsonObject, Table } from '../../../../lambda/adapters/table/table.ts';
import { type Bell, isDeliveryKey } from '../../../../lambda/core/delivery/bell.ts';
import type { Channels } from '../../../../lambda/core/delivery/channel.ts';
import type { Instant } from '../../../../lambda/core/kernel/clock.ts';
import { localTime } from '../../../../lambda/core/kernel/uk-time.ts';
import { shownTime } from '../../../../lambda/render/time-words.ts';
import type { DemoEcho } from '../../demo-council/demo-echos.ts';
import type { EchoEvent } from '../../virtual-alexa/alexa-state.ts';
import type { VirtualAlexa } from '../../virtual-alexa/virtual-alexa.ts';
import { DOERS } from './doers.ts';
import type { Happenings } from './happenings.ts';
import { rowSentence } from './row-sentence.ts';
import { COUNTY, inHome, NOWHERE, type Sentence, sentence } from './sentence.ts';
import { type Called, type Rang, watchBell, watchChannel } from './watch-edges.ts';
import { type RowChange, watchTable } from './watch-table.ts';
import { homeOfResident, residentName } from './whose.ts';

/** Everything that is watched of one running system. Nothing is told before `begin`: seeding is no news. */
export type Watch = {
  readonly begin: () => void;
  readonly table: (table: Table) => Table;
  readonly bell: <B extends Bell>(bell: B) => B;
  readonly channels: (channels: Channels) => Channels;
  readonly echos: (alexa: VirtualAlexa, echos: readonly DemoEcho[]) => void;
  readonly clockMoved: (to: Instant) => void;
};

/** Rows whose next write is told by what changed. */
const REMEMBERED = ['delivery', 'reminder', 'alert'];
const MOST_REMEMBERED = 3_000;

/** What the rows were when they were last written, the oldest forgotten first. */
const memory = () => {
  const rows = new Map<string, JsonObject>();
  return ({ row, key, body }: RowChange): JsonObject | undefined => {
    if (body === undefined || !REMEMBERED.includes(row)) return undefined;
    const name = `${key.pk}|${key.sk}`;
    const before = rows.get(name);
    rows.delete(name);
    rows.set(name, body);
    const [oldest] = rows.keys();
    if (rows.size > MOST_REMEMBERED && oldest !== undefined) rows.delete(oldest);
    return before;
  };
};

const wait = (delay: number): string =>
  delay < 1_000
    ? 'now'
    : delay < 90_000
      ? `in ${Math.round(delay / 1_000)} seconds`
      : `in ${Math.round(delay / 60_000)} minutes`;

const bellSentence = ({ keys, delay }: Rang): Sentence => {
  const [first] = keys;
  if (first === undefined || keys.length > 1)
    return sentence(`A bell was rung: look at ${keys.length} rows ${wait(delay)}.`, DOERS.bell, NOWHERE);
  return isDeliveryKey(first)
    ? sentence(
        `A bell was rung: look at ${residentName(first.residentId)}’s row ${wait(delay)}.`,
        DOERS.bell,
        inHome(homeOfResident(first.residentId)),
      )
    : sentence(`A bell was rung: look at the alert’s row ${wait(delay)}.`, DOERS.bell, COUNTY);
};

const callSentences = ({ channel, messages, results }: Called): readonly Sentence[] =>
  messages.map(({ echo }, n) => {
    const came = results[n]?.kind ?? 'unknown';
    return channel === 'smart-properties'
      ? sentence(
          `Amazon was asked to speak on the Echo of this home. The answer: ${came}.`,
          DOERS.smartProperties,
          inHome(echo.homeId),
        )
      : sentence(
          `Amazon was asked to make the Echo chime and shine. The answer: ${came}.`,
          DOERS.proactiveEvents,
          inHome(echo.homeId),
        );
  });

const echoSentence = ({ happening }: EchoEvent, echo: DemoEcho): Sentence | undefined => {
  const where = inHome(echo.homeId);
  switch (happening.kind) {
    case 'turn': {
      const heard = happening.said === '' ? 'The Echo heard nothing' : `The Echo heard “${happening.said}”`;
      return happening.by === 'skill'
        ? sentence(`${heard}, and the skill answered.`, DOERS.skill, where)
        : sentence(`${heard}, and Alexa herself answered.`, DOERS.virtualAlexa, where);
    }
    case 'announcement':
      return sentence('The Echo spoke by itself.', DOERS.announceAloud, where);
    case 'chime':
      return sentence('The Echo chimed, and its light is yellow.', DOERS.chime, where);
    default:
      return undefined;
  }
};

/** Watches a running system from outside: decorators around its table, bell and Channels, and the virtual Echos. */
export const watchBellbird = (told: Happenings): Watch => {
  let hasBegun = false;
  const before = memory();
  const tell = (happened: Sentence | undefined): void => {
    if (hasBegun && happened !== undefined) told.tell(happened);
  };
  const called = (call: Called) => callSentences(call).forEach(tell);
  return {
    begin: () => {
      hasBegun = true;
    },
    table: (table) => watchTable(table, (change) => tell(rowSentence(change, before(change)))),
    bell: (bell) => watchBell(bell, (rang) => tell(bellSentence(rang))),
    channels: (channels) => ({
      ...channels,
      'smart-properties': watchChannel(channels['smart-properties'], called),
      'proactive-events': watchChannel(channels['proactive-events'], called),
    }),
    echos: (alexa, echos) => {
      for (const echo of echos) alexa.follow(echo.echoId, (event) => tell(echoSentence(event, echo)));
    },
    clockMoved: (to) =>
      tell(sentence(`The clock went forward to ${shownTime(localTime(to))}.`, DOERS.goForward, COUNTY)),
  };
};
