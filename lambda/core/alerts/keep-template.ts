import type { AuditTrail } from '../audit/audit-trail.ts';
import { noteAct } from '../audit/note-act.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Officer } from '../people/officer.ts';
import { holds } from './act-on-alert.ts';
import type { AlertWords } from './alert.ts';
import type { ContentProblem } from './check-content.ts';
import { checkWords, type WordProblem } from './check-words.ts';
import type { AlertTemplate, AlertTemplates } from './template.ts';

export const LONGEST_TEMPLATE_NAME = 60;

export type TemplateProblem =
  | { readonly field: 'name'; readonly problem: 'missing' | 'too-long' }
  | Extract<ContentProblem, { problem: WordProblem }>;

export type KeepTemplateOutcome =
  | { readonly kind: 'template-kept'; readonly template: AlertTemplate }
  | { readonly kind: 'template-refused'; readonly problems: readonly TemplateProblem[] }
  | { readonly kind: 'not-allowed' };

/** A placeholder is what a template is for. */
const withoutPlaceholder = (problems: readonly WordProblem[]): readonly WordProblem[] =>
  problems.filter((problem) => problem !== 'placeholder');

const inWords = (
  words: AlertWords,
  titleField: 'title' | 'correction-title',
  textField: 'text' | 'correction-text',
): readonly TemplateProblem[] => {
  const { title, text } = checkWords(words);
  return [
    ...withoutPlaceholder(title).map((problem) => ({ field: titleField, problem })),
    ...withoutPlaceholder(text).map((problem) => ({ field: textField, problem })),
  ];
};

const inName = (name: string): readonly TemplateProblem[] => {
  if (name.trim() === '') return [{ field: 'name', problem: 'missing' }];
  return [...name].length > LONGEST_TEMPLATE_NAME ? [{ field: 'name', problem: 'too-long' }] : [];
};

/** What is wrong with a template, in the order of its parts; the same things are refused as in an Alert. */
export const checkTemplate = ({ name, words, correction }: AlertTemplate): readonly TemplateProblem[] => [
  ...inName(name),
  ...inWords(words, 'title', 'text'),
  ...(correction === undefined ? [] : inWords(correction, 'correction-title', 'correction-text')),
];

/** Keeps a template, new or changed, and who did. */
export const keepTemplate =
  (needs: { readonly templates: AlertTemplates; readonly audit: AuditTrail; readonly clock: Clock }) =>
  async (officer: Officer, template: AlertTemplate): Promise<KeepTemplateOutcome> => {
    if (!holds(officer, 'write-alerts', 'manage')) return { kind: 'not-allowed' };
    const problems = checkTemplate(template);
    if (problems.length > 0) return { kind: 'template-refused', problems };
    await needs.templates.save(template);
    const by = { kind: 'officer', id: officer.id } as const;
    await noteAct(needs)(officer.council, `TEMPLATE#${template.id}`, { by, did: 'keep-template' }, template);
    return { kind: 'template-kept', template };
  };
