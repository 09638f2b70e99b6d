import { type Answer, type Feature, forIntents } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import { withVoice } from '../turn.ts';

/** The day and the time, as often as anybody asks. */
export const tellDayAndTime = (needs: SkillNeeds): Answer =>
  withVoice(needs, async ({ voice }) => ({
    outcome: { kind: 'day-and-time' },
    voice,
    said: { topic: 'day-and-time' },
  }));

/** "What day is it?" */
export const dayAndTime = (needs: SkillNeeds): Feature =>
  forIntents('day-and-time', ['DayAndTimeIntent'], tellDayAndTime(needs));
