import * as v from 'valibot';
import { modelFileSchema, type Rule } from './model-file.ts';

const STRINGS = /"(?:[^"\\]|\\.)*"/g;

/** The keys that stand twice in one object of a JSON text. `JSON.parse` keeps only the last of them and says nothing. */
export const duplicateKeys = (text: string): readonly string[] => {
  const open: (Set<string> | undefined)[] = [];
  const found: string[] = [];
  const marks = [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g)];
  for (const [mark, isKey] of marks) {
    const keys = open.at(-1);
    if (mark === '{') open.push(new Set());
    else if (mark === '[') open.push(undefined);
    else if (mark === '}' || mark === ']') open.pop();
    else if (isKey !== undefined && keys !== undefined) {
      const key = mark.match(STRINGS)?.[0] ?? mark;
      if (keys.has(key)) found.push(key);
      keys.add(key);
    }
  }
  return found;
};

const some = <T extends v.GenericSchema>(of: T) => v.pipe(v.array(of), v.minLength(1));
const named = v.pipe(v.string(), v.minLength(1));

/** `v1.skill.interactionModel.InteractionModelData` of ask-smapi-model: what must be there at least; synonyms may be none. */
const leastSchema = v.looseObject({
  interactionModel: v.looseObject({
    languageModel: v.looseObject({
      invocationName: named,
      intents: some(v.looseObject({ name: named })),
      types: v.optional(
        v.array(
          v.looseObject({ name: named, values: v.array(v.looseObject({ name: v.looseObject({ value: named }) })) }),
        ),
      ),
    }),
    dialog: v.optional(v.looseObject({ intents: some(v.looseObject({ name: named })) })),
    prompts: v.optional(
      v.array(
        v.looseObject({
          id: named,
          variations: some(v.looseObject({ type: v.picklist(['PlainText', 'SSML']), value: named })),
        }),
      ),
    ),
  }),
});

const parsed = (text: string): { readonly value: unknown } | { readonly fault: string } => {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : 'unreadable' };
  }
};

export const FILE_RULES: readonly Rule[] = [
  {
    id: 'IM-01',
    says: 'the file is JSON without a byte order mark and without a key twice',
    breaches: ({ text }) => {
      const reading = parsed(text.replace(/^\uFEFF/, ''));
      return [
        ...(text.startsWith('\uFEFF') ? ['begins with a byte order mark'] : []),
        ...('fault' in reading ? [reading.fault] : []),
        ...duplicateKeys(text).map((key) => `key ${key} stands twice in one object`),
      ];
    },
  },
  {
    id: 'IM-02',
    says: 'the file has a language model and no key that Amazon does not know',
    breaches: ({ text }) => {
      const reading = parsed(text.replace(/^\uFEFF/, ''));
      if ('fault' in reading) return [reading.fault];
      const result = v.safeParse(modelFileSchema, reading.value);
      return (result.issues ?? []).map((issue) => `${v.getDotPath(issue) ?? 'file'}: ${issue.message}`);
    },
  },
  {
    id: 'IM-03',
    says: 'the file has at least as many of each thing as the schema of the SMAPI asks for',
    breaches: ({ text }) => {
      const reading = parsed(text.replace(/^\uFEFF/, ''));
      if ('fault' in reading) return [reading.fault];
      const result = v.safeParse(leastSchema, reading.value);
      return (result.issues ?? []).map((issue) => `${v.getDotPath(issue) ?? 'file'}: ${issue.message}`);
    },
  },
];
