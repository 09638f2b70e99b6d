import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formsOf, linksOf, readableText } from '../../../../infra/local/journeys/form-page.ts';

const PAGE = `<main><h1>Who is told?</h1>
<form method="post" action="/console/residents/r/reminders/new" novalidate>
  <input type="hidden" name="token" value="a&amp;b">
  <input class="govuk-radios__input" type="radio" name="tell" value="nobody" checked>
  <input class="govuk-radios__input" type="radio" name="tell" value="carer:dan">
  <input type="checkbox" name="days" value="1">
  <textarea name="text">Two &lt;lines&gt;</textarea>
  <select name="area"><option value="x">X</option><option value="y" selected>Y</option></select>
  <button type="submit" name="step" value="tell">Continue</button>
  <button formaction="/back">Go <span class="govuk-visually-hidden">back</span></button>
</form>
<a class="govuk-link" href="/a?b=1&amp;c=2">Move<span class="govuk-visually-hidden"> (Care visit: Sandra,
 7:00pm)</span></a></main>`;

describe('a page as a journey reads it', () => {
  test('a form holds what a browser would send, and what can be chosen', () => {
    const [form] = formsOf(PAGE);
    assert.equal(form?.action, '/console/residents/r/reminders/new');
    assert.deepEqual(form?.fields, [
      ['token', 'a&b'],
      ['tell', 'nobody'],
      ['text', 'Two <lines>'],
      ['area', 'y'],
    ]);
    assert.deepEqual(form?.choices, [
      ['tell', 'nobody'],
      ['tell', 'carer:dan'],
      ['days', '1'],
      ['area', 'x'],
      ['area', 'y'],
    ]);
    assert.deepEqual(
      form?.buttons.map(({ text, name, value, formAction }) => [text, name, value, formAction]),
      [
        ['Continue', 'step', 'tell', undefined],
        ['Go back', undefined, '', '/back'],
      ],
    );
  });

  test('a link is read with the words that only those hear who do not see', () => {
    assert.deepEqual(linksOf(PAGE), [{ href: '/a?b=1&c=2', text: 'Move (Care visit: Sandra, 7:00pm)' }]);
  });

  test('words are decoded', () => {
    assert.equal(readableText('It&#39;s <b>done</b><br>&quot;now&quot; &#x2019;'), 'It\'s done "now" ’');
  });
});
