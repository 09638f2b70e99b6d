import { bodyText, refuseEmptyKey, type StoredItem, tableFault } from '../table/table.ts';

const KIB = 1024;
const MOST_ITEM_BYTES = 400 * KIB;
const MOST_PK_BYTES = 2 * KIB;
const MOST_SK_BYTES = KIB;
const NAMES_AND_NUMBERS = 160; // the attribute names of an item, its numbers and its write id's name, rounded up
const MARK_OVERHEAD = 32;

/**
 * Refuses what DynamoDB, or its SDK for us, would refuse: empty and overlong keys, numbers out of range, and items over 400 KB of UTF-8,
 * marks counted in. Sizes come within a few bytes of Amazon's.
 * Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 */
export const refuseWhatDynamoDbRefuses = (item: StoredItem): void => {
  const { key, due } = item;
  refuseEmptyKey(key.pk, key.sk, due?.shard ?? '-');
  if (bytes(key.pk) > MOST_PK_BYTES || bytes(key.sk) > MOST_SK_BYTES) throw tableFault('refused', 'a key is too long');
  if (!numbersOf(item).every(isInRange)) throw tableFault('refused', 'a number is out of range');
  if (sizeOf(item) > MOST_ITEM_BYTES) throw tableFault('refused', 'the item is larger than 400 KB');
};

const numbersOf = ({ due, expiresAt, count, marks }: StoredItem): readonly number[] => [
  due?.at ?? 0,
  expiresAt ?? 0,
  count,
  ...Object.values(marks).map((mark) => mark.rank),
];

const isInRange = (n: number): boolean => Math.abs(n) <= Number.MAX_SAFE_INTEGER;

const sizeOf = ({ key, kind, body, writeId, due, marks }: StoredItem): number =>
  bytes(key.pk + key.sk + kind + writeId + (due?.shard ?? '')) +
  bytes(bodyText(body)) +
  Object.entries(marks).reduce((sum, [entry, mark]) => sum + bytes(entry + mark.value) + MARK_OVERHEAD, 0) +
  NAMES_AND_NUMBERS;

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');
