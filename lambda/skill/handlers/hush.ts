import { levelNow } from '../../core/pairing/hush-echo.ts';
import { type Answer, type Feature, forIntents } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import { withVoice } from '../turn.ts';

const switchTo = (needs: SkillNeeds, hush: boolean): Answer =>
  withVoice(needs, async ({ echo, voice, now }) => {
    const { kind } = await needs.hushEcho({ council: needs.council, hash: echo.hash, hush });
    const said = { topic: 'doing', outcome: kind } as const;
    const { hushedUntil: _until, ...plain } = echo;
    const level = kind === 'not-hushed' ? levelNow(plain, now) : 'closed';
    return { outcome: { kind }, voice: { ...voice, level }, said };
  });

/** "Someone's here." */
export const someoneHere = (needs: SkillNeeds): Feature =>
  forIntents('someone-here', ['SomeoneHereIntent'], switchTo(needs, true));

/** "It's just me." */
export const justMe = (needs: SkillNeeds): Feature => forIntents('just-me', ['JustMeIntent'], switchTo(needs, false));
