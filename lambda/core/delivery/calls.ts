import { instantOf } from '../kernel/uk-time.ts';
import type { Echo } from '../pairing/echo.ts';
import { type ChannelName, channelOf, type Message } from './channel.ts';
import type { DeliverNeeds } from './deliver-needs.ts';
import type { Delivery } from './delivery.ts';
import { HANDLING_RULES } from './handling.ts';
import type { Claimed } from './take-claim.ts';

/** One Message of one claimed Delivery, on its way to one Echo. */
export type Sending = { readonly claimed: Claimed; readonly channel: ChannelName; readonly message: Message };

/** One telling of one Delivery: the same for every try of it and for every Echo, another for each repeat. */
const referenceOf = ({ council, residentId, id, again }: Delivery): string =>
  JSON.stringify([council, residentId, id, again]);

/** Only where times may be said aloud without asking: Alexa reads it to whoever asks for notifications. */
const aboutOf = ({ content, dueAt }: Delivery): Pick<Message, 'about'> => {
  if (content.kind === 'diary')
    return { about: { kind: 'occasion', change: content.change, at: instantOf(content.at) } };
  const isProgramme = content.kind === 'reminder' && content.label === 'programme';
  return isProgramme ? { about: { kind: 'programme', at: dueAt } } : {};
};

/**
 * Managed Echos speak to the room, so the words follow what may be said aloud there. A chime carries none, so that all
 * consumer Echos have the same and go in one call.
 */
const messageFor = (needs: DeliverNeeds, claimed: Claimed, echo: Echo): Message => {
  const delivery = claimed.stored.value;
  const isAloud = channelOf(echo) === 'smart-properties' && echo.speakingLevel !== 'closed';
  const words = needs.wording(delivery, claimed.resident, isAloud);
  return {
    council: delivery.council,
    echo,
    speech: words.speech,
    title: words.title,
    reference: referenceOf(delivery),
    ...(echo.speakingLevel === 'open' ? aboutOf(delivery) : {}),
    urgent: delivery.handling === 'urgent',
    ...(HANDLING_RULES[delivery.handling].speaksUnasked ? {} : { quietly: true as const }),
    expiresAt: delivery.expiresAt,
  };
};

/** The Messages of a claimed Delivery, one for each Echo. */
export const sendingsOf = (needs: DeliverNeeds, claimed: Claimed): readonly Sending[] =>
  claimed.echos.map((echo) => ({ claimed, channel: channelOf(echo), message: messageFor(needs, claimed, echo) }));

/** Cuts sendings into calls of at most `size`. Those of one Delivery stay together where they fit, so that a Channel sees them at once. */
const cut = (sendings: readonly Sending[], size: number): readonly (readonly Sending[])[] => {
  const calls: Sending[][] = [];
  for (const ofOne of Map.groupBy(sendings, ({ claimed }) => claimed).values()) {
    const last = calls.at(-1);
    if (last !== undefined && last.length + ofOne.length <= size) last.push(...ofOne);
    else for (let n = 0; n < ofOne.length; n += size) calls.push(ofOne.slice(n, n + size));
  }
  return calls;
};

/** Sendings that say the same through the same Channel go in one call, up to the Channel's size. */
export const callsOf = (needs: DeliverNeeds, sendings: readonly Sending[]): readonly (readonly Sending[])[] => {
  const groups = new Map<string, Sending[]>();
  for (const sending of sendings) {
    const group = JSON.stringify([
      sending.channel,
      sending.message.council,
      sending.message.speech,
      sending.message.quietly,
    ]);
    groups.set(group, [...(groups.get(group) ?? []), sending]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : cut(group, needs.channels[first.channel].atOnce);
  });
};
