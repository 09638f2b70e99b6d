import assert from 'node:assert/strict';

/** One element of a page. `text` is what a person reads: what is inside, with blanks drawn together. */
export type Element = {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Element | string)[];
  readonly parent: Element | undefined;
};

const VOID = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
const RAW = new Set(['script', 'style']);
const TOKEN =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<\/([a-z][a-z0-9-]*)\s*>|<([a-z][a-z0-9-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+/giy;
const ATTRIBUTE = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

const decoded = (text: string): string =>
  text.replaceAll(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole;
    const isHex = name[1] === 'x' || name[1] === 'X';
    return String.fromCodePoint(Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10));
  });

const attributesOf = (source: string): Map<string, string> => {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of source.replace(/\/$/, '').matchAll(ATTRIBUTE)) {
    assert.ok(!attributes.has(name), `an element has two attributes ${name}`);
    attributes.set(name.toLowerCase(), decoded(double ?? single ?? bare ?? ''));
  }
  return attributes;
};

/** Only inside a drawing may an element close itself. */
const isForeign = (element: Pick<Element, 'tag' | 'parent'>): boolean =>
  element.tag === 'svg' || (element.parent !== undefined && isForeign(element.parent));

/**
 * Reads a page as strictly as a validator would: every element that is opened is closed, in order, and nothing stands
 * where it cannot be read. Our pages are written that way; a page that is not fails its test here.
 */
export function parsePage(html: string): Element {
  type Open = {
    tag: string;
    attributes: Map<string, string>;
    children: (Element | string)[];
    parent: Element | undefined;
  };
  const root: Open = { tag: '', attributes: new Map(), children: [], parent: undefined };
  let open: Open = root;
  const opened: Open[] = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < html.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(html);
    assert.ok(token, `the page cannot be read from: ${html.slice(at, at + 60)}`);
    const [whole, closing, opening, attributes = ''] = token;
    if (closing !== undefined) {
      assert.equal(closing.toLowerCase(), open.tag, `</${closing}> closes <${open.tag}>`);
      opened.pop();
      open = opened.at(-1) ?? root;
    } else if (opening !== undefined) {
      const element: Open = {
        tag: opening.toLowerCase(),
        attributes: attributesOf(attributes),
        children: [],
        parent: open,
      };
      open.children.push(element);
      if (RAW.has(element.tag)) {
        const end = html.indexOf(`</${opening}>`, TOKEN.lastIndex);
        element.children.push(html.slice(TOKEN.lastIndex, end));
        TOKEN.lastIndex = end + opening.length + 3;
      } else if (!VOID.has(element.tag) && !(attributes.endsWith('/') && isForeign(element))) {
        opened.push(element);
        open = element;
      }
    } else if (!whole.startsWith('<!')) open.children.push(decoded(whole));
  }
  assert.deepEqual(
    opened.map(({ tag }) => tag),
    [''],
    'an element is not closed',
  );
  return root;
}

/** Every element inside, in the order of the page. */
export const elementsIn = (element: Element): Element[] =>
  element.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...elementsIn(child)]));

export const find = (element: Element, is: (each: Element) => boolean): Element | undefined =>
  elementsIn(element).find(is);

export const all = (element: Element, tag: string): Element[] => elementsIn(element).filter((each) => each.tag === tag);

export const byId = (element: Element, id: string): Element | undefined =>
  find(element, (each) => attribute(each, 'id') === id);

export const attribute = (element: Element, name: string): string | undefined => element.attributes.get(name);

export const has = (element: Element, className: string): boolean =>
  (attribute(element, 'class') ?? '').split(/\s+/).includes(className);

const rawText = (element: Element): string =>
  element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      if (RAW.has(child.tag)) return '';
      return child.tag === 'br' ? ' ' : rawText(child);
    })
    .join('');

/** What a person reads in an element, words for screen readers included. */
export const textOf = (element: Element | undefined): string =>
  element === undefined ? '' : rawText(element).replaceAll(/\s+/g, ' ').trim();

/** The element of that kind around this one. */
export const around = (element: Element, tag: string): Element | undefined => {
  let outer = element.parent;
  while (outer !== undefined && outer.tag !== tag) outer = outer.parent;
  return outer;
};
