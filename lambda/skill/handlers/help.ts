import { type Answer, type Feature, forIntents } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import { mayOfferCall } from '../offers.ts';
import { withAnybody, withVoice } from '../turn.ts';

/** What can be asked here, with the urgent sentence last, because help may be a cry for help. */
export const tellHelp = (needs: SkillNeeds): Answer =>
  withVoice(needs, async (turn) => ({
    outcome: { kind: 'help', about: 'everything', callBacks: mayOfferCall(turn) },
    voice: turn.voice,
    asks: { kind: 'what-would-you-like' },
    said: { topic: 'help' },
  }));

/** Help with the code that is being asked for. */
export const tellHelpWithCode = (needs: SkillNeeds): Answer =>
  withAnybody(needs, async ({ asked }, voice) => ({
    outcome: { kind: 'help', about: 'code', callBacks: false },
    voice,
    asks: { kind: 'code', tries: asked.session.asks?.kind === 'code' ? asked.session.asks.tries : 0 },
    said: { topic: 'help-code' },
  }));

/** "Help." */
export const help = (needs: SkillNeeds): Feature =>
  forIntents('help', ['AMAZON.HelpIntent'], (asked) =>
    (asked.session.asks?.kind === 'code' ? tellHelpWithCode(needs) : tellHelp(needs))(asked),
  );
