import type { Bell, BellKey } from '../../../lambda/core/delivery/bell.ts';
import { bellText } from '../../../lambda/core/delivery/bell-message.ts';
import { type Instant, MINUTE, SECOND } from '../../../lambda/core/kernel/clock.ts';
import type { Lane } from '../../../lambda/core/timetable/due.ts';
import type { BellRecord } from '../../../lambda/worker/answer-bells.ts';
import { bellWords } from '../report/words.ts';
import type { FaultName } from './faults.ts';
import { type Machine, travel } from './machine.ts';
import type { Run } from './run.ts';

/** A message that was received and not taken away comes back after this long. */
const HIDDEN_FOR = 6 * MINUTE;
/** One that was given back comes again a little sooner. */
const GIVEN_BACK_FOR = MINUTE;
const MOST_RECEIVES = 5;
const MOST_AT_ONCE = 3;

type Message = {
  readonly id: string;
  readonly lane: Lane;
  readonly body: string;
  readonly order: number;
  visibleAt: Instant;
  receives: number;
  isGone: boolean;
};

/** A worker takes some messages; it calls back with those that are to come again, or dies and never does. */
export type Worker = {
  readonly answer: (records: readonly BellRecord[], done: (again: readonly string[]) => void) => void;
};

const RING_FAULTS: readonly FaultName[] = ['a bell cannot be rung', 'a bell gets no answer and rings'];
const FATES: readonly FaultName[] = ['a bell is lost', 'a bell is late', 'a bell is early'];

/** Two queues as SQS has them: at least once mostly, in no order, and hidden while somebody works on a message. */
export const faultyQueue = (run: Run, freeWorker: (lane: Lane) => Worker | undefined, isDroppedFirst = false) => {
  const { time, chance, faults } = run;
  const messages: Message[] = [];
  let given = 0;
  let latest = -1;
  const waiting = new Set<Lane>();

  const take = (lane: Lane): readonly Message[] =>
    messages
      .filter((one) => !one.isGone && one.lane === lane && one.visibleAt <= time.now())
      .slice(0, chance.between(1, MOST_AT_ONCE));

  const drop = (message: Message): void => {
    message.isGone = true;
    const at = messages.indexOf(message);
    if (at >= 0) messages.splice(at, 1);
  };

  const comesAgain = (message: Message, at: Instant): void => {
    message.visibleAt = at;
    if (message.receives >= MOST_RECEIVES) drop(message);
    else time.at(at, () => look(message.lane));
  };

  /** No worker is free: one look a second, however many messages wait. */
  const waitForWorker = (lane: Lane): void => {
    if (waiting.has(lane)) return;
    waiting.add(lane);
    time.in(SECOND, () => {
      waiting.delete(lane);
      look(lane);
    });
  };

  const look = (lane: Lane): void => {
    for (let due = take(lane); due.length > 0; due = take(lane)) {
      const worker = freeWorker(lane);
      if (worker === undefined) {
        waitForWorker(lane);
        return;
      }
      for (const message of due) {
        if (message.order < latest) faults.count('a bell overtakes another');
        latest = Math.max(latest, message.order);
        message.receives += 1;
        if (isDroppedFirst) drop(message);
        else comesAgain(message, time.now() + HIDDEN_FOR);
      }
      worker.answer(
        due.map(({ id, body }) => ({ messageId: id, body })),
        (again) => {
          for (const message of due)
            if (!again.includes(message.id)) drop(message);
            else if (!message.isGone) comesAgain(message, time.now() + GIVEN_BACK_FOR);
        },
      );
    }
  };

  const enqueue = (keys: readonly BellKey[], lane: Lane, delay: number): void => {
    given += 1;
    const message = { id: `bell-${given}`, lane, body: bellText(keys), order: given, receives: 0, isGone: false };
    const visibleAt = time.now() + delay + chance.between(5, 400);
    messages.push({ ...message, visibleAt });
    time.at(visibleAt, () => look(lane));
  };

  const strikes = (fault: FaultName): void => {
    faults.count(fault);
    run.says(() => fault);
  };

  /** SQS takes whole seconds, rounded up by our adapter. */
  const rung = (keys: readonly BellKey[], lane: Lane, asked: number): void => {
    const delay = Math.ceil(asked / SECOND) * SECOND;
    const fate = faults.drawOne(FATES);
    if (faults.draw('a bell is doubled')) {
      strikes('a bell is doubled');
      enqueue(keys, lane, delay + chance.between(0, 20_000));
    }
    if (fate !== undefined && !(fate === 'a bell is early' && delay === 0)) strikes(fate);
    switch (fate) {
      case 'a bell is lost':
        return;
      case 'a bell is late':
        enqueue(keys, lane, delay + chance.between(5 * SECOND, 10 * MINUTE));
        return;
      case 'a bell is early':
        enqueue(keys, lane, chance.between(0, delay));
        return;
      default:
        enqueue(keys, lane, faults.draw('a bell overtakes another') ? delay + chance.between(500, 3_000) : delay);
    }
  };

  const seenBy = (who: Machine): Bell => {
    const go = travel(run, (line) => run.says(() => line));
    return {
      ring: (keys, lane, delay) =>
        go(who, 3, 30, async () => {
          const fault = faults.drawOne(RING_FAULTS);
          run.says(
            () => `${who.name} rings for ${bellWords(keys)}${delay > 0 ? `, in ${Math.ceil(delay / SECOND)} s` : ''}`,
          );
          if (fault !== undefined) strikes(fault);
          if (fault !== 'a bell cannot be rung') rung(keys, lane, delay);
          if (fault !== undefined) throw new Error('the queue did not answer');
        }),
    };
  };

  return { seenBy, lookAtAll: (): void => (['urgent', 'routine'] as const).forEach(look) };
};

export type FaultyQueue = ReturnType<typeof faultyQueue>;
