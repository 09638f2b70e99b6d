import { ofType, type Resources, rendered } from './synthesised.ts';

export type Statement = {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

export type Asked = {
  readonly action: string;
  readonly resource: string;
  /** Context keys; one that is left out is not in the request. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
};

const many = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** The statements of every role in a template, by the role's name in it. */
export const statementsOfRoles = (resources: Resources): ReadonlyMap<string, readonly Statement[]> => {
  const roles = new Map<string, Statement[]>(ofType(resources, 'AWS::IAM::Role').map(([id]) => [id, []]));
  for (const [, { Properties }] of ofType(resources, 'AWS::IAM::Policy')) {
    const { Statement } = Properties.PolicyDocument as { Statement: readonly Record<string, unknown>[] };
    for (const role of many(Properties.Roles))
      roles.get((role as { Ref: string }).Ref)?.push(...Statement.map(readable));
  }
  return roles;
};

const readable = (statement: Readonly<Record<string, unknown>>): Statement => ({
  effect: statement.Effect as Statement['effect'],
  actions: many(statement.Action).map(rendered),
  resources: many(statement.Resource).map(rendered),
  condition: (statement.Condition ?? {}) as Statement['condition'],
});

/**
 * Whether IAM lets it through: some statement allows it and none denies it.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export const isAllowed = (statements: readonly Statement[], asked: Asked): boolean => {
  const fitting = statements.filter((one) => fits(one, asked));
  return fitting.some(({ effect }) => effect === 'Allow') && !fitting.some(({ effect }) => effect === 'Deny');
};

const fits = ({ actions, resources, condition }: Statement, { action, resource, context = {} }: Asked): boolean =>
  actions.some((one) => isLike(one.toLowerCase(), action.toLowerCase())) &&
  resources.some((one) => isLike(one, resource)) &&
  Object.entries(condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => holds(operator, many(wanted).map(String), context[key])),
  );

const holds = (operator: string, wanted: readonly string[], values: readonly string[] | undefined): boolean => {
  switch (operator) {
    case 'ForAllValues:StringLike': // true for a request without the key, which is why a Null condition stands beside it
      return (values ?? []).every((value) => wanted.some((one) => isLike(one, value)));
    case 'StringEquals':
      return values?.length === 1 && wanted.includes(values[0] ?? '');
    case 'Null':
      return (values === undefined) === (wanted[0] === 'true');
    default:
      throw new Error(`nobody taught this simulator ${operator}`);
  }
};

const isLike = (pattern: string, value: string): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.')}$`,
  ).test(value);
