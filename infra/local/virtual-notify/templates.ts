/** A template as it stands in GOV.UK Notify, with ((placeholders)). */
export type Template = {
  readonly id: string;
  readonly type: 'sms' | 'email';
  readonly subject?: string;
  readonly body: string;
};

/** The two templates that a council sets up for Carers (docs/decisions/0012-texts-to-carers.md); their ids are invented. */
export const TEXT_TEMPLATE: Template = {
  id: '6f2d1c0e-5b7a-4a53-9d1e-0c6f5d8a1b01',
  type: 'sms',
  body: 'Bellbird: ((words)) See ((link))',
};
export const EMAIL_TEMPLATE: Template = {
  id: '6f2d1c0e-5b7a-4a53-9d1e-0c6f5d8a1b02',
  type: 'email',
  subject: '((title))',
  body: '((words))\n\nSee what it is about: ((link))\n\nBellbird is not an alarm service. If somebody is in danger, ring 999.',
};

const PLACEHOLDER = /\(\(([^()?]+)\)\)/g;

/** The placeholders that were given no value. */
export const missingFrom = (
  { subject = '', body }: Template,
  values: Readonly<Record<string, string>>,
): readonly string[] =>
  [...new Set([...`${subject}${body}`.matchAll(PLACEHOLDER)].map(([, name = '']) => name))].filter(
    (name) => !Object.hasOwn(values, name),
  );

/** A text with its placeholders filled. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(PLACEHOLDER, (_whole, name: string) => values[name] ?? '');
