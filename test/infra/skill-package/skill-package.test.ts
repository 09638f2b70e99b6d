import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { assemblePackage, brandedModel } from '../../../infra/skill-package/assemble.ts';
import { brandFrom } from '../../../infra/skill-package/brand.ts';
import { forbiddenIn, invocationNameFaults, SOUND_ALIKES } from '../../../infra/skill-package/invocation-name.ts';
import { skillManifest } from '../../../infra/skill-package/manifest.ts';
import { MANIFEST, MODEL, smapiFaults } from '../../../scripts/schema/smapi-faults.ts';
import { buildSkillPackage } from '../../../scripts/skill-package.ts';
import { inTemporaryFolder } from '../../support/temporary-folder.ts';
import { argsWith } from './a-brand.ts';

const brand = () => {
  const given = brandFrom(argsWith());
  assert.ok(given.kind === 'brand');
  return given.brand;
};

const refusedFor = (changed: Readonly<Record<string, string | undefined>>): readonly string[] => {
  const given = brandFrom(argsWith(changed));
  return given.kind === 'refused' ? given.faults : [];
};

describe('the package of a council', () => {
  test('is assembled for the ASK CLI, with the council in every place', () =>
    inTemporaryFolder(async (folder) => {
      const said: string[] = [];
      assert.equal(
        await buildSkillPackage(argsWith({ 'invocation-name': 'tide singer' }), folder, (line) => said.push(line)),
        true,
      );
      const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
      assert.deepEqual(files.map(({ name }) => name).sort(), [
        'MyDay.1.json',
        'MyDayAsked.1.json',
        'ask-resources.json',
        'en-GB.json',
        'en-GB_largeIcon.png',
        'en-GB_smallIcon.png',
        'skill.json',
      ]);
      const model = JSON.parse(
        await readFile(join(folder, 'skill-package/interactionModels/custom/en-GB.json'), 'utf8'),
      );
      assert.equal(model.interactionModel.languageModel.invocationName, 'tide singer');
      const { manifest } = JSON.parse(await readFile(join(folder, 'skill-package/skill.json'), 'utf8'));
      assert.match(manifest.publishingInformation.locales['en-GB'].examplePhrases[0], /open Tide Singer$/);
      assert.match(said.join('\n'), /ask deploy/);
    }));

  test('has the widget and its interfaces only where they are asked for', async () => {
    const given = brandFrom([...argsWith(), '--widget']);
    assert.ok(given.kind === 'brand');
    const without = await assemblePackage(brand());
    const withIt = await assemblePackage(given.brand);
    const extra = withIt.map(({ path }) => path).filter((path) => without.every((file) => file.path !== path));
    assert.deepEqual(
      extra.map((path) => path.split('/').slice(3).join('/')),
      [
        'manifest.json',
        'documents/document.json',
        'datasources/default.json',
        'presentations/default.tpl',
        'assets/icon.png',
      ],
    );
    assert.deepEqual(await smapiFaults(MANIFEST, skillManifest(given.brand)), []);
    assert.ok(!JSON.stringify(skillManifest(brand())).includes('DATA'));
    assert.match(
      JSON.stringify(skillManifest(given.brand)),
      /ALEXA_DATASTORE_PACKAGEMANAGER.*add its widget|add its widget.*ALEXA_DATASTORE/,
    );
  });

  test('leaves out the samples with health words unless they are asked for by name', async () => {
    const modelOf = async (...more: readonly string[]) => {
      const given = brandFrom([...argsWith(), ...more]);
      assert.ok(given.kind === 'brand');
      const files = await assemblePackage(given.brand);
      return String(files.find(({ path }) => path.endsWith('custom/en-GB.json'))?.content);
    };
    assert.doesNotMatch(await modelOf(), /inhaler/);
    assert.match(await modelOf('--health-words'), /inhaler/);
  });

  test('is not written when anything is wrong, and everything that is wrong is said at once', () =>
    inTemporaryFolder(async (folder) => {
      const said: string[] = [];
      const args = argsWith({ 'invocation-name': 'alexa', 'lambda-arn': 'x', contact: 'nobody' });
      assert.equal(await buildSkillPackage(args, join(folder, 'out'), (line) => said.push(line)), false);
      assert.deepEqual(await readdir(folder), []);
      assert.ok(
        ['invocation-name', 'lambda-arn', 'contact'].every((option) => said.join('\n').includes(`--${option}`)),
      );
    }));

  const WRONG: readonly [string, Readonly<Record<string, string | undefined>>, RegExp][] = [
    ['an option that is missing', { 'council-name': undefined }, /Still to be given: --council-name/],
    ['an option that does not exist', { 'skil-name': 'x' }, /skil-name/],
    ['a Lambda in another region', { 'lambda-arn': 'arn:aws:lambda:us-east-1:111122223333:function:x' }, /eu-west-1/],
    ['a privacy notice without TLS', { 'privacy-url': 'http://www.harbour.example/privacy' }, /https/],
    ['a privacy notice that is no address', { 'privacy-url': 'privacy' }, /whole address/],
    ["terms at a host of Amazon's", { 'terms-url': 'https://harbour.alexa.example/terms' }, /host/],
    ['a skill name that promises rescue', { 'skill-name': 'Harbour SOS' }, /"SOS"/],
    ['a skill name of one letter', { 'skill-name': 'B' }, /2 to 50/],
    ['a contact that is no e-mail address', { contact: 'the duty desk' }, /e-mail/],
  ];
  for (const [what, changed, says] of WRONG)
    test(`refuses ${what}, and says so`, () => assert.match(refusedFor(changed).join('\n'), says));

  test("is what Amazon's own schemas take, manifest and model", async () => {
    const model = await readFile(join(import.meta.dirname, '../../../interaction-models/en-GB.json'), 'utf8');
    assert.deepEqual(await smapiFaults(MANIFEST, skillManifest(brand())), []);
    assert.deepEqual(await smapiFaults(MODEL, brandedModel(model, brand())), []);
  });

  test('a field, a word or a length that Amazon does not take is found', async () => {
    type Loose = { [key: string]: Loose & string & object[] };
    const wrong = async (change: (manifest: Loose) => unknown) => {
      const envelope: { readonly manifest: Loose } = JSON.parse(JSON.stringify(skillManifest(brand())));
      change(envelope.manifest);
      return (await smapiFaults(MANIFEST, envelope)).join('\n');
    };
    const inShop = (manifest: Loose) => manifest.publishingInformation?.locales?.['en-GB'] ?? {};
    assert.match(await wrong((manifest) => Object.assign(manifest, { permision: [] })), /manifest\.permision/);
    assert.match(await wrong((manifest) => Object.assign(inShop(manifest), { summary: 'x'.repeat(161) })), /summary/);
    assert.match(
      await wrong((manifest) => Object.assign(manifest, { permissions: [{ name: 'alexa::everything' }] })),
      /permissions\.0\.name/,
    );
    assert.match(
      await wrong((manifest) => Object.assign(manifest.apis?.custom ?? {}, { endpoint: { uri: 'http://x' } })),
      /uri/,
    );
  });
});

