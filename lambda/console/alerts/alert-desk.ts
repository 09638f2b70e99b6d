import { holds } from '../../core/alerts/act-on-alert.ts';
import type { Alert } from '../../core/alerts/alert.ts';
import type { Mode } from '../../core/delivery/announcement.ts';
import { isId } from '../../core/kernel/ids.ts';
import { type LocalDate, localDate } from '../../core/kernel/uk-time.ts';
import type { Council } from '../../core/people/council.ts';
import type { Officer, OfficerRight } from '../../core/people/officer.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import { signedInOf } from '../sign-in/signed-in.ts';
import type { Words } from '../words/en.ts';
import { wordsOf } from '../words/words-of.ts';

/** An Officer at the pages of Alerts. */
export type AlertDesk = {
  readonly officer: Officer;
  readonly words: Words;
  readonly now: number;
  readonly today: LocalDate;
  readonly council: Council;
};

/** One Alert as it stands, read strongly. `path` is that of its own page, below the console's. */
export type SeenAlert = AlertDesk & { readonly alert: Alert; readonly version: number; readonly path: string };

type Answer = Response | Promise<Response>;

export const MAY_WRITE = ['write-alerts'] as const satisfies readonly OfficerRight[];
export const MAY_APPROVE = ['approve-alerts'] as const satisfies readonly OfficerRight[];
export const MAY_STOP = ['write-alerts', 'approve-alerts'] as const satisfies readonly OfficerRight[];
export const MAY_KEEP_TEMPLATES = ['write-alerts', 'manage'] as const satisfies readonly OfficerRight[];

export const isMode = (text: string | undefined): text is Mode => text === 'practice' || text === 'live';

/** The pages of an Alert stand below its mode, so that practice and live are never at the same address. */
export const pathOf = ({ content, id }: Pick<Alert, 'content' | 'id'>): string => `/alerts/${content.mode}/${id}`;

/** Pages for Officers who hold one of these rights. To Carers they are not there; other Officers are told that they may not. */
export const atAlertDesk =
  (needs: ConsoleNeeds, messages: MessagePages) =>
  (rights: readonly OfficerRight[], handler: (c: Visit, desk: AlertDesk) => Answer) =>
  async (c: Visit): Promise<Response> => {
    const { acting } = signedInOf(c);
    if (acting.kind !== 'officer') {
      needs.log('console.refused', { kind: acting.kind, reason: 'not-for-them' });
      return messages.notFound(c);
    }
    if (!holds(acting.officer, ...rights)) {
      needs.log('console.refused', { kind: acting.kind, reason: 'right-missing' });
      return messages.notAllowed(c);
    }
    const now = needs.clock();
    const words = wordsOf(c.get('language'));
    const council = await needs.councilOf(needs.council);
    return handler(c, { officer: acting.officer, words, now, today: localDate(now), council });
  };

/**
 * Reads the Alert that a path names. An unknown one, another council's, and a practice Alert under a live address are answered alike
 * (C12).
 */
export const withAlert = (needs: ConsoleNeeds, messages: MessagePages) => {
  const atDesk = atAlertDesk(needs, messages);
  return (rights: readonly OfficerRight[], handler: (c: Visit, seen: SeenAlert) => Answer) =>
    atDesk(rights, async (c, desk) => {
      const id = c.req.param('alert') ?? '';
      const stored = isId(id) ? await needs.alerts.ofId(needs.council, id) : undefined;
      if (stored === undefined || stored.value.content.mode !== c.req.param('mode')) {
        needs.log('console.refused', { kind: 'officer', reason: 'no-such-alert' });
        return messages.notFound(c);
      }
      const { value: alert, version } = stored;
      return handler(c, { ...desk, alert, version, path: pathOf(alert) });
    });
};
