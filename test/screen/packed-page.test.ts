import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { packedScreenFile, packScreen } from '../../scripts/build-screen-page.ts';

const root = join(import.meta.dirname, '..', '..');

describe('what the Screen packs', async () => {
  const { files } = await packScreen(root);
  const of = (ending: string) => Object.entries(files).find(([name]) => name.endsWith(ending))?.[1] ?? '';

  test('is what the page, its style sheet and its icon say now', () => {
    const stored = readFileSync(join(root, packedScreenFile), 'utf8');
    const isNew = stored === `${JSON.stringify({ files }, null, 2)}\n`;
    assert.ok(isNew, `${packedScreenFile} is out of date: run "node scripts/build-assets.ts"`);
  });

  test('is small, and asks for nothing from anywhere else', () => {
    assert.ok(of('.js').length < 16_000, `${of('.js').length} characters of script`);
    assert.doesNotMatch(of('.js'), /https?:\/\//);
    assert.doesNotMatch(of('.css'), /@import|url\(/);
  });

  test('is written for the browsers of older televisions', () => {
    assert.doesNotMatch(of('.js'), /\?\.|\?\?|\basync\b|\bawait\b/, 'newer syntax is written in older');
    assert.doesNotMatch(of('.js'), /replaceChildren|\.append\(|\.at\(|Object\.entries|padStart/);
    // Chromium has it from 66 on: it is asked for first.
    assert.match(of('.js'), /typeof AbortController/);
    assert.doesNotMatch(of('.css'), /display:\s*grid|[^-]gap:|clamp\(|min\(|max\(|aspect-ratio|:has\(|:is\(/);
  });

  test('moves nothing for whoever asked for less motion, and nothing flashes', () => {
    const motion = /animation|transition/g;
    const inMedia = /@media ?\(prefers-reduced-motion: ?no-preference\)\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g;
    assert.match(of('.css'), inMedia);
    assert.doesNotMatch(of('.css').replace(inMedia, ''), motion);
    assert.doesNotMatch(of('.css'), /infinite/);
  });
});
