import { instantOf } from '../kernel/uk-time.ts';
import type { Echo } from '../pairing/echo.ts';
import { type ChannelName, channelOf, type Message } from './channel.ts';
import type { DeliverNeeds } from './deliver-needs.ts';
import type { Delivery } from './delivery.ts';
import { HANDLING_RULES } from './handling.ts';
import type { ToTell } from './take-claim.ts';

/** One Message of one Delivery, on its way to one Echo. */
export type Sending = { readonly toTell: ToTell; readonly channel: ChannelName; readonly message: Message };

/** One telling of one Delivery: the same for every try of it and for every Echo, another for each repeat. */
const referenceOf = ({ council, residentId, id, again }: Delivery): string =>
  JSON.stringify([council, residentId, id, again]);

/** Only where times may be said aloud without asking: Alexa reads it to whoever asks for notifications. */
const aboutOf = ({ content, dueAt }: Delivery): Pick<Message, 'about'> => {
  if (content.kind === 'diary')
    return { about: { kind: 'occasion', change: content.change, at: instantOf(content.at) } };
  if (content.kind === 'reminder' && content.bins !== undefined) return { about: { kind: 'bins', ...content.bins } };
  const isProgramme = content.kind === 'reminder' && content.label === 'programme';
  return isProgramme ? { about: { kind: 'programme', at: dueAt } } : {};
};

/**
 * Managed Echos speak to the room, so the words follow what may be said aloud there. A chime carries none, so that all
 * consumer Echos have the same and go in one call.
 */
const messageFor = (needs: DeliverNeeds, toTell: ToTell, echo: Echo): Message => {
  const delivery = toTell.stored.value;
  const isAloud = channelOf(echo) === 'smart-properties' && echo.speakingLevel !== 'closed';
  const words = needs.wording(delivery, toTell.resident, isAloud);
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

/** The Messages of a Delivery, one for each Echo. */
export const sendingsOf = (needs: DeliverNeeds, toTell: ToTell): readonly Sending[] =>
  toTell.echos.map((echo) => ({ toTell, channel: channelOf(echo), message: messageFor(needs, toTell, echo) }));

/**
 * Cuts sendings into calls of at most `size`. Those of one Home stay together where they fit: a Channel that sees them at once says the words
 * once on an Echo that two Residents share.
 */
const cut = (sendings: readonly Sending[], size: number): readonly (readonly Sending[])[] => {
  const calls: Sending[][] = [];
  for (const ofHome of Map.groupBy(sendings, ({ message }) => message.echo.homeId).values()) {
    const last = calls.at(-1);
    if (last !== undefined && last.length + ofHome.length <= size) last.push(...ofHome);
    else for (let n = 0; n < ofHome.length; n += size) calls.push(ofHome.slice(n, n + size));
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

/** Calls that have a Delivery in common follow one another, in rounds; those of one round may be made at the same time. */
export const roundsOf = (calls: readonly (readonly Sending[])[]): readonly (readonly (readonly Sending[])[])[] => {
  const rounds: (readonly Sending[])[][] = [];
  const next = new Map<ToTell, number>();
  for (const call of calls) {
    const round = Math.max(0, ...call.map(({ toTell }) => next.get(toTell) ?? 0));
    rounds[round] = [...(rounds[round] ?? []), call];
    for (const { toTell } of call) next.set(toTell, round + 1);
  }
  return rounds;
};
