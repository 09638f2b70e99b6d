import type { EchoState } from './alexa-state.ts';
import type { World } from './world.ts';

type Notification = EchoState['notifications'][number];

/** Those not read yet and not expired, oldest first. */
export const waitingOn = (world: World, echoId: string): readonly Notification[] =>
  world.echo(echoId).notifications.filter(({ expiresAt }) => expiresAt > world.clock());

const light = (world: World, echoId: string): void => {
  const waiting = waitingOn(world, echoId).length;
  world.happens(echoId, { kind: 'light', yellow: waiting > 0, waiting });
};

/** A chime and the yellow light on each of these Echos. Nothing is said. */
export const notify = (world: World, echoIds: readonly string[], notification: Notification): void => {
  for (const echoId of echoIds) {
    world.changeEcho(echoId, (before) => ({ ...before, notifications: [...before.notifications, notification] }));
    world.happens(echoId, { kind: 'chime' });
    light(world, echoId);
  }
};

/** Spoken at once on each of these Echos, and shown where there is a screen. */
export const announce = (world: World, echoIds: readonly string[], text: string): void => {
  for (const { echoId, screen } of echoIds.flatMap((id) => world.known.byId(id) ?? [])) {
    const shown = screen ? { kind: 'announcement' as const, text } : null;
    if (shown !== null) world.changeEcho(echoId, (before) => ({ ...before, screen: shown }));
    world.happens(echoId, { kind: 'announcement', spoken: text, screen: shown });
  }
};

/** Forgets these notifications on every Echo of the account; the light goes off where none is left. */
const forget = (world: World, accountId: string, isForgotten: (id: string) => boolean): void => {
  for (const { echoId } of world.known.ofAccount(accountId)) {
    const before = world.echo(echoId).notifications;
    const left = before.filter(({ id }) => !isForgotten(id));
    if (left.length === before.length) continue;
    world.changeEcho(echoId, (state) => ({ ...state, notifications: left }));
    light(world, echoId);
  }
};

export const forgetAll = (world: World, accountId: string): void => forget(world, accountId, () => true);

/** What Alexa says to "read my notifications". What was read is gone from every Echo of the account. */
export const readNotifications = (world: World, echoId: string, accountId: string, skillName: string): string => {
  const waiting = waitingOn(world, echoId);
  const read = world.echo(echoId).notifications.map(({ id }) => id);
  forget(world, accountId, (id) => read.includes(id));
  if (waiting.length === 0) return 'You have no new notifications.';
  const count = waiting.length === 1 ? 'one notification' : `${waiting.length} notifications`;
  return [`You have ${count} from ${skillName}.`, ...waiting.map(({ words }) => words)].join(' ');
};

/** "Read my notifications", "what did I miss?" and their like, which Alexa answers herself. */
export const asksForNotifications = (words: string): boolean =>
  /^(?:please )?(?:(?:read|play|check|tell me|what are|do i have)(?: me)?(?: my| the| any)?(?: new)? notifications?|what did i miss)(?: please)?$/i.test(
    words.trim().replace(/[?.!]+$/, ''),
  );
