/**
 * The SSML that Alexa speaks in en-GB, tag by tag: which attributes, with which values, and which must be there.
 * Facts from Amazon's SSML reference. Where sources differ this table is the stricter one.
 */
export type TagRule = {
  readonly attributes: Readonly<Record<string, RegExp>>;
  readonly required?: readonly string[];
  /** At least one of these. */
  readonly oneOf?: readonly string[];
  readonly empty?: true;
};

const words = (...values: readonly string[]): RegExp => new RegExp(`^(${values.join('|')})$`);

const PERCENT_RATE = '(?:[2-9]\\d|1\\d\\d|200)%';
const SIGNED = '[+-]\\d+(?:\\.\\d+)?';
const PAUSE = /^(?:10000|\d{1,4})ms$|^(?:10(?:\.0+)?|\d(?:\.\d+)?)s$/;
const LOCALES = [
  'ar-SA',
  'de-DE',
  'en-AU',
  'en-CA',
  'en-GB',
  'en-IN',
  'en-US',
  'es-ES',
  'es-MX',
  'es-US',
  'fr-CA',
  'fr-FR',
  'hi-IN',
  'it-IT',
  'ja-JP',
  'pt-BR',
];
const SAY_AS = [
  'characters',
  'spell-out',
  'cardinal',
  'number',
  'ordinal',
  'digits',
  'fraction',
  'unit',
  'date',
  'time',
  'telephone',
  'address',
  'interjection',
  'expletive',
];

export const SSML_TAGS: Readonly<Record<string, TagRule>> = {
  speak: { attributes: {} },
  p: { attributes: {} },
  s: { attributes: {} },
  break: {
    attributes: { strength: words('none', 'x-weak', 'weak', 'medium', 'strong', 'x-strong'), time: PAUSE },
    empty: true,
  },
  emphasis: { attributes: { level: words('strong', 'moderate', 'reduced') }, required: ['level'] },
  prosody: {
    attributes: {
      rate: words('x-slow', 'slow', 'medium', 'fast', 'x-fast', PERCENT_RATE),
      pitch: words('x-low', 'low', 'medium', 'high', 'x-high', `${SIGNED}%`),
      volume: words('silent', 'x-soft', 'soft', 'medium', 'loud', 'x-loud', `${SIGNED}dB`),
    },
    oneOf: ['rate', 'pitch', 'volume'],
  },
  'say-as': {
    attributes: {
      'interpret-as': words(...SAY_AS),
      format: words('mdy', 'dmy', 'ymd', 'md', 'dm', 'ym', 'my', 'd', 'm', 'y'),
    },
    required: ['interpret-as'],
  },
  sub: { attributes: { alias: /.+/ }, required: ['alias'] },
  phoneme: { attributes: { alphabet: words('ipa', 'x-sampa'), ph: /.+/ }, required: ['alphabet', 'ph'] },
  w: { attributes: { role: words('amazon:VB', 'amazon:VBD', 'amazon:NN', 'amazon:SENSE_1') }, required: ['role'] },
  lang: { attributes: { 'xml:lang': words(...LOCALES) }, required: ['xml:lang'] },
  voice: { attributes: { name: words('Amy', 'Brian', 'Emma') }, required: ['name'] },
  audio: { attributes: { src: /^(?:https:\/\/|soundbank:\/\/soundlibrary\/)\S+$/ }, required: ['src'] },
  'amazon:effect': { attributes: { name: words('whispered') }, required: ['name'] },
  'amazon:emotion': {
    attributes: { name: words('excited', 'disappointed'), intensity: words('low', 'medium', 'high') },
    required: ['name', 'intensity'],
  },
  'amazon:domain': { attributes: { name: words('music') }, required: ['name'] },
  'alexa:name': {
    attributes: { type: words('first'), personId: /^amzn1\.ask\.person\.\S+$/ },
    required: ['type', 'personId'],
    empty: true,
  },
};
