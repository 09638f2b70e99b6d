import type { CompletePairingOutcome } from '../../core/pairing/complete-pairing.ts';
import type { AskingEcho } from '../../core/pairing/pairing-code.ts';
import type { Asked } from '../asked.ts';
import { type Answer, type Feature, forIntents, type Reply } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import type { Said } from '../said.ts';
import { withAnybody } from '../turn.ts';
import { pairScreenWithCode } from './pair-screen.ts';

/** So often a code may go wrong in one conversation before the number of the council is given. */
const TRIES = 3;
/** So many digits a code has. */
const DIGITS = 8;

/**
 * A code as it was heard: digits only, because people pause between them. What was heard before in this conversation comes first, unless
 * the whole code is told at once after all.
 */
const codeOf = ({ slots, session: { asks } }: Asked): string | undefined => {
  const said = slots.pairingCode?.value.replace(/\D/g, '');
  const before = asks?.kind === 'code' ? (asks.heard ?? '') : '';
  return said === undefined || said.length >= DIGITS ? said : `${before}${said}`;
};

const echoOf = (needs: SkillNeeds, { ids, apiEndpoint }: Asked): AskingEcho | undefined =>
  ids === undefined
    ? undefined
    : {
        hash: needs.hashEcho(ids),
        kind: ids.endpointId === undefined ? 'consumer' : 'managed',
        sealedIds: needs.sealIds(ids),
        apiEndpoint,
      };

const triesOf = ({ session }: Asked): number => (session.asks?.kind === 'code' ? session.asks.tries : 0);

const saidOf = (outcome: CompletePairingOutcome): Said => {
  if (outcome.kind === 'pairing-asked') return { topic: 'words', words: outcome.words };
  if (outcome.kind === 'no-number-needed') return { topic: 'echo-plain', outcome: outcome.kind };
  return { topic: 'plain', outcome: outcome.kind };
};

const mayTryAgain = ({ kind }: CompletePairingOutcome): boolean =>
  kind === 'code-not-eight-digits' || kind === 'code-not-known';

type Without = Omit<Reply, 'voice'>;

const left: Without = {
  outcome: { kind: 'pairing-left' },
  ends: true,
  said: { topic: 'plain', outcome: 'pairing-left' },
};

const asksForCode: Without = {
  outcome: { kind: 'asks-for-code' },
  asks: { kind: 'code', tries: 0 },
  said: { topic: 'plain', outcome: 'asks-for-code' },
};

const alreadyPaired: Without = {
  outcome: { kind: 'already-paired' },
  said: { topic: 'plain', outcome: 'already-paired' },
};

/** What is said where no code is to be asked for: nobody is expecting one, or this Echo has its Home. */
const turnedAway = async (needs: SkillNeeds, echo: unknown): Promise<Without | undefined> => {
  const outcome = await needs.turnAwayCode(needs.council);
  if (outcome !== undefined) return { outcome, ends: true, said: saidOf(outcome) };
  return echo === undefined ? undefined : alreadyPaired;
};

const complete = async (needs: SkillNeeds, asked: Asked, code: string): Promise<Without> => {
  const echo = echoOf(needs, asked);
  if (echo === undefined) return left;
  const outcome = await needs.completePairing({ council: needs.council, code, echo });
  const tries = triesOf(asked) + 1;
  if (!mayTryAgain(outcome)) return { outcome, ends: true, said: saidOf(outcome) };
  return tries < TRIES ? { outcome, asks: { kind: 'code', tries }, said: saidOf(outcome) } : left;
};

/** A piece of a code: there is a rest to come. The first piece has two digits at least, or it is noise; a nought never comes first. */
const isPart = ({ slots }: Asked, code: string): boolean =>
  /\d/.test(slots.pairingCode?.value ?? '') && /^[1-9]\d{1,6}$/.test(code);

/** Says back what was heard, and asks for the rest. It is no try yet. */
const partHeard = async (needs: SkillNeeds, asked: Asked, heard: string): Promise<Without> =>
  (await turnedAway(needs, undefined)) ?? {
    outcome: { kind: 'code-part-heard', digits: heard },
    asks: { kind: 'code', tries: triesOf(asked), heard },
    said: { topic: 'code-part', digits: heard },
  };

/** Asks for the code, where an Echo is not set up yet. */
export const askForCode = (needs: SkillNeeds): Answer =>
  withAnybody(needs, async ({ echo }, voice) => ({ ...((await turnedAway(needs, echo)) ?? asksForCode), voice }));

/** Whoever has no code is told whom to ring. */
export const leavePairing = (needs: SkillNeeds): Answer =>
  withAnybody(needs, async (_place, voice) => ({ ...left, voice }));

/** Something else was heard than eight numbers: that is a try as well. */
export const codeNotHeard = (needs: SkillNeeds): Answer =>
  withAnybody(needs, async ({ asked }, voice) => {
    const tries = triesOf(asked) + 1;
    if (tries >= TRIES) return { ...left, voice };
    return {
      outcome: { kind: 'code-not-eight-digits' },
      voice,
      asks: { kind: 'code', tries },
      said: { topic: 'plain', outcome: 'code-not-eight-digits' },
    };
  });

const isForScreen = ({ session }: Asked): boolean => session.asks?.kind === 'screen-code';

/** "Pair this Echo." An Echo that is paired already asks for no number, and says that nobody needs one. */
export const pairEcho = (needs: SkillNeeds): Feature => {
  const answer = withAnybody(needs, async ({ asked, echo }, voice) => {
    const code = codeOf(asked);
    const away = echo !== undefined || code === undefined ? await turnedAway(needs, echo) : undefined;
    if (away !== undefined) return { ...away, voice };
    if (code === undefined) return { ...asksForCode, voice };
    if (isPart(asked, code)) return { ...(await partHeard(needs, asked, code)), voice };
    return { ...(await complete(needs, asked, code)), voice };
  });
  // "The code is …" is a phrase of this intent; while a television's code is asked for, it is that one's.
  return forIntents('pair-echo', ['PairEchoIntent'], (asked) =>
    (isForScreen(asked) ? pairScreenWithCode(needs) : answer)(asked),
  );
};
