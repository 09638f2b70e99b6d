import * as v from 'valibot';
import { DAY } from '../../core/kernel/clock.ts';
import type { Screen } from '../../core/pairing/screen.ts';
import type { ScreenPairing, ScreenPairings, Screens } from '../../core/pairing/screen-pairing.ts';
import { screenCodeKey, screenKey, screenPairingKey } from './keys.ts';
import { actorSchema, number, parser, text } from './people-schema.ts';
import { type Parse, readItem, writeItem } from './stored.ts';
import type { Table } from './table.ts';

const parseScreen: Parse<Screen> = parser(
  v.object({
    council: text,
    hash: text,
    homeId: text,
    residents: v.array(text),
    state: v.picklist(['paired', 'unpaired']),
    linkVersion: number,
    pairedAt: number,
  }),
);

const parsePairing: Parse<ScreenPairing> = parser(
  v.object({
    council: text,
    screenHash: text,
    codeHash: text,
    expiresAt: number,
    state: v.picklist(['open', 'claimed', 'agreed', 'refused']),
    linkVersion: number,
    claim: v.exactOptional(
      v.object({
        homeId: text,
        by: actorSchema,
        words: v.tuple([text, text]),
        wordsMatch: v.boolean(),
        okPressed: v.boolean(),
      }),
    ),
  }),
);

const parsePointer = parser(v.object({ screenHash: text }));

/** Screens by the keyed hash of their token. */
export const screensIn = (table: Table): Screens => ({
  ofHash: (council, hash) => readItem(table, screenKey(council, hash), parseScreen, { strong: true }),
  save: ({ value, version }) =>
    writeItem(table, { key: screenKey(value.council, value.hash), kind: 'screen', body: value }, version),
});

/** Pairings under way, one for a Screen, with a pointer from its code; the table tidies both away a day after the code ends. */
export const screenPairingsIn = (table: Table): ScreenPairings => {
  const ofScreen: ScreenPairings['ofScreen'] = (council, hash) =>
    readItem(table, screenPairingKey(council, hash), parsePairing, { strong: true });
  const save: ScreenPairings['save'] = ({ value, version }) =>
    writeItem(
      table,
      {
        key: screenPairingKey(value.council, value.screenHash),
        kind: 'screen-pairing',
        body: value,
        expiresAt: value.expiresAt + DAY,
      },
      version,
    );
  return {
    ofScreen,
    save,
    ofCode: async (council, codeHash) => {
      const pointer = await readItem(table, screenCodeKey(council, codeHash), parsePointer, { strong: true });
      return pointer === undefined ? undefined : ofScreen(council, pointer.value.screenHash);
    },
    begin: async (pairing) => {
      const saved = await save(pairing);
      if (saved.kind !== 'saved') return saved;
      const { council, codeHash, screenHash, expiresAt } = pairing.value;
      const key = screenCodeKey(council, codeHash);
      const item = { key, kind: 'screen-code', body: { screenHash }, expiresAt: expiresAt + DAY };
      const pointed = await writeItem(table, item, 0);
      return pointed.kind === 'saved' ? saved : pointed;
    },
  };
};
