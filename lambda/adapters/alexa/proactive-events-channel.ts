import type { BinKind } from '../../core/bin-days/bin-rounds.ts';
import { type Channel, type ChannelResult, type Message, TOO_MANY_CALLS } from '../../core/delivery/channel.ts';
import { type Clock, HOUR, MINUTE } from '../../core/kernel/clock.ts';
import { weekdayOf } from '../../core/kernel/uk-time.ts';
import type { EchoIds } from '../../core/pairing/echo.ts';
import { type Posted, postJson, retryAfterOf } from '../amazon/call-amazon.ts';
import type { AccessToken } from '../amazon/lwa-token.ts';

export type ProactiveEventsNeeds = {
  readonly accessToken: AccessToken;
  /** `/v1/proactiveEvents` when the skill is live, `/v1/proactiveEvents/stages/development` before. */
  readonly path: string;
  readonly openIds: (sealed: string) => EchoIds;
  /** SHA-256, in hex digits. */
  readonly digest: (text: string) => string;
  /** Where the Alexa APIs are, without a slash at the end. */
  readonly apiUrl: string;
  /** Who the message is said to be from, in Alexa's own sentence. */
  readonly sender: string;
  readonly clock: Clock;
};

/** An event lives between five minutes and 24 hours (Amazon, "Proactive Events API"). */
const expiryOf = (message: Message, now: number): number =>
  Math.min(Math.max(message.expiresAt, now + 6 * MINUTE), now + 24 * HOUR - MINUTE);

/**
 * 1 to 100 letters and digits (Amazon, "Proactive Events API"): a SHA-256 digest in hex, so that no two tellings share one.
 * The account is part of it: one telling has one reference for all Echos of an account.
 */
const referenceId = (needs: ProactiveEventsNeeds, { reference }: Message, userId: string): string =>
  needs.digest(JSON.stringify([reference, userId]));

const CONFIRMATION = { added: 'CREATED', moved: 'RESCHEDULED', cancelled: 'CANCELED' } as const;

const GARBAGE = {
  rubbish: 'LANDFILL',
  recycling: 'RECYCLABLE_PLASTICS',
  garden: 'GARDEN_WASTE',
  food: 'KITCHEN_WASTE',
  glass: 'GLASS',
  paper: 'WASTE_PAPER',
} as const satisfies Record<BinKind, string>;

const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

const utc = (at: number): string => new Date(at).toISOString();

/**
 * The schema that means what the Message is about; no words of ours (Amazon, "Schemas for Proactive Events"). Using one for something
 * else fails certification, so whatever has none of its own is "a message from …".
 */
const schemaOf = ({ about, urgent }: Message) => {
  if (about?.kind === 'occasion')
    return {
      name: 'AMAZON.Occasion.Updated',
      payload: {
        state: { confirmationStatus: CONFIRMATION[about.change] },
        occasion: {
          occasionType: 'APPOINTMENT',
          subject: 'localizedattribute:subject',
          provider: { name: 'localizedattribute:sender' },
          bookingTime: utc(about.at),
        },
      },
    };
  if (about?.kind === 'programme')
    return {
      name: 'AMAZON.MediaContent.Available',
      payload: {
        availability: { startTime: utc(about.at), method: 'AIR' },
        content: { name: 'localizedattribute:programme', contentType: 'EPISODE' },
      },
    };
  if (about?.kind === 'bins')
    return {
      name: 'AMAZON.TrashCollectionAlert.Activated',
      payload: {
        alert: {
          garbageTypes: [...new Set(about.bins.map(({ kind }) => GARBAGE[kind]))],
          collectionDayOfWeek: WEEKDAYS[weekdayOf(about.on) - 1],
        },
      },
    };
  return {
    name: 'AMAZON.MessageAlert.Activated',
    payload: {
      state: { status: 'UNREAD', freshness: 'NEW' },
      messageGroup: {
        creator: { name: 'localizedattribute:sender' },
        count: 1,
        ...(urgent ? { urgency: 'URGENT' } : {}),
      },
    },
  };
};

/** Fields of Alexa's sentences: neutral, and nothing of anybody. */
const attributes = (sender: string) => ({
  locale: 'en-GB',
  sender,
  subject: 'your diary',
  programme: 'your programme',
});

/** One event, for one account. */
const eventOf = (needs: ProactiveEventsNeeds, message: Message, userId: string) => {
  const now = needs.clock();
  return {
    timestamp: new Date(now).toISOString(),
    referenceId: referenceId(needs, message, userId),
    expiryTime: new Date(expiryOf(message, now)).toISOString(),
    event: schemaOf(message),
    localizedAttributes: [attributes(needs.sender)],
    relevantAudience: { type: 'Unicast', payload: { user: userId } },
  };
};

/**
 * What an answer means. The reference is the channel's own duplicate protection: 409 says that an earlier try arrived, so a
 * try without an answer may simply be made again.
 */
const resultOf = (posted: Posted): ChannelResult => {
  if (posted.kind !== 'answered') return { kind: 'refused', reason: posted.kind };
  switch (posted.status) {
    case 202:
    case 409:
      return { kind: 'sent' };
    case 400:
      return { kind: 'unreachable', reason: 'not-valid' };
    case 403:
      return { kind: 'unreachable', reason: 'notifications-off' };
    case 429:
      return { kind: 'refused', reason: TOO_MANY_CALLS, ...retryAfterOf(posted) };
    case 432:
      return { kind: 'unreachable', reason: 'notification-limit' };
    default:
      return { kind: 'refused', reason: 'alexa-error' };
  }
};

/** Ids that cannot be opened (another key, a changed text) reach no account; the Echos beside them are still told. */
const accountOf = (needs: ProactiveEventsNeeds, { echo }: Message): string | undefined => {
  try {
    return needs.openIds(echo.sealedIds).userId;
  } catch {
    return undefined; // becomes a result with its reason, which is logged
  }
};

/** Also the answer to a token that is over (Amazon, "Proactive Events API"). */
const FORBIDDEN = 403;

/** So many calls go together, in one turn at the Channel; few, because each is refused by itself. Our own measure, not Amazon's. */
export const CHIMES_AT_ONCE = 5;

/**
 * Chime and light on every Echo of a consumer account that has notifications on; nothing is spoken. Each account is called
 * once for each telling, however many of its Echos are to be told, and the result stands for all of them.
 */
export const proactiveEventsChannel = (needs: ProactiveEventsNeeds): Channel => {
  const call = async (message: Message, userId: string): Promise<ChannelResult> =>
    resultOf(
      await postJson(`${needs.apiUrl}${needs.path}`, needs.accessToken, eventOf(needs, message, userId), FORBIDDEN),
    );
  return {
    name: 'proactive-events',
    atOnce: CHIMES_AT_ONCE,
    send: (messages) => {
      const called = new Map<string, Promise<ChannelResult>>();
      return Promise.all(
        messages.map((message): ChannelResult | Promise<ChannelResult> => {
          const userId = accountOf(needs, message);
          if (userId === undefined) return { kind: 'unreachable', reason: 'ids-unreadable' };
          const telling = referenceId(needs, message, userId);
          const result = called.get(telling) ?? call(message, userId);
          called.set(telling, result);
          return result;
        }),
      );
    },
  };
};
