import type { ActRefused } from '../../core/alerts/act-on-alert.ts';
import type { Alert } from '../../core/alerts/alert.ts';
import type { Versioned } from '../../core/kernel/version.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { formOf, one } from '../forms/form.ts';
import type { Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { AlertConflicts } from './alert-conflicts.ts';
import { type AlertDesk, pathOf, type SeenAlert } from './alert-desk.ts';

/** The acts of a person that end on the page of the Alert. */
export type PageAct = 'submit' | 'take-back' | 'discard' | 'return' | 'reject' | 'approve' | 'stop';

export type Done = { readonly kind: string; readonly stored: Versioned<Alert> };

/** Whether this Officer did this last: then a second sending of the same form finds nothing to do, and says so by showing what stands. */
export const isDoneBy = ({ lastAct, approval, stop }: Alert, did: string, officerId: string): boolean => {
  if (did === 'approve') return approval?.by === officerId;
  if (did === 'stop') return stop?.by === officerId;
  return lastAct.did === did && lastAct.by.kind === 'officer' && lastAct.by.id === officerId;
};

/** The Alert and version that a form was made for. */
export const onAlert = (c: Visit, { alert }: SeenAlert) => ({
  alertId: alert.id,
  version: Number(one(formOf(c), 'version')),
});

/** What becomes of an act on an Alert. */
export const actAnswers = (needs: ConsoleNeeds, messages: MessagePages, conflicts: AlertConflicts) => {
  const to = (c: Visit, alert: Alert, act: string): Response =>
    c.redirect(`${needs.base}${pathOf(alert)}?done=${act}`, 303);

  const meanwhile = async (c: Visit, seen: AlertDesk & Pick<SeenAlert, 'alert'>, act: PageAct): Promise<Response> => {
    const now = (await needs.alerts.ofId(needs.council, seen.alert.id))?.value;
    if (now === undefined) return messages.notFound(c);
    return isDoneBy(now, act, seen.officer.id) ? to(c, now, act) : conflicts.changed(c, seen, now);
  };

  return {
    done: (c: Visit, { stored }: Done, act: string): Response => to(c, stored.value, act),
    refused: async (c: Visit, seen: SeenAlert, act: PageAct, refusal: ActRefused): Promise<Response> => {
      switch (refusal.kind) {
        case 'not-allowed':
          return messages.notAllowed(c);
        case 'no-such-alert':
          return messages.notFound(c);
        case 'changed-meanwhile':
          return meanwhile(c, seen, act);
        case 'not-in-this-state':
          return isDoneBy(refusal.alert, act, seen.officer.id)
            ? to(c, refusal.alert, act)
            : conflicts.notNow(c, seen, refusal.alert);
      }
    },
  };
};
export type ActAnswers = ReturnType<typeof actAnswers>;
