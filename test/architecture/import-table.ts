/**
 * Who may import whom (docs/architecture.md): one row a folder. Whatever is not listed is forbidden.
 *
 * `at` is a folder, or one file; the longest that fits a file governs it. `may` names folders and files below the root,
 * `packages` names packages: a package lets in its subpaths, a subpath only itself, and a built-in of Node is written `node:x`.
 * `types of x` lets in type-only imports of x. A folder may always import itself.
 */
export type Row = { readonly at: string; readonly may: readonly string[]; readonly packages: readonly string[] };

/** A feature of the heart may import the kernel and the features before it. */
export const featuresInOrder = [
  'audit',
  'people',
  'bin-days',
  'timetable',
  'pairing',
  'delivery',
  'answers',
  'diary',
  'reminders',
  'home-mirror',
  'set-up',
  'alerts',
  'call-backs',
  'safeguarding',
] as const;

const core = 'lambda/core';
const render = 'lambda/render';
const table = 'lambda/adapters/table';
const settings = 'lambda/entry/settings.ts';
const lambdaEvents = 'types of aws-lambda';

const heart: readonly Row[] = [
  { at: `${core}/kernel`, may: [], packages: [] },
  { at: `${core}/kernel/uk-time.ts`, may: [`${core}/kernel`], packages: ['temporal-polyfill'] },
  ...featuresInOrder.map((feature, place) => ({
    at: `${core}/${feature}`,
    may: [`${core}/kernel`, ...featuresInOrder.slice(0, place).map((earlier) => `${core}/${earlier}`)],
    packages: [],
  })),
  { at: render, may: [core], packages: [] },
];

const doors: readonly Row[] = [
  { at: 'lambda/skill', may: [core, render], packages: ['ask-sdk-core', 'ask-sdk-model'] },
  { at: 'lambda/console', may: [core, render], packages: ['csv-stringify', 'hono', 'nunjucks', 'valibot'] },
  { at: 'lambda/screen', may: [core, render], packages: ['hono', 'valibot'] },
  { at: 'lambda/screen/page', may: [`types of ${core}`], packages: [] },
  { at: 'lambda/worker', may: [core], packages: [] },
];

const adapter = (technology: string, packages: readonly string[], besides: readonly string[] = []): Row => ({
  at: `lambda/adapters/${technology}`,
  may: [`types of ${core}`, `${core}/kernel`, `${table}/table.ts`, ...besides],
  packages,
});

const adapters: readonly Row[] = [
  { at: table, may: [core], packages: ['valibot'] }, // what is stored is parsed on its way in
  { at: `${table}/audit-items.ts`, may: [core, table], packages: ['valibot', 'node:crypto'] }, // entries are chained by hash
  { at: `${table}/session-items.ts`, may: [core, table], packages: ['valibot', 'node:crypto'] }, // a cookie is kept as its hash only
  adapter('memory', []),
  adapter(
    'dynamodb',
    ['@aws-sdk/client-dynamodb', '@aws-sdk/util-dynamodb', 'node:timers/promises'],
    ['lambda/adapters/aws-json'],
  ),
  adapter('aws-json', ['aws4', 'node:http', 'node:https']), // AWS without its SDK, for whoever is waited for while it starts
  adapter('secrets-manager', [], ['lambda/adapters/aws-json']),
  adapter(
    'sqs',
    ['@aws-sdk/client-sqs'],
    [`${core}/delivery/bell.ts`, `${core}/delivery/bell-message.ts`, 'lambda/adapters/aws-json'],
  ),
  adapter('amazon', ['valibot', 'node:http', 'node:https']), // what all of Amazon's APIs ask for: a token, a post
  adapter('alexa', ['valibot', 'types of ask-sdk-model'], ['lambda/adapters/amazon', `${core}/delivery/channel.ts`]),
  adapter('smart-properties', ['valibot'], ['lambda/adapters/amazon', `${core}/delivery/channel.ts`]),
  adapter('secrets', ['node:crypto', 'valibot']),
  adapter('oidc', ['openid-client']),
  adapter('notify', ['notifications-node-client', 'valibot']),
  adapter('search', ['minisearch']),
  adapter('open-referral', ['valibot']),
  adapter('log', []),
];

