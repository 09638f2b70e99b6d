import type { Answer } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import { withVoice } from '../turn.ts';

/** Yes or no, when nothing was asked: said so, with an example. */
export const nothingAsked = (needs: SkillNeeds, answer: 'yes' | 'no'): Answer =>
  withVoice(needs, async ({ voice }) => ({
    outcome: { kind: 'nothing-asked', answer },
    voice,
    asks: { kind: 'what-would-you-like' },
  }));
