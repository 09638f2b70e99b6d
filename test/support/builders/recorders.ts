import { CHIMES_AT_ONCE } from '../../../lambda/adapters/alexa/proactive-events-channel.ts';
import type { Bell, BellKey } from '../../../lambda/core/delivery/bell.ts';
import type { ChannelName, ChannelResult, Channels, Message } from '../../../lambda/core/delivery/channel.ts';
import type { Pace } from '../../../lambda/core/delivery/pace.ts';
import type { Clock, Instant } from '../../../lambda/core/kernel/clock.ts';
import type { Log, LogCode, LogFields } from '../../../lambda/core/kernel/log.ts';

type Rung = { readonly keys: readonly BellKey[]; readonly lane: string; readonly at: Instant };

/** A bell that writes down what it is to ring and when; `take` gives out those whose time has come, each once. */
export const recordingBell = (clock: Clock) => {
  let waiting: Rung[] = [];
  const rung: Rung[] = [];
  const bell: Bell = {
    ring: async (keys, lane, delay) => {
      const one = { keys, lane, at: clock() + delay };
      rung.push(one);
      waiting.push(one);
    },
  };
  return {
    bell,
    /** Everything that was ever rung. */
    rung: rung as readonly Rung[],
    next: (): Instant | undefined => waiting.map(({ at }) => at).sort((a, b) => a - b)[0],
    take: (): readonly Rung[] => {
      const due = waiting.filter(({ at }) => at <= clock());
      waiting = waiting.filter(({ at }) => at > clock());
      return due;
    },
    /** Every bell that waits is lost. */
    lose: (): void => {
      waiting = [];
    },
  };
};

export type Call = { readonly channel: ChannelName; readonly at: Instant; readonly messages: readonly Message[] };
type Script = (messages: readonly Message[]) => ChannelResult[] | Promise<ChannelResult[]>;

export const SENT: ChannelResult = { kind: 'sent' };
export const UNKNOWN: ChannelResult = { kind: 'unknown', reason: 'timeout' };
export const REFUSED: ChannelResult = { kind: 'refused', reason: 'throttled' };
export const UNREACHABLE: ChannelResult = { kind: 'unreachable', reason: 'permission' };

/** Channels that write down each call. Each call answers as the next script says, or else that everything was sent. */
export const recordingChannels = (clock: Clock, atOnce = 100) => {
  const calls: Call[] = [];
  const scripts: Script[] = [];
  let onCall = async (_call: Call): Promise<void> => {};
  const channel = (name: ChannelName) => ({
    name,
    atOnce: name === 'smart-properties' ? atOnce : CHIMES_AT_ONCE,
    send: async (messages: readonly Message[]): Promise<ChannelResult[]> => {
      const call = { channel: name, at: clock(), messages };
      calls.push(call);
      await onCall(call);
      const script = scripts.shift();
      return script === undefined ? messages.map(() => SENT) : script(messages);
    },
  });
  const channels: Channels = {
    'smart-properties': channel('smart-properties'),
    'proactive-events': channel('proactive-events'),
  };
  return {
    channels,
    calls: calls as readonly Call[],
    /** How often words went out, over all calls. */
    said: (): number => calls.flatMap(({ messages }) => messages).length,
    /** Before every call is answered, this is asked. */
    onCall: (hook: (call: Call) => Promise<void>): void => {
      onCall = hook;
    },
    /** The next call answers one result for each Message. */
    answerNext: (...results: readonly ChannelResult[]): void => {
      scripts.push(() => [...results]);
    },
    /** While the next call is under way, this happens. */
    duringNext: (happens: () => Promise<unknown>, result: ChannelResult = SENT): void => {
      scripts.push(async (messages) => {
        await happens();
        return messages.map(() => result);
      });
    },
  };
};

/** Turns that come at once, unless something happens while the next call waits for its own. */
export const recordingPace = (clock: Clock) => {
  let onNext = async (): Promise<void> => {};
  const pace: Pace = {
    turn: async () => {
      const happens = onNext;
      onNext = async () => {};
      await happens();
      return { kind: 'go', at: clock(), isProbe: false };
    },
    came: () => {},
  };
  return {
    pace,
    onNextTurn: (happens: () => Promise<void>): void => {
      onNext = happens;
    },
  };
};

export type Logged = { readonly code: LogCode; readonly fields: LogFields };

export const recordingLog = () => {
  const lines: Logged[] = [];
  const log: Log = (code, fields = {}) => lines.push({ code, fields });
  return { log, lines: lines as readonly Logged[], codes: () => lines.map(({ code }) => code) };
};
