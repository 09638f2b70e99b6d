import { elementsOf, formsOf, linksOf, type PageButton, type PageForm, readableText } from './form-page.ts';
import { cannotGoOn } from './journey.ts';

/** A page as a person meets it. */
export type Seen = {
  readonly path: string;
  readonly status: number;
  readonly markup: string;
  readonly heading: string;
  /** What stands in the page's main part. */
  readonly text: string;
};

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** Somebody with a browser of their own: keeps cookies, follows redirects, and sends forms as their buttons would. */
export type Visitor = {
  /** Signs in at the demo's own provider as one of the invented people, and gives back the page that follows. */
  readonly signIn: (personId: string) => Promise<Seen>;
  readonly get: (path: string) => Promise<Seen>;
  readonly click: (page: Seen, link: string | RegExp) => Promise<Seen>;
  /** Types into the form that has such a button and presses it; what is not named stays as it is. */
  readonly press: (page: Seen, button: string | RegExp, typed?: Fields) => Promise<Seen>;
  /** Sends JSON to one of our own paths. */
  readonly say: (path: string, body: unknown) => Promise<void>;
};

const MOST_REDIRECTS = 12;

const isNamed = (text: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? text === wanted || text.startsWith(`${wanted} (`) : wanted.test(text);

const seenOf = async (path: string, response: Response): Promise<Seen> => {
  const markup = await response.text();
  const [main] = elementsOf(markup, 'main');
  const [heading] = elementsOf(main?.inside ?? markup, 'h1');
  return {
    path,
    status: response.status,
    markup,
    heading: readableText(heading?.inside ?? ''),
    text: readableText(main?.inside ?? markup),
  };
};

const found = (page: Seen, wanted: string | RegExp): { readonly form: PageForm; readonly button: PageButton } => {
  for (const form of formsOf(page.markup)) {
    const button = form.buttons.find(({ text }) => isNamed(text, wanted));
    if (button !== undefined) return { form, button };
  }
  throw cannotGoOn(`The page “${page.heading}” offers no “${String(wanted)}”.`);
};

const sentFields = (
  { form, button }: ReturnType<typeof found>,
  typed: Fields,
): readonly (readonly [string, string])[] => [
  ...form.fields.filter(([name]) => !Object.hasOwn(typed, name)),
  ...Object.entries(typed).flatMap(([name, value]) =>
    [value].flat().map((each): readonly [string, string] => [name, each]),
  ),
  ...(button.name === undefined ? [] : [[button.name, button.value] as const]),
];

/** The cookies a browser would hold after an answer (RFC 6265, 5.3): those with no time left are gone. */
const keepCookies = (jar: Map<string, string>, response: Response): void => {
  for (const line of response.headers.getSetCookie()) {
    const [pair = '', ...rest] = line.split(/; */);
    const cut = pair.indexOf('=');
    const isOver = rest.some((each) => /^(max-age=0|expires=.*1970)/i.test(each));
    if (isOver) jar.delete(pair.slice(0, cut));
    else jar.set(pair.slice(0, cut), pair.slice(cut + 1));
  }
};

/** A visitor of this machine's own doors, over HTTP, with cookies of their own. `origin` is where they answer. */
export const visitor = (origin: string): Visitor => {
  const jar = new Map<string, string>();

  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(new URL(path, origin), { ...init, headers, redirect: 'manual' });
    keepCookies(jar, response);
    return response;
  };

  const follow = async (first: Response, from: string): Promise<Seen> => {
    let [response, path] = [first, from];
    for (let hop = 0; hop < MOST_REDIRECTS; hop += 1) {
      const location = response.headers.get('location');
      if (response.status < 300 || response.status > 399 || location === null) return seenOf(path, response);
      const next = new URL(location, new URL(path, origin));
      if (next.origin !== origin) throw new Error('a redirect leads elsewhere');
      await response.body?.cancel();
      path = `${next.pathname}${next.search}`;
      response = await ask(path, {});
    }
    throw new Error('a page redirects for ever');
  };

  const get = async (path: string): Promise<Seen> => follow(await ask(path, {}), path);

  const press: Visitor['press'] = async (page, wanted, typed = {}) => {
    const there = found(page, wanted);
    const path = (there.button.formAction ?? there.form.action ?? page.path).split('#')[0] ?? '';
    const body = new URLSearchParams(sentFields(there, typed).map(([name, value]): [string, string] => [name, value]));
    return follow(
      await ask(path, { method: 'POST', body, headers: { origin, 'sec-fetch-site': 'same-origin' } }),
      path,
    );
  };

  return {
    get,
    press,
    signIn: async (personId) => {
      const asks = await get('/console/sign-in/start');
      const [form] = formsOf(asks.markup);
      const button = form?.buttons.find(({ name, value }) => name === 'person' && value === personId);
      if (button === undefined) throw cannotGoOn('The sign-in does not know this person.');
      return press(asks, button.text);
    },
    click: async (page, wanted) => {
      const link = linksOf(page.markup).find(({ text }) => isNamed(text, wanted));
      if (link === undefined) throw cannotGoOn(`The page “${page.heading}” has no link “${String(wanted)}”.`);
      return get(link.href);
    },
    say: async (path, body) => {
      const sent = await ask(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      });
      if (!sent.ok) throw new Error('one of our own doors refused what was sent');
    },
  };
};
