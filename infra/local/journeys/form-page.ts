/** A form of a page as a browser would send it: what each field holds, what can be chosen, and the buttons in order. */
export type PageForm = {
  readonly action: string | undefined;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly choices: readonly (readonly [name: string, value: string])[];
  readonly buttons: readonly PageButton[];
};

export type PageButton = {
  readonly text: string;
  readonly name: string | undefined;
  readonly value: string;
  readonly formAction: string | undefined;
};

export type PageLink = { readonly href: string; readonly text: string };

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

const decoded = (text: string): string =>
  text.replaceAll(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole;
    const isHex = name[1] === 'x' || name[1] === 'X';
    return String.fromCodePoint(Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10));
  });

/** What a person reads in a piece of markup, with blanks drawn together. */
export const readableText = (markup: string): string =>
  decoded(markup.replaceAll(/<br\s*\/?>/g, ' ').replaceAll(/<[^>]*>/g, ''))
    .replaceAll(/\s+/g, ' ')
    .trim();

const attributesOf = (tag: string): ReadonlyMap<string, string> =>
  new Map(
    [...tag.matchAll(/([a-z][a-z0-9-]*)(?:="([^"]*)")?/gi)].map(([, name = '', value = '']): [string, string] => [
      name,
      decoded(value),
    ]),
  );

/** Every element of a name in our own well-formed markup: its attributes and what is inside. */
export const elementsOf = (
  markup: string,
  name: string,
): readonly { readonly attributes: ReadonlyMap<string, string>; readonly inside: string }[] =>
  [...markup.matchAll(new RegExp(`<${name}\\b([^>]*)>([\\s\\S]*?)</${name}>`, 'g'))].map(
    ([, tag = '', inside = '']) => ({ attributes: attributesOf(tag), inside }),
  );

const inputsOf = (markup: string): readonly ReadonlyMap<string, string>[] =>
  [...markup.matchAll(/<input\b([^>]*)>/g)].map(([, tag = '']) => attributesOf(tag));

const isChoice = (input: ReadonlyMap<string, string>): boolean =>
  input.get('type') === 'radio' || input.get('type') === 'checkbox';

const pairOf = (input: ReadonlyMap<string, string>): readonly [string, string] => [
  input.get('name') ?? '',
  input.get('value') ?? '',
];

const selectsOf = (markup: string) =>
  elementsOf(markup, 'select').map(({ attributes, inside }) => ({
    name: attributes.get('name') ?? '',
    options: elementsOf(inside, 'option').map((option) => ({
      value: option.attributes.get('value') ?? readableText(option.inside),
      isSelected: option.attributes.has('selected'),
    })),
  }));

const formOf = (action: string | undefined, inside: string): PageForm => {
  const inputs = inputsOf(inside);
  const selects = selectsOf(inside);
  return {
    action,
    fields: [
      ...inputs.filter((input) => !isChoice(input) || input.has('checked')).map(pairOf),
      ...elementsOf(inside, 'textarea').map((area): readonly [string, string] => [
        area.attributes.get('name') ?? '',
        decoded(area.inside).trim(),
      ]),
      ...selects.flatMap(({ name, options }): (readonly [string, string])[] => {
        const chosen = options.find(({ isSelected }) => isSelected) ?? options[0];
        return chosen === undefined ? [] : [[name, chosen.value]];
      }),
    ],
    choices: [
      ...inputs.filter(isChoice).map(pairOf),
      ...selects.flatMap(({ name, options }) => options.map(({ value }): readonly [string, string] => [name, value])),
    ],
    buttons: elementsOf(inside, 'button').map(({ attributes, inside: label }) => ({
      text: readableText(label),
      name: attributes.get('name'),
      value: attributes.get('value') ?? '',
      formAction: attributes.get('formaction'),
    })),
  };
};

/** The forms of a page, in order. It reads what our own pages write: every attribute in double quotes, every element closed. */
export const formsOf = (markup: string): readonly PageForm[] =>
  elementsOf(markup, 'form').map(({ attributes, inside }) => formOf(attributes.get('action'), inside));

export const linksOf = (markup: string): readonly PageLink[] =>
  elementsOf(markup, 'a').map(({ attributes, inside }) => ({
    href: attributes.get('href') ?? '',
    text: readableText(inside),
  }));
