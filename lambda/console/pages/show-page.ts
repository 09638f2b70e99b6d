import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { Mistake } from '../forms/mistake.ts';
import { LANGUAGES, type Language, wordsOf } from '../words/words-of.ts';
import type { Visit } from './console-env.ts';
import { packedPages, servedName } from './packed.ts';
import { templatesOf } from './templates.ts';

/** One page to be shown. `data` is what its own template needs beside the words. */
export type Page = {
  readonly view: string;
  readonly title: string;
  readonly status?: ContentfulStatusCode;
  readonly data?: object;
  readonly mistakes?: readonly Mistake[];
  /** Said at the top: something was done. */
  readonly done?: string | undefined;
  /** Where the back link leads, below the console's own path. */
  readonly back?: string;
  readonly current?: 'residents' | 'homes' | 'call-backs';
  /** Where the other language is shown, when this address answers only a form. Below the console's own path. */
  readonly alsoAt?: string;
};

export type ShowPage = (c: Visit, page: Page) => Response | Promise<Response>;

type PlaceNeeds = Pick<ConsoleNeeds, 'base'>;

const languageLinks = (needs: PlaceNeeds, c: Visit, page: Page, current: Language) => {
  const path = page.alsoAt === undefined ? c.req.path : `${needs.base}${page.alsoAt}`;
  const codes: readonly Language[] = ['en', 'cy'];
  return codes.map((code) =>
    code === current
      ? { text: LANGUAGES[code], lang: code, current: true }
      : { text: LANGUAGES[code], lang: code, href: `${path}?lang=${code}` },
  );
};

const navigation = (needs: PlaceNeeds, c: Visit, page: Page) => {
  const words = wordsOf(c.get('language')).navigation;
  const at = (path: string, text: string, name: Page['current']) => ({
    href: `${needs.base}${path}`,
    text,
    current: page.current === name,
  });
  return c.get('signedIn')?.acting.kind === 'officer'
    ? [at('/homes', words.homes, 'homes'), at('/call-backs', words.callBacks, 'call-backs')]
    : [at('/residents', words.residents, 'residents')];
};

/** Fills the frame and a page's own template in the language of the visit. */
export const showPages = (needs: PlaceNeeds): ShowPage => {
  const fill = templatesOf(packedPages);
  const served = (stem: string, ending: string) => `${needs.base}/assets/${servedName(packedPages, stem, ending)}`;
  const assets = { styles: served('app', 'css'), script: served('app', 'js'), icon: served('bell', 'svg') };
  return (c, page) => {
    const signedIn = c.get('signedIn');
    const mistakes = page.mistakes ?? [];
    const html = fill(page.view, {
      ...page.data,
      w: wordsOf(c.get('language')),
      base: needs.base,
      assets,
      title: page.title,
      nonce: c.get('secureHeadersNonce'),
      council: c.get('council'),
      languages: languageLinks(needs, c, page, c.get('language')),
      navigation: signedIn === undefined ? [] : navigation(needs, c, page),
      signedInName: signedIn?.name,
      token: signedIn?.session.formToken,
      back: page.back,
      done: page.done,
      mistakes: mistakes.map(({ field, text }) => ({ href: `#${field}`, text })),
      wrong: Object.fromEntries(mistakes.map(({ field, text }) => [field, { text }])),
    });
    return c.html(html, page.status ?? 200);
  };
};
