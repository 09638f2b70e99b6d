import type { Alert } from '../../core/alerts/alert.ts';
import type { Act } from '../../core/audit/act.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { Visit } from '../pages/console-env.ts';
import type { AlertDesk } from './alert-desk.ts';
import { pathOf } from './alert-desk.ts';
import type { Part, Row } from './content-rows.ts';
import { historyLine } from './history.ts';
import { officerNames } from './officer-names.ts';
import type { ShowAlert } from './show-alert.ts';

export type Hidden = readonly { readonly name: string; readonly value: string }[];

/** What a form wanted, when the Alert had changed meanwhile. */
export type Wanted = {
  readonly part: Part;
  readonly fields: Hidden;
  readonly theirs: readonly Row[];
  readonly yours: readonly Row[];
};

const lastActLine = async (needs: ConsoleNeeds, desk: AlertDesk, act: Act) =>
  historyLine({ act, changed: [] }, await officerNames(needs, desk, [act.by.id]), desk);

/** The pages that say that an Alert is not what it was when the form was opened. Nothing of the form was done. */
export const alertConflicts = (needs: ConsoleNeeds, show: ShowAlert) => {
  const simple = async (c: Visit, desk: AlertDesk, alert: Alert, title: string, lead: string) => {
    const { states } = desk.words.alerts;
    const { conflict } = desk.words.alertActs;
    const path = pathOf(alert);
    return show(c, alert.content.mode, {
      view: 'alert-changed',
      title,
      status: 409,
      alsoAt: path,
      data: {
        lead,
        now: conflict.now(states[alert.state]),
        last: await lastActLine(needs, desk, alert.lastAct),
        see: path,
      },
    });
  };
  return {
    /** An act on another version than the one that stands. */
    changed: (c: Visit, desk: AlertDesk, alert: Alert) =>
      simple(c, desk, alert, desk.words.alertActs.conflict.title, desk.words.alertActs.conflict.changed),
    /** An act that the state of the Alert does not allow (C09). */
    notNow: (c: Visit, desk: AlertDesk, alert: Alert) =>
      simple(c, desk, alert, desk.words.alertActs.conflict.notNowTitle, desk.words.alertActs.conflict.notNow),
    /** A draft that somebody else changed: both versions, and a choice. What was typed goes with it. */
    choose: async (c: Visit, desk: AlertDesk, alert: Alert, wanted: Wanted) => {
      const path = pathOf(alert);
      return show(c, alert.content.mode, {
        view: 'alert-conflict',
        title: desk.words.alertActs.conflict.title,
        status: 409,
        alsoAt: `${path}/${wanted.part}`,
        data: {
          action: `${path}/${wanted.part}`,
          last: await lastActLine(needs, desk, alert.lastAct),
          theirs: wanted.theirs,
          yours: wanted.yours,
          fields: wanted.fields,
          keep: `${path}/${wanted.part}`,
        },
      });
    },
  };
};
export type AlertConflicts = ReturnType<typeof alertConflicts>;
