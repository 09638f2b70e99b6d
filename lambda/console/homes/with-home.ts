import { isId } from '../../core/kernel/ids.ts';
import type { Home } from '../../core/people/home.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import { type AtDesk, forOfficers } from '../sign-in/for-officers.ts';

export type SeenHome = AtDesk & { readonly home: Home; readonly path: string; readonly mayPair: boolean };

/** Reads the Home that a path names. An unknown one and another council's are answered alike. */
export const withHome = (needs: ConsoleNeeds, messages: MessagePages) => {
  const atDesk = forOfficers(needs, messages);
  return (handler: (c: Visit, seen: SeenHome) => Response | Promise<Response>) =>
    atDesk(async (c, desk) => {
      const id = c.req.param('home') ?? '';
      const home = isId(id) ? await needs.homes.ofId(needs.council, id) : undefined;
      if (home === undefined) return messages.notFound(c);
      const mayPair = desk.officer.rights.includes('manage');
      return handler(c, { ...desk, home: home.value, path: `/homes/${id}`, mayPair });
    });
};