const stores = 'lambda/wiring/care-stores.ts';
const turnStores = 'lambda/wiring/turn-stores.ts';
const lookAtAlert = 'lambda/wiring/look-at-alert.ts';
const mirrorNeeds = 'lambda/wiring/mirror-needs.ts';
const lookAtHome = 'lambda/wiring/look-at-home.ts';
const restored = 'lambda/wiring/restored.ts';
const skewAsked = 'lambda/wiring/skew-asked.ts';
const sendingAsked = 'lambda/wiring/sending-asked.ts';
const night = 'lambda/wiring/night.ts';
const sourceReader = 'lambda/wiring/source-reader.ts';

const book = 'lambda/wiring/answer-book.ts';
const later = 'lambda/wiring/skill-later.ts';

const wiring = (name: string, door: string, besides: readonly string[] = []): Row => ({
  at: `lambda/wiring/${name}.ts`,
  may: [
    core,
    render,
    door,
    table,
    stores,
    lookAtAlert,
    lookAtHome,
    mirrorNeeds,
    restored,
    skewAsked,
    sendingAsked,
    sourceReader,
    night,
    ...besides,
  ],
  packages: [],
});

const wirings: readonly Row[] = [
  { at: stores, may: [core, table, turnStores], packages: [] },
  { at: turnStores, may: [core, table], packages: [] },
  { at: lookAtAlert, may: [core, stores, skewAsked, sendingAsked], packages: [] },
  { at: mirrorNeeds, may: [core, render, stores], packages: [] },
  { at: lookAtHome, may: [core, render, stores, skewAsked, sendingAsked], packages: [] },
  { at: sourceReader, may: [core, stores], packages: [] },
  { at: skewAsked, may: ['types of lambda/wiring/care-stores.ts'], packages: [] },
  { at: restored, may: [core, table, stores], packages: [] },
  { at: night, may: [core, table, skewAsked, 'types of lambda/wiring/care-stores.ts'], packages: [] },
  { at: sendingAsked, may: [core, 'types of lambda/wiring/care-stores.ts'], packages: [] },
  { at: book, may: [core], packages: [] },
  wiring('skill', 'lambda/skill', [later, turnStores]),
  wiring('skill-later', 'lambda/skill', [
    book,
    turnStores,
    'types of lambda/wiring/skill.ts',
    'lambda/adapters/search',
  ]), // search touches nothing outside the process
  wiring('console', 'lambda/console'),
  wiring('screen', 'lambda/screen'),
  wiring('tick', 'lambda/worker'),
  wiring('deliver', 'lambda/worker'),
];

const edges = 'lambda/entry/aws-edges.ts';
const skillEdges = 'lambda/entry/skill-edges.ts';
const processEdges = 'lambda/entry/process-edges.ts';
const openSettings = 'lambda/entry/open-settings.ts';
const wiredOnce = 'lambda/core/kernel/wired-once.ts';
const channels = 'lambda/entry/amazon-channels.ts';
const properties = 'lambda/entry/smart-properties.ts';
const messages = 'lambda/entry/carer-messages.ts';
const technology = (...names: readonly string[]) => names.map((name) => `lambda/adapters/${name}`);

const entry = (name: string, may: readonly string[], packages: readonly string[]): Row => ({
  at: `lambda/entry/${name}.ts`,
  may: [`lambda/wiring/${name}.ts`, settings, openSettings, wiredOnce, edges, ...may],
  packages,
});

