/**
 * What may be inside each Lambda's bundle: folders below the root and packages (`@scope/*` for a whole scope).
 * Whatever is not listed is forbidden, however it came in.
 */
export type BundleRow = { readonly folders: readonly string[]; readonly packages: readonly string[] };

const common = [
  'lambda/core',
  ...['table', 'dynamodb', 'aws-json', 'secrets-manager', 'secrets', 'log'].map((name) => `lambda/adapters/${name}`),
  ...['open-settings', 'process-edges'].map((name) => `lambda/entry/${name}.ts`),
  ...['care-stores', 'turn-stores'].map((name) => `lambda/wiring/${name}.ts`),
];
const heart = [...common, 'lambda/adapters/sqs', 'lambda/entry/aws-edges.ts'];
/** What the clock and the bell share: looking at an Alert. */
const looking = ['look-at-alert', 'skew-asked', 'sending-asked'].map((one) => `lambda/wiring/${one}.ts`);
const kernel = ['temporal-polyfill', 'temporal-utils', 'valibot'];
const signing = ['aws4', '@aws-sdk/util-dynamodb'];
// `bowser` tells browsers apart: a part that the SDK never loads on Node.
const aws = [...signing, '@aws-sdk/*', '@smithy/*', '@aws/*', 'mnemonist', 'obliterator', 'bowser'];

/** The official client of GOV.UK Notify and what it brings: axios with its forms and proxies, and JSON Web Tokens. */
const notify = [
  'notifications-node-client',
  ...[
    'axios',
    'follow-redirects',
    'form-data',
    'combined-stream',
    'delayed-stream',
    'asynckit',
    'mime-types',
    'mime-db',
  ],
  ...['https-proxy-agent', 'agent-base', 'debug', 'ms', 'supports-color', 'has-flag'],
  ...['jsonwebtoken', 'jws', 'jwa', 'ecdsa-sig-formatter', 'buffer-equal-constant-time', 'safe-buffer', 'semver'],
  ...['includes', 'isboolean', 'isinteger', 'isnumber', 'isplainobject', 'isstring', 'once'].map(
    (one) => `lodash.${one}`,
  ),
  ...['es-set-tostringtag', 'has-tostringtag', 'get-intrinsic', 'es-errors', 'es-define-property', 'es-object-atoms'],
  ...[
    'math-intrinsics',
    'gopd',
    'has-symbols',
    'get-proto',
    'dunder-proto',
    'call-bind-apply-helpers',
    'function-bind',
  ],
  ...['hasown', 'async-function', 'generator-function', 'async-generator-function'],
];

/** The table, by the Lambda's name. Its own entry and wiring, and the settings, are always listed. */
export const bundleTable: Readonly<Record<string, BundleRow>> = {
  skill: {
    folders: [
      ...[...common, 'lambda/adapters/sqs', 'lambda/entry/skill-edges.ts'],
      ...['lambda/render', 'lambda/skill', 'lambda/adapters/alexa'],
      ...['lambda/adapters/search', 'lambda/wiring/answer-book.ts', 'lambda/wiring/skill-later.ts'],
      ...['lambda/adapters/amazon', 'lambda/wiring/mirror-needs.ts'],
    ],
    packages: [
      'minisearch',
      ...kernel,
      ...signing,
      'ask-sdk-core',
      'ask-sdk-runtime',
      'without-service-clients:ask-sdk-model',
    ],
  },
  console: {
    folders: [
      ...heart,
      'lambda/render',
      'lambda/console',
      'lambda/adapters/oidc',
      'lambda/wiring/restored.ts',
      'lambda/wiring/sending-asked.ts',
    ],
    packages: [...kernel, ...aws, 'hono', 'nunjucks', 'csv-stringify', 'openid-client', 'oauth4webapi', 'jose'],
  },
  screen: {
    folders: [...heart, 'lambda/render', 'lambda/screen', 'lambda/wiring/source-reader.ts'],
    packages: [...kernel, ...aws, 'hono'],
  },
  tick: {
    folders: [
      ...heart,
      ...looking,
      ...['lambda/worker', 'lambda/wiring/restored.ts', 'lambda/wiring/night.ts', 'lambda/adapters/open-referral'],
    ],
    packages: [...kernel, ...aws],
  },
  deliver: {
    folders: [
      ...heart,
      ...looking,
      'lambda/wiring/source-reader.ts',
      'lambda/wiring/mirror-needs.ts',
      'lambda/wiring/look-at-home.ts',
      'lambda/render',
      'lambda/worker',
      'lambda/entry/amazon-channels.ts',
      'lambda/entry/smart-properties.ts',
      'lambda/entry/carer-messages.ts',
      ...['amazon', 'alexa', 'smart-properties', 'notify'].map((name) => `lambda/adapters/${name}`),
    ],
    packages: [...kernel, ...aws, ...notify],
  },
};
