import * as v from 'valibot';
import type { Clock } from '../../../lambda/core/kernel/clock.ts';
import type { NewId } from '../../../lambda/core/kernel/ids.ts';
import {
  type AccountState,
  type AlexaState,
  alexaState,
  type EchoEvent,
  type EchoState,
  type IssuedToken,
  newAccount,
  newEcho,
  type SkillMessage,
} from './alexa-state.ts';
import type { Happening } from './happening.ts';
import { type KnownEchos, knownEchos } from './known-echos.ts';
import { userIdOf, type VirtualEcho } from './virtual-echo.ts';

export type WorldNeeds = {
  /** The demo clock, shared with `core`: request timestamps, notification expiry. */
  readonly clock: Clock;
  /** Real time, for tokens. */
  readonly realClock: Clock;
  readonly newId: NewId;
  readonly skillId: string;
  readonly echos: readonly VirtualEcho[];
  /** What was saved last, or `undefined`. */
  readonly load: () => Promise<unknown>;
  /** Absent: nothing is kept. */
  readonly save?: (state: AlexaState) => Promise<void>;
};

/** A request that the skill is answering now. Only while it lasts may the skill send a progressive response. */
export type LiveRequest = { readonly echoId: string; readonly token: string; readonly progressive: number };

/** The one place that holds the state of the virtual Alexa. Everything else is functions over it. */
export type World = Omit<WorldNeeds, 'load' | 'save'> & {
  /** The present state as one value: a snapshot, made anew only when something has changed. */
  readonly read: () => AlexaState;
  readonly known: KnownEchos;
  readonly token: (token: string) => IssuedToken | undefined;
  readonly changeTokens: (change: (tokens: AlexaState['tokens']) => AlexaState['tokens']) => void;
  readonly messages: () => readonly SkillMessage[];
  readonly changeMessages: (change: (messages: readonly SkillMessage[]) => readonly SkillMessage[]) => void;
  /** Whose user id this is, in the account's present enablement. */
  readonly accountOf: (userId: string) => string | undefined;
  readonly accounts: () => Iterable<readonly [accountId: string, account: AccountState]>;
  readonly live: Map<string, LiveRequest>;
  readonly echo: (echoId: string) => EchoState;
  readonly changeEcho: (echoId: string, change: (echo: EchoState) => EchoState) => void;
  readonly account: (accountId: string) => AccountState;
  readonly changeAccount: (accountId: string, change: (account: AccountState) => AccountState) => void;
  /** Tells whoever follows the Echo, and keeps the last 100 happenings for those who come back. */
  readonly happens: (echoId: string, happening: Happening) => void;
  /** Calls back for each new event, until the returned function is called. */
  readonly follow: (echoId: string, listener: (event: EchoEvent) => void) => () => void;
  /** Waits until the present state is saved. Throws what `save` throws. */
  readonly settle: () => Promise<void>;
};

const KEPT_EVENTS = 100;

const restored = (saved: unknown, needs: WorldNeeds): AlexaState => {
  const before: AlexaState =
    saved === undefined ? { version: 1, accounts: {}, echos: {}, tokens: {}, messages: [] } : parseSaved(saved);
  return {
    ...before,
    accounts: Object.fromEntries(
      needs.echos.map(({ accountId }) => [accountId, before.accounts[accountId] ?? newAccount]),
    ),
    echos: Object.fromEntries(needs.echos.map(({ echoId }) => [echoId, before.echos[echoId] ?? newEcho])),
  };
};

const parseSaved = (saved: unknown): AlexaState => {
  const parsed = v.safeParse(alexaState, saved);
  if (!parsed.success) throw new Error('the saved state of the virtual Alexa cannot be read');
  return parsed.output;
};

const existing = <T>(entries: ReadonlyMap<string, T>, id: string, what: string): T => {
  const found = entries.get(id);
  if (found === undefined) throw new Error(`no such ${what}`);
  return found;
};

/** Saves at most once at a time; whoever settles while a save is under way shares the next one. */
const settling = (read: () => AlexaState, save: WorldNeeds['save']): (() => Promise<void>) => {
  if (save === undefined) return async () => undefined;
  let saved = read();
  let last: Promise<void> = Promise.resolve();
  let queued: Promise<void> | undefined;
  const saveNow = async () => {
    queued = undefined;
    const state = read();
    if (state === saved) return;
    await save(state);
    saved = state;
  };
  return () => {
    if (queued === undefined) {
      queued = last.then(saveNow, saveNow);
      last = queued;
    }
    return queued;
  };
};

/** Restores the world that was saved, or begins a new one: accounts enabled, notifications off, nobody talking. */
export const alexaWorld = async (needs: WorldNeeds): Promise<World> => {
  const begun = restored(await needs.load(), needs);
  const echos = new Map(Object.entries(begun.echos));
  const accounts = new Map(Object.entries(begun.accounts));
  let { tokens, messages } = begun;
  let snapshot: AlexaState | undefined;
  const listeners = new Map<string, Set<(event: EchoEvent) => void>>();

  const read = (): AlexaState => {
    snapshot ??= {
      version: 1,
      accounts: Object.fromEntries(accounts),
      echos: Object.fromEntries(echos),
      tokens,
      messages,
    };
    return snapshot;
  };
  const echo = (echoId: string) => existing(echos, echoId, 'Echo');
  const account = (accountId: string) => existing(accounts, accountId, 'account');
  const changeEcho: World['changeEcho'] = (echoId, to) => {
    echos.set(echoId, to(echo(echoId)));
    snapshot = undefined;
  };
  const userId = (accountId: string) => userIdOf(needs.skillId, accountId, account(accountId).enablement);
  const byUserId = new Map([...accounts.keys()].map((accountId) => [userId(accountId), accountId]));
  const changeAccount: World['changeAccount'] = (accountId, to) => {
    const before = account(accountId);
    const after = to(before);
    if (after.enablement !== before.enablement) byUserId.delete(userId(accountId));
    accounts.set(accountId, after);
    if (after.enablement !== before.enablement) byUserId.set(userId(accountId), accountId);
    snapshot = undefined;
  };
  const changeTokens: World['changeTokens'] = (to) => {
    tokens = to(tokens);
    snapshot = undefined;
  };

  const changeMessages: World['changeMessages'] = (to) => {
    messages = [...to(messages)];
    snapshot = undefined;
  };

  const happens: World['happens'] = (echoId, happening) => {
    const event = { id: echo(echoId).lastEvent + 1, at: needs.clock(), happening };
    changeEcho(echoId, (before) => ({
      ...before,
      lastEvent: event.id,
      events: [...before.events, event].slice(-KEPT_EVENTS),
    }));
    for (const listener of listeners.get(echoId) ?? []) listener(event);
  };

  const follow: World['follow'] = (echoId, listener) => {
    const followers = listeners.get(echoId) ?? new Set();
    listeners.set(echoId, followers.add(listener));
    return () => followers.delete(listener);
  };

  const { load: _load, save, ...given } = needs;
  return {
    ...given,
    read,
    known: knownEchos(needs.echos),
    token: (token) => tokens[token],
    changeTokens,
    messages: () => messages,
    changeMessages,
    accounts: () => accounts.entries(),
    accountOf: (id) => byUserId.get(id),
    live: new Map(),
    echo,
    changeEcho,
    account,
    changeAccount,
    happens,
    follow,
    settle: settling(read, save),
  };
};
