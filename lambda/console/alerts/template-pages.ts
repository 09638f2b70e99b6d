import { ALERT_HANDLINGS, type AlertHandling } from '../../core/alerts/alert.ts';
import { LONGEST_TEXT, LONGEST_TITLE } from '../../core/alerts/check-words.ts';
import { keepTemplate, LONGEST_TEMPLATE_NAME, type TemplateProblem } from '../../core/alerts/keep-template.ts';
import { type AlertTemplate, placeholdersOf } from '../../core/alerts/template.ts';
import { isId } from '../../core/kernel/ids.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { type Form, formOf, one } from '../forms/form.ts';
import { idOfForm, isFormKey } from '../forms/id-of-form.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import type { Words } from '../words/en.ts';
import type { AlertDesk } from './alert-desk.ts';
import { handlingMeans } from './content-rows.ts';
import { problemWords } from './problem-words.ts';
import { blankWords, type TypedWords, typedWordsFrom, typedWordsIn } from './words-part.ts';

/** A template as it was typed. `before` is the digest of what stood when the form was opened. */
type TypedTemplate = Omit<TypedWords, 'private'> & {
  readonly name: string;
  readonly handling: string;
  readonly key: string;
  readonly before: string;
};

const typedIn = (form: Form): TypedTemplate => {
  const { private: _private, ...words } = typedWordsIn(form);
  return {
    ...words,
    name: one(form, 'name'),
    handling: one(form, 'handling'),
    key: one(form, 'key'),
    before: one(form, 'before'),
  };
};

const blank = (key: string): TypedTemplate => ({ ...blankWords, name: '', handling: 'notice', key, before: '' });

const textOf = ({ name, words, correction, handling }: AlertTemplate): string =>
  JSON.stringify([name, words.title, words.text, correction?.title ?? '', correction?.text ?? '', handling]);

const templateFrom = (typed: TypedTemplate, council: string, id: string, handling: AlertHandling): AlertTemplate => {
  const { name, title, text, correctionTitle, correctionText } = typed;
  const template = { council, id, name, words: { title, text }, handling };
  return correctionTitle === '' && correctionText === ''
    ? template
    : { ...template, correction: { title: correctionTitle, text: correctionText } };
};

const mistakeOf = (problem: TemplateProblem, words: Words): readonly Mistake[] => {
  if (problem.field !== 'name') return problemWords([problem], words);
  const { errors } = words.alertForms.templates;
  const text = problem.problem === 'missing' ? errors['name-missing'] : errors['name-too-long'](LONGEST_TEMPLATE_NAME);
  return [{ field: 'name', text }];
};

/** Templates: the list, adding one, changing one. */
export const templatePages = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  const list = async (c: Visit, { words }: AlertDesk): Promise<Response> => {
    const said = words.alertForms.templates;
    const templates = await needs.templates.ofCouncil(needs.council);
    return show(c, {
      view: 'alert-templates',
      title: said.title,
      current: 'alerts',
      back: '/alerts',
      done: c.req.query('done') === 'saved' ? said.saved : undefined,
      data: {
        templates: templates.map((template) => {
          const names = placeholdersOf(template);
          return {
            name: template.name,
            href: `/alerts/templates/${template.id}`,
            words: template.words,
            fill: names.length === 0 ? said.none : said.placeholders(words.when.list(names)),
          };
        }),
      },
    });
  };

  const page = (
    c: Visit,
    { words }: AlertDesk,
    typed: TypedTemplate,
    template: AlertTemplate | undefined,
    wrong: { readonly mistakes: readonly Mistake[]; readonly status: 409 | 422 } | undefined = undefined,
  ): Response | Promise<Response> => {
    const said = words.alertForms.templates;
    const path = template === undefined ? '/alerts/templates/new' : `/alerts/templates/${template.id}`;
    if (c.req.method === 'POST') c.header('Cache-Control', 'private, no-cache');
    return show(c, {
      view: 'alert-template',
      title: template === undefined ? said.addTitle : said.changeTitle,
      current: 'alerts',
      status: wrong?.status ?? 200,
      back: '/alerts/templates',
      alsoAt: path,
      mistakes: wrong?.mistakes ?? [],
      data: {
        action: path,
        typed,
        now: wrong?.status === 409 ? template : undefined,
        longestTitle: LONGEST_TITLE,
        longestText: LONGEST_TEXT,
        handlings: ALERT_HANDLINGS.map((value) => ({
          value,
          text: words.alerts.handlings[value].name,
          hint: { text: handlingMeans(value, words) },
        })),
      },
    });
  };

  const sent = async (c: Visit, desk: AlertDesk, id: string, stands: AlertTemplate | undefined): Promise<Response> => {
    const { words, officer } = desk;
    const typed = typedIn(formOf(c));
    const saved = () => c.redirect(`${needs.base}/alerts/templates?done=saved`, 303);
    const handling = ALERT_HANDLINGS.find((known) => known === typed.handling);
    const refused = (mistakes: readonly Mistake[]) => page(c, desk, typed, stands, { mistakes, status: 422 });
    if (handling === undefined) return refused([{ field: 'handling', text: words.alertForms.errors.handling.missing }]);
    const wanted = templateFrom(typed, needs.council, id, handling);
    if (stands !== undefined && textOf(stands) === textOf(wanted)) return saved();
    const before = stands === undefined ? '' : needs.digest(textOf(stands));
    if (before !== typed.before) {
      const mistakes = [{ field: 'name', text: words.alertForms.templates.errors.changed }];
      return page(c, desk, { ...typed, before }, stands, { mistakes, status: 409 });
    }
    const outcome = await keepTemplate(needs)(officer, wanted);
    switch (outcome.kind) {
      case 'template-kept':
        return saved();
      case 'not-allowed':
        return messages.notAllowed(c);
      case 'template-refused':
        return refused(outcome.problems.flatMap((problem) => mistakeOf(problem, words)));
    }
  };

  const withTemplate =
    (handler: (c: Visit, desk: AlertDesk, template: AlertTemplate) => Response | Promise<Response>) =>
    async (c: Visit, desk: AlertDesk): Promise<Response> => {
      const id = c.req.param('template') ?? '';
      const template = isId(id) ? await needs.templates.ofId(needs.council, id) : undefined;
      return template === undefined ? messages.notFound(c) : handler(c, desk, template);
    };

  return {
    list,
    add: (c: Visit, desk: AlertDesk) => page(c, desk, blank(needs.newToken()), undefined),
    added: async (c: Visit, desk: AlertDesk): Promise<Response> => {
      const key = one(formOf(c), 'key');
      const id = await idOfForm(needs.council, desk.officer.id, isFormKey(key) ? key : needs.newToken());
      const stands = await needs.templates.ofId(needs.council, id);
      return sent(c, desk, id, stands);
    },
    change: withTemplate((c, desk, template) => {
      const { private: _private, ...words } = typedWordsFrom({ ...template, isPrivate: false });
      const { name, handling } = template;
      return page(c, desk, { ...words, name, handling, key: '', before: needs.digest(textOf(template)) }, template);
    }),
    changed: withTemplate((c, desk, template) => sent(c, desk, template.id, template)),
  };
};
