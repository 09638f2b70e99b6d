import { CARE_SUBJECTS, type CareSubject } from '../../core/answers/answer.ts';
import type { FindAnswerOutcome } from '../../core/answers/find-answer.ts';
import { localDate } from '../../core/kernel/uk-time.ts';
import type { SlotHeard } from '../asked.ts';
import { type Answer, type Feature, forIntents } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import { offerCall } from '../offers.ts';
import type { Said } from '../said.ts';
import { withListener, withVoice } from '../turn.ts';

type SaidAnswer = Extract<Said, { topic: 'answer' }>;

/** The subject of a slot: the resolved value of the interaction model, in our own spelling. */
export const subjectOf = (slot: SlotHeard | undefined): CareSubject | undefined => {
  const id = slot?.id?.toLowerCase().replaceAll('_', '-');
  return CARE_SUBJECTS.find((known) => known === id);
};

/** The council's answer on a subject, looked up while the person is read. One that was missing is not counted again. */
export const tellAnswer =
  (needs: SkillNeeds) =>
  (said: SaidAnswer): Answer => {
    const { subject, missing } = said;
    const find = async (): Promise<FindAnswerOutcome> =>
      missing
        ? { kind: 'no-answer', subject: subject ?? 'not-understood' }
        : needs.findAnswer(needs.council, subject, localDate(needs.clock()));
    return withListener(needs, find, async (turn, outcome) => ({
      outcome,
      voice: turn.voice,
      said: { ...said, missing: outcome.kind === 'no-answer' },
      ...(outcome.kind === 'answer' ? {} : offerCall(turn, subject === undefined ? {} : { subject })),
    }));
  };

/** Asks which subject is meant. */
export const askForSubject = (needs: SkillNeeds): Answer =>
  withVoice(needs, async ({ voice }) => ({
    outcome: { kind: 'asks-for-subject' },
    voice,
    asks: { kind: 'subject' },
    said: { topic: 'plain', outcome: 'asks-for-subject' },
  }));

/** "How do I get meals on wheels?" */
export const careQuestion = (needs: SkillNeeds): Feature =>
  forIntents('care-question', ['CareQuestionIntent'], (asked) => {
    const slot = asked.slots.subject;
    if (slot === undefined) return askForSubject(needs)(asked);
    const subject = subjectOf(slot);
    return tellAnswer(needs)({
      topic: 'answer',
      ...(subject === undefined ? {} : { subject }),
      missing: false,
    })(asked);
  });
