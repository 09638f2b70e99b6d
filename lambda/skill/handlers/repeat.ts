import { askWhoOf } from '../ask-who.ts';
import type { Asked } from '../asked.ts';
import { type Answer, type Feature, forIntents, type Reply } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import { withVoice } from '../turn.ts';
import { tellAgain } from './tell-again.ts';

const nothingToRepeat = (needs: SkillNeeds): Answer =>
  withVoice(needs, async ({ voice }) => ({
    outcome: { kind: 'nothing-to-repeat' },
    voice,
    asks: { kind: 'what-would-you-like' },
  }));

/** The same words once more; the question that was open is open again, and nothing new counts as told. */
const sameAgain = async (reply: Promise<Reply>, { session }: Asked): Promise<Reply> => {
  const { told: _told, ...again } = await reply;
  const asks = again.asks ?? session.asks;
  return { ...again, ...(asks === undefined ? {} : { asks }), isRepeat: true };
};

const answerFor = (needs: SkillNeeds, { session }: Asked): Answer => {
  const { asks, said } = session;
  if (asks?.kind === 'is-that-you') return askWhoOf(needs, [asks.candidate, ...asks.others], asks.resume);
  return said === undefined ? nothingToRepeat(needs) : tellAgain(needs)(said);
};

/** "Pardon?" The whole last answer; from the second time in a row slower, and one thing at a time. */
export const repeat = (needs: SkillNeeds): Feature =>
  forIntents('repeat', ['AMAZON.RepeatIntent'], (asked) => {
    const counted = { ...asked, session: { ...asked.session, repeats: asked.session.repeats + 1 } };
    const reply = answerFor(needs, asked)(counted);
    const isAboutSpeaker = asked.session.asks?.kind === 'is-that-you';
    return isAboutSpeaker || asked.session.said === undefined ? reply : sameAgain(reply, asked);
  });
