import { DAY } from '../../core/kernel/clock.ts';
import type { Echos, PairingCodes } from '../../core/pairing/pairing.ts';
import { accountKey, accountPk, echoKey, pairingCodeKey, triesKey } from './keys.ts';
import { listAll } from './list-all.ts';
import { parseEcho, parsePairingCode } from './pairing-schema.ts';
import { overwriteItem, readItem, writeItem } from './stored.ts';
import type { Table } from './table.ts';

/** Echos by the keyed hash of their ids. */
export const echosIn = (table: Table): Echos => ({
  ofHash: (council, hash, options) => readItem(table, echoKey(council, hash), parseEcho, options),
  save: async ({ value, version }) => {
    const { council, hash, account } = value;
    const saved = await writeItem(table, { key: echoKey(council, hash), kind: 'echo', body: value }, version);
    if (saved.kind === 'saved' && account !== undefined)
      await overwriteItem(table, { key: accountKey(council, account, hash), kind: 'account-echo', body: {} });
    return saved;
  },
  ofAccount: async (council, account) => {
    const pointers = await listAll(table, { pk: accountPk(council, account), strong: true });
    const echos = await Promise.all(
      pointers.map(({ key }) => readItem(table, echoKey(council, key.sk), parseEcho, { strong: true })),
    );
    return echos.flatMap((echo) => (echo?.value.account === account ? [echo] : []));
  },
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
