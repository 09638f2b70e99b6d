import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { templatesOf } from '../../lambda/console/pages/templates.ts';
import { packConsole, packedFile, packedText } from '../../scripts/build-assets.ts';

const root = join(import.meta.dirname, '..', '..');

describe('what the console packs', async () => {
  const packed = await packConsole(root);
  const [css = ''] = Object.entries(packed.files).flatMap(([name, text]) => (name.endsWith('.css') ? [text] : []));

  test('is what the templates, styles and scripts say now', () => {
    const stored = readFileSync(join(root, packedFile), 'utf8');
    assert.ok(stored === packedText(packed), `${packedFile} is out of date: run "node scripts/build-assets.ts"`);
  });

  test('holds neither the typeface nor the crown that are for GOV.UK alone', () => {
    const all = JSON.stringify(packed);
    assert.doesNotMatch(all, /GDS Transport|govuk-logo|crest|crown|nationalarchives|open-government/i);
    assert.match(css, /font-family:\s*"?Arial/);
  });

  test('asks for nothing from anywhere else', () => {
    assert.doesNotMatch(css, /@import|url\((?!["']?data:)/);
    for (const template of Object.values(packed.templates)) assert.doesNotMatch(template, /(src|href)="(https?:)?\/\//);
  });

  test('leaves no script or style inside a page, so that the policy can forbid both', () => {
    const ours = Object.entries(packed.templates).filter(([name]) => !name.startsWith('govuk/'));
    for (const [name, template] of ours) {
      assert.doesNotMatch(template, /<script(?![^>]*\bsrc=)|<style|\son[a-z]+=|\sstyle=/, name);
    }
  });

  test('a template that is not packed is a fault, and values are escaped', () => {
    const fill = templatesOf({ templates: { 'a.njk': '<p>{{ name }}</p>' }, files: {} });
    assert.equal(fill('a', { name: '<i>"&\'' }), '<p>&lt;i&gt;&quot;&amp;&#39;</p>');
    assert.throws(() => fill('b', {}), /b\.njk is not packed/);
  });
});
