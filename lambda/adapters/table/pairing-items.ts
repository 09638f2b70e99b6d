import { DAY } from '../../core/kernel/clock.ts';
import type { Echos, PairingCodes } from '../../core/pairing/pairing.ts';
import { parseEcho, parsePairingCode } from './care-schema.ts';
import { echoKey, pairingCodeKey, triesKey } from './keys.ts';
import { readItem, writeItem } from './stored.ts';
import type { Table } from './table.ts';

/** Echos by the keyed hash of their ids. */
export const echosIn = (table: Table): Echos => ({
  ofHash: (council, hash, options) => readItem(table, echoKey(council, hash), parseEcho, options),
  save: ({ value, version }) =>
    writeItem(table, { key: echoKey(value.council, value.hash), kind: 'echo', body: value }, version),
});

/** Codes by their keyed hash; the table tidies them away a day after they end. */
export const pairingCodesIn = (table: Table): PairingCodes => ({
  ofHash: (council, codeHash) => readItem(table, pairingCodeKey(council, codeHash), parsePairingCode, { strong: true }),
  save: ({ value, version }) =>
    writeItem(
      table,
      {
        key: pairingCodeKey(value.council, value.codeHash),
        kind: 'pairing-code',
        body: value,
        expiresAt: value.expiresAt + DAY,
      },
      version,
    ),
  countTry: async (council, who, day, atMost, now) => {
    const added = await table.add(triesKey(council, who, day), 'tries', 1, atMost, { expiresAt: now + 2 * DAY });
    return added.kind === 'added' ? 'counted' : 'full';
  },
});
