import * as v from 'valibot';
import { PAUSES, type SendingScope, type SendingSwitch, type SendingSwitches } from '../../core/people/sending.ts';
import { sendingKey, serviceSendingKey } from './keys.ts';
import { actSchema, parser } from './people-schema.ts';
import { readItem, writeItem } from './stored.ts';
import type { Key, Table } from './table.ts';

const parseSwitch = parser<SendingSwitch>(v.object({ paused: v.picklist(PAUSES), lastAct: actSchema }));

const keyOf = (scope: SendingScope): Key => (scope === 'service' ? serviceSendingKey() : sendingKey(scope.council));

/** The switches of sending: one row for each council, and one for all of them. */
export const sendingSwitchesIn = (table: Table): SendingSwitches => ({
  of: (scope) => readItem(table, keyOf(scope), parseSwitch, { strong: true }),
  save: (scope, { value, version }) => writeItem(table, { key: keyOf(scope), kind: 'sending', body: value }, version),
});
