import { type Answer, type Feature, forIntents } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import { mayOfferCall } from '../offers.ts';
import { withAnybody } from '../turn.ts';
import { meetSafety } from './safety.ts';

/** Words that may be a manner of speaking, or fear without a reason: one question, and nothing is assumed. */
export const askWhetherHurt = (needs: SkillNeeds): Answer =>
  withAnybody(needs, async (_place, voice) => ({
    outcome: { kind: 'asks-if-hurt' },
    voice,
    asks: { kind: 'are-you-hurt' },
    said: { topic: 'doing', outcome: 'asks-if-hurt' },
  }));

/** "Yes": the words for danger to life. */
export const isHurt = (needs: SkillNeeds): Answer => meetSafety(needs)('urgent');

/** "No": believed, and a person is named for whoever wants one. */
export const isNotHurt = (needs: SkillNeeds): Answer =>
  withAnybody(needs, async (place, voice) => ({
    outcome: { kind: 'not-hurt', callBacks: place.echo !== undefined && mayOfferCall(place) },
    voice,
    ...(place.echo === undefined ? { ends: true as const } : {}),
  }));

/** "I nearly died laughing." "I'm fine, I don't need nobody." "I'm scared." */
export const perhapsHurt = (needs: SkillNeeds): Feature =>
  forIntents('perhaps-hurt', ['PerhapsHurtIntent'], askWhetherHurt(needs));
