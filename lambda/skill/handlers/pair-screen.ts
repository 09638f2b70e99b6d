import type { AgreeOnScreenOutcome } from '../../core/pairing/agree-on-screen.ts';
import type { ClaimScreenOutcome } from '../../core/pairing/claim-screen.ts';
import type { ScreenPairingOutcome } from '../../render/echo-outcome.ts';
import { onlyAlone } from '../alone-first.ts';
import type { Asked } from '../asked.ts';
import { type Answer, type Feature, forIntents, type Reply } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import type { Pending } from '../pending.ts';
import { type PersonTurn, withPerson } from '../turn.ts';

/** So often a code may go wrong in one conversation. */
const TRIES = 3;

type Without = Omit<Reply, 'voice'>;
type SameWords = Extract<Pending, { kind: 'same-words' }>;

const triesOf = ({ session }: Asked): number => (session.asks?.kind === 'screen-code' ? session.asks.tries : 0);

/** Fixed words, which end it or leave the conversation open. */
const plain = (outcome: Exclude<ScreenPairingOutcome, { kind: 'screen-asked' }>): Without => ({
  outcome,
  said: { topic: 'screen-plain', outcome: outcome.kind },
});

const asksForCode = (tries: number): Without => ({
  ...plain({ kind: 'asks-for-screen-code' }),
  asks: { kind: 'screen-code', tries },
});

const afterClaim = (outcome: ClaimScreenOutcome, tries: number): Without => {
  switch (outcome.kind) {
    case 'screen-asked':
      return {
        outcome: { kind: 'screen-asked', words: outcome.words },
        asks: { kind: 'same-words', screen: outcome.screenHash },
        said: { topic: 'screen-words', words: outcome.words },
      };
    case 'code-not-eight-digits':
    case 'code-not-known':
      if (tries >= TRIES) return plain({ kind: 'screen-not-paired' });
      return {
        outcome,
        asks: { kind: 'screen-code', tries },
        said: { topic: 'plain', outcome: outcome.kind },
      };
    case 'too-many-tries':
      return { outcome, said: { topic: 'plain', outcome: outcome.kind } };
    case 'too-many-screens':
      return plain(outcome);
    case 'no-such-home':
      return plain({ kind: 'screen-not-paired' });
  }
};

const afterAgreeing = ({ kind }: AgreeOnScreenOutcome): Without => {
  switch (kind) {
    case 'screen-paired':
    case 'waits-for-ok':
    case 'too-many-screens':
      return plain({ kind });
    case 'waits-for-words':
    case 'nothing-asked':
    case 'try-again':
      return plain({ kind: 'screen-not-paired' });
  }
};

const claim = async (
  needs: SkillNeeds,
  { echo, resident }: PersonTurn,
  code: string,
  asked: Asked,
): Promise<Without> => {
  const by = { kind: 'resident', id: resident.id } as const;
  const outcome = await needs.claimScreen({ council: needs.council, homeId: echo.homeId, code, by });
  return afterClaim(outcome, triesOf(asked) + 1);
};

/** A code as it was heard: digits only, because people pause between them. */
const codeOf = ({ slots }: Asked): string | undefined => slots.pairingCode?.value.replace(/\D/g, '');

/** Asks for the code that the television shows, or takes it. */
export const pairScreenWithCode = (needs: SkillNeeds): Answer =>
  withPerson(
    needs,
    onlyAlone(async (turn: PersonTurn) => {
      const { voice, asked } = turn;
      const code = codeOf(asked);
      return { ...(code === undefined ? asksForCode(triesOf(asked)) : await claim(needs, turn, code, asked)), voice };
    }),
  );

/** Something else was heard than eight numbers: that is a try as well. */
export const screenCodeNotHeard = (needs: SkillNeeds): Answer =>
  withPerson(needs, async ({ voice, asked }) => ({
    ...afterClaim({ kind: 'code-not-eight-digits' }, triesOf(asked) + 1),
    voice,
  }));

/** "Yes, it shows the same two words." */
export const sameWordsThere = (needs: SkillNeeds, { screen }: SameWords): Answer =>
  withPerson(
    needs,
    onlyAlone(async ({ echo, resident, voice }: PersonTurn) => {
      const by = { kind: 'resident', id: resident.id } as const;
      const request = { council: needs.council, homeId: echo.homeId, screenHash: screen, by };
      return { ...afterAgreeing(await needs.agreeOnWords(request)), voice };
    }),
  );

/** "No, other ones": another television has the code. */
export const otherWordsThere = (needs: SkillNeeds, { screen }: SameWords): Answer =>
  withPerson(needs, async ({ echo, voice }) => {
    await needs.refuseScreen({ council: needs.council, homeId: echo.homeId, screenHash: screen });
    return { ...plain({ kind: 'screen-refused' }), voice };
  });

/** "Pair my television." */
export const pairScreen = (needs: SkillNeeds): Feature =>
  forIntents('pair-screen', ['PairScreenIntent'], pairScreenWithCode(needs));
