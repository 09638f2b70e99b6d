import type { AlertTemplate } from '../../core/alerts/template.ts';
import { fillTemplate, placeholdersOf } from '../../core/alerts/template.ts';
import { isId } from '../../core/kernel/ids.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { formOf, one } from '../forms/form.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { type AlertDesk, isMode } from './alert-desk.ts';
import type { NewAlert } from './new-alert.ts';
import type { ShowAlert } from './show-alert.ts';
import { typedWordsFrom } from './words-part.ts';

/** Choosing practice or live and what to begin with, and filling in a template. */
export const beginPages = (
  needs: ConsoleNeeds,
  show: ShowPage,
  showAlert: ShowAlert,
  messages: MessagePages,
  fresh: NewAlert,
) => {
  const choose = async (c: Visit, { words }: AlertDesk, mistakes: readonly Mistake[] = []): Promise<Response> => {
    const { begin } = words.alertForms;
    const templates = await needs.templates.ofCouncil(needs.council);
    const typed = { mode: one(formOf(c), 'mode') || 'practice', from: one(formOf(c), 'from') || 'blank' };
    return show(c, {
      view: 'alert-begin',
      title: begin.title,
      current: 'alerts',
      status: mistakes.length === 0 ? 200 : 422,
      back: '/alerts',
      mistakes,
      data: {
        typed,
        modes: [
          { value: 'practice', text: begin.practice, hint: { text: begin.practiceHint } },
          { value: 'live', text: begin.live, hint: { text: begin.liveHint } },
        ],
        froms: [
          { value: 'blank', text: begin.blank },
          ...templates.map(({ id, name }) => ({ value: id, text: begin.template(name) })),
        ],
      },
    });
  };

  const chosen = (c: Visit, desk: AlertDesk): Response | Promise<Response> => {
    const { errors } = desk.words.alertForms.begin;
    const [mode, from] = [one(formOf(c), 'mode'), one(formOf(c), 'from')];
    const mistakes = [
      ...(isMode(mode) ? [] : [{ field: 'mode', text: errors['mode-missing'] }]),
      ...(isId(from) ? [] : [{ field: 'from', text: errors['from-missing'] }]),
    ];
    if (mistakes.length > 0) return choose(c, desk, mistakes);
    const to = from === 'blank' ? 'new' : `from/${encodeURIComponent(from)}`;
    return c.redirect(`${needs.base}/alerts/${mode}/${to}`, 303);
  };

  /** The boxes of a template in the order in which they are read. */
  const boxes = (template: AlertTemplate, c: Visit) =>
    placeholdersOf(template).map((name, at) => ({
      id: `fill-${at + 1}`,
      name,
      value: one(formOf(c), `fill-${at + 1}`),
    }));

  const fill = (
    c: Visit,
    desk: AlertDesk,
    template: AlertTemplate,
    mistakes: readonly Mistake[] = [],
  ): Response | Promise<Response> => {
    const mode = c.req.param('mode');
    if (!isMode(mode)) return messages.notFound(c);
    const path = `/alerts/${mode}/from/${template.id}`;
    return showAlert(c, mode, {
      view: 'alert-fill',
      title: desk.words.alertForms.fill.title(template.name),
      status: mistakes.length === 0 ? 200 : 422,
      back: '/alerts/new',
      mistakes,
      alsoAt: path,
      data: {
        action: path,
        says: template.words,
        boxes: boxes(template, c),
        more: [
          { name: 'key', value: one(formOf(c), 'key') || needs.newToken() },
          { name: 'begun', value: one(formOf(c), 'begun') || String(desk.now) },
          { name: 'handling', value: template.handling },
        ],
      },
    });
  };

  const filled = async (c: Visit, desk: AlertDesk, template: AlertTemplate): Promise<Response> => {
    const mode = c.req.param('mode');
    if (!isMode(mode)) return messages.notFound(c);
    const typed = boxes(template, c);
    const outcome = fillTemplate(template, new Map(typed.map(({ name, value }) => [name, value])));
    if (outcome.kind === 'left-empty') {
      const { empty } = desk.words.alertForms.fill;
      const missing = typed.filter(({ name }) => outcome.names.includes(name));
      return fill(
        c,
        desk,
        template,
        missing.map(({ id, name }) => ({ field: id, text: empty(name) })),
      );
    }
    const { kind: _kind, ...words } = outcome;
    return fresh.begin(c, desk, mode, typedWordsFrom({ ...words, isPrivate: false }));
  };

  const withTemplate =
    (handler: (c: Visit, desk: AlertDesk, template: AlertTemplate) => Response | Promise<Response>) =>
    async (c: Visit, desk: AlertDesk): Promise<Response> => {
      const id = c.req.param('template') ?? '';
      const template = isId(id) ? await needs.templates.ofId(needs.council, id) : undefined;
      return template === undefined ? messages.notFound(c) : handler(c, desk, template);
    };

  return {
    choose: (c: Visit, desk: AlertDesk) => choose(c, desk),
    chosen,
    fill: withTemplate((c, desk, template) => fill(c, desk, template)),
    filled: withTemplate(filled),
  };
};