const entries: readonly Row[] = [
  { at: settings, may: [`${core}/kernel`], packages: [] },
  { at: processEdges, may: [settings, ...technology('secrets', 'log')], packages: [] },
  { at: openSettings, may: [settings, processEdges, ...technology('secrets-manager')], packages: [] },
  { at: edges, may: [processEdges, ...technology('dynamodb', 'sqs')], packages: ['node:timers/promises'] },
  { at: skillEdges, may: [settings, processEdges, ...technology('dynamodb', 'sqs')], packages: [] },
  {
    at: channels,
    may: [`types of ${core}`, properties, ...technology('amazon', 'alexa', 'smart-properties', 'secrets')],
    packages: [],
  },
  { at: properties, may: [`types of ${core}`, ...technology('amazon', 'smart-properties')], packages: [] },
  { at: messages, may: [`types of ${core}`, ...technology('notify', 'secrets')], packages: [] },
  entry('skill', [skillEdges, ...technology('alexa', 'secrets')], [lambdaEvents]),
  entry('console', technology('oidc', 'secrets'), ['hono/aws-lambda', lambdaEvents]),
  entry('screen', technology('secrets'), ['hono/aws-lambda', lambdaEvents]),
  entry('tick', technology('open-referral'), [lambdaEvents]),
  entry('deliver', [channels, messages], [lambdaEvents]),
];

const local = [
  core,
  render,
  'lambda/wiring',
  'lambda/adapters',
  channels,
  properties,
  messages,
  'types of lambda/skill',
  'interaction-models',
  'infra/schema',
];
const anything = ['node:*', 'any in package.json'];

const infra: readonly Row[] = [
  { at: 'infra/schema', may: [], packages: ['valibot'] }, // Amazon's own schemas: what we hand to Amazon is checked by them
  {
    at: 'infra/interaction-model',
    may: ['infra/local/understand/alexas-own-phrases.ts'],
    packages: ['node:*', 'valibot'],
  },
  {
    at: 'infra/aws/begin', // writes a council's first rows through the stores that read them
    may: [core, table, stores, ...technology('dynamodb', 'secrets')],
    packages: ['valibot', 'node:*'],
  },
  {
    at: 'infra/aws/leaving', // reads and removes what the stores have written
    may: [core, table, stores, ...technology('dynamodb', 'secrets')],
    packages: ['@aws-sdk/client-dynamodb', 'valibot', 'node:*'],
  },
  {
    at: 'infra/aws', // names and shapes only: nothing of a function runs while its stack is made
    may: [
      `types of ${core}/kernel`,
      `types of ${settings}`,
      'lambda/adapters/dynamodb/table-definition.ts',
      'lambda/core/kernel/log.ts',
    ],
    packages: ['aws-cdk-lib', 'cdk-nag', 'constructs', 'valibot', 'node:*'],
  },
  { at: 'infra/local', may: local, packages: anything },
  {
    at: 'infra/skill-package', // what Amazon is given of the skill
    may: ['infra/local/understand/sound-alike.ts', 'infra/interaction-model/model-text.ts'],
    packages: ['node:*', 'types of ask-smapi-model'],
  },
  {
    at: 'infra/local/ask', // reports a turn in the skill's own words for it
    may: [
      ...local,
      'infra/local',
      ...['families', 'intents', 'safety-classes'].map((name) => `lambda/skill/${name}.ts`),
    ],
    packages: anything,
  },
  {
    at: 'infra/local/living-room', // draws what the console shows a carer, in the console's own words
    may: [
      ...local,
      'infra/local',
      ...['attention', 'delivery-words', 'moment', 'reminder-words', 'resident-view'].map(
        (name) => `lambda/console/residents/${name}.ts`,
      ),
      'lambda/console/diary/entry-words.ts',
      'lambda/console/words/words-of.ts',
    ],
    packages: anything,
  },
];

/** The table. */
export const importTable: readonly Row[] = [...heart, ...doors, ...adapters, ...wirings, ...entries, ...infra];
