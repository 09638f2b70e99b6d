import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { tableFault } from '../table/table.ts';

/** What may stand in an attribute of ours. */
export type Plain = string | number | { readonly [name: string]: string | number };

export type Attributes = Record<string, AttributeValue>;

/** Plain values as DynamoDB takes them; refuses a number that it could not give back exactly. */
export const marshalled = (values: Readonly<Record<string, Plain>>): Attributes => {
  if (!Object.values(values).every(isExact)) throw tableFault('refused', 'a number is out of range');
  return marshall(values);
};

const isExact = (value: Plain): boolean => {
  if (typeof value === 'object') return Object.values(value).every(isExact);
  return typeof value === 'string' || Math.abs(value) <= Number.MAX_SAFE_INTEGER;
};
