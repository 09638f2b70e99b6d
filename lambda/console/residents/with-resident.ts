import { isId } from '../../core/kernel/ids.ts';
import { type LocalDate, localDate } from '../../core/kernel/uk-time.ts';
import { mayActFor } from '../../core/people/may-act-for.ts';
import type { Resident } from '../../core/people/resident.ts';
import type { ResidentPage } from '../../core/reminders/resident-page.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import { type SignedIn, signedInOf } from '../sign-in/signed-in.ts';
import type { Words } from '../words/en.ts';
import { wordsOf } from '../words/words-of.ts';

/** A Resident whom somebody may see today, and everything a page about them begins with. */
export type Seen = {
  readonly page: ResidentPage;
  readonly resident: Resident;
  readonly acting: SignedIn['acting'];
  readonly words: Words;
  readonly now: number;
  readonly today: LocalDate;
  /** The path of the Resident's own page, below the console's. */
  readonly path: string;
};

type Handler = (c: Visit, seen: Seen) => Response | Promise<Response>;

/**
 * Reads the Resident that a path names, strongly, and lets only those see them whose access holds today. An unknown id,
 * another council's, and one that is not theirs are answered alike (C12, C13).
 */
export const withResident =
  (needs: ConsoleNeeds, messages: MessagePages) =>
  (handler: Handler) =>
  async (c: Visit): Promise<Response> => {
    const id = c.req.param('resident') ?? '';
    const { acting } = signedInOf(c);
    const now = needs.clock();
    const today = localDate(now);
    const page = isId(id) ? await needs.readPage(needs.council, id, today) : undefined;
    if (page === undefined || !mayActFor(acting, page.resident, 'see', today)) {
      needs.log('console.refused', {
        kind: acting.kind,
        reason: page === undefined ? 'no-such-resident' : 'not-theirs',
      });
      return messages.notFound(c);
    }
    const words = wordsOf(c.get('language'));
    return handler(c, { page, resident: page.resident, acting, words, now, today, path: `/residents/${id}` });
  };
