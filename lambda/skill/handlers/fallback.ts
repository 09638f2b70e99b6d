import { inboxOf } from '../../core/delivery/inbox.ts';
import { whoIsComing } from '../../core/diary/who-is-coming.ts';
import { CHOICES, type Choice } from '../../render/question.ts';
import { askWhoOf } from '../ask-who.ts';
import { type Answer, type Feature, forIntents, type Reply } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import { mayOfferCall, offerCall } from '../offers.ts';
import type { Pending } from '../pending.ts';
import { type PageTurn, withPage, withVoice } from '../turn.ts';
import { codeNotHeard } from './pair-echo.ts';
import { screenCodeNotHeard } from './pair-screen.ts';
import { tellSafety } from './safety.ts';

const isOpenQuestion = (asks: Pending): boolean => asks.kind === 'anything-else' || asks.kind === 'what-would-you-like';

/** Whether nothing definite was asked. */
export const isAskedOpenly = (asks: Pending | undefined): boolean => asks === undefined || isOpenQuestion(asks);

/** First: an example; or, when something definite was asked, the same question in other words. */
const rephrase = (needs: SkillNeeds, asks: Pending | undefined): Answer =>
  withVoice(needs, async ({ voice }) => {
    const isAsked = asks !== undefined && !isAskedOpenly(asks);
    return {
      outcome: { kind: 'not-understood', step: 1, isAsked, callBacks: false },
      voice,
      isMiss: true,
      ...(isAsked ? { asks, again: true } : { asks: { kind: 'what-would-you-like' } }),
    };
  });

/** Who is speaking is asked again as it was. */
const askWhoAgain = (needs: SkillNeeds, asks: Extract<Pending, { kind: 'is-that-you' }>): Answer => {
  const ask = askWhoOf(needs, [asks.candidate, ...asks.others], asks.resume);
  return async (asked) => ({ ...(await ask(asked)), isMiss: true });
};

/** What this person's own day holds, the likeliest first. */
const likely = ({ page, now, today, council }: PageTurn): readonly Choice[] => {
  const inbox = inboxOf(page.deliveries, now);
  const visits = whoIsComing(page.diary, { day: today, now, freshForMinutes: council.diaryFreshForMinutes });
  const has: Readonly<Record<Choice, boolean>> = {
    visits: visits.kind === 'visits',
    messages: inbox.messages.length > 0,
    reminders: page.reminders.length > 0,
    appointments: page.diary.entries.some(({ kind, state }) => kind === 'appointment' && state === 'planned'),
    'day-and-time': true,
  };
  return CHOICES.filter((choice) => has[choice]);
};

const twoOf = (choices: readonly Choice[]): Pending => {
  const [first = 'visits', second = first === 'visits' ? 'day-and-time' : 'visits'] = choices;
  return { kind: 'which-of-two', first, second };
};

const twoChoices = (voice: Reply['voice'], choices: readonly Choice[]): Reply => ({
  outcome: { kind: 'not-understood', step: 2, isAsked: false, callBacks: false },
  voice,
  asks: voice.settings.slowToSpeak ? { kind: 'tell-you', choices: choices.slice(0, 3) } : twoOf(choices),
  isMiss: true,
});

/** Second: two likely choices. Where it is open who is speaking, they are the same for everybody. */
const offerTwo =
  (needs: SkillNeeds): Answer =>
  async (asked) => {
    const reply = await withPage(needs, async (turn) => twoChoices(turn.voice, likely(turn)))(asked);
    return reply.outcome.kind === 'asks-who' ? twoChoices(reply.voice, ['visits', 'day-and-time']) : reply;
  };

/** First, where nothing definite was asked: whoever needs time to speak is offered one thing, to be answered with one word. */
const firstMiss =
  (needs: SkillNeeds): Answer =>
  async (asked) => {
    const reply = await rephrase(needs, asked.session.asks)(asked);
    if (!reply.voice.settings.slowToSpeak) return reply;
    return {
      ...reply,
      outcome: { kind: 'not-understood', step: 1, isAsked: true, callBacks: false },
      asks: { kind: 'tell-you', choices: ['visits', 'messages', 'day-and-time'] },
    };
  };

/** Third: a person. */
const offerPerson = (needs: SkillNeeds): Answer =>
  withVoice(needs, async (turn) => ({
    outcome: { kind: 'not-understood', step: 3, isAsked: false, callBacks: mayOfferCall(turn) },
    voice: turn.voice,
    isMiss: true,
    ...(mayOfferCall(turn) ? offerCall(turn) : { ends: true as const }),
  }));

/** What was not understood: never the same words twice, and at the third time a person. */
export const repair =
  (needs: SkillNeeds): Answer =>
  (asked) => {
    const { asks, misses } = asked.session;
    if (asks?.kind === 'code') return codeNotHeard(needs)(asked);
    if (asks?.kind === 'screen-code') return screenCodeNotHeard(needs)(asked);
    // Whoever cannot say whether they are hurt may be: the words are said, and nothing else is offered first.
    if (misses > 0 && asks?.kind === 'are-you-hurt') return tellSafety(needs)('urgent')(asked);
    if (misses === 0 && asks?.kind === 'is-that-you') return askWhoAgain(needs, asks)(asked);
    if (misses === 0) return (isAskedOpenly(asks) ? firstMiss(needs) : rephrase(needs, asks))(asked);
    return (misses === 1 ? offerTwo(needs) : offerPerson(needs))(asked);
  };

export const fallback = (needs: SkillNeeds): Feature =>
  forIntents('fallback', ['AMAZON.FallbackIntent'], repair(needs));
