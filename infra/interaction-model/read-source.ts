import { expand } from './expand.ts';

export type SlotSource = {
  readonly name: string;
  readonly type: string;
  /** How a bare answer to the question for this slot may be put. */
  readonly answers: readonly string[];
  /** What Alexa would ask for it, one wording or more; none: it is never asked for. */
  readonly asks: readonly string[];
};

export type IntentSource = {
  readonly name: string;
  readonly slots: readonly SlotSource[];
  readonly samples: readonly string[];
  readonly confirms: readonly string[];
  /** `@also`: more samples for an intent that stands elsewhere. */
  readonly isMore: boolean;
};

export type TypeSource = {
  readonly name: string;
  readonly values: readonly { readonly id: string; readonly forms: readonly string[] }[];
};

export type ModelSource = { readonly intents: readonly IntentSource[]; readonly types: readonly TypeSource[] };

type Line = { readonly at: number; readonly text: string };
type Block = { readonly kind: string; readonly name: string; readonly lines: readonly Line[] };

const linesOf = (text: string): readonly Line[] =>
  text
    .split(/\r?\n/)
    .map((line, index) => ({ at: index + 1, text: line.trim() }))
    .filter((line) => line.text !== '' && !line.text.startsWith('#'));

const DIRECTIVE = /^@([a-z]+)(?: (.+))?$/;
const OPENS = ['intent', 'also', 'type'];

const blocksOf = (lines: readonly Line[]): readonly Block[] => {
  const starts = lines.flatMap(({ text }, index) => {
    const [, kind = '', name = ''] = DIRECTIVE.exec(text) ?? [];
    return OPENS.includes(kind) ? [{ index, kind, name }] : [];
  });
  const before = lines.slice(0, starts[0]?.index ?? lines.length);
  if (before.length > 0) throw new Error(`line ${before[0]?.at}: nothing is opened for "${before[0]?.text}"`);
  return starts.map(({ index, kind, name }, at) => ({
    kind,
    name,
    lines: lines.slice(index + 1, starts[at + 1]?.index ?? lines.length),
  }));
};

const slotOf = (rest: string): SlotSource => {
  const [name = '', type = ''] = rest.split(' ');
  return { name, type, answers: [], asks: [] };
};

const withLast = (
  slots: readonly SlotSource[],
  change: (slot: SlotSource) => SlotSource,
  at: number,
): readonly SlotSource[] => {
  const last = slots.at(-1);
  if (last === undefined) throw new Error(`line ${at}: there is no slot before this`);
  return [...slots.slice(0, -1), change(last)];
};

const grown = (intent: IntentSource, { at, text }: Line): IntentSource => {
  const [, directive, rest = ''] = DIRECTIVE.exec(text) ?? [];
  switch (directive) {
    case undefined:
      return { ...intent, samples: [...intent.samples, ...expand(text)] };
    case 'slot':
      return { ...intent, slots: [...intent.slots, slotOf(rest)] };
    case 'ask':
      return { ...intent, slots: withLast(intent.slots, (slot) => ({ ...slot, asks: [...slot.asks, rest] }), at) };
    case 'answer':
      return {
        ...intent,
        slots: withLast(intent.slots, (slot) => ({ ...slot, answers: [...slot.answers, ...expand(rest)] }), at),
      };
    case 'confirm':
      return { ...intent, confirms: [...intent.confirms, rest] };
    default:
      throw new Error(`line ${at}: @${directive} is not known`);
  }
};

const formsOf = (list: string): readonly string[] => list.split(',').flatMap((form) => expand(form.trim()));

const typeOf = ({ name, lines }: Block): TypeSource => {
  const values: { id: string; forms: readonly string[] }[] = [];
  for (const { at, text } of lines) {
    const [, id, list = ''] = /^([A-Z][A-Z0-9_]*) = (.+)$/.exec(text) ?? [];
    const more = /^\+ (.+)$/.exec(text)?.[1];
    const last = values.at(-1);
    if (id !== undefined) values.push({ id, forms: formsOf(list) });
    else if (more !== undefined && last !== undefined) last.forms = [...last.forms, ...formsOf(more)];
    else throw new Error(`line ${at}: "${text}" is neither ID = value, synonym nor + more synonyms`);
  }
  return { name, values };
};

/**
 * Reads one file of `interaction-models/source`: what residents say, written to be read and edited by people. The format
 * is told in docs/interaction-model.md. Throws, with the line, on what cannot be meant.
 */
export const readSource = (text: string): ModelSource => {
  const blocks = blocksOf(linesOf(text));
  return {
    intents: blocks
      .filter(({ kind }) => kind !== 'type')
      .map(({ kind, name, lines }) =>
        lines.reduce(grown, { name, slots: [], samples: [], confirms: [], isMore: kind === 'also' }),
      ),
    types: blocks.filter(({ kind }) => kind === 'type').map(typeOf),
  };
};
