import * as v from 'valibot';
import { PUBLISHED_EVENTS } from '../skill-on-account.ts';

/** A text field that is plain, or `localizedattribute:key`. */
const text = v.pipe(v.string(), v.minLength(1));
const utc = v.pipe(v.string(), v.isoTimestamp());

const messageAlert = v.strictObject({
  state: v.strictObject({
    status: v.picklist(['UNREAD', 'FLAGGED']),
    freshness: v.optional(v.picklist(['NEW', 'OVERDUE'])),
  }),
  messageGroup: v.strictObject({
    creator: v.strictObject({ name: text }),
    count: v.pipe(v.number(), v.integer(), v.minValue(1)),
    urgency: v.optional(v.literal('URGENT')),
  }),
});

const occasion = v.strictObject({
  state: v.strictObject({
    confirmationStatus: v.picklist(['CONFIRMED', 'CANCELED', 'RESCHEDULED', 'REQUESTED', 'CREATED', 'UPDATED']),
  }),
  occasion: v.strictObject({
    occasionType: v.picklist(['RESERVATION_REQUEST', 'RESERVATION', 'APPOINTMENT_REQUEST', 'APPOINTMENT']),
    subject: text,
    provider: v.strictObject({ name: text }),
    bookingTime: utc,
    broker: v.optional(v.strictObject({ name: text })),
  }),
});

const trash = v.strictObject({
  alert: v.strictObject({
    garbageTypes: v.pipe(
      v.array(
        v.picklist([
          'BOTTLES',
          'BULKY',
          'BURNABLE',
          'CANS',
          'CLOTHING',
          'COMPOSTABLE',
          'CRUSHABLE',
          'GARDEN_WASTE',
          'GLASS',
          'HAZARDOUS',
          'HOME_APPLIANCES',
          'KITCHEN_WASTE',
          'LANDFILL',
          'PET_BOTTLES',
          'RECYCLABLE_PLASTICS',
          'WASTE_PAPER',
        ]),
      ),
      v.minLength(1),
    ),
    collectionDayOfWeek: v.picklist(['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']),
  }),
});

const media = v.strictObject({
  availability: v.strictObject({
    startTime: utc,
    provider: v.optional(v.strictObject({ name: text })),
    method: v.picklist(['STREAM', 'AIR', 'RELEASE', 'PREMIERE', 'DROP']),
  }),
  content: v.strictObject({
    name: text,
    contentType: v.picklist(['BOOK', 'EPISODE', 'ALBUM', 'SINGLE', 'MOVIE', 'GAME']),
  }),
});

const audience = v.variant('type', [
  v.strictObject({ type: v.literal('Unicast'), payload: v.strictObject({ user: text }) }),
  v.strictObject({ type: v.literal('Multicast'), payload: v.strictObject({}) }),
]);

const event = v.variant('name', [
  v.strictObject({ name: v.literal(PUBLISHED_EVENTS[0]), payload: messageAlert }),
  v.strictObject({ name: v.literal(PUBLISHED_EVENTS[1]), payload: occasion }),
  v.strictObject({ name: v.literal(PUBLISHED_EVENTS[2]), payload: trash }),
  v.strictObject({ name: v.literal(PUBLISHED_EVENTS[3]), payload: media }),
]);

const localized = v.pipe(
  v.array(v.pipe(v.objectWithRest({ locale: text }, v.string()))),
  v.check((entries) => entries.some(({ locale }) => locale === 'en-GB'), 'no entry for en-GB'),
);

export const proactiveEvent = v.strictObject({
  timestamp: utc,
  referenceId: v.pipe(v.string(), v.regex(/^[A-Za-z0-9~]{1,100}$/)),
  expiryTime: utc,
  event,
  localizedAttributes: localized,
  relevantAudience: audience,
});

export type ProactiveEvent = v.InferOutput<typeof proactiveEvent>;

const KEY = /^localizedattribute:(.+)$/;

const namesIn = ({ event: sent }: ProactiveEvent): readonly string[] => {
  if (sent.name === 'AMAZON.MessageAlert.Activated') return [sent.payload.messageGroup.creator.name];
  if (sent.name === 'AMAZON.TrashCollectionAlert.Activated') return [];
  if (sent.name === 'AMAZON.MediaContent.Available') {
    const { availability, content } = sent.payload;
    return [content.name, ...(availability.provider === undefined ? [] : [availability.provider.name])];
  }
  const { subject, provider, broker } = sent.payload.occasion;
  return [subject, provider.name, ...(broker === undefined ? [] : [broker.name])];
};

/** Keys named as `localizedattribute:key` that some locale does not give. */
export const missingKeys = (sent: ProactiveEvent): readonly string[] => {
  const keys = namesIn(sent).flatMap((name) => KEY.exec(name)?.[1] ?? []);
  return keys.filter((key) => sent.localizedAttributes.some((entry) => entry[key] === undefined));
};

const MOMENT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
});

const OCCASION_STATES = {
  CONFIRMED: 'is confirmed',
  CANCELED: 'has been cancelled',
  RESCHEDULED: 'has been rescheduled',
  REQUESTED: 'has been requested',
  CREATED: 'has been created',
  UPDATED: 'has been updated',
} as const;

/** What Alexa says of an event, by a template like Amazon's: the sentence is hers, only the fields are ours. */
export const wordsOf = (sent: ProactiveEvent): string => {
  const inEnglish = sent.localizedAttributes.find(({ locale }) => locale === 'en-GB');
  const plain = (name: string) => inEnglish?.[KEY.exec(name)?.[1] ?? ''] ?? name;
  if (sent.event.name === 'AMAZON.MessageAlert.Activated') {
    const { state, messageGroup } = sent.event.payload;
    const kind = [state.freshness?.toLowerCase(), state.status.toLowerCase(), messageGroup.urgency?.toLowerCase()]
      .filter(Boolean)
      .join(' ');
    const messages = messageGroup.count === 1 ? 'message' : 'messages';
    return `You have ${messageGroup.count} ${kind} ${messages} from ${plain(messageGroup.creator.name)}.`;
  }
  if (sent.event.name === 'AMAZON.TrashCollectionAlert.Activated') {
    const { garbageTypes, collectionDayOfWeek } = sent.event.payload.alert;
    const kinds = garbageTypes.map((type) => type.toLowerCase().replaceAll('_', ' ')).join(' and ');
    return `Your ${kinds} will be collected on ${collectionDayOfWeek.toLowerCase()}.`;
  }
  if (sent.event.name === 'AMAZON.MediaContent.Available') {
    const { availability, content } = sent.event.payload;
    const on = availability.provider === undefined ? '' : ` on ${plain(availability.provider.name)}`;
    return `${plain(content.name)} is available${on} from ${MOMENT.format(new Date(availability.startTime))}.`;
  }
  const { state, occasion: booked } = sent.event.payload;
  const kind = booked.occasionType.startsWith('APPOINTMENT') ? 'appointment' : 'reservation';
  const when = MOMENT.format(new Date(booked.bookingTime));
  return `Your ${kind} with ${plain(booked.provider.name)} for ${plain(booked.subject)} on ${when} ${OCCASION_STATES[state.confirmationStatus]}.`;
};
