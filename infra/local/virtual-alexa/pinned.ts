import type { EchoState } from './alexa-state.ts';
import type { World } from './world.ts';

type Pinned = NonNullable<EchoState['pinned']>;

/** The visual alert that stands on the screen of an Echo now; one that is over has gone by itself. */
export const pinnedOn = (world: World, echoId: string): Pinned | undefined => {
  const { pinned } = world.echo(echoId);
  return pinned !== undefined && pinned.until > world.clock() ? pinned : undefined;
};

export const pin = (world: World, echoId: string, pinned: Pinned): void =>
  world.changeEcho(echoId, (before) => ({ ...before, pinned }));

export const unpin = (world: World, echoId: string): void =>
  world.changeEcho(echoId, ({ pinned: _gone, ...before }) => before);
