import type { Mode } from '../../core/delivery/announcement.ts';
import type { Visit } from '../pages/console-env.ts';
import type { Page, ShowPage } from '../pages/show-page.ts';
import { wordsOf } from '../words/words-of.ts';

export type ShowAlert = (c: Visit, mode: Mode, page: Page) => Response | Promise<Response>;

/**
 * Shows a page of one Alert: under a band that says on every page whether it is practice or live. A page that answers a form with
 * mistakes may stay in the browser until it signs out, so that going back does not ask for the form to be sent again.
 */
export const showAlerts =
  (show: ShowPage): ShowAlert =>
  (c, mode, page) => {
    const band = { mode, ...wordsOf(c.get('language')).alerts.modes[mode] };
    if (c.req.method === 'POST') c.header('Cache-Control', 'private, no-cache');
    return show(c, { ...page, current: 'alerts', data: { ...page.data, band } });
  };
