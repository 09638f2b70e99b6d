import { anchorName, ROUTINES, WORDS_NAME } from '../../core/reminders/mirror.ts';
import type { PlacingOutcome } from '../../render/echo-outcome.ts';
import type { CameBack, Connection } from '../connection.ts';
import type { Answer, Feature, Reply } from '../feature.ts';
import type { PlacingUseCases, SkillNeeds } from '../needs.ts';
import { nextPlacing } from '../next-placing.ts';
import type { Pending } from '../pending.ts';
import { type PageTurn, withPage } from '../turn.ts';

export type PlacingQuestion = Extract<Pending, { kind: 'place-it' | 'offer-routine' | 'offer-words' }>;

const keyOf = ({ resident }: PageTurn) => ({ council: resident.council, residentId: resident.id });

/** What was asked about, as a no to it is kept. */
const nameOf = (asks: PlacingQuestion): string => {
  if (asks.kind === 'place-it') return asks.reminderId;
  return asks.kind === 'offer-routine' ? anchorName(asks.time) : WORDS_NAME;
};

const NOTHING: PlacingOutcome = { kind: 'nothing-to-place' };

/** The answer, and what may be asked next by what stands now: the page was read before the answer changed it. */
const replying = async (needs: SkillNeeds, turn: PageTurn, outcome: PlacingOutcome): Promise<Reply> => {
  const page = await needs.readPage(needs.council, turn.resident.id, turn.today);
  const placing = page === undefined ? undefined : nextPlacing(needs, turn, page);
  return { outcome, voice: turn.voice, placing };
};

const asksAlexa = (turn: PageTurn, connects: Connection): Reply => ({
  outcome: { kind: 'asks-alexa', about: connects.about === 'permission' ? 'permission' : 'routine' },
  voice: turn.voice,
  connects,
  speaker: turn.resident.id,
});

const place = async (
  needs: SkillNeeds,
  placing: PlacingUseCases,
  turn: PageTurn,
  reminderId: string,
  isPermitted: boolean,
): Promise<Reply> => {
  const { apiEndpoint, apiAccessToken: token } = turn.asked;
  const came = await placing.place({ ...keyOf(turn), reminderId }, turn.echo, { apiEndpoint, token });
  switch (came.kind) {
    case 'reminder-placed':
      return replying(needs, turn, { kind: came.kind, rule: came.copy.rule });
    case 'needs-permission':
      // Just given, and refused all the same: Alexa is not asked in a circle.
      if (isPermitted) return replying(needs, turn, { kind: 'not-placed', why: 'not-now' });
      return asksAlexa(turn, { about: 'permission', reminderId });
    case 'not-placed':
      return replying(needs, turn, came);
    case 'nothing-to-place':
      return replying(needs, turn, came);
  }
};

/** "Yes" to a copy or a routine on this Echo. */
export const placeIt = (needs: SkillNeeds, asks: PlacingQuestion): Answer =>
  withPage(needs, async (turn) => {
    const { placing } = needs;
    if (placing === undefined) return replying(needs, turn, NOTHING);
    switch (asks.kind) {
      case 'place-it':
        return place(needs, placing, turn, asks.reminderId, false);
      case 'offer-routine':
        return asksAlexa(turn, { about: 'routine', time: asks.time });
      case 'offer-words':
        return asksAlexa(turn, { about: 'words' });
    }
  });

/** "No" to one of them: it is left in peace for a week. */
export const leaveUnplaced = (needs: SkillNeeds, asks: PlacingQuestion): Answer =>
  withPage(needs, async (turn) => {
    await needs.placing?.decline(keyOf(turn), nameOf(asks));
    return replying(needs, turn, { kind: 'placing-declined' });
  });

const afterPermission = async (
  needs: SkillNeeds,
  placing: PlacingUseCases,
  turn: PageTurn,
  { state, answer }: CameBack,
): Promise<Reply> => {
  if (state.about !== 'permission') return replying(needs, turn, NOTHING);
  if (answer === 'yes') return place(needs, placing, turn, state.reminderId, true);
  await placing.decline(keyOf(turn), state.reminderId, 'no-permission');
  // Alexa herself has sent the card when nobody answered; where she could not even ask we send it.
  const outcome: PlacingOutcome = { kind: answer === 'no' ? 'permission-refused' : 'card-sent' };
  const reply = await replying(needs, turn, outcome);
  return answer === 'unavailable' ? { ...reply, permissionCard: true } : reply;
};

const afterRoutine = async (
  needs: SkillNeeds,
  placing: PlacingUseCases,
  turn: PageTurn,
  { state, answer }: CameBack,
): Promise<Reply> => {
  const key = keyOf(turn);
  const time = state.about === 'routine' ? { time: state.time } : {};
  if (answer !== 'yes') {
    const what = state.about === 'routine' ? anchorName(state.time) : WORDS_NAME;
    await placing.decline(key, answer === 'unavailable' ? ROUTINES : what);
    return replying(needs, turn, { kind: 'routine-settled', on: false, ...time });
  }
  if (state.about === 'routine') await placing.acceptRoutine(key, turn.echo, state.time);
  else await placing.acceptWords(key);
  return replying(needs, turn, { kind: 'routine-settled', on: true, ...time });
};

/** Alexa has asked by herself and comes back with the answer. */
export const fromAlexa = (needs: SkillNeeds): Feature => ({
  name: 'from-alexa',
  claims: ({ cameBack }) => cameBack !== undefined,
  answer: (asked) => {
    const { cameBack } = asked;
    const { placing } = needs;
    if (cameBack === undefined || placing === undefined)
      return withPage(needs, (turn) => replying(needs, turn, NOTHING))(asked);
    const after = cameBack.state.about === 'permission' ? afterPermission : afterRoutine;
    return withPage(needs, (turn) => after(needs, placing, turn, cameBack))(asked);
  },
});
