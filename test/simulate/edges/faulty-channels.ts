import { CHIMES_AT_ONCE } from '../../../lambda/adapters/alexa/proactive-events-channel.ts';
import type { Channel, ChannelName, ChannelResult, Channels, Message } from '../../../lambda/core/delivery/channel.ts';
import { SECOND } from '../../../lambda/core/kernel/clock.ts';
import type { Telling } from '../people/world.ts';
import { callWords } from '../report/words.ts';
import type { FaultName } from './faults.ts';
import { freezeOf, type Machine } from './machine.ts';
import type { Run } from './run.ts';

/** A client gives up after this long (D23). */
const GIVES_UP_AFTER = 5 * SECOND;

const sent: ChannelResult = { kind: 'sent' };
const refused = (reason: string): ChannelResult => ({ kind: 'refused', reason });
const unreachable = (reason: string): ChannelResult => ({ kind: 'unreachable', reason });
const unknown = (reason: string): ChannelResult => ({ kind: 'unknown', reason });

/** What the virtual Alexa does with a call, and what our adapter for it makes of the answer. */
type Answer = {
  /** Whether the Echo does it; `some`: about half of them are not known there. */
  readonly isDone: boolean | 'some';
  readonly result: ChannelResult;
  readonly isSlow?: true;
};

/**
 * The answers of D13–D24. A managed Echo's announcement has no key of ours, so an answer that does not tell is an outcome nobody
 * knows; a consumer's event carries our reference, so its call is simply made again (see the two adapters and their tests).
 */
const ANSWERS: Readonly<Record<ChannelName, Partial<Record<FaultName, Answer>>>> = {
  'smart-properties': {
    'D13 some of a call are not known there': { isDone: 'some', result: unreachable('echo-not-found') },
    'D15 401': { isDone: false, result: refused('token-refused') },
    'D17 403': { isDone: false, result: unreachable('no-permission') },
    'D18 404': { isDone: false, result: unreachable('not-valid') },
    'D20 429': { isDone: false, result: refused('too-many-calls') },
    'D22 5xx, not done': { isDone: false, result: unknown('alexa-error') },
    'D22 5xx, done': { isDone: true, result: unknown('alexa-error') },
    'D23 no answer, done': { isDone: true, result: unknown('no-answer'), isSlow: true },
    'D23 no answer, not done': { isDone: false, result: unknown('no-answer'), isSlow: true },
    'D24 an answer nobody can read': { isDone: true, result: unknown('unreadable-answer') },
  },
  'proactive-events': {
    'D15 401': { isDone: false, result: refused('alexa-error') },
    'D17 403': { isDone: false, result: unreachable('notifications-off') },
    'D18 404': { isDone: false, result: refused('alexa-error') },
    'D19 409 without need': { isDone: true, result: sent },
    'D20 429': { isDone: false, result: refused('too-many-calls') },
    'D21 432': { isDone: false, result: unreachable('notification-limit') },
    'D22 5xx, not done': { isDone: false, result: refused('alexa-error') },
    'D22 5xx, done': { isDone: true, result: refused('alexa-error') },
    'D23 no answer, done': { isDone: true, result: refused('no-answer'), isSlow: true },
    'D23 no answer, not done': { isDone: false, result: refused('no-answer'), isSlow: true },
    'D24 an answer nobody can read': { isDone: true, result: sent },
  },
};

const FATES = {
  'smart-properties': Object.keys(ANSWERS['smart-properties']) as FaultName[],
  'proactive-events': Object.keys(ANSWERS['proactive-events']) as FaultName[],
};

/** Which telling of which Delivery a Message is: the first part of its reference, as `calls.ts` makes it. */
const tellingOf = (reference: string): { readonly delivery: string; readonly again: number } => {
  const [, residentId, id, again]: [string, string, string, number] = JSON.parse(
    reference.slice(0, reference.lastIndexOf(']') + 1),
  );
  return { delivery: `${residentId} ${id}`, again };
};

