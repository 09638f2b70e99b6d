import * as v from 'valibot';
import { ALERT_HANDLINGS, ALERT_STATES, type Alert } from '../../core/alerts/alert.ts';
import type { Chunk } from '../../core/alerts/alerts.ts';
import type { Audience, Member } from '../../core/alerts/audience.ts';
import type { AlertTemplate } from '../../core/alerts/template.ts';
import { actSchema, number, parser, text, windowSchema } from './people-schema.ts';
import type { Parse } from './stored.ts';

const wordsSchema = v.object({ title: text, text });
const modeSchema = v.picklist(['practice', 'live']);
const languageSchema = v.picklist(['en', 'cy']);

const audienceSchema = v.variant('kind', [
  v.object({
    kind: v.literal('residents'),
    areas: v.array(text),
    groups: v.array(text),
    languages: v.array(languageSchema),
    echo: v.exactOptional(v.picklist(['consumer', 'managed'])),
  }),
  v.object({ kind: v.literal('told'), alertId: text }),
]) satisfies v.GenericSchema<unknown, Audience>;

const contentSchema = v.object({
  mode: modeSchema,
  words: wordsSchema,
  isPrivate: v.boolean(),
  correction: v.exactOptional(wordsSchema),
  audience: v.exactOptional(audienceSchema),
  handling: v.exactOptional(v.picklist(ALERT_HANDLINGS)),
  starts: v.exactOptional(
    v.variant('kind', [v.object({ kind: v.literal('on-approval') }), v.object({ kind: v.literal('at'), at: text })]),
  ),
  expires: v.exactOptional(text),
});

const approvalSchema = v.object({
  by: text,
  at: number,
  hash: text,
  people: number,
  startsAt: number,
  expiresAt: number,
});

const stopSchema = v.object({
  by: text,
  at: number,
  reason: text,
  inFlight: number,
  walked: number,
  isDone: v.boolean(),
});

export const parseAlert: Parse<Alert> = parser(
  v.object({
    council: text,
    id: text,
    state: v.picklist(ALERT_STATES),
    content: contentSchema,
    writers: v.array(text),
    submittedBy: v.exactOptional(text),
    approval: v.exactOptional(approvalSchema),
    corrects: v.exactOptional(text),
    chunks: number,
    deliveries: number,
    cursor: v.exactOptional(text),
    releasedAt: v.exactOptional(number),
    reconciledAt: v.exactOptional(number),
    comparing: v.exactOptional(v.object({ in: v.picklist(ALERT_STATES), chunk: number, repaired: number })),
    drift: v.exactOptional(v.object({ approved: number, found: number })),
    stop: v.exactOptional(stopSchema),
    lookAt: v.exactOptional(number),
    lastAct: actSchema,
  }),
);

export const parseChunk: Parse<Chunk> = parser(
  v.object({
    council: text,
    alertId: text,
    number,
    residents: v.array(text),
    cursor: v.exactOptional(text),
    isLast: v.boolean(),
  }),
);

export const parseMember: Parse<Member> = parser(
  v.object({
    council: text,
    residentId: text,
    homeId: text,
    isPractice: v.boolean(),
    standing: v.picklist(['may-be-told', 'away', 'ended', 'consent-withdrawn']),
    area: v.exactOptional(text),
    groups: v.array(text),
    languages: v.array(languageSchema),
    echos: v.object({ managed: number, chiming: number, silent: number }),
    screens: number,
    quietHours: v.exactOptional(windowSchema),
  }),
);

export const parseTemplate: Parse<AlertTemplate> = parser(
  v.object({
    council: text,
    id: text,
    name: text,
    words: wordsSchema,
    correction: v.exactOptional(wordsSchema),
    handling: v.picklist(ALERT_HANDLINGS),
  }),
);
