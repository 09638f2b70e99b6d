import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import * as v from 'valibot';
import { modelText } from '../../infra/interaction-model/model-text.ts';
import { INTENTS } from '../../lambda/skill/intents.ts';
import { MUTATIONS } from './mutations.ts';
import { DIALOG_RULES } from './rules/dialog-rules.ts';
import { FILE_RULES } from './rules/file-rules.ts';
import { INTENT_RULES } from './rules/intent-rules.ts';
import { INVOCATION_RULES } from './rules/invocation-rules.ts';
import { type Given, type ModelFile, modelFileSchema } from './rules/model-file.ts';
import { SAMPLE_RULES } from './rules/sample-rules.ts';
import { SKILL_RULES } from './rules/skill-rules.ts';
import { SLOT_RULES } from './rules/slot-rules.ts';
import { TYPE_RULES } from './rules/type-rules.ts';
import { WORDING_RULES } from './rules/wording-rules.ts';

const TEXT = readFileSync(new URL('../../interaction-models/en-GB.json', import.meta.url), 'utf8');
const MODEL = v.parse(modelFileSchema, JSON.parse(TEXT));
/** What goes to Amazon as long as nobody has agreed to samples about health. */
const LEAN = v.parse(modelFileSchema, JSON.parse(await modelText('without-health-words')));

const MODEL_RULES = [
  ...INVOCATION_RULES,
  ...INTENT_RULES,
  ...SAMPLE_RULES,
  ...SLOT_RULES,
  ...TYPE_RULES,
  ...DIALOG_RULES,
  ...WORDING_RULES,
  ...SKILL_RULES,
];

const given = (model: ModelFile): Given => ({ locale: 'en-GB', text: JSON.stringify(model), model });

const modelFor = (id: string): ModelFile => (id === 'G14' ? LEAN : MODEL);

const mutated = (id: string, into: (model: ModelFile) => void): Given => {
  const copy = structuredClone(modelFor(id));
  into(copy);
  return given(copy);
};

describe('the en-GB interaction model', () => {
  for (const rule of FILE_RULES) {
    test(`${rule.id} ${rule.says}`, () => {
      assert.deepEqual(rule.breaches({ locale: 'en-GB', text: TEXT, model: MODEL }), []);
    });
  }
  for (const rule of MODEL_RULES) {
    test(`${rule.id} ${rule.says}`, () => {
      assert.deepEqual(rule.breaches(given(modelFor(rule.id))), []);
      assert.deepEqual(rule.breaches(given(LEAN)), []);
    });
  }
});

describe('a rule of the interaction model sees what breaks it', () => {
  for (const rule of MODEL_RULES) {
    for (const { fault, into } of MUTATIONS[rule.id] ?? []) {
      test(`${rule.id}: ${fault}`, () => {
        assert.notDeepEqual(rule.breaches(mutated(rule.id, into)), []);
      });
    }
  }

  const broken = (id: string, text: string): readonly string[] => {
    const rule = FILE_RULES.find((one) => one.id === id);
    return rule?.breaches({ locale: 'en-GB', text, model: MODEL }) ?? [];
  };

  test('IM-01: a byte order mark, a broken file, a key twice', () => {
    assert.equal(broken('IM-01', `\uFEFF${TEXT}`).length, 1);
    assert.equal(broken('IM-01', TEXT.slice(0, -3)).length, 1);
    assert.deepEqual(broken('IM-01', '{"a": 1, "b": {"a": "a"}, "a": 2}'), ['key "a" stands twice in one object']);
  });

  test('IM-02: a key that Amazon does not know, a model without its language model', () => {
    assert.equal(broken('IM-02', JSON.stringify({ ...MODEL, colour: 'red' })).length, 1);
    assert.equal(broken('IM-02', JSON.stringify({ interactionModel: {} })).length, 1);
  });

  test('IM-03: no intent, a prompt without a wording, a value without a name', () => {
    const without = (into: (model: ModelFile) => void) => broken('IM-03', mutated('IM-03', into).text);
    assert.equal(without((model) => void model.interactionModel.languageModel.intents.splice(0)).length, 1);
    assert.equal(without((model) => void model.interactionModel.prompts?.[0]?.variations.splice(0)).length, 1);
    assert.equal(
      without((model) => {
        const value = model.interactionModel.languageModel.types?.[0]?.values[0];
        if (value !== undefined) value.name.value = '';
      }).length,
      1,
    );
  });

  test('IM-61: every name of an intent in the code is one that the model has', () => {
    const known = new Set([...INTENTS, 'AMAZON.PreviousIntent']);
    const root = new URL('../../', import.meta.url);
    const files = ['lambda/skill', 'lambda/render', 'infra/local', 'test/conversations'].flatMap((folder) =>
      readdirSync(new URL(folder, root), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
        .map((entry) => join(entry.parentPath, entry.name)),
    );
    const names = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/'((?:AMAZON\.)?[A-Z][A-Za-z]+Intent)'/g)].map(([, name = '']) => name),
    );
    assert.deepEqual(
      [...new Set(names)].filter((name) => !known.has(name)),
      [],
    );
  });

  test('IM-58: a Fallback sensitivity in a language that has none', () => {
    const rule = MODEL_RULES.find(({ id }) => id === 'IM-58');
    assert.deepEqual(rule?.breaches({ ...given(MODEL), locale: 'cy-GB' }), ['not in cy-GB']);
  });

  test('every rule that a model can break is proved on a mutated copy', () => {
    const unproved = MODEL_RULES.map(({ id }) => id).filter((id) => (MUTATIONS[id] ?? []).length === 0);
    assert.deepEqual(unproved, []);
  });
});
