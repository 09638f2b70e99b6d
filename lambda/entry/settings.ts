/**
 * The only reader of the process's settings. Each function lists the names it reads; the infrastructure must supply
 * exactly those, and an entry refuses to start with one line that names what is missing.
 */
export const SETTINGS = {
  skill: [
    'COUNCIL',
    'TABLE_NAME',
    'AWS_REGION',
    'SKILL_ID',
    'HASH_KEY',
    'SEAL_KEY',
    'ALEXA_API_URL',
    'URGENT_QUEUE_URL',
    'ROUTINE_QUEUE_URL',
  ],
  /** `PROPERTIES_UNIT_ID`: the organisation or property whose Echos the council manages, or `none`. Here it says only whether there is one. */
  console: [
    'COUNCIL',
    'TABLE_NAME',
    'AWS_REGION',
    'HASH_KEY',
    'URGENT_QUEUE_URL',
    'ROUTINE_QUEUE_URL',
    'CONSOLE_URL',
    'DISPATCH_EPOCH',
    'SIGN_IN_ISSUER',
    'SIGN_IN_CLIENT_ID',
    'SIGN_IN_CLIENT_SECRET',
    'PROPERTIES_UNIT_ID',
  ],
  screen: ['COUNCIL', 'TABLE_NAME', 'AWS_REGION', 'HASH_KEY', 'SCREEN_URL'],
  /** `DIRECTORY_URL`: the council's Open Referral UK feed, or `none`. */
  tick: [
    'COUNCIL',
    'TABLE_NAME',
    'AWS_REGION',
    'URGENT_QUEUE_URL',
    'ROUTINE_QUEUE_URL',
    'DISPATCH_EPOCH',
    'DIRECTORY_URL',
  ],
  deliver: [
    'COUNCIL',
    'COUNCIL_SENDER',
    'DISPATCH_EPOCH',
    'TABLE_NAME',
    'AWS_REGION',
    'SEAL_KEY',
    'URGENT_QUEUE_URL',
    'ROUTINE_QUEUE_URL',
    'LWA_TOKEN_URL',
    'ALEXA_API_URL',
    'PROACTIVE_EVENTS_PATH',
    'SKILL_CLIENT_ID',
    'SKILL_CLIENT_SECRET',
    'PROPERTIES_CLIENT_ID',
    'PROPERTIES_CLIENT_SECRET',
    'PROPERTIES_REFRESH_TOKEN',
    'PROPERTIES_UNIT_ID',
    'HASH_KEY',
    'CONSOLE_URL',
    'NOTIFY_URL',
    'NOTIFY_API_KEY',
    'NOTIFY_TEXT_TEMPLATE',
    'NOTIFY_EMAIL_TEMPLATE',
  ],
} as const;

/** What Lambda itself sets in every process; nobody else may. */
export const SET_BY_LAMBDA = ['AWS_REGION'] as const;

export type FunctionName = keyof typeof SETTINGS;
export type Settings<F extends FunctionName> = Readonly<Record<(typeof SETTINGS)[F][number], string>>;

const hasAll = <Name extends string>(
  names: readonly Name[],
  values: Readonly<Record<string, string | undefined>>,
): values is Readonly<Record<Name, string>> => names.every((name) => (values[name] ?? '') !== '');

/** The settings of one function. Throws one line naming every missing one. */
export const settingsOf = <F extends FunctionName>(
  name: F,
  from: Readonly<Record<string, string | undefined>> = process.env,
): Settings<F> => {
  const names: readonly (typeof SETTINGS)[F][number][] = SETTINGS[name];
  if (hasAll(names, from)) return from;
  const missing = names.filter((one) => (from[one] ?? '') === '');
  throw new Error(`${name} cannot start: set ${missing.join(', ')}`);
};

/**
 * The credentials of the function's own role, which Lambda sets and keeps for as long as the process lives.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
export const credentialsOf = (from: Readonly<Record<string, string | undefined>> = process.env) => {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN } = from;
  if (!accessKeyId || !secretAccessKey) throw new Error('the function has no credentials of a role');
  return { accessKeyId, secretAccessKey, ...(AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {}) };
};

/** Where a local engine listens, under the names that the AWS SDK reads too; `undefined` on AWS. */
export const endpointOf = (
  service: 'DYNAMODB' | 'SECRETS_MANAGER' | 'SQS',
  from: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined => from[`AWS_ENDPOINT_URL_${service}`] || undefined;
