import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildModel } from '../../../infra/interaction-model/build-model.ts';
import { readSource } from '../../../infra/interaction-model/read-source.ts';

const BINS = `
# What people ask about their bins.
@intent BinsIntent
@slot colour BinColour
@ask Which bin is it?
@answer [the] {colour}
@confirm Shall I ask?

when is [my] bin day
my {colour} bin

@type BinColour
GREEN = green, dark green
+ (lime|pea) green
BLUE = blue
`;

test('a source is read into an intent with its slot, its questions and its phrases, and a type with its synonyms', () => {
  const { interactionModel } = buildModel([readSource(BINS)]);
  assert.deepEqual(interactionModel.languageModel.intents, [
    {
      name: 'BinsIntent',
      slots: [{ name: 'colour', type: 'BinColour', samples: ['{colour}', 'the {colour}'] }],
      samples: ['when is bin day', 'when is my bin day', 'my {colour} bin'],
    },
  ]);
  assert.deepEqual(interactionModel.languageModel.types, [
    {
      name: 'BinColour',
      values: [
        { id: 'GREEN', name: { value: 'green', synonyms: ['dark green', 'lime green', 'pea green'] } },
        { id: 'BLUE', name: { value: 'blue', synonyms: [] } },
      ],
    },
  ]);
  assert.deepEqual(
    interactionModel.prompts.map(({ id }) => id),
    ['Elicit.Bins.colour', 'Confirm.Bins'],
  );
});

test('phrases that stand in another file join their intent, and one that is there already counts once', () => {
  const more = readSource('@also BinsIntent\nwhen is bin day\nbins out');
  const [intent] = buildModel([readSource(BINS), more]).interactionModel.languageModel.intents;
  assert.deepEqual(intent?.samples, ['when is bin day', 'when is my bin day', 'my {colour} bin', 'bins out']);
});

test('what cannot be meant is refused with its line', () => {
  assert.throws(() => readSource('when is bin day'), /line 1: nothing is opened/);
  assert.throws(() => readSource('@intent A\n@colour red'), /line 2: @colour is not known/);
  assert.throws(() => readSource('@intent A\n@ask Which?'), /line 2: there is no slot/);
  assert.throws(() => readSource('@type T\nred, blue'), /line 2: "red, blue"/);
  assert.throws(() => buildModel([readSource('@also Nobody\nhello')]), /no such @intent/);
});
