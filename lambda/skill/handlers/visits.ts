import { visitsBetween } from '../../core/diary/coming-days.ts';
import { PARTS_OF_DAY } from '../../core/diary/part-of-day.ts';
import { whoIsComing } from '../../core/diary/who-is-coming.ts';
import { localDateTime } from '../../core/kernel/uk-time.ts';
import type { SpokenOutcome } from '../../render/spoken-outcome.ts';
import type { Asked } from '../asked.ts';
import { dayAsked } from '../day-slot.ts';
import { type Answer, type Feature, forIntents, type Reply } from '../feature.ts';
import type { TurnNeeds } from '../needs.ts';
import { offerCall, walked } from '../offers.ts';
import type { SaidList } from '../said.ts';
import { type PageTurn, withPage } from '../turn.ts';

const visitsOf = (turn: PageTurn, said: SaidList): SpokenOutcome => {
  const { page, now, council } = turn;
  const asked = dayAsked(said.day, turn.today);
  const question = {
    now,
    freshForMinutes: council.diaryFreshForMinutes,
    ...(said.part === undefined ? {} : { part: said.part }),
  };
  switch (asked.kind) {
    case 'no-day':
    case 'day': {
      const day = asked.kind === 'day' ? { day: asked.day } : {};
      const told = whoIsComing(page.diary, { ...question, ...day });
      return told.kind === 'visits' ? { ...told, from: said.from } : told;
    }
    case 'days': {
      const told = visitsBetween(page.diary, { ...question, ...asked.days });
      return told.kind === 'visits-between' ? { ...told, from: said.from } : told;
    }
    default:
      return asked;
  }
};

/** Nobody has come yet although the time has begun. */
const isLate = (outcome: SpokenOutcome, { now }: PageTurn): boolean => {
  const [first] = outcome.kind === 'visits' ? outcome.visits : [];
  return first !== undefined && first.at <= localDateTime(now);
};

/** Nobody came: whatever is known of the next visit is told, and a person is offered who can find out. */
const afterMissed = (said: SaidList, turn: PageTurn): Pick<Reply, 'said' | 'asks'> =>
  turn.voice.level === 'closed' ? { said } : { said, ...offerCall(turn, { office: true, missed: true }) };

const after = (outcome: SpokenOutcome, said: SaidList, turn: PageTurn): Pick<Reply, 'said' | 'asks'> => {
  if (said.missed === true && outcome.kind !== 'day-not-understood') return afterMissed(said, turn);
  switch (outcome.kind) {
    case 'visits':
    case 'visits-between': {
      const here = walked(said, outcome.visits.length, turn.voice);
      const mayOffer = here.asks === undefined && isLate(outcome, turn) && turn.voice.level !== 'closed';
      return mayOffer ? { ...here, ...offerCall(turn, { office: true }) } : here;
    }
    case 'no-visits':
      return outcome.ended === undefined || turn.voice.level === 'closed'
        ? { said }
        : { said, ...offerCall(turn, { office: true }) };
    case 'no-plan':
    case 'no-plan-between':
      return { said, ...offerCall(turn) };
    case 'day-not-understood':
      return { said, asks: { kind: 'which-day' } };
    default:
      return { said };
  }
};

/** Who is coming, from a place in the list. */
export const tellVisits =
  (needs: TurnNeeds) =>
  (said: SaidList): Answer =>
    withPage(needs, async (turn) => {
      const outcome = visitsOf(turn, said);
      return { outcome, voice: turn.voice, ...after(outcome, said, turn) };
    });

const saidOf = ({ slots }: Asked): SaidList => {
  const part = PARTS_OF_DAY.find((known) => known === slots.partOfDay?.id?.toLowerCase());
  return {
    topic: 'visits',
    ...(slots.day === undefined ? {} : { day: slots.day.value }),
    ...(part === undefined ? {} : { part }),
    ...(slots.missed?.id === 'NOBODY_CAME' || slots.notCome?.id === 'NOT_COME' ? { missed: true as const } : {}),
    from: 0,
  };
};

/** "When's my carer coming?" */
export const visits = (needs: TurnNeeds): Feature =>
  forIntents('visits', ['WhoIsComingIntent'], (asked) => tellVisits(needs)(saidOf(asked))(asked));