describe('an invocation name', () => {
  for (const name of ['bell bird', 'tide singer', "harbour's bird", 'care companion', 'b. b. bird'])
    test(`"${name}" may be chosen`, () => assert.deepEqual(invocationNameFaults(name), []));

  const REFUSED: readonly [string, RegExp][] = [
    ['Bell Bird', /lower-case/],
    ['bell  bird', /lower-case/],
    ['bell bird 2', /lower-case/],
    ['bellbird', /only one word/],
    ['open bird', /"open"/],
    ['bird for bill', /"for"/],
    ['alexa bird', /"alexa"/],
    ['bird app', /"app"/],
    ['the bird', /neither may be "the"/],
    ["o'bird nest", /possessive/],
    ['harbour help', /"help"/],
    ['my reminders', /"reminders"/],
    ['care line', /pendant alarms/],
    ['care lyne', /pendant alarms/],
    ['door bell', /a door bell/],
    ['my dei', /the routine that Bellbird itself offers/],
  ];
  for (const [name, why] of REFUSED)
    test(`"${name}" is refused`, () => assert.match(invocationNameFaults(name).join(' '), why));

  test('whatever is on the list of sound-alikes is refused', () => {
    for (const { name } of SOUND_ALIKES) assert.notDeepEqual(invocationNameFaults(name), [], name);
  });

  test('no name with a launch, connecting or wake word passes (property)', () => {
    const words = fc.array(fc.constantFrom('bell', 'bird', 'tide', 'open', 'to', 'alexa', 'skill', 'harbour'), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(words, (some) => {
        const name = some.join(' ');
        if (forbiddenIn(name).length > 0) assert.notDeepEqual(invocationNameFaults(name), []);
        assert.equal(forbiddenIn(name).includes('open'), some.includes('open'));
      }),
    );
  });
});
