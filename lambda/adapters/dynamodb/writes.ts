import type { DeleteItemCommandInput, UpdateItemCommandInput } from '@aws-sdk/client-dynamodb';
import type { Key, Mark, NewItem } from '../table/table.ts';
import {
  COUNT,
  EXPIRES_AT,
  keyAttributes,
  markAttribute,
  RANK,
  ttlOf,
  VALUE,
  VERSION,
  WRITE_ID,
  writtenAttributes,
} from './item-attributes.ts';
import type { Plain } from './marshalled.ts';
import { type Placeholders, placeholders } from './placeholders.ts';
import { KIND, PARTITION_KEY, TTL } from './table-definition.ts';

/** Replaces all that callers write and nothing else, so marks and count are kept. `base` is the version that must stand; 0 is none. */
export const putRequest = (TableName: string, item: NewItem, base: number, writeId: string): UpdateItemCommandInput => {
  const place = placeholders();
  const attributes = { ...writtenAttributes(item), [VERSION]: base + 1, [WRITE_ID]: writeId };
  return {
    TableName,
    Key: keyAttributes(item.key),
    UpdateExpression: `${setOf(place, attributes)} ${removeOf(place, attributes)}`.trim(),
    ConditionExpression: versionIs(place, base),
    ReturnValues: 'ALL_NEW',
    ...place.meanings(),
  };
};

/** Sets marks, each unless a greater one stands (a higher rank, or the same rank with a greater value); if one may not be set, none is. */
export const markRequest = (
  TableName: string,
  key: Key,
  kind: string,
  marks: readonly (readonly [entry: string, mark: Mark])[],
): UpdateItemCommandInput => {
  const place = placeholders();
  const rankName = place.name(RANK);
  const valueName = place.name(VALUE);
  const all = marks.map(([entry, mark]) => {
    const standing = place.name(markAttribute(entry));
    const rank = place.value(mark.rank);
    const sameRank = `${standing}.${rankName} = ${rank} AND ${standing}.${valueName} < ${place.value(mark.value)}`;
    return {
      set: `${standing} = ${place.value({ [RANK]: mark.rank, [VALUE]: mark.value })}`,
      may: `(attribute_not_exists(${standing}) OR ${standing}.${rankName} < ${rank} OR (${sameRank}))`,
    };
  });
  return {
    TableName,
    Key: keyAttributes(key),
    UpdateExpression: `SET ${[...all.map(({ set }) => set), ifAbsent(place, KIND, kind)].join(', ')}`,
    ConditionExpression: all.map(({ may }) => may).join(' AND '),
    ...place.meanings(),
  };
};

/** Adds `n`, at most `atMost`, to the count unless it would pass `atMost`. */
export const addRequest = (
  TableName: string,
  key: Key,
  kind: string,
  n: number,
  atMost: number,
  expiresAt: number | undefined,
): UpdateItemCommandInput => {
  const place = placeholders();
  const count = place.name(COUNT);
  const changes = [
    `${count} = if_not_exists(${count}, ${place.value(0)}) + ${place.value(n)}`,
    ifAbsent(place, KIND, kind),
    ...(expiresAt === undefined
      ? []
      : [ifAbsent(place, EXPIRES_AT, expiresAt), ifAbsent(place, TTL, ttlOf(expiresAt))]),
  ];
  return {
    TableName,
    Key: keyAttributes(key),
    UpdateExpression: `SET ${changes.join(', ')}`,
    ConditionExpression: `attribute_not_exists(${count}) OR ${count} <= ${place.value(atMost - n)}`,
    ReturnValues: 'UPDATED_NEW',
    ...place.meanings(),
  };
};

/** Removes the item if `version` stands, or if there is none. */
export const removeRequest = (TableName: string, key: Key, version: number): DeleteItemCommandInput => {
  const place = placeholders();
  return {
    TableName,
    Key: keyAttributes(key),
    ConditionExpression: `attribute_not_exists(${place.name(PARTITION_KEY)}) OR ${versionIs(place, version)}`,
    ...place.meanings(),
  };
};

const versionIs = (place: Placeholders, version: number): string =>
  version === 0 ? `attribute_not_exists(${place.name(VERSION)})` : `${place.name(VERSION)} = ${place.value(version)}`;

const setOf = (place: Placeholders, attributes: Readonly<Record<string, Plain | undefined>>): string => {
  const changes = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [`${place.name(name)} = ${place.value(value)}`],
  );
  return `SET ${changes.join(', ')}`;
};

const removeOf = (place: Placeholders, attributes: Readonly<Record<string, Plain | undefined>>): string => {
  const gone = Object.keys(attributes).filter((name) => attributes[name] === undefined);
  return gone.length === 0 ? '' : `REMOVE ${gone.map(place.name).join(', ')}`;
};

const ifAbsent = (place: Placeholders, attribute: string, value: Plain): string => {
  const name = place.name(attribute);
  return `${name} = if_not_exists(${name}, ${place.value(value)})`;
};
