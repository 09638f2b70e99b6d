import type { Officer } from '../../core/people/officer.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { Words } from '../words/en.ts';
import { wordsOf } from '../words/words-of.ts';
import { signedInOf } from './signed-in.ts';

export type AtDesk = { readonly officer: Officer; readonly words: Words; readonly now: number };

/** Pages of the desk: for officers who may see. To anybody else they are not there. */
export const forOfficers =
  (needs: ConsoleNeeds, messages: MessagePages) =>
  (handler: (c: Visit, desk: AtDesk) => Response | Promise<Response>) =>
  async (c: Visit): Promise<Response> => {
    const { acting } = signedInOf(c);
    if (acting.kind !== 'officer' || !acting.officer.rights.includes('see')) {
      needs.log('console.refused', { kind: acting.kind, reason: 'not-for-them' });
      return messages.notFound(c);
    }
    return handler(c, { officer: acting.officer, words: wordsOf(c.get('language')), now: needs.clock() });
  };
