import { Hono } from 'hono';
import { noteOpened } from '../../core/delivery/note-opened.ts';
import { localDate } from '../../core/kernel/uk-time.ts';
import { mayActFor } from '../../core/people/may-act-for.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { ConsoleEnv, Visit } from '../pages/console-env.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { idOf, signedInOf } from '../sign-in/signed-in.ts';
import { wordsOf } from '../words/words-of.ts';

const TOKEN = /^[A-Za-z0-9_-]{22}$/;

const toldPage = (c: Visit, show: ShowPage, base: string) => {
  const { told } = wordsOf(c.get('language')).telling;
  const isSignedIn = c.get('signedIn') !== undefined;
  return show(c, { view: 'told', title: told.title, data: { at: `${base}/told/${c.req.param('token')}`, isSignedIn } });
};

/**
 * What a link in a message to a Carer leads to, before signing in. Nothing is looked up and nothing is noted: mail scanners
 * and link previews come here too, and whoever holds the link alone learns nothing.
 */
export const toldLinkRoutes = (needs: ConsoleNeeds, show: ShowPage) =>
  new Hono<ConsoleEnv>().get('/told/:token', (c) => toldPage(c, show, needs.base));

/**
 * After signing in. Pressing the button is the evidence that the Carer saw it: a scanner may follow links and even press
 * buttons, but it signs in as nobody.
 */
export const toldRoutes = (needs: ConsoleNeeds, show: ShowPage) => {
  const over = (c: Visit) => {
    const { told } = wordsOf(c.get('language')).telling;
    return show(c, { view: 'message', title: told.over, status: 410, alsoAt: '/', data: { lines: told.overLines } });
  };

  const see = async (c: Visit) => {
    const token = c.req.param('token') ?? '';
    const link = TOKEN.test(token) ? await needs.toldLinks.ofHash(needs.council, needs.hashToldLink(token)) : undefined;
    const { acting } = signedInOf(c);
    if (link === undefined || acting.kind !== 'carer') return over(c);
    const { residentId } = link.delivery;
    const resident = await needs.residents.ofId(needs.council, residentId, { strong: true });
    const today = localDate(needs.clock());
    if (resident === undefined || !mayActFor(acting, resident.value, 'see', today)) return over(c);
    const { kind } = await noteOpened(needs)(link, idOf(acting));
    return kind === 'opened' || kind === 'already-opened'
      ? c.redirect(`${needs.base}/residents/${residentId}`, 303)
      : over(c);
  };

  return new Hono<ConsoleEnv>()
    .get('/told/:token/about', (c) => toldPage(c, show, needs.base))
    .post('/told/:token/about', see);
};
