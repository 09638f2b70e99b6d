import { readFileSync } from 'node:fs';
import { type LanguageModel, readLanguageModel } from '../../../../infra/local/understand/interaction-model.ts';
import { type UnderstandContext, type Understood, understand } from '../../../../infra/local/understand/understand.ts';

export const MODEL: LanguageModel = readLanguageModel(
  readFileSync(new URL('../../../../interaction-models/en-GB.json', import.meta.url), 'utf8'),
);

/** A Tuesday, ten in the morning. */
export const NOW = Date.parse('2026-11-24T10:00:00Z');

const understood = understand(MODEL);

/** What the real model makes of a phrase that is said on Tuesday 24 November 2026. */
export const heard = (phrase: string, context: Omit<UnderstandContext, 'now'> = {}): Understood =>
  understood(phrase, { now: NOW, ...context });

export const intentOf = (phrase: string, context: Omit<UnderstandContext, 'now'> = {}): string =>
  heard(phrase, context).intent.name;

export const slotOf = (phrase: string, slot: string, context: Omit<UnderstandContext, 'now'> = {}) =>
  heard(phrase, context).intent.slots?.[slot];

/** The id that a custom slot resolved to. */
export const idOf = (phrase: string, slot: string, context: Omit<UnderstandContext, 'now'> = {}): string | undefined =>
  slotOf(phrase, slot, context)?.resolutions?.resolutionsPerAuthority?.[0]?.values[0]?.value.id;

/** A small model for what the real one has no use of. */
export const modelOf = (
  intents: readonly { name: string; slots?: { name: string; type: string; samples?: string[] }[]; samples: string[] }[],
  types: readonly { name: string; values: { id: string; name: { value: string; synonyms: string[] } }[] }[] = [],
): LanguageModel =>
  readLanguageModel(
    JSON.stringify({ interactionModel: { languageModel: { invocationName: 'bell bird', intents, types } } }),
  );
