import assert from 'node:assert/strict';
import { all, around, attribute, type Element, elementsIn, has, parsePage, textOf } from '../../support/page.ts';
import type { World } from './world.ts';

/** A page as a person meets it. */
export type Seen = {
  readonly status: number;
  readonly path: string;
  readonly headers: Headers;
  readonly root: Element;
  readonly title: string;
  readonly heading: string;
  readonly text: string;
  /** The error summary: words, and the id each links to. */
  readonly mistakes: readonly { readonly text: string; readonly field: string }[];
};

export type Fields = Readonly<Record<string, string | readonly string[]>>;

const seenOf = async (response: Response, path: string): Promise<Seen> => {
  const root = parsePage(await response.text());
  const main = elementsIn(root).find((each) => each.tag === 'main');
  const summary = elementsIn(root).find((each) => has(each, 'govuk-error-summary__list'));
  return {
    status: response.status,
    path,
    headers: response.headers,
    root,
    title: textOf(all(root, 'title')[0]),
    heading: textOf(all(root, 'h1')[0]),
    text: textOf(main),
    mistakes: (summary === undefined ? [] : all(summary, 'a')).map((link) => ({
      text: textOf(link),
      field: (attribute(link, 'href') ?? '').slice(1),
    })),
  };
};

/** The cookies a browser would hold after an answer. */
const keepCookies = (jar: Map<string, string>, response: Response): void => {
  for (const line of response.headers.getSetCookie()) {
    const [pair = '', ...rest] = line.split('; ');
    const [name = '', value = ''] = pair.split('=');
    if (rest.includes('Max-Age=0')) jar.delete(name);
    else jar.set(name, decodeURIComponent(value));
  }
};

const isWritten = (field: Element): boolean => {
  const type = attribute(field, 'type');
  return type !== 'radio' && type !== 'checkbox' ? true : field.attributes.has('checked');
};

/** What a form holds before anything is typed. */
export const fieldsOf = (form: Element): [string, string][] => [
  ...all(form, 'input')
    .filter(isWritten)
    .map((field): [string, string] => [attribute(field, 'name') ?? '', attribute(field, 'value') ?? '']),
  ...all(form, 'textarea').map((field): [string, string] => [attribute(field, 'name') ?? '', textOf(field)]),
];

/** Somebody with a browser: keeps cookies, follows redirects, and sends forms as their buttons would. */
export const visitor = (world: World) => {
  const jar = new Map<string, string>();
  const prefix = world.origin.startsWith('https:') ? '__Host-' : '';

  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (jar.size > 0)
      headers.set('cookie', [...jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; '));
    const response = await world.app.request(`${world.origin}${path}`, { ...init, headers });
    keepCookies(jar, response);
    return response;
  };

  const follow = async (response: Response, path: string): Promise<Seen> => {
    const location = response.headers.get('location');
    if (response.status !== 303 || location === null) return seenOf(response, path);
    const next = new URL(location, world.origin);
    assert.equal(next.origin, world.origin, 'a redirect leads elsewhere');
    const to = `${next.pathname}${next.search}`;
    return follow(await ask(to), to);
  };

  const get = async (path: string): Promise<Seen> => follow(await ask(path), path);

  /** Sends fields to a path as a form of one of our pages does. */
  const post = (path: string, fields: readonly (readonly [string, string])[], headers: Record<string, string> = {}) =>
    ask(path, {
      method: 'POST',
      body: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])),
      headers: { origin: world.origin, 'sec-fetch-site': 'same-origin', ...headers },
    });

  const buttonOf = (page: Seen, name: string): Element => {
    const buttons = elementsIn(page.root).filter(({ tag }) => tag === 'button');
    const found = buttons.filter((button) => textOf(button) === name || textOf(button).startsWith(`${name} (`));
    assert.equal(found.length > 0, true, `no button "${name}" on: ${page.text}`);
    return found[0] ?? assert.fail();
  };

  /** Types into the form that holds a button, and presses it; what is not named stays as it is. Does not follow. */
  const send = async (
    page: Seen,
    button: string,
    typed: Fields = {},
  ): Promise<{ response: Response; path: string }> => {
    const pressed = buttonOf(page, button);
    const form = around(pressed, 'form');
    assert.ok(form, 'the button is in no form');
    const kept = fieldsOf(form).filter(([name]) => !(name in typed));
    const wanted = Object.entries(typed).flatMap(([name, value]) =>
      [value].flat().map((each): [string, string] => [name, each]),
    );
    const name = attribute(pressed, 'name');
    const own: [string, string][] = name === undefined ? [] : [[name, attribute(pressed, 'value') ?? '']];
    const action = attribute(pressed, 'formaction') ?? attribute(form, 'action') ?? page.path;
    const path = action.split('#')[0] ?? '';
    return { response: await post(path, [...kept, ...wanted, ...own]), path };
  };

  const press = async (page: Seen, button: string, typed: Fields = {}): Promise<Seen> => {
    const { response, path } = await send(page, button, typed);
    return follow(response, path);
  };

  const linkTo = (page: Seen, name: string): string => {
    const link = all(page.root, 'a').find((each) => textOf(each) === name || textOf(each).startsWith(`${name} (`));
    assert.ok(link, `no link "${name}" on: ${page.text}`);
    return attribute(link, 'href') ?? '';
  };

  const click = (page: Seen, name: string): Promise<Seen> => get(linkTo(page, name));

  /** The token that the forms of this visitor's session carry. */
  const formToken = async (): Promise<string> => {
    const page = await get('/console/');
    const field = all(page.root, 'input').find((each) => attribute(each, 'name') === 'token');
    return attribute(field ?? page.root, 'value') ?? '';
  };

  const signIn = async (role: 'carer' | 'officer', id: string, council = 'harbour'): Promise<Seen> => {
    world.signing.next = { id, role, council };
    await ask('/console/sign-in/start');
    return get('/console/sign-in/callback?code=c&state=s');
  };

  return {
    ask,
    get,
    post,
    send,
    press,
    click,
    linkTo,
    follow,
    signIn,
    formToken,
    jar,
    cookie: (name: string) => jar.get(`${prefix}${name}`),
  };
};
export type Visitor = ReturnType<typeof visitor>;
