import { CARE_SUBJECTS, type CareSubject } from '../../core/answers/answer.ts';
import type { FindAnswerOutcome } from '../../core/answers/find-answer.ts';
import type { BinDaysOutcome } from '../../core/bin-days/bin-days-of-home.ts';
import type { Asked, SlotHeard } from '../asked.ts';
import { type Answer, type Feature, forIntents } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import { offerCall } from '../offers.ts';
import type { PairedPlace } from '../place.ts';
import type { Said } from '../said.ts';
import { withListener, withVoice } from '../turn.ts';

type SaidAnswer = Extract<Said, { topic: 'answer' }>;

/** The subject of a slot: the resolved value of the interaction model, in our own spelling. */
export const subjectOf = (slot: SlotHeard | undefined): CareSubject | undefined => {
  const id = slot?.id?.toLowerCase().replaceAll('_', '-');
  return CARE_SUBJECTS.find((known) => known === id);
};

type Told = FindAnswerOutcome | Extract<BinDaysOutcome, { kind: 'bin-days' }>;

const saidOf = (outcome: Told, subject: CareSubject | undefined): SaidAnswer => {
  if (outcome.kind === 'bin-days') return { topic: 'answer', subject: 'bins', missing: false };
  if (outcome.kind === 'answer') return { topic: 'answer', subject: outcome.answer.subject, missing: false };
  if (outcome.kind === 'listing') return { topic: 'answer', listing: outcome.listing.id, missing: false };
  return { topic: 'answer', ...(subject === undefined ? {} : { subject }), missing: true };
};

/**
 * The council's answer on a subject, or what its book has on the person's own words, looked up while the person is read. The words are
 * kept nowhere. One that was missing is not counted again. About the bins, the bin days of this Home are told where its round is known.
 */
export const tellAnswer =
  (needs: SkillNeeds) =>
  (said: SaidAnswer, words?: string): Answer => {
    const { subject, listing, missing } = said;
    const find = async (_asked: Asked, { echo, today }: PairedPlace): Promise<Told> => {
      const days = subject === 'bins' ? await needs.binDays(needs.council, echo.homeId, today) : undefined;
      if (days?.kind === 'bin-days') return days;
      const found = listing === undefined ? undefined : await needs.listingOf(needs.council, listing);
      if (found !== undefined) return { kind: 'listing', listing: found };
      if (missing || listing !== undefined) return { kind: 'no-answer', subject: subject ?? 'not-understood' };
      const question = { ...(subject === undefined ? {} : { subject }), ...(words === undefined ? {} : { words }) };
      return needs.findAnswer(needs.council, question, today);
    };
    return withListener(needs, find, async (turn, outcome) => ({
      outcome,
      voice: turn.voice,
      said: saidOf(outcome, subject),
      ...(outcome.kind !== 'no-answer' ? {} : offerCall(turn, subject === undefined ? {} : { subject })),
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
    const said = { topic: 'answer', ...(subject === undefined ? {} : { subject }), missing: false } as const;
    return tellAnswer(needs)(said, subject === undefined ? slot.value : undefined)(asked);
  });
