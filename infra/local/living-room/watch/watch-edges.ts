import type { Bell, BellKey } from '../../../../lambda/core/delivery/bell.ts';
import type { Channel, ChannelName, ChannelResult, Message } from '../../../../lambda/core/delivery/channel.ts';

/** A bell that was rung: which rows it says to look at, in how many milliseconds. */
export type Rang = { readonly keys: readonly BellKey[]; readonly delay: number };

/** A call of one Channel, and what came of each Message. */
export type Called = {
  readonly channel: ChannelName;
  readonly messages: readonly Message[];
  readonly results: readonly ChannelResult[];
};

/** The same bell, which tells `notice` when it was rung. */
export const watchBell = <B extends Bell>(bell: B, notice: (rang: Rang) => void): B => ({
  ...bell,
  ring: async (keys: readonly BellKey[], lane: Parameters<Bell['ring']>[1], delay: number) => {
    await bell.ring(keys, lane, delay);
    notice({ keys, delay });
  },
});

/** The same Channel, which tells `notice` of each call when it is over. */
export const watchChannel = (channel: Channel, notice: (called: Called) => void): Channel => ({
  ...channel,
  send: async (messages) => {
    const results = await channel.send(messages);
    notice({ channel: channel.name, messages, results });
    return results;
  },
});
