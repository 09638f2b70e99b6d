import type { Visit } from '../pages/console-env.ts';

/** What was typed and chosen, by field; a field that was sent several times has several values. Files are left out. */
export type Form = ReadonlyMap<string, readonly string[]>;

const isText = (value: unknown): value is string => typeof value === 'string';

/** Reads the form of a request. A body that is no form is an empty one. */
export const readForm = async (c: Visit): Promise<Form> => {
  const body = await c.req.parseBody({ all: true });
  return new Map(Object.entries(body).map(([name, value]) => [name, [value].flat().filter(isText)]));
};

/** What stands in one field, without the blanks around it; empty when it was not sent. */
export const one = (form: Form, name: string): string => form.get(name)?.[0]?.trim() ?? '';

export const all = (form: Form, name: string): readonly string[] => form.get(name) ?? [];

/** The form that was sent, on a page that only a form reaches. */
export const formOf = (c: Visit): Form => c.get('form') ?? new Map();
