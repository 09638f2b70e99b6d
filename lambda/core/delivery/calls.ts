import { type ChannelName, channelOf, type Message } from './channel.ts';
import type { DeliverNeeds } from './deliver-needs.ts';
import type { Delivery } from './delivery.ts';
import type { Claimed } from './prepare.ts';

/** One Message of one claimed Delivery, on its way to one Echo. */
export type Sending = { readonly claimed: Claimed; readonly channel: ChannelName; readonly message: Message };

const reference = (delivery: Delivery, echo: Message['echo']): string =>
  `${delivery.id}.${echo.linkVersion}.${echo.hash}`.replace(/[^A-Za-z0-9]/g, '').slice(0, 100);

/** Managed Echos speak to the room, so the words follow what may be said aloud there; a chime carries none. */
const messageFor = (needs: DeliverNeeds, claimed: Claimed, echo: Message['echo']): Message => {
  const delivery = claimed.stored.value;
  const words = needs.wording(delivery, claimed.resident, echo.speakingLevel !== 'closed');
  return {
    council: delivery.council,
    echo,
    speech: words.speech,
    title: words.title,
    reference: reference(delivery, echo),
    urgent: delivery.handling === 'urgent',
    expiresAt: delivery.expiresAt,
  };
};

/** The Messages of a claimed Delivery, one for each Echo. */
export const sendingsOf = (needs: DeliverNeeds, claimed: Claimed): readonly Sending[] =>
  claimed.echos.map((echo) => ({ claimed, channel: channelOf(echo), message: messageFor(needs, claimed, echo) }));

/** Sendings that say the same through the same Channel go in one call, up to the Channel's size. */
export const callsOf = (needs: DeliverNeeds, sendings: readonly Sending[]): readonly (readonly Sending[])[] => {
  const groups = new Map<string, Sending[]>();
  for (const sending of sendings) {
    const group = JSON.stringify([sending.channel, sending.message.council, sending.message.speech]);
    groups.set(group, [...(groups.get(group) ?? []), sending]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const size = first === undefined ? 1 : needs.channels[first.channel].atOnce;
    return Array.from({ length: Math.ceil(group.length / size) }, (_, n) => group.slice(n * size, (n + 1) * size));
  });
};
