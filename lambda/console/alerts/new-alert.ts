import type { DraftContent } from '../../core/alerts/alert.ts';
import { alertIdOf, draftAlert } from '../../core/alerts/draft-alert.ts';
import type { Mode } from '../../core/delivery/announcement.ts';
import { HOUR } from '../../core/kernel/clock.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { type Form, formOf, one } from '../forms/form.ts';
import { idOfForm, isFormKey } from '../forms/id-of-form.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import { type AlertDesk, isMode, pathOf } from './alert-desk.ts';
import { alertNeeds } from './alert-needs.ts';
import { wordRows } from './content-rows.ts';
import { problemWords } from './problem-words.ts';
import type { ShowAlert } from './show-alert.ts';
import { blankWords, readWords, type TypedWords, typedWordsIn, wordsData } from './words-part.ts';

/** A form is at most as old as a session. */
const OLDEST_FORM = 12 * HOUR;

/** What makes every sending of one form begin the same Alert (C02). */
type FormOrigin = { readonly key: string; readonly begun: number };

const originOf = (form: Form, { now }: AlertDesk, newToken: () => string): FormOrigin => {
  const [key, begun] = [one(form, 'key'), Number(one(form, 'begun'))];
  const isOurs = isFormKey(key) && Number.isSafeInteger(begun) && begun <= now && begun > now - OLDEST_FORM;
  return isOurs ? { key, begun } : { key: newToken(), begun: now };
};

/** The page on which an Alert is begun, and what becomes of it. */
export const newAlert = (needs: ConsoleNeeds, show: ShowAlert, messages: MessagePages) => {
  const page = (
    c: Visit,
    desk: AlertDesk,
    mode: Mode,
    words: TypedWords,
    origin: FormOrigin,
    mistakes: readonly Mistake[] = [],
  ) =>
    show(c, mode, {
      view: 'alert-words',
      title: desk.words.alertForms.words.title,
      status: mistakes.length === 0 ? 200 : 422,
      back: '/alerts/new',
      mistakes,
      alsoAt: `/alerts/${mode}/new`,
      data: {
        action: `/alerts/${mode}/new`,
        typed: words,
        more: [
          { name: 'key', value: origin.key },
          { name: 'begun', value: String(origin.begun) },
          { name: 'handling', value: one(formOf(c), 'handling') },
        ],
        ...wordsData(words, desk),
      },
    });

  /** What an earlier sending of this very form began, if it had the same words. */
  const alreadyBegun = async (c: Visit, desk: AlertDesk, id: string, content: DraftContent) => {
    const stored = (await needs.alerts.ofId(needs.council, id))?.value;
    if (stored === undefined) return undefined;
    const isSame = JSON.stringify(wordRows(stored.content, desk)) === JSON.stringify(wordRows(content, desk));
    return isSame ? c.redirect(`${needs.base}${pathOf(stored)}/preview`, 303) : undefined;
  };

  const begin = async (c: Visit, desk: AlertDesk, mode: Mode, words: TypedWords): Promise<Response> => {
    const form = formOf(c);
    const origin = originOf(form, desk, needs.newToken);
    const back = (mistakes: readonly Mistake[]) => page(c, desk, mode, words, origin, mistakes);
    const read = readWords(words, desk);
    if (read.kind === 'mistakes') return back(read.mistakes);
    const { correction, ...change } = read.change;
    const handling = ['urgent', 'notice', 'social'] as const;
    const suggested = handling.find((known) => known === one(form, 'handling'));
    const content: DraftContent = {
      mode,
      ...change,
      ...(correction === undefined ? {} : { correction }),
      ...(suggested === undefined ? {} : { handling: suggested }),
    };
    const id = await idOfForm(needs.council, desk.officer.id, mode, origin.key);
    const outcome = await draftAlert({ ...alertNeeds(needs), newId: () => id })(desk.officer, content, origin.begun);
    switch (outcome.kind) {
      case 'draft-saved':
        return c.redirect(`${needs.base}${pathOf(outcome.stored.value)}/preview`, 303);
      case 'content-refused':
        return back(problemWords(outcome.problems, desk.words));
      case 'not-allowed':
        return messages.notAllowed(c);
      default: {
        const begun = await alreadyBegun(c, desk, alertIdOf(origin.begun, id), content);
        return begun ?? back([{ field: 'title', text: desk.words.alertForms.errors.keyUsed }]);
      }
    }
  };

  return {
    get: async (c: Visit, desk: AlertDesk): Promise<Response> => {
      const mode = c.req.param('mode');
      if (!isMode(mode)) return messages.notFound(c);
      return page(c, desk, mode, blankWords, { key: needs.newToken(), begun: desk.now });
    },
    post: async (c: Visit, desk: AlertDesk): Promise<Response> => {
      const mode = c.req.param('mode');
      return isMode(mode) ? begin(c, desk, mode, typedWordsIn(formOf(c))) : messages.notFound(c);
    },
    /** Begins an Alert with words that a template gave; what is wrong with them is shown where they can be changed. */
    begin,
  };
};
export type NewAlert = ReturnType<typeof newAlert>;
