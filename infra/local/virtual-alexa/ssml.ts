import { SSML_TAGS, type TagRule } from './ssml-tags.ts';

/** Longest `outputSpeech`, tags included: Amazon, "Request and Response JSON Reference". */
export const LONGEST_SPEECH = 8_000;
const MOST_CLIPS = 5;

export type SpokenSsml =
  | { readonly kind: 'spoken'; readonly text: string }
  | { readonly kind: 'refused'; readonly why: string };

type Tag = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly form: 'open' | 'close' | 'empty';
};

const TOKEN = /<[^>]*>|[^<]+|</g;
const TAG = /^<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>$/;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const LOOSE_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos);)/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 forbids
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text as it must stand inside SSML. */
export const escapeSsml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');

const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/** `undefined` if the token is not a tag at all: `<b`, `<!-- -->`, an attribute without quotes. */
const parseTag = (token: string): Tag | undefined => {
  const [, slash, name, attributes = '', selfClosed] = TAG.exec(token) ?? [];
  if (name === undefined || (slash && (selfClosed || attributes))) return undefined;
  const entries = [...attributes.matchAll(ATTRIBUTE)].map(
    ([, key = '', double, single]) => [key, double ?? single ?? ''] as const,
  );
  if (new Set(entries.map(([key]) => key)).size < entries.length) return undefined;
  return { name, attributes: Object.fromEntries(entries), form: slash ? 'close' : selfClosed ? 'empty' : 'open' };
};

const faultOf = ({ name, attributes, form }: Tag, rule: TagRule): string | undefined => {
  if (rule.empty && form !== 'empty') return `<${name}> must be empty`;
  const strange = Object.keys(attributes).find((key) => rule.attributes[key] === undefined);
  if (strange !== undefined) return `<${name}> has no attribute "${strange}"`;
  const wrong = Object.entries(attributes).find(
    ([key, value]) => rule.attributes[key]?.test(unescaped(value)) !== true,
  );
  if (wrong !== undefined) return `<${name}> does not take that value for "${wrong[0]}"`;
  const missing = rule.required?.find((key) => attributes[key] === undefined);
  if (missing !== undefined) return `<${name}> needs "${missing}"`;
  if (rule.oneOf?.every((key) => attributes[key] === undefined))
    return `<${name}> needs one of ${rule.oneOf.join(', ')}`;
  return undefined;
};

const textFault = (text: string): string | undefined => {
  if (FORBIDDEN.test(text) || !text.isWellFormed()) return 'a character that XML does not allow';
  if (text.includes(']]>')) return 'a CDATA end';
  return LOOSE_AMPERSAND.test(text) ? 'an ampersand that is not one of the five entities' : undefined;
};

type Reading = {
  readonly open: readonly string[];
  readonly said: readonly string[];
  readonly clips: number;
  readonly roots: number;
};

const refused = (why: string): { kind: 'refused'; why: string } => ({ kind: 'refused', why: `SSML: ${why}` });

const readText = (reading: Reading, text: string): Reading | string => {
  const fault = textFault(text);
  if (fault !== undefined) return fault;
  if (reading.open.length === 0) return text.trim() === '' ? reading : 'words outside <speak>';
  return reading.open.includes('sub') ? reading : { ...reading, said: [...reading.said, unescaped(text)] };
};

const closeTag = (reading: Reading, name: string): Reading | string =>
  reading.open.at(-1) === name
    ? { ...reading, open: reading.open.slice(0, -1), said: [...reading.said, ...gap(name)] }
    : `</${name}> does not close what is open`;

const gap = (name: string): readonly string[] => (name === 'p' || name === 's' || name === 'break' ? [' '] : []);

const openTag = (reading: Reading, tag: Tag): Reading | string => {
  const isRoot = tag.name === 'speak';
  if (isRoot !== (reading.open.length === 0))
    return isRoot ? '<speak> inside <speak>' : `<${tag.name}> outside <speak>`;
  if (isRoot && reading.roots > 0) return 'more than one <speak>';
  const said = tag.name === 'sub' ? [unescaped(tag.attributes.alias ?? '')] : gap(tag.name);
  return {
    open: tag.form === 'open' ? [...reading.open, tag.name] : reading.open,
    said: [...reading.said, ...said],
    clips: reading.clips + (tag.name === 'audio' ? 1 : 0),
    roots: reading.roots + (isRoot ? 1 : 0),
  };
};

const readToken = (reading: Reading, token: string): Reading | string => {
  if (!token.startsWith('<')) return readText(reading, token);
  const tag = parseTag(token);
  if (tag === undefined) return textFault(token) ?? 'a tag that is not well-formed';
  const rule = SSML_TAGS[tag.name];
  if (rule === undefined) return `<${tag.name}> is not a tag that Alexa speaks`;
  if (tag.form === 'close') return closeTag(reading, tag.name);
  return faultOf(tag, rule) ?? textFault(token) ?? openTag(reading, tag);
};

/**
 * Checks SSML as strictly as Alexa does, and says what a person hears of it as plain text for captions: `sub` by its
 * alias, pauses as spaces, sounds as nothing. An unsupported tag or bad XML is not spoken oddly: it is refused
 * (Amazon, "SSML Reference"). The reason names tags only, never the words.
 */
export const spokenSsml = (ssml: string): SpokenSsml => {
  if (ssml.length > LONGEST_SPEECH) return refused(`longer than ${LONGEST_SPEECH} characters`);
  let reading: Reading = { open: [], said: [], clips: 0, roots: 0 };
  for (const token of ssml.match(TOKEN) ?? []) {
    const next = readToken(reading, token);
    if (typeof next === 'string') return refused(next);
    reading = next;
  }
  if (reading.roots === 0) return refused('no <speak>');
  if (reading.open.length > 0) return refused(`<${reading.open.at(-1)}> is not closed`);
  if (reading.clips > MOST_CLIPS) return refused(`more than ${MOST_CLIPS} sounds`);
  const text = reading.said
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:?!])/g, '$1')
    .trim();
  return reading.clips > 0 && text === '' ? refused('a sound without words') : { kind: 'spoken', text };
};
