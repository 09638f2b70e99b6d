import { type LocalDate, localDate } from '../../core/kernel/uk-time.ts';
import type { Resident } from '../../core/people/resident.ts';
import { isOpen, type SetUpVisit } from '../../core/set-up/set-up-visit.ts';
import { type ByOfficer, maySetUp, type WriteInVisitOutcome } from '../../core/set-up/write-in-visit.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { type SeenHome, withHome } from '../homes/with-home.ts';
import type { Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';

/** A Home with whoever lives there and its latest set-up visit, for an Officer who may hold one. */
export type SeenVisit = SeenHome & {
  /** Those for whom the service has not ended. */
  readonly residents: readonly Resident[];
  readonly visit: SetUpVisit | undefined;
  readonly isVisitOpen: boolean;
  readonly today: LocalDate;
  readonly by: ByOfficer;
  /** The path of the visit's own page, below the console's. */
  readonly at: string;
};

/** Reads what a page of a set-up visit begins with. */
export const withVisit = (needs: ConsoleNeeds, messages: MessagePages) => {
  const atHome = withHome(needs, messages);
  return (handler: (c: Visit, seen: SeenVisit) => Response | Promise<Response>) =>
    atHome(async (c, seen) => {
      const { home, officer, now } = seen;
      if (!maySetUp(officer, home.council)) return messages.notAllowed(c);
      const [found, stored] = await Promise.all([
        Promise.all(home.residents.map((id) => needs.residents.ofId(home.council, id, { strong: true }))),
        needs.setUpVisits.ofHome(home.council, home.id),
      ]);
      const residents = found.flatMap((one) => (one === undefined ? [] : [one.value]));
      return handler(c, {
        ...seen,
        residents: residents.filter(({ presence }) => presence.kind !== 'ended'),
        visit: stored?.value,
        isVisitOpen: isOpen(stored?.value, now),
        today: localDate(now),
        by: { officer, council: home.council, homeId: home.id },
        at: `${seen.path}/set-up`,
      });
    });
};

/** Back to the visit after something was written down in it, or with the reason why it was not. */
export const backToVisit = (
  needs: ConsoleNeeds,
  messages: MessagePages,
  c: Visit,
  { at }: SeenVisit,
  outcome: WriteInVisitOutcome,
  done?: 'saved' | 'finished' | 'left',
): Response | Promise<Response> => {
  switch (outcome.kind) {
    case 'written':
      return c.redirect(`${needs.base}${at}${done === undefined ? '' : `?done=${done}`}`, 303);
    case 'no-visit-open':
      return c.redirect(`${needs.base}${at}?done=not-open`, 303);
    case 'no-such-home':
      return messages.notFound(c);
    case 'not-allowed':
      return messages.notAllowed(c);
  }
};
