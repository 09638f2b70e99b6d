import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { doorAt } from '../../../lambda/screen/page/ask.ts';

const answering = (body: string, status = 200) => doorAt('/screen', async () => new Response(body, { status }));
const NOW = { state: 'unpaired', now: 1, every: 3_000, version: 'v' };
const FACE = { kind: 'notice', label: 'Notice', title: 'Bins', lines: [], how: '', speech: 'Bins', ok: 'OK' };
const CARD = { id: 'a', face: FACE, act: 'acknowledge', expiresAt: 9, rate: 1 };

describe('what the page takes for an answer', () => {
  for (const standing of [
    { state: 'unpaired' },
    { state: 'code', expiresAt: 5 },
    { state: 'words', words: ['teapot', 'meadow'], okPressed: false, expiresAt: 5 },
    { state: 'paired', textSize: 'large', cards: [CARD], next: { text: 'A visit.' } },
  ])
    test(`what is shown now: ${standing.state}`, async () => {
      const answer = { ...NOW, ...standing };
      assert.deepEqual(await answering(JSON.stringify(answer)).now(), answer);
    });

  for (const [name, body] of [
    ['no JSON', '<p>Please sign in</p>'],
    ['nothing', 'null'],
    ['another shape', '{"message":"Too Many Requests"}'],
    ['no pause between questions', JSON.stringify({ ...NOW, every: 0 })],
    ['a state that is not known', JSON.stringify({ ...NOW, state: 'new' })],
    ['no cards', JSON.stringify({ ...NOW, state: 'paired', textSize: 'large' })],
    [
      'a card without words',
      JSON.stringify({ ...NOW, state: 'paired', textSize: 'large', cards: [{ ...CARD, face: {} }] }),
    ],
  ] as const)
    test(`${name} is no answer to what is shown now`, () => assert.rejects(answering(body).now()));

  test('429 says that there were too many codes, and is a throttle everywhere else', async () => {
    const refused = '{"kind":"too-many-codes"}';
    assert.deepEqual(await answering(refused, 429).pair(), { kind: 'too-many-codes' });
    await assert.rejects(answering('{"message":"Too Many Requests"}', 429).pair());
    await assert.rejects(answering(JSON.stringify(NOW), 429).now(), /429/);
    await assert.rejects(answering('{"kind":"acknowledged"}', 429).act('/acknowledge', {}), /429/);
  });

  test('an outcome has a name', async () => {
    assert.deepEqual(await answering('{"kind":"kept"}').act('/acknowledge', {}), { kind: 'kept' });
    for (const body of ['{}', '[]', '7', '{"kind":7}']) await assert.rejects(answering(body).act('/acknowledge', {}));
    for (const body of ['{"kind":"screen-code"}', '{"kind":"noted"}']) await assert.rejects(answering(body).pair());
  });
});

test('an answer that begins and never ends is given up and broken off, also of an act', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const signals: (AbortSignal | null | undefined)[] = [];
    const door = doorAt('/screen', async (_path, { signal }) => {
      signals.push(signal);
      return new Response(new ReadableStream());
    });
    for (const ask of [door.now, door.pair, () => door.act('/acknowledge', {})]) {
      const refused = assert.rejects(ask(), /too late/);
      await turn();
      mock.timers.tick(10_000);
      await refused;
    }
    assert.deepEqual(
      signals.map((signal) => signal?.aborted),
      [true, true, true],
    );
  } finally {
    mock.timers.reset();
  }
});
