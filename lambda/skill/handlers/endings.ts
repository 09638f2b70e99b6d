import { type Answer, type Feature, forIntents } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import type { Pending } from '../pending.ts';
import { withAnybody } from '../turn.ts';

/** The end of a conversation. */
export const sayGoodbye = (needs: SkillNeeds): Answer =>
  withAnybody(needs, async (_place, voice) => ({ outcome: { kind: 'goodbye' }, voice, ends: true }));

/** Whatever was being asked is left. */
export const leaveIt = (needs: SkillNeeds): Answer =>
  withAnybody(needs, async ({ echo }, voice) => ({
    outcome: { kind: 'left-it' },
    voice,
    said: { topic: 'plain', outcome: 'left-it' },
    ...(echo === undefined ? { ends: true as const } : {}),
  }));

/** Whether something is under way that can be left, beyond the question what else somebody would like. */
const isUnderWay = (asks: Pending | undefined): boolean =>
  asks !== undefined && asks.kind !== 'anything-else' && asks.kind !== 'what-would-you-like';

/** "Stop", "that's all", and the home button. */
export const stop = (needs: SkillNeeds): Feature =>
  forIntents('stop', ['AMAZON.StopIntent', 'AMAZON.NavigateHomeIntent'], sayGoodbye(needs));

/** "Forget it": the task that is under way, otherwise the conversation. */
export const cancel = (needs: SkillNeeds): Feature =>
  forIntents('cancel', ['AMAZON.CancelIntent'], (asked) =>
    (isUnderWay(asked.session.asks) ? leaveIt(needs) : sayGoodbye(needs))(asked),
  );
