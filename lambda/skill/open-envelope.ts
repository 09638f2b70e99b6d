import type { RequestEnvelope } from 'ask-sdk-model';
import { isSmall, type Small, smallIn, textIn } from './small-values.ts';

export type OpenedEnvelope =
  | { readonly kind: 'envelope'; readonly envelope: RequestEnvelope }
  | { readonly kind: 'refused'; readonly why: 'wrong-skill-id' | 'malformed' };

const idIn = (place: Small | undefined): string | undefined => {
  const application = place === undefined ? undefined : smallIn(place, 'application');
  return application === undefined ? undefined : textIn(application, 'applicationId');
};

const systemOf = (event: Small): Small | undefined => {
  const context = smallIn(event, 'context');
  return context === undefined ? undefined : smallIn(context, 'System');
};

/** Real requests of older devices lack the context, which the SDK takes for granted: an empty one stands in for it. */
const completed = (event: Small): Small => {
  const system = systemOf(event) ?? {};
  const context = smallIn(event, 'context') ?? {};
  return { ...event, context: { ...context, System: { apiEndpoint: '', apiAccessToken: '', ...system } } };
};

const isEnvelope = (event: Small): event is Small & RequestEnvelope =>
  textIn(smallIn(event, 'request') ?? {}, 'type') !== undefined;

/**
 * Looks at an event before anything else does. A request for another skill is refused (Amazon's security requirements ask this of a
 * skill hosted on Lambda); so is what has no request at all.
 */
export const openEnvelope = (event: unknown, skillId: string): OpenedEnvelope => {
  if (!isSmall(event)) return { kind: 'refused', why: 'malformed' };
  const ids = [idIn(systemOf(event)), idIn(smallIn(event, 'session'))].filter((id) => id !== undefined);
  if (ids.length === 0 || ids.some((id) => id !== skillId)) return { kind: 'refused', why: 'wrong-skill-id' };
  const whole = completed(event);
  return isEnvelope(whole) ? { kind: 'envelope', envelope: whole } : { kind: 'refused', why: 'malformed' };
};
