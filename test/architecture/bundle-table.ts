/**
 * What may be inside each Lambda's bundle: folders below the root and packages (`@scope/*` for a whole scope).
 * Whatever is not listed is forbidden, however it came in.
 */
export type BundleRow = { readonly folders: readonly string[]; readonly packages: readonly string[] };

const heart = [
  'lambda/core',
  ...['table', 'dynamodb', 'sqs', 'secrets', 'log'].map((name) => `lambda/adapters/${name}`),
  'lambda/entry/aws-edges.ts',
  'lambda/wiring/care-stores.ts',
];
const kernel = ['temporal-polyfill', 'temporal-utils', 'valibot'];
const aws = ['@aws-sdk/*', '@smithy/*', '@aws/*', 'mnemonist', 'obliterator'];

/** The table, by the Lambda's name. Its own entry and wiring, and the settings, are always listed. */
export const bundleTable: Readonly<Record<string, BundleRow>> = {
  skill: {
    folders: [...heart, 'lambda/render', 'lambda/skill', 'lambda/adapters/alexa'],
    packages: [...kernel, ...aws, 'ask-sdk-core', 'ask-sdk-runtime', 'ask-sdk-model', 'i18next'],
  },
  console: {
    folders: [...heart, 'lambda/render', 'lambda/console', 'lambda/adapters/oidc'],
    packages: [...kernel, ...aws, 'hono', 'nunjucks', 'i18next', 'openid-client', 'oauth4webapi', 'jose'],
  },
  tick: { folders: [...heart, 'lambda/worker'], packages: [...kernel, ...aws] },
  deliver: {
    folders: [
      ...heart,
      'lambda/render',
      'lambda/worker',
      'lambda/entry/amazon-channels.ts',
      ...['amazon', 'alexa', 'smart-properties'].map((name) => `lambda/adapters/${name}`),
    ],
    packages: [...kernel, ...aws, 'i18next'],
  },
};
