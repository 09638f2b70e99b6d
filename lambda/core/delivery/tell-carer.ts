import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import { addDays, localDate, localTime } from '../kernel/uk-time.ts';
import { isWithinAgreedHours, tellingRefusal } from '../people/circle-of-care.ts';
import type { Contact } from '../people/contact.ts';
import type { Carers } from '../people/people.ts';
import type { Resident } from '../people/resident.ts';
import type { ChannelResult } from './channel.ts';
import type { Deliveries } from './deliveries.ts';
import { type Attempt, type Delivery, keyOf } from './delivery.ts';
import { AFTER_UNKNOWN, oneMessage } from './one-message.ts';
import { TOLD_LINK_HOLDS, type ToldLinks, type ToldOnce, type ToldSecrets } from './told-link.ts';

/**
 * Words for one Carer, plain text. `reference` is the same for every try of one telling; `mayBeRepeat`: an earlier try may
 * have arrived, so the service is asked first. `to` is a UK mobile number (E.164) or an e-mail address.
 */
export type CarerMessage = {
  readonly by: 'text' | 'email';
  readonly to: string;
  readonly words: string;
  readonly title: string;
  readonly link: string;
  readonly reference: string;
  readonly mayBeRepeat: boolean;
};

/** Sends one text or e-mail. Never throws for what the service answers; `sent` means that it was taken, not that it was read. */
export type SendToCarer = (message: CarerMessage) => Promise<ChannelResult>;

/** The neutral words of it (promise G14): who, which reminders, that there is no reply yet. Filled by `render`. */
export type CarerWording = (
  deliveries: readonly [Delivery, ...Delivery[]],
  resident: Resident,
) => { readonly words: string; readonly title: string };

/** How Carers are sent texts and e-mails, and where the links in them lead. */
export type CarerMessages = {
  readonly send: SendToCarer;
  readonly secrets: ToldSecrets;
  /** `https://console.example/console`, without a slash at its end. */
  readonly consoleUrl: string;
};

export type TellCarerNeeds = {
  readonly carers: Pick<Carers, 'stored'>;
  readonly deliveries: Pick<Deliveries, 'between'>;
  readonly toldLinks: ToldLinks;
  /** Absent: this council sends none, and Carers are told on their page. */
  readonly messages: CarerMessages | undefined;
  readonly wording: CarerWording;
  readonly clock: Clock;
  readonly log: Log;
};

/** A worker died while it told this rung, or an answer never came: the message may have left. */
const mayHaveLeft = ({ claim, attempts, climbed }: Delivery): boolean =>
  claim !== undefined || attempts.some(({ rung, came }) => rung === climbed && came === 'unknown');

/** How a Carer is sent something: by text where there is a number, else by e-mail; undefined where there is neither. */
export const wayOf = ({ text, email }: Contact = {}): Pick<CarerMessage, 'by' | 'to'> | undefined => {
  if (text !== undefined) return { by: 'text', to: text };
  return email === undefined ? undefined : { by: 'email', to: email };
};

const sendMessage = async (
  needs: TellCarerNeeds,
  { secrets, send, consoleUrl }: CarerMessages,
  delivery: Delivery,
  naming: readonly Delivery[],
  resident: Resident,
  carerId: string,
  way: Pick<CarerMessage, 'by' | 'to'>,
): Promise<ChannelResult> => {
  const told: ToldOnce = { delivery: keyOf(delivery), rung: delivery.climbed, carerId };
  const token = secrets.tokenOf(told);
  const { council } = delivery;
  const expiresAt = needs.clock() + TOLD_LINK_HOLDS;
  await needs.toldLinks.add({ council, hash: secrets.hashToken(token), ...told, expiresAt });
  return send({
    ...way,
    ...needs.wording([delivery, ...naming], resident),
    link: `${consoleUrl}/told/${token}`,
    reference: secrets.referenceOf(told),
    mayBeRepeat: mayHaveLeft(delivery),
  });
};

/**
 * Tells a Carer whom a rung names. One who may not see any more, or has not agreed, is not told. Everybody else has it on
 * their page; within the hours they agreed to, one who gave a number or an address also gets a text or an e-mail, whose
 * attempt stands for both; reminders of one evening come in one message. Nobody is sent anything about a practice Resident (D58).
 */
export const tellCarer =
  (needs: TellCarerNeeds) =>
  async (delivery: Delivery, resident: Resident, carerId: string): Promise<Attempt> => {
    const at = needs.clock();
    const today = localDate(at);
    const reason = tellingRefusal(resident.circle, carerId, today);
    if (reason !== undefined) return { at, channel: 'carer-page', came: 'refused', reason };
    const onPage: Attempt = { at, channel: 'carer-page', came: 'sent' };
    const { messages } = needs;
    if (messages === undefined || resident.isPractice) return onPage;
    if (!isWithinAgreedHours(resident.circle, carerId, today, localTime(at))) return onPage;
    const carer = await needs.carers.stored(resident.council, carerId);
    const way = wayOf(carer?.value.contact);
    if (way === undefined) return onPage;
    const others = await needs.deliveries.between(resident.council, resident.id, addDays(today, -1), today);
    const one = oneMessage(delivery, others, carerId, at);
    if (one.kind === 'named-already') return { ...onPage, reason: one.kind };
    if (one.kind === 'joins-another') return { at, channel: way.by, came: 'refused', reason: one.kind };
    const result = await sendMessage(needs, messages, delivery, one.naming, resident, carerId, way);
    const isUnsure = mayHaveLeft(delivery) ? { reason: AFTER_UNKNOWN } : {};
    if (result.kind === 'sent') return { at, channel: way.by, came: 'sent', ...isUnsure };
    const { kind: came, reason: why } = result;
    needs.log(came === 'unknown' ? 'channel.unknown' : 'channel.refused', {
      council: resident.council,
      channel: way.by,
      reason: why,
    });
    return { at, channel: way.by, came, reason: why };
  };
