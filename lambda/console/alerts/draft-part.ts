import type { Alert, DraftContent } from '../../core/alerts/alert.ts';
import { changeAlert, type DraftChange, type DraftOutcome, withChange } from '../../core/alerts/draft-alert.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { type Form, formOf, one } from '../forms/form.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { AlertConflicts, Hidden } from './alert-conflicts.ts';
import type { AlertDesk, SeenAlert } from './alert-desk.ts';
import { alertNeeds } from './alert-needs.ts';
import type { Part, Row } from './content-rows.ts';
import { problemWords } from './problem-words.ts';
import type { ShowAlert } from './show-alert.ts';

/** What a part of the form came to. */
export type ReadPart =
  | { readonly kind: 'wanted'; readonly change: DraftChange }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly Mistake[] };

/** One page of the form of a draft. `Typed` is what is kept as it was typed, so that a mistake loses nothing. */
export type DraftPart<Typed> = {
  readonly part: Part;
  readonly typedFrom: (content: DraftContent) => Typed;
  readonly typedIn: (form: Form) => Typed;
  readonly read: (typed: Typed, desk: AlertDesk) => ReadPart;
  readonly title: (desk: AlertDesk) => string;
  readonly data: (typed: Typed, desk: AlertDesk, content: DraftContent) => object | Promise<object>;
  readonly fields: (typed: Typed) => Hidden;
  readonly rows: (content: DraftContent, desk: AlertDesk) => readonly Row[];
  /** Where to go after saving, below the Alert's own path. */
  readonly next: (form: Form, content: DraftContent) => string;
};

/** The first part that is not filled in yet, or the check. */
export const nextStep = (content: DraftContent): Part | 'check' => {
  if (content.audience === undefined) return 'audience';
  return content.handling === undefined || content.starts === undefined || content.expires === undefined
    ? 'when'
    : 'check';
};

export const isDraft = ({ state }: Alert): boolean => state === 'draft';

/** The page of one part, and what becomes of it when it is sent. */
export const draftPart =
  (needs: ConsoleNeeds, show: ShowAlert, messages: MessagePages, conflicts: AlertConflicts) =>
  <Typed>(form: DraftPart<Typed>) => {
    const page = async (c: Visit, seen: SeenAlert, typed: Typed, version: number, mistakes: readonly Mistake[] = []) =>
      show(c, seen.alert.content.mode, {
        view: `alert-${form.part}`,
        title: form.title(seen),
        status: mistakes.length === 0 ? 200 : 422,
        back: seen.path,
        mistakes,
        alsoAt: `${seen.path}/${form.part}`,
        data: {
          action: `${seen.path}/${form.part}`,
          version,
          typed,
          ...(await form.data(typed, seen, seen.alert.content)),
        },
      });

    const isSame = (seen: SeenAlert, content: DraftContent): boolean =>
      JSON.stringify(form.rows(seen.alert.content, seen)) === JSON.stringify(form.rows(content, seen));

    const saved = (c: Visit, seen: SeenAlert, content: DraftContent) =>
      c.redirect(`${needs.base}${seen.path}/${form.next(formOf(c), content)}`, 303);

    const changedMeanwhile = async (c: Visit, seen: SeenAlert, typed: Typed, change: DraftChange) => {
      const stored = await needs.alerts.ofId(needs.council, seen.alert.id);
      if (stored === undefined) return messages.notFound(c);
      const now: SeenAlert = { ...seen, alert: stored.value, version: stored.version };
      if (!isDraft(stored.value)) return conflicts.notNow(c, seen, stored.value);
      const wanted = withChange(stored.value.content, change);
      if (isSame(now, wanted)) return saved(c, now, wanted);
      return conflicts.choose(c, seen, stored.value, {
        part: form.part,
        fields: [...form.fields(typed), { name: 'version', value: String(stored.version) }],
        theirs: form.rows(stored.value.content, seen),
        yours: form.rows(wanted, seen),
      });
    };

    const answer = (c: Visit, seen: SeenAlert, typed: Typed, change: DraftChange, outcome: DraftOutcome) => {
      switch (outcome.kind) {
        case 'draft-saved':
          return saved(c, seen, outcome.stored.value.content);
        case 'content-refused':
          return page(c, seen, typed, Number(one(formOf(c), 'version')), problemWords(outcome.problems, seen.words));
        case 'changed-meanwhile':
          return changedMeanwhile(c, seen, typed, change);
        case 'not-in-this-state':
          return conflicts.notNow(c, seen, outcome.alert);
        case 'not-allowed':
          return messages.notAllowed(c);
        case 'no-such-alert':
          return messages.notFound(c);
      }
    };

    return {
      get: (c: Visit, seen: SeenAlert) =>
        isDraft(seen.alert)
          ? page(c, seen, form.typedFrom(seen.alert.content), seen.version)
          : c.redirect(`${needs.base}${seen.path}`, 303),
      post: async (c: Visit, seen: SeenAlert) => {
        if (!isDraft(seen.alert)) return conflicts.notNow(c, seen, seen.alert);
        const sent = formOf(c);
        const typed = form.typedIn(sent);
        const version = Number(one(sent, 'version'));
        const read = form.read(typed, seen);
        if (read.kind === 'mistakes') return page(c, seen, typed, version, read.mistakes);
        const wanted = withChange(seen.alert.content, read.change);
        // Looking at a page and going on makes nobody a writer.
        if (isSame(seen, wanted)) return saved(c, seen, seen.alert.content);
        const outcome = await changeAlert(alertNeeds(needs))(
          seen.officer,
          { alertId: seen.alert.id, version },
          read.change,
        );
        return answer(c, seen, typed, read.change, outcome);
      },
    };
  };
