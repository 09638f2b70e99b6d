import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { createInstance } from 'i18next';
import { words } from '../../lambda/render/catalogue.ts';
import { lookUpInEnglish } from '../../lambda/render/look-up.ts';

const i18n = createInstance();
void i18n.init({
  lng: 'en-GB',
  fallbackLng: 'en-GB',
  resources: { 'en-GB': { translation: words } },
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false, skipOnVariables: true },
  parseMissingKeyHandler: () => words['control.fault'],
});
const byI18next = i18n.getFixedT('en-GB');

const KEYS = Object.keys(words).map((name) => name.replace(/_(one|other)$/, '').replace(/_easy$/, ''));
const gapsOf = (template: string) => [...template.matchAll(/\{\{(.+?)\}\}/g)].flatMap(([, gap]) => gap ?? []);
const GAPS = [...new Set(Object.values(words).flatMap(gapsOf))];

const value = fc.oneof(
  fc.string(),
  fc.constantFrom('$t(visits.title)', '{{x}}', '{{day}}', '$&', "$'", '$1', 'Marks & Spencer', '<break/>', ''),
);

describe('words are looked up as i18next would', () => {
  test('every key, in every manner, for every number, whatever the values are', () => {
    const values = fc.record(Object.fromEntries(GAPS.map((gap) => [gap, value])));
    const count = fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined });
    fc.assert(
      fc.property(values, count, fc.boolean(), (filled, counted, easy) => {
        const given = {
          ...filled,
          ...(counted === undefined ? {} : { count: counted }),
          ...(easy ? { context: 'easy' } : {}),
        };
        for (const key of new Set(KEYS)) assert.equal(lookUpInEnglish(key, given), byI18next(key, { ...given }), key);
      }),
    );
  });

  test('what has no words is said as a fault, and a name of every object is no key', () => {
    for (const key of ['nothing.like-this', 'constructor', 'toString', ''])
      assert.equal(lookUpInEnglish(key, {}), words['control.fault']);
  });
});
