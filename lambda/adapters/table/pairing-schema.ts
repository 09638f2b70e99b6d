import * as v from 'valibot';
import { type Echo, SPEAKING_LEVELS } from '../../core/pairing/echo.ts';
import type { PairingCode } from '../../core/pairing/pairing-code.ts';
import { number, parser, text } from './people-schema.ts';
import type { Parse } from './stored.ts';

export const parseEcho: Parse<Echo> = parser(
  v.object({
    council: text,
    hash: text,
    homeId: text,
    residents: v.array(text),
    kind: v.picklist(['consumer', 'managed']),
    speakingLevel: v.picklist(SPEAKING_LEVELS),
    hushedUntil: v.exactOptional(number),
    linkVersion: number,
    state: v.picklist(['paired', 'unpaired']),
    sealedIds: text,
    apiEndpoint: text,
    notifications: v.object({ on: v.boolean(), at: number }),
    mayRemind: v.exactOptional(v.object({ on: v.boolean(), at: number })),
    widget: v.exactOptional(v.object({ on: v.boolean(), at: number })),
    formerResidents: v.exactOptional(v.array(text)),
    account: v.exactOptional(text),
  }),
);

export const parsePairingCode: Parse<PairingCode> = parser(
  v.object({
    council: text,
    codeHash: text,
    homeId: text,
    startedBy: text,
    expiresAt: number,
    state: v.picklist(['open', 'claimed', 'confirmed']),
    claim: v.exactOptional(
      v.object({
        echo: v.object({
          hash: text,
          kind: v.picklist(['consumer', 'managed']),
          sealedIds: text,
          apiEndpoint: text,
          account: v.exactOptional(text),
        }),
        words: v.tuple([text, text]),
      }),
    ),
  }),
);
