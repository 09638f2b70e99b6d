import type { CareSubject } from '../../core/answers/answer.ts';
import type { AskCallBackOutcome } from '../../core/call-backs/ask-call-back.ts';
import { officeHours } from '../../core/people/council.ts';
import type { Asked } from '../asked.ts';
import { type Answer, type Feature, forIntents, type Reply } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import { mayOfferCall } from '../offers.ts';
import type { Said } from '../said.ts';
import { type PersonTurn, withPerson, withVoice } from '../turn.ts';
import { subjectOf } from './care-question.ts';

const about = (subject: CareSubject | undefined) => (subject === undefined ? {} : { subject });

const nobodyRings = ({ council, voice }: Pick<PersonTurn, 'council' | 'voice'>): Reply => ({
  outcome: { kind: 'nobody-rings-back', phone: council.phone },
  voice,
  said: { topic: 'call', already: false },
});

/** Asks for an explicit yes; where nobody rings back it gives the number instead. */
const askFirst = (needs: SkillNeeds, subject: CareSubject | undefined): Answer =>
  withVoice(needs, async (turn) =>
    mayOfferCall(turn)
      ? {
          outcome: { kind: 'asks-to-ring' },
          voice: turn.voice,
          asks: { kind: 'ring-you', ...about(subject) },
          said: { topic: 'plain', outcome: 'asks-to-ring' },
        }
      : nobodyRings(turn),
  );

const saidOf = (outcome: AskCallBackOutcome): Said =>
  outcome.kind === 'try-again'
    ? { topic: 'plain', outcome: 'try-again' }
    : { topic: 'call', already: outcome.kind === 'call-already-asked' };

/** The yes was given: the request is passed on, for whoever is known to be speaking. `no-visit`: they said that nobody came. */
export const passOnCall = (
  needs: SkillNeeds,
  subject: CareSubject | undefined,
  origin: 'resident' | 'no-visit' = 'resident',
): Answer =>
  withPerson(
    needs,
    async ({ council, resident, voice }) => {
      const outcome = await needs.askCallBack({
        council,
        residentId: resident.id,
        ...about(subject),
        origin,
        by: { kind: 'resident', id: resident.id },
      });
      return { outcome, voice, said: saidOf(outcome) };
    },
    'even-away',
  );

/** "No": nothing was sent. */
export const leaveCall = (needs: SkillNeeds): Answer =>
  withVoice(needs, async ({ voice }) => ({
    outcome: { kind: 'call-not-wanted' },
    voice,
    said: { topic: 'plain', outcome: 'call-not-wanted' },
  }));

/** Says again what became of the request, without asking again. */
export const tellCallAgain =
  (needs: SkillNeeds) =>
  (said: Extract<Said, { topic: 'call' }>): Answer =>
    withVoice(needs, async (turn) => {
      const office = officeHours(turn.council, turn.now);
      if (office.kind === 'never-staffed') return nobodyRings(turn);
      return { outcome: { kind: said.already ? 'call-already-asked' : 'call-asked', office }, voice: turn.voice, said };
    });

const answerFor = (needs: SkillNeeds, { confirmation, slots }: Asked): Answer => {
  const subject = subjectOf(slots.subject);
  switch (confirmation) {
    case 'NONE':
      return askFirst(needs, subject);
    case 'CONFIRMED':
      return passOnCall(needs, subject);
    case 'DENIED':
      return leaveCall(needs);
  }
};

/** "Ask somebody to ring me." */
export const ringMe = (needs: SkillNeeds): Feature =>
  forIntents('ring-me', ['RingMeIntent'], (asked) => answerFor(needs, asked)(asked));
