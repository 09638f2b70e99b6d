import * as v from 'valibot';
import type { Act, Actor } from '../../core/audit/act.ts';
import type { Carer } from '../../core/people/carer.ts';
import { CARER_RIGHTS, type CircleMember } from '../../core/people/circle-of-care.ts';
import { CONSENT_CAPACITIES, CONSENT_PURPOSES, OTHERS_TOLD } from '../../core/people/consent.ts';
import type { Council } from '../../core/people/council.ts';
import { FIRST_EPOCH } from '../../core/people/dispatch.ts';
import { type Home, NATIONS } from '../../core/people/home.ts';
import { OFFICER_RIGHTS, type Officer } from '../../core/people/officer.ts';
import { AWAY_REASONS, ENDED_REASONS } from '../../core/people/presence.ts';
import type { Resident } from '../../core/people/resident.ts';
import { ACCESS_NEEDS, SPEECH_RATES, SPOKEN_VOICES, TEXT_SIZES } from '../../core/people/settings.ts';
import type { Parse } from './stored.ts';
import { carryUnknown } from './unknown-fields.ts';

/** A parser from a schema whose output is exactly the domain's type; the value carries what the schema does not know (C24). */
export const parser =
  <T>(schema: v.GenericSchema<unknown, T>): Parse<T> =>
  (body) => {
    const parsed = v.parse(schema, body);
    carryUnknown(body, parsed);
    return parsed;
  };

export const text = v.string();
export const number = v.number();

export const actorSchema = v.object({
  kind: v.picklist(['resident', 'carer', 'officer', 'system']),
  id: text,
}) satisfies v.GenericSchema<unknown, Actor>;

export const actSchema = v.object({
  number,
  at: number,
  by: actorSchema,
  did: text,
  reason: v.exactOptional(text),
}) satisfies v.GenericSchema<unknown, Act>;

export const windowSchema = v.object({ from: text, to: text });

const settingsSchema = v.object({
  nameToUse: text,
  rate: v.picklist(SPEECH_RATES),
  longerPauses: v.boolean(),
  voice: v.exactOptional(v.picklist(SPOKEN_VOICES)),
  volumeHint: v.boolean(),
  oneAtATime: v.boolean(),
  length: v.picklist(['short', 'full']),
  quietHours: v.exactOptional(windowSchema),
  screen: v.object({ on: v.boolean(), privateItems: v.picklist(['hidden', 'shown']) }),
  textSize: v.picklist(TEXT_SIZES),
  chime: v.picklist(['low', 'none']),
  languages: v.array(v.picklist(['en', 'cy'])),
  accessNeeds: v.array(v.picklist(ACCESS_NEEDS)),
  steadyWords: v.boolean(),
  easyWords: v.boolean(),
  slowToSpeak: v.boolean(),
  hasPendant: v.boolean(),
});

const presenceSchema = v.variant('kind', [
  v.object({ kind: v.literal('home'), cameHomeAt: v.exactOptional(number) }),
  v.object({ kind: v.literal('away'), reason: v.picklist(AWAY_REASONS), since: text, until: v.exactOptional(text) }),
  v.object({ kind: v.literal('ended'), since: text, reason: v.exactOptional(v.picklist(ENDED_REASONS)) }),
]);

const consentSchema = v.object({
  state: v.picklist(['not-asked', 'given', 'withdrawn']),
  decidedBy: v.picklist(CONSENT_CAPACITIES),
  decider: v.exactOptional(text),
  documentSeen: v.exactOptional(v.boolean()),
  explainedBy: text,
  how: text,
  purposes: v.exactOptional(v.array(v.picklist(CONSENT_PURPOSES))),
  othersTold: v.exactOptional(v.picklist(OTHERS_TOLD)),
  decidedOn: text,
  reviewOn: text,
});

const memberSchema = v.object({
  carerId: text,
  name: text,
  rights: v.array(v.picklist(CARER_RIGHTS)),
  from: text,
  until: v.exactOptional(text),
  agreedToBeTold: v.exactOptional(windowSchema),
}) satisfies v.GenericSchema<unknown, CircleMember>;

export const parseResident: Parse<Resident> = parser(
  v.object({
    council: text,
    id: text,
    homeId: text,
    fullName: text,
    settings: settingsSchema,
    presence: presenceSchema,
    consent: consentSchema,
    circle: v.array(memberSchema),
    groups: v.optional(v.array(text), []), // rows from before there were groups and practice
    isPractice: v.optional(v.boolean(), false),
    lastAct: actSchema,
  }),
);

export const parseHome: Parse<Home> = parser(
  v.object({
    council: text,
    id: text,
    label: text,
    nation: v.picklist(NATIONS),
    area: v.exactOptional(text),
    binRound: v.exactOptional(text),
    residents: v.array(text),
    echos: v.array(text),
    screens: v.optional(v.array(text), []), // rows from before there were Screens
    lastAct: actSchema,
  }),
);

const partSchema = v.object({ id: text, name: text });

const releaseSchema = v.object({
  cutOff: number,
  epoch: text,
  shard: number,
  after: v.exactOptional(text),
  closed: v.object({ delivery: number, reminder: number, alert: number }),
  doneAt: v.exactOptional(number),
  lastAct: actSchema,
});

export const parseCouncil: Parse<Council> = parser(
  v.object({
    id: text,
    name: text,
    phone: text,
    staffedHours: v.array(v.object({ weekday: v.picklist([1, 2, 3, 4, 5, 6, 7]), from: text, to: text })),
    closedOn: v.array(text),
    diaryFreshForMinutes: number,
    areas: v.optional(v.array(partSchema), []), // rows from before there were alerts
    groups: v.optional(v.array(partSchema), []),
    urgentShards: number,
    routineShards: number,
    dispatchEpoch: v.optional(text, FIRST_EPOCH), // rows from before there was a fence
    release: v.exactOptional(releaseSchema),
  }),
);

export const parseCarer: Parse<Carer> = parser(
  v.object({
    council: text,
    id: text,
    name: text,
    residents: v.array(text),
    contact: v.exactOptional(v.object({ text: v.exactOptional(text), email: v.exactOptional(text) })),
    lastAct: v.exactOptional(actSchema),
  }),
);

export const parseOfficer: Parse<Officer> = parser(
  v.object({ council: text, id: text, name: text, rights: v.array(v.picklist(OFFICER_RIGHTS)) }),
);
