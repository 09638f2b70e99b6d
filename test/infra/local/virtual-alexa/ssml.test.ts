import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { escapeSsml, spokenSsml } from '../../../../infra/local/virtual-alexa/ssml.ts';

const SPOKEN: [string, string][] = [
  ['<speak>Hello.</speak>', 'Hello.'],
  ['<speak>Two visits. <s>At nine, Amina.</s><s>At one, Ben.</s></speak>', 'Two visits. At nine, Amina. At one, Ben.'],
  ['<speak>At ten<break time="300ms"/>Amina</speak>', 'At ten Amina'],
  ['<speak><sub alias="Harbour County Council">HCC</sub> says hello.</speak>', 'Harbour County Council says hello.'],
  ['<speak>Ring <say-as interpret-as="telephone">01632 960123</say-as>.</speak>', 'Ring 01632 960123.'],
  ['<speak><prosody rate="85%">Slowly <emphasis level="moderate">now</emphasis></prosody></speak>', 'Slowly now'],
  ['<speak><voice name="Amy"><lang xml:lang="en-GB">Hello</lang></voice></speak>', 'Hello'],
  ['<speak>Marks &amp; Spencer, O&apos;Neill, 5 &lt; 6</speak>', "Marks & Spencer, O'Neill, 5 < 6"],
  ["<speak><phoneme alphabet='ipa' ph='ˈeɪnjə'>Aine</phoneme></speak>", 'Aine'],
  ['<speak><audio src="soundbank://soundlibrary/bell/bell_01"/>Hello</speak>', 'Hello'],
  ['<speak><break strength="strong"/><break time="10s"/>Hello</speak>', 'Hello'],
  ['  <speak>Hello</speak>\n', 'Hello'],
];

const REFUSED: [string, string][] = [
  ['no root', 'Hello'],
  ['words outside the root', '<speak>Hello</speak> Bill'],
  ['two roots', '<speak>a</speak><speak>b</speak>'],
  ['a root in a root', '<speak><speak>a</speak></speak>'],
  ['a tag outside the root', '<p>a</p>'],
  ['an open tag', '<speak><p>Hello</speak>'],
  ['crossed tags', '<speak><p><s>Hello</p></s></speak>'],
  ['a close tag with attributes', '<speak>a</speak x="y">'],
  ['a tag of HTML', '<speak>Hello <b>Bill</b></speak>'],
  ['a tag of Polly', '<speak><amazon:breath/>Hello</speak>'],
  ['an effect of Polly', '<speak><amazon:effect name="drc">Hello</amazon:effect></speak>'],
  ['a tag of Google', '<speak><par>Hello</par></speak>'],
  ['a comment', '<speak><!-- a -->Hello</speak>'],
  ['CDATA', '<speak><![CDATA[a]]></speak>'],
  ['a DOCTYPE', '<!DOCTYPE speak><speak>Hello</speak>'],
  ['an XML declaration', '<?xml version="1.0"?><speak>Hello</speak>'],
  ['an ampersand', '<speak>Marks & Spencer</speak>'],
  ['an entity of HTML', '<speak>Hello&nbsp;Bill</speak>'],
  ['a numeric entity', '<speak>&#163;5</speak>'],
  ['a loose less-than', '<speak>5 < 6</speak>'],
  ['a NUL', '<speak>Hello\u0000</speak>'],
  ['half an emoji', '<speak>\ud83d</speak>'],
  ['an attribute without quotes', '<speak><break time=1s/>Hello</speak>'],
  ['an attribute twice', '<speak><break time="1s" time="2s"/>Hello</speak>'],
  ['an attribute that the tag does not have', '<speak><p class="x">Hello</p></speak>'],
  ['a pause over ten seconds', '<speak>Hello<break time="11s"/></speak>'],
  ['a pause with words in it', '<speak><break time="1s">Hello</break></speak>'],
  ['a rate without the sign', '<speak><prosody rate="85">Hello</prosody></speak>'],
  ['prosody that does nothing', '<speak><prosody>Hello</prosody></speak>'],
  ['an unknown way to say', '<speak><say-as interpret-as="currency">£5</say-as></speak>'],
  ['say-as without a way', '<speak><say-as>5</say-as></speak>'],
  ['a voice that is not British', '<speak><voice name="Arthur">Hello</voice></speak>'],
  ['a language that Alexa does not speak', '<speak><lang xml:lang="cy-GB">Bore da</lang></speak>'],
  ['a sound over plain HTTP', '<speak><audio src="http://example.org/a.mp3"/>Hello</speak>'],
  ['a sound without words', '<speak><audio src="https://example.org/a.mp3"/></speak>'],
  ['six sounds', `<speak>${'<audio src="https://example.org/a.mp3"/>'.repeat(6)}Hello</speak>`],
];

describe('SSML', () => {
  for (const [ssml, words] of SPOKEN) {
    test(`${ssml.trim()} is heard as "${words}"`, () =>
      assert.deepEqual(spokenSsml(ssml), { kind: 'spoken', text: words }));
  }
  for (const [what, ssml] of REFUSED) {
    test(`${what} is refused`, () => assert.equal(spokenSsml(ssml).kind, 'refused'));
  }

  test('whatever is escaped is spoken as it was, with spaces drawn together', () => {
    const words = fc.string({ unit: 'grapheme-ascii' });
    fc.assert(
      fc.property(words, (text) => {
        const spoken = spokenSsml(`<speak>${escapeSsml(text)}</speak>`);
        const expected = text
          .replace(/\s+/g, ' ')
          .replace(/ ([.,;:?!])/g, '$1')
          .trim();
        assert.deepEqual(spoken, { kind: 'spoken', text: expected });
      }),
    );
  });

  test('nothing that is thrown at it makes it throw, and a reason never repeats the words', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '<speak>',
        '</speak>',
        '<p>',
        '</p>',
        '<',
        '>',
        '&',
        'canary',
        '<break time="1s"/>',
        '<!--',
        '"',
        '<canary a="canary">',
      ),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const ssml = parts.filter((part) => !part.includes('<canary')).join('');
        fc.pre(!/<[^>]*canary/.test(ssml)); // a reason may name a tag
        const checked = spokenSsml(ssml);
        if (checked.kind === 'refused') assert.doesNotMatch(checked.why, /canary/);
      }),
    );
  });
});
