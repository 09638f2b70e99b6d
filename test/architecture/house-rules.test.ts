import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkHouseRules } from './house-rules.ts';
import { withPlantedTree } from './planted-tree.ts';

const core = 'lambda/core/people/home.ts';
const entry = 'lambda/entry/skill.ts';

const forbidden: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['the environment', core, 'export const port = () => process.env.PORT;'],
  ['the environment, computed', entry, "export const port = () => process['env'].PORT;"],
  ['the environment, taken apart', entry, 'export const port = () => { const { env } = process; return env; };'],
  ['the environment, through globalThis', entry, 'export const port = () => globalThis.process.env.PORT;'],
  ['a Date in the heart', core, "export const day = () => new Date('2026-11-24');"],
  ['the time', core, 'export const now = () => Date.now();'],
  ['the time in an adapter', 'lambda/adapters/log/log.ts', 'export const now = () => new Date();'],
  ['the time of Temporal', core, 'export const now = () => Temporal.Now.instant();'],
  ['chance', core, 'export const one = () => Math.random();'],
  ['a random id', 'lambda/skill/speaker.ts', 'export const id = () => crypto.randomUUID();'],
  ['printing, to the stream', 'lambda/skill/speaker.ts', "export const say = () => process.stdout.write('hello');"],
  ['printing', 'lambda/skill/speaker.ts', "export const say = () => console.log('hello');"],
  ['an assertion', core, 'export const home = (x: unknown) => x as string;'],
  ['an assertion in infra', 'infra/local/main.ts', 'export const home = (x: unknown) => x as string;'],
  ['a non-null assertion', core, 'export const home = (x: string | undefined) => x!;'],
  ['a class', core, 'export class Home {}'],
  ['a default export', core, 'export default 1;'],
  ['a default export by name', core, 'const one = 1;\nexport { one as default };'],
  ['silencing', core, '// @ts-expect-error\nexport const one = 1;'],
  ['a steering reference', core, '/// <reference types="node" />\nexport const one = 1;'],
  ['something unfinished', core, '// TODO: the rest\nexport const one = 1;'],
  ['a utils folder', 'lambda/core/utils/home.ts', 'export const one = 1;'],
  ['an index', 'lambda/core/people/index.ts', 'export const one = 1;'],
  ['a barrel', 'lambda/core/people/all.ts', "export * from './home.ts';"],
  ['another spelling of a file', 'lambda/core/people/someHome.ts', 'export const one = 1;'],
  ['a long file', core, 'export const one = 1;\n'.repeat(221)],
  ['a long entry', entry, `export const handler = () => {\n${'  call();\n'.repeat(15)}};`],
  ['a client at module scope', 'lambda/adapters/sqs/bell.ts', 'const client = new SQSClient({});'],
  ['a store at module scope', core, 'const seen = new Map();'],
  ['state at module scope', core, 'let seen = 0;'],
  ['waiting at module scope', entry, 'export const settings = await read();'],
];

for (const [rule, path, text] of forbidden) {
  test(`the house rules find ${rule}`, async () => {
    await withPlantedTree({ [path]: text }, (root) => {
      const [first, ...others] = checkHouseRules(root);
      assert.equal(first?.path, path);
      assert.deepEqual(others, []);
    });
  });
}

const fine: readonly (readonly [path: string, text: string])[] = [
  ['lambda/entry/settings.ts', 'export const port = () => process.env.PORT;'],
  ['lambda/entry/process-edges.ts', 'export const now = () => Date.now();\nexport const out = () => process.stdout;'],
  [entry, 'let wired: string | undefined;\nexport const handler = async () => { wired ??= String(1); return wired; };'],
  ['infra/local/main.ts', 'export const now = () => new Date(Number(process.env.NOW ?? Date.now()));'],
  ['lambda/adapters/alexa/header.ts', 'export const at = (header: string) => new Date(header).getTime();'],
  ['lambda/adapters/log/log.ts', 'export const write = (line: string) => console.log(line);'],
  [
    'lambda/screen/page/clock.ts',
    'let shown = 0;\nexport const tick = () => { shown = Date.now(); console.log(shown); };',
  ],
  [
    core,
    "export const days = ['Mon'] as const;\nconst known = new Set(days);\nexport const has = (d: string) => new Map([[d, known]]);",
  ],
  [core, "const format = new Intl.ListFormat('en-GB');\nexport const list = async () => await format;"],
  [core, 'export class Fault extends Error {}\nexport const processed = { process: 1, date: Date };'],
  ['infra/local/dynalite.d.ts', "declare module 'dynalite' {\n  export default function dynalite(): void;\n}"],
  ['scripts/build.ts', 'export const one = 1;'],
];

test('the house rules leave alone what is allowed', async () => {
  for (const [path, text] of fine) {
    await withPlantedTree({ [path]: text }, (root) => assert.deepEqual(checkHouseRules(root), []));
  }
});

test('a tree without code is not a clean one', async () => {
  await withPlantedTree({}, (root) => {
    assert.throws(() => checkHouseRules(root), /nothing was checked/);
  });
});
