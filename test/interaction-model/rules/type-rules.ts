import { type Given, intentsOf, type Rule, repeated, slotsOf, typesOf } from './model-file.ts';

const everyValue = (given: Given) => typesOf(given).flatMap((type) => type.values.map((value) => ({ type, value })));

export const TYPE_RULES: readonly Rule[] = [
  {
    id: 'IM-23',
    says: 'a custom type is named in letters and underscores',
    breaches: (given) =>
      typesOf(given)
        .map(({ name }) => name)
        .filter((name) => !/^[A-Za-z][A-Za-z_]*$/.test(name)),
  },
  {
    id: 'IM-24',
    says: 'a custom type has a value',
    breaches: (given) =>
      typesOf(given)
        .filter(({ values }) => values.length === 0)
        .map(({ name }) => name),
  },
  {
    id: 'IM-25',
    says: 'a custom type is used by a slot',
    breaches: (given) => {
      const used = new Set(intentsOf(given).flatMap((intent) => slotsOf(intent).map(({ type }) => type)));
      return typesOf(given)
        .map(({ name }) => name)
        .filter((name) => !used.has(name));
    },
  },
  {
    id: 'IM-26',
    says: 'no value or synonym stands twice in a type',
    breaches: (given) =>
      typesOf(given).flatMap(({ name, values }) =>
        repeated(values.flatMap((value) => [value.name.value, ...value.name.synonyms])).map(
          (text) => `${name}: "${text}"`,
        ),
      ),
  },
  {
    id: 'IM-27',
    says: 'every value has an id in capitals, unique in its type',
    breaches: (given) => [
      ...typesOf(given).flatMap(({ values }) => repeated(values.flatMap(({ id }) => id ?? []))),
      ...everyValue(given)
        .filter(({ value }) => !/^[A-Z][A-Z0-9_]*$/.test(value.id ?? ''))
        .map(({ value }) => `${value.name.value} has id "${value.id ?? ''}"`),
    ],
  },
  {
    id: 'IM-28',
    says: 'values and synonyms are written like samples, numbers as words',
    breaches: (given) =>
      everyValue(given)
        .flatMap(({ value }) => [value.name.value, ...value.name.synonyms])
        .filter((text) => !/^[\p{Ll}][\p{L} ._'-]*$/u.test(text) || /\s\s|\s$/.test(text)),
  },
];
