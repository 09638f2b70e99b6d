import type { er, Intent } from 'ask-sdk-model';
import type { Instant } from '../../../lambda/core/kernel/clock.ts';

/** What Alexa knows while she listens: the slot she asked for, whether she asked for a yes, the skill's own names. */
export type ListeningFor = {
  readonly now: Instant;
  readonly eliciting?: { readonly intent: string; readonly slot: string };
  readonly confirming?: 'intent' | 'slot';
  readonly dynamicEntities?: er.dynamic.EntityListItem[];
};

export type Understood = {
  readonly heard: string;
  readonly intent: Intent;
  readonly how: 'exact' | 'tolerant' | 'fallback';
};

/** Turns what was said into an intent of the interaction model, `AMAZON.FallbackIntent` if nothing fits. */
export type UnderstandPhrase = (phrase: string, context: ListeningFor) => Understood;

/** Takes off the wake word and the invocation, and says which kind of opening was heard. */
export type StripInvocation = (
  phrase: string,
) => { readonly kind: 'launch' } | { readonly kind: 'one-shot' | 'in-session'; readonly rest: string };
