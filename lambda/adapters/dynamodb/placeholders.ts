import { type Attributes, marshalled, type Plain } from './marshalled.ts';

/**
 * Collects the names and values of one request's expressions and gives a placeholder for each, so that no name can be a reserved
 * word and no value can be read as an expression.
 * Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ExpressionAttributeNames.html
 */
export type Placeholders = {
  readonly name: (attribute: string) => string;
  readonly value: (value: Plain) => string;
  /** The part of the request that says what the placeholders stand for; asked last. */
  readonly meanings: () => {
    readonly ExpressionAttributeNames: Record<string, string>;
    readonly ExpressionAttributeValues?: Attributes;
  };
};

export const placeholders = (): Placeholders => {
  const names: Record<string, string> = {};
  const values: Record<string, Plain> = {};
  const place = <T>(kept: Record<string, T>, sign: string, meaning: T): string => {
    const placeholder = `${sign}${Object.keys(kept).length}`;
    kept[placeholder] = meaning;
    return placeholder;
  };
  return {
    name: (attribute) => place(names, '#n', attribute),
    value: (value) => place(values, ':v', value),
    meanings: () => ({
      ExpressionAttributeNames: names,
      ...(Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: marshalled(values) }),
    }),
  };
};
