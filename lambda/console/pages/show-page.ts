import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { holds } from '../../core/alerts/act-on-alert.ts';
import { dispatchState } from '../../core/people/dispatch.ts';
import type { OfficerRight } from '../../core/people/officer.ts';
import { pausedBy } from '../../core/people/sending.ts';
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
  readonly current?:
    | 'residents'
    | 'homes'
    | 'call-backs'
    | 'alerts'
    | 'answers'
    | 'sending'
    | 'duty'
    | 'safety-words'
    | 'forgetting';
  /** Where the other language is shown, when this address answers only a form. Below the console's own path. */
  readonly alsoAt?: string;
};

export type ShowPage = (c: Visit, page: Page) => Response | Promise<Response>;

/** Who may look at Alerts at all. */
export const MAY_LOOK_AT_ALERTS = ['see', 'write-alerts', 'approve-alerts'] as const satisfies readonly OfficerRight[];

type PlaceNeeds = Pick<ConsoleNeeds, 'base' | 'dispatchEpoch'>;

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
  const acting = c.get('signedIn')?.acting;
  if (acting?.kind !== 'officer') return [at('/residents', words.residents, 'residents')];
  const { rights } = acting.officer;
  return [
    ...(rights.includes('see')
      ? [at('/homes', words.homes, 'homes'), at('/call-backs', words.callBacks, 'call-backs')]
      : []),
    ...(holds(acting.officer, ...MAY_LOOK_AT_ALERTS) ? [at('/alerts', words.alerts, 'alerts')] : []),
    ...(rights.includes('see') ? [at('/answers', words.answers, 'answers')] : []),
    ...(rights.includes('manage')
      ? [
          at('/sending', words.sending, 'sending'),
          at('/safety-words', words.safetyWords, 'safety-words'),
          at('/forgetting', words.forgetting, 'forgetting'),
        ]
      : []),
    ...(rights.includes('duty') ? [at('/duty', words.duty, 'duty')] : []),
  ];
};

/** What every Officer sees while nothing is dispatched after a restore; who may manage also sees where to let it go on. */
const fence = (needs: PlaceNeeds, c: Visit) => {
  const { restored } = wordsOf(c.get('language'));
  const [acting, council] = [c.get('signedIn')?.acting, c.get('council')];
  if (acting?.kind !== 'officer' || council === undefined) return undefined;
  const state = dispatchState(council, needs.dispatchEpoch);
  if (state === 'open') return undefined;
  const link = { text: restored.look, href: `${needs.base}/restored` };
  return {
    text: state === 'releasing' ? restored.releasing : restored.banner,
    link: acting.officer.rights.includes('manage') ? link : undefined,
  };
};

/** What every Officer sees while a switch holds something back; who may manage also sees where to turn it. */
const heldBack = (needs: PlaceNeeds, c: Visit) => {
  const { sending } = wordsOf(c.get('language'));
  const [acting, state] = [c.get('signedIn')?.acting, c.get('sending')];
  if (acting?.kind !== 'officer' || state === undefined) return undefined;
  const paused = pausedBy(state);
  if (paused === 'nothing') return undefined;
  const link = { text: sending.look, href: `${needs.base}/sending` };
  return { text: sending.banner[paused], link: acting.officer.rights.includes('manage') ? link : undefined };
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
      fence: fence(needs, c) ?? heldBack(needs, c),
      back: page.back,
      done: page.done,
      mistakes: mistakes.map(({ field, text }) => ({ href: `#${field}`, text })),
      wrong: Object.fromEntries(mistakes.map(({ field, text }) => [field, { text }])),
    });
    return c.html(html, page.status ?? 200);
  };
};
