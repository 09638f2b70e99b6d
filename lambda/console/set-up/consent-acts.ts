import { type ConsentRefusal, recordConsent } from '../../core/people/change-consent.ts';
import type { Resident } from '../../core/people/resident.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { formOf } from '../forms/form.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { consentAtFirst, consentQuestions, decisionOf, type TypedConsent, typedConsent } from './consent-form.ts';
import { consentLine, reviewWords } from './consent-view.ts';
import type { SeenVisit } from './with-visit.ts';

const FIELD_OF: Readonly<Record<ConsentRefusal['kind'], string>> = {
  'decider-missing': 'decider',
  'document-not-seen': 'documentSeen',
  'no-purpose': 'purposes',
  'others-not-told': 'othersTold',
  'review-not-possible': 'review-day',
};

/** Writing down what one Resident decided, yes or no. It may be done without an open visit: a review is no set-up. */
export const consentActs = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  const page = (
    c: Visit,
    seen: SeenVisit,
    resident: Resident,
    typed: TypedConsent,
    mistakes: readonly Mistake[] = [],
  ) => {
    const { words, today } = seen;
    const { consent } = words.setUp;
    return show(c, {
      view: 'set-up-form',
      title: consent.title(resident.fullName),
      status: mistakes.length === 0 ? 200 : 422,
      current: 'homes',
      back: seen.at,
      mistakes,
      data: {
        action: `${seen.at}/consent/${resident.id}`,
        homeLabel: seen.home.label,
        now: consentLine(resident.consent, words),
        warning: reviewWords(resident.consent, today, words),
        before: consent.before,
        explain: consent.explain,
        questions: consentQuestions(typed, today, words),
      },
    });
  };

  /** The Resident of this Home whom the path names. */
  const asked =
    (handler: (c: Visit, seen: SeenVisit, resident: Resident) => Response | Promise<Response>) =>
    (c: Visit, seen: SeenVisit) => {
      const resident = seen.residents.find(({ id }) => id === c.req.param('resident'));
      return resident === undefined ? messages.notFound(c) : handler(c, seen, resident);
    };

  return {
    ask: asked((c, seen, resident) => page(c, seen, resident, consentAtFirst(resident, seen.officer, seen.today))),

    save: asked(async (c, seen, resident) => {
      const typed = typedConsent(formOf(c));
      const read = decisionOf(typed, seen.today, seen.words);
      if ('mistakes' in read) return page(c, seen, resident, typed, read.mistakes);
      const { officer, home, words } = seen;
      const request = { officer, council: home.council, residentId: resident.id, decision: read.decision };
      const outcome = await recordConsent(needs)(request);
      switch (outcome.kind) {
        case 'consent-recorded':
          return c.redirect(`${needs.base}${seen.at}?done=saved`, 303);
        case 'not-allowed':
          return messages.notAllowed(c);
        case 'no-such-resident':
        case 'ended-is-final':
          return messages.notFound(c);
        default: {
          const text = words.setUp.consent.errors[outcome.kind];
          return page(c, seen, resident, typed, [{ field: FIELD_OF[outcome.kind], text }]);
        }
      }
    }),
  };
};
