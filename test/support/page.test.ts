import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { all, attribute, byId, elementsIn, parsePage, textOf } from './page.ts';

describe('the reader of pages', () => {
  test('reads text, attributes and what is around them as a browser would', () => {
    const page = parsePage(
      '<!DOCTYPE html><html lang="cy"><body><p id=one title=\'a > b\'>Tea &amp; <b>toast</b><br>now &#39;hot&#x27;</p><input value="&lt;i&gt;" disabled></body></html>',
    );
    assert.equal(textOf(byId(page, 'one')), "Tea & toast now 'hot'");
    assert.equal(attribute(all(page, 'p')[0] ?? page, 'title'), 'a > b');
    assert.equal(attribute(all(page, 'input')[0] ?? page, 'value'), '<i>');
    assert.equal(attribute(all(page, 'input')[0] ?? page, 'disabled'), '');
    assert.deepEqual(
      elementsIn(page).map(({ tag }) => tag),
      ['html', 'body', 'p', 'b', 'br', 'input'],
    );
  });

  test('does not take what a script or a style sheet holds for markup', () => {
    const page = parsePage('<script>if (1 < 2) "</p>"</script><p>after</p>');
    assert.equal(textOf(page), 'after');
  });

  for (const [what, html] of [
    ['an element that is never closed', '<div><p>one</div>'],
    ['an element that closes nothing', '<p>one</p></p>'],
    ['two attributes of one name', '<p id="a" id="b">one</p>'],
    ['a lone bracket', '<p>1 < 2</p>'],
  ] as const) {
    test(`refuses ${what}`, () => {
      assert.throws(() => parsePage(html));
    });
  }
});
