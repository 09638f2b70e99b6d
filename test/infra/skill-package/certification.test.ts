import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { PUBLISHED_EVENTS } from '../../../infra/local/virtual-alexa/skill-on-account.ts';
import { assemblePackage } from '../../../infra/skill-package/assemble.ts';
import { brandFrom } from '../../../infra/skill-package/brand.ts';
import { PERMISSIONS, PUBLICATIONS, skillManifest, VIEWPORTS } from '../../../infra/skill-package/manifest.ts';
import { examplePhrases } from '../../../infra/skill-package/store-words.ts';
import { words } from '../../../lambda/render/catalogue.ts';
import { ASKED_TASK, MY_DAY_TASK } from '../../../lambda/skill/connection.ts';
import { drawingHash, ICON_SIZES, ICONS } from '../../../scripts/build-icons.ts';
import { readSources } from '../../architecture/source.ts';
import { heard } from '../local/understand/real-model.ts';
import { argsWith } from './a-brand.ts';

const root = join(import.meta.dirname, '../../..');

const given = brandFrom(argsWith());
assert.ok(given.kind === 'brand');
const { brand } = given;
const { manifest } = skillManifest(brand);
const shop = manifest?.publishingInformation?.locales?.['en-GB'];
const privacy = manifest?.privacyAndCompliance;
const custom = manifest?.apis?.custom;
const allWords = Object.values(words).join('\n');
/** Everything that somebody reads before the skill is switched on. */
const shopText = [
  shop?.name,
  shop?.summary,
  shop?.description,
  ...(shop?.keywords ?? []),
  ...(shop?.examplePhrases ?? []),
].join('\n');

const sourcesIn = (...folders: readonly string[]) => {
  const found = readSources(root, ['lambda']).filter(({ path }) =>
    folders.some((folder) => path.startsWith(`${folder}/`)),
  );
  assert.ok(found.length > 0, 'nothing was read');
  return found;
};

const AMERICAN = /\b(color|favorite|organization|cell phone|911|center|vacation|mom|program)\b/i;

