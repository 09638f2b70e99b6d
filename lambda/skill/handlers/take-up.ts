import type { Asked } from '../asked.ts';
import type { Answer, Feature } from '../feature.ts';
import type { Resume } from '../pending.ts';

/** Finds the feature that serves a request. Handed in, because yes and repeat may lead to any of them. */
export type FeatureFor = (asked: Asked) => Feature | undefined;

/** A request as it was, as far as it was kept. */
const resumed = (asked: Asked, { intent, slots, confirmed }: Resume): Asked => {
  const { intent: _intent, ...rest } = asked;
  const { asks: _asks, ...session } = asked.session;
  return {
    ...rest,
    type: intent === undefined ? 'LaunchRequest' : 'IntentRequest',
    ...(intent === undefined ? {} : { intent }),
    slots: Object.fromEntries(Object.entries(slots).map(([name, value]) => [name, { value, id: value }])),
    confirmation: confirmed ? 'CONFIRMED' : 'NONE',
    session,
  };
};

/**
 * A "yes" that stands for a request of its own. Should it be asked first who is speaking, that request is taken up again, not the
 * "yes", whose question is gone by then.
 */
export const asIf =
  (wanted: Omit<Resume, 'confirmed'> & { readonly confirmed?: true }, answer: Answer): Answer =>
  (asked) =>
    answer(resumed(asked, { confirmed: false, ...wanted }));

/** Takes up what somebody wanted before they were asked who is speaking. */
export const takeUp =
  (featureFor: FeatureFor, resume: Resume): Answer =>
  async (asked) => {
    const wanted = resumed(asked, resume);
    const feature = featureFor(wanted);
    if (feature === undefined) throw new Error('no feature serves the request that was asked before');
    return feature.answer(wanted);
  };
