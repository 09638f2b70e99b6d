import { type Answer, type Feature, forIntents } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import { offerCall } from '../offers.ts';
import type { Pending } from '../pending.ts';
import { withVoice } from '../turn.ts';

type Beyond = 'cannot-pass-on' | 'cannot-ring' | 'family-not-known' | 'no-listings';

const telling = (needs: SkillNeeds, outcome: Beyond, asks?: Pending): Answer =>
  withVoice(needs, async ({ voice }) => ({
    outcome: { kind: outcome },
    voice,
    said: { topic: 'doing', outcome },
    ...(asks === undefined ? {} : { asks }),
  }));

/** Nothing is passed on without a person, so a person is offered. */
const cannotPassOn = (needs: SkillNeeds): Answer =>
  withVoice(needs, async (turn) => ({
    outcome: { kind: 'cannot-pass-on' },
    voice: turn.voice,
    said: { topic: 'doing', outcome: 'cannot-pass-on' },
    ...offerCall(turn, { office: true }),
  }));

/** "Tell my carer I'm out." */
export const tellCarer = (needs: SkillNeeds): Feature =>
  forIntents('tell-carer', ['TellCarerIntent'], cannotPassOn(needs));

/** "Ring my daughter." Alexa herself can; what she is told to say is hers. */
export const ringFamily = (needs: SkillNeeds): Feature =>
  forIntents('ring-family', ['RingFamilyIntent'], telling(needs, 'cannot-ring'));

/** "Is my husband coming home?" */
export const familyComing = (needs: SkillNeeds): Feature =>
  forIntents(
    'family-coming',
    ['FamilyComingIntent'],
    telling(needs, 'family-not-known', { kind: 'tell-you', choices: ['visits'] }),
  );

/** "What time is the news on?" */
export const programme = (needs: SkillNeeds): Feature =>
  forIntents(
    'programme',
    ['ProgrammeIntent'],
    telling(needs, 'no-listings', { kind: 'reminder-time', draft: { label: 'programme' } }),
  );