describe('what Amazon certifies of the package', () => {
  test('P-01 the name and the addresses do not look like Amazon', () => {
    assert.doesNotMatch(brand.skillName, /alexa|amazon|echo|skill/i);
    for (const url of [brand.privacyUrl, brand.termsUrl])
      assert.doesNotMatch(new URL(url).hostname, /alexa|amazon|aws/i);
  });

  test('P-04 P-06 P-13 P-14 it is not for children, collects no health, advertises and sells nothing', () => {
    assert.deepEqual(
      [privacy?.isChildDirected, privacy?.usesHealthInfo, privacy?.containsAds, privacy?.allowsPurchases],
      [false, false, false, false],
    );
  });

  test('P-11 nothing in the shop promises rescue; the one sentence that names an emergency sends people to 999', () => {
    const sentences = shopText.split(/(?<=[.?!])\s+/);
    const named = sentences.filter((sentence) =>
      /emergency|sos\b|alarm|life-?saving|monitoring|on the way/i.test(sentence),
    );
    assert.deepEqual(named, ['It is not an emergency service and nobody listens in.', 'In an emergency, ring 999.']);
  });

  test('D-01 D-03 personal information is declared, with a privacy notice and terms, and the description says what is kept', () => {
    assert.equal(privacy?.usesPersonalInfo, true);
    const { privacyPolicyUrl, termsOfUseUrl } = privacy?.locales?.['en-GB'] ?? {};
    for (const url of [privacyPolicyUrl, termsOfUseUrl]) assert.equal(new URL(url ?? '').protocol, 'https:');
    assert.match(shop?.description ?? '', /It keeps your name/);
  });

  test('D-04 only permissions that are used are declared: reminders and notifications', () => {
    assert.deepEqual(
      manifest?.permissions?.map(({ name }) => name),
      [...PERMISSIONS],
    );
    const scopes = sourcesIn('lambda/skill', 'lambda/core').flatMap(({ text }) =>
      [...text.matchAll(/alexa::(?:alerts|devices|profile|person_id)[a-z_:]*/g)].map(([scope]) => scope),
    );
    for (const scope of scopes)
      assert.ok(
        PERMISSIONS.some((declared) => declared === scope),
        scope,
      );
  });

  test('F-11 the tasks that a routine may start are the ones that the skill answers, each with its definition', async () => {
    const names = custom?.tasks?.map(({ name, version }) => `${name}.${version}`);
    assert.deepEqual(names, [`${MY_DAY_TASK}.1`, `${ASKED_TASK}.1`]);
    const files = await assemblePackage(brand);
    for (const name of names ?? [])
      assert.ok(
        files.some(({ path }) => path === `skill-package/tasks/${name}.json`),
        name,
      );
  });

  test('D-13 no picture of anybody lies at a public address: a document for a screen names none', async () => {
    const sources = sourcesIn('lambda/skill', 'lambda/render');
    for (const { path, text } of sources)
      assert.doesNotMatch(text, /["'`]https?:\/\/[^"'`]*\.(png|jpe?g|mp3|gif)/, path);
  });

  test('N-06 the testers are told how reminders and notifications come', () => {
    const instructions = manifest?.publishingInformation?.testingInstructions ?? '';
    assert.match(instructions, /reminder/i);
    assert.match(instructions, /notification/i);
    assert.match(instructions, /pair/i);
    assert.ok(instructions.length <= 4_000);
  });

  test('N-07 only the declared events are sent, and they are the ones that may be sent', () => {
    assert.deepEqual([...PUBLICATIONS], [...PUBLISHED_EVENTS]);
    const sent = sourcesIn('lambda/adapters/alexa').flatMap(({ text }) =>
      [...text.matchAll(/AMAZON\.(?:\w+)\.(?:Activated|Updated|Available)/g)].map(([name]) => name),
    );
    assert.ok(sent.length > 0);
    for (const name of sent)
      assert.ok(
        PUBLICATIONS.some((declared) => declared === name),
        name,
      );
  });

  test('N-08 the description says that a reminder or a message may not arrive', () => {
    assert.match(shop?.description ?? '', /may not arrive/);
  });

  test('S-02 S-03 requests and events come to a Lambda only, in Ireland: there is no address of our own to guard', () => {
    for (const part of [custom, manifest?.events]) {
      const uris = [part?.endpoint, part?.regions?.EU?.endpoint].map((endpoint) =>
        endpoint !== undefined && 'uri' in endpoint ? endpoint.uri : '',
      );
      assert.deepEqual(uris, [brand.lambdaArn, brand.lambdaArn]);
      assert.match(brand.lambdaArn, /^arn:aws:lambda:eu-west-1:/);
    }
  });

  test('S-05 there is no account linking, and so no token of it to expire', async () => {
    assert.equal(JSON.stringify(manifest).includes('accountLinking'), false);
    for (const { path, text } of sourcesIn('lambda/skill'))
      assert.doesNotMatch(text, /LinkAccount|user\.accessToken/, path);
  });

  test('S-06 nothing in the package is secret', async () => {
    for (const { path, content } of await assemblePackage(brand))
      if (typeof content === 'string')
        assert.doesNotMatch(content, /Atzr\||Atza\||client_secret|BEGIN [A-Z ]*PRIVATE KEY|AKIA[A-Z0-9]{16}/, path);
  });

  test('F-01 the first phrase has the wake word, a launch word and the exact invocation name', () => {
    assert.equal(examplePhrases(brand)[0]?.toLowerCase(), `alexa, open ${brand.invocationName}`);
  });

  test('F-02 F-04 the other two are real samples with their slots filled, and each has an answer of its own', () => {
    const rest = examplePhrases(brand).slice(1);
    assert.equal(rest.length, 2);
    const intents = rest.map((phrase) => {
      const begins = `alexa, ask ${brand.invocationName} `;
      assert.ok(phrase.toLowerCase().startsWith(begins), phrase);
      const understood = heard(phrase.toLowerCase().slice(begins.length));
      assert.equal(understood.how, 'exact', phrase);
      assert.ok(
        Object.values(understood.intent.slots ?? {}).some(({ value }) => value !== undefined),
        phrase,
      );
      return understood.intent.name;
    });
    assert.equal(new Set(intents).size, 2);
    assert.ok(!intents.includes('AMAZON.FallbackIntent'));
  });

  test('F-03 no phrase has braces, quotes, emoji or too many letters, and all are different', () => {
    const phrases = examplePhrases(brand);
    for (const phrase of phrases) {
      assert.doesNotMatch(phrase, /[{}"“”<>]|\p{Extended_Pictographic}/u);
      assert.ok(phrase.length <= 200);
    }
    assert.equal(new Set(phrases).size, 3);
  });

  test('F-05 F-06 name, summary and description are as long as they may be, and tell of every function, of cost and of consent', () => {
    assert.ok((shop?.name.length ?? 0) >= 2 && (shop?.name.length ?? 0) <= 50);
    assert.ok((shop?.summary?.length ?? 0) <= 160);
    assert.equal(shop?.summary?.split('. ').length, 1);
    const description = shop?.description ?? '';
    assert.ok(description.length <= 4_000);
    for (const phrase of examplePhrases(brand)) assert.ok(description.includes(phrase), phrase);
    for (const told of [
      /visit|who is coming/i,
      /reminders/,
      /messages/,
      /call back/,
      /costs nothing/,
      /If you agree/,
      /pairs your Echo/,
    ])
      assert.match(description, told);
  });

  test('F-07 the icons are pictures of 108 and 512 dots a side, rendered from the drawing as it is now', async () => {
    for (const [name, size] of Object.entries(ICON_SIZES)) {
      const png = await readFile(join(ICONS, name));
      assert.equal(png.subarray(1, 4).toString(), 'PNG');
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [size, size]);
    }
    assert.equal(await readFile(join(ICONS, 'icon.sha256'), 'utf8'), await drawingHash(), 'run `npm run icons`');
  });

  test('F-08 everything is in British English, whole, and without a gap to be filled', () => {
    for (const text of [shopText, manifest?.publishingInformation?.testingInstructions ?? '']) {
      assert.doesNotMatch(text, AMERICAN);
      assert.doesNotMatch(text, /\{\{|\}\}|lorem|undefined|xxx|\[.*\]/i);
    }
    assert.doesNotMatch(allWords, AMERICAN);
  });

  test('F-09 it is for Great Britain only, in the right shelf, and may be exported', () => {
    const { distributionCountries, isAvailableWorldwide, category } = manifest?.publishingInformation ?? {};
    assert.deepEqual([distributionCountries, isAvailableWorldwide], [['GB'], false]);
    assert.equal(category, 'ORGANIZERS_AND_ASSISTANTS');
    assert.equal(privacy?.isExportCompliant, true);
  });

  test('M-01 M-02 screens are declared: round, every size of Echo Show, and the television', () => {
    const apl = custom?.interfaces?.find(({ type }) => type === 'ALEXA_PRESENTATION_APL');
    assert.ok(apl !== undefined);
    assert.deepEqual(
      new Set(VIEWPORTS.map(({ mode, shape }) => `${mode} ${shape}`)),
      new Set(['HUB ROUND', 'HUB RECTANGLE', 'TV RECTANGLE']),
    );
    for (const { minWidth, maxWidth, minHeight, maxHeight } of VIEWPORTS)
      assert.ok(minWidth <= maxWidth && minHeight <= maxHeight);
  });
});