/** The two kinds of Echo of the whole county. `atOnce`: how many managed ones one call takes. */
export const faultyChannels = (run: Run, atOnce: number) => {
  const { time, chance, faults, world } = run;
  /** Every reference that ever reached an account. */
  const chimed = new Set<string>();

  const doIt = (name: ChannelName, message: Message, chimedNow: Set<string>): Telling['came'] => {
    if (name === 'smart-properties') return 'spoke';
    const key = `${message.reference} ${message.echo.sealedIds}`;
    if (chimed.has(key) && !chimedNow.has(key)) return 'chimed-before';
    chimed.add(key);
    chimedNow.add(key);
    return 'chimed';
  };

  /** At the socket write: the Echos do it, or not, and each Message gets the result that its answer will say. */
  const reach = (who: Machine, name: ChannelName, messages: readonly Message[], fate: FaultName | undefined) => {
    const answer = fate === undefined ? undefined : ANSWERS[name][fate];
    const chimedNow = new Set<string>();
    return messages.map((message): ChannelResult => {
      const isMissed = answer?.isDone === 'some' && chance.happens(0.5);
      const isDone = answer === undefined || (answer.isDone !== false && !isMissed);
      const came = isDone ? doIt(name, message, chimedNow) : 'nothing';
      const { delivery, again } = tellingOf(message.reference);
      const { echo, speech } = message;
      world.told({ at: time.now(), by: who.name, channel: name, delivery, again, echo, speech, came });
      run.says(() => callWords(message, came, fate));
      if (answer === undefined || (answer.isDone === 'some' && !isMissed)) return sent;
      return answer.result;
    });
  };

  /** D20: some refusals ask for a rest of so many seconds, so that the calls behind them wait for their turn. */
  const withRest = (results: readonly ChannelResult[], fate: FaultName | undefined): readonly ChannelResult[] => {
    if (fate !== 'D20 429' || chance.happens(0.5)) return results;
    const retryAfter = chance.between(1, 12) * SECOND;
    return results.map((result) => (result.kind === 'refused' ? { ...result, retryAfter } : result));
  };

  const channel = (who: Machine, name: ChannelName): Channel => ({
    name,
    atOnce: name === 'smart-properties' ? atOnce : CHIMES_AT_ONCE,
    send: (messages) =>
      new Promise((resolve, reject) => {
        if (!who.isAlive()) return;
        const fate = faults.drawOne(FATES[name]);
        const isDying = faults.draw('a machine dies between two steps');
        const isDyingBefore = isDying && chance.happens(0.4);
        const isLate = faults.draw('the socket write waits up to two seconds');
        const throws = faults.draw('a channel throws');
        const freeze = faults.draw('a machine freezes') ? freezeOf(chance) : 0;
        const dies = (): void => {
          faults.count('a machine dies between two steps');
          run.says(() => `${who.name} dies ${isDyingBefore ? 'before' : 'after'} the call`);
          who.die();
        };
        const hears = (then: () => void): void => {
          if (!who.isAlive()) return;
          if (who.frozenUntil() > time.now()) time.at(who.frozenUntil(), () => hears(then));
          else then();
        };
        time.in(isLate ? chance.between(200, 2_000) : chance.between(0, 30), () => {
          if (!who.isAlive()) return;
          if (isDyingBefore) return dies();
          if (isLate) faults.count('the socket write waits up to two seconds');
          if (fate !== undefined) faults.count(fate);
          const results = withRest(reach(who, name, messages, fate), fate);
          if (isDying) dies();
          const isSlow = fate !== undefined && ANSWERS[name][fate]?.isSlow === true;
          time.in(isSlow ? GIVES_UP_AFTER : chance.between(40, 600), () => {
            if (!who.isAlive()) return;
            if (freeze > 0) {
              faults.count('a machine freezes');
              run.says(() => `${who.name} freezes for ${Math.round(freeze / SECOND)} s before it hears the answer`);
              who.freezeUntil(time.now() + freeze);
            }
            if (throws) faults.count('a channel throws');
            hears(() => (throws ? reject(new Error('a fault of the adapter')) : resolve(results)));
          });
        });
      }),
  });

  return {
    seenBy: (who: Machine): Channels => ({
      'smart-properties': channel(who, 'smart-properties'),
      'proactive-events': channel(who, 'proactive-events'),
    }),
  };
};

export type FaultyChannels = ReturnType<typeof faultyChannels>;
