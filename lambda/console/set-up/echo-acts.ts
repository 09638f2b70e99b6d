import { consentOfHome } from '../../core/set-up/missing.ts';
import { checksFor } from '../../core/set-up/set-up-visit.ts';
import { writeInVisit } from '../../core/set-up/write-in-visit.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { all, formOf } from '../forms/form.ts';
import type { Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { echosOfHome } from '../residents/echos-of.ts';
import { factWarnings } from './home-form.ts';
import { choicesOf } from './question.ts';
import { backToVisit, type SeenVisit } from './with-visit.ts';

/** The stage in which the Echo is paired, and in which what must be switched on is seen to. */
export const echoActs = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => ({
  ask: async (c: Visit, seen: SeenVisit) => {
    const { words, visit, home, residents, today } = seen;
    const { echo, stages, gate } = words.setUp;
    const echos = await echosOfHome(needs, home);
    const hasConsent = consentOfHome(residents, today) === 'given';
    return show(c, {
      view: 'set-up-echo',
      title: stages.echo,
      current: 'homes',
      back: seen.at,
      data: {
        homeLabel: home.label,
        path: seen.path,
        action: `${seen.at}/echo`,
        paired: echos.length === 0 ? echo.none : echo.paired(echos.length),
        echos: echos.map(({ kind, notifications }) => ({
          kind: words.officers.home.kinds[kind],
          notifications: kind === 'managed' ? undefined : echo.notifications[notifications.on ? 'on' : 'off'],
        })),
        warnings: factWarnings(visit?.facts, words),
        hasRooms: needs.property !== undefined,
        mayPair: seen.isVisitOpen && hasConsent,
        mayNot: hasConsent ? words.officers.pairing.gate['no-visit-open'] : gate.consentFirst,
        questions: [
          {
            kind: 'several',
            name: 'checks',
            legend: echo.checks,
            hint: echo.checksHint,
            items: choicesOf(checksFor(visit?.facts), echo.checkNames),
            values: visit?.checks ?? [],
          },
        ],
      },
    });
  },

  save: async (c: Visit, seen: SeenVisit) => {
    const ticked = all(formOf(c), 'checks');
    const checks = checksFor(seen.visit?.facts).filter((check) => ticked.includes(check));
    const outcome = await writeInVisit(needs)(seen.by, 'echo-checks', { checks });
    return backToVisit(needs, messages, c, seen, outcome, 'saved');
  },
});
