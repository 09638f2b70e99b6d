import { type Attempt, type Delivery, isToEcho } from '../../core/delivery/delivery.ts';
import type { Rung } from '../../core/delivery/ladder.ts';
import { nextClimb } from '../../core/delivery/next-climb.ts';
import { type Instant, MINUTE } from '../../core/kernel/clock.ts';
import type { LocalDate } from '../../core/kernel/uk-time.ts';
import type { Resident } from '../../core/people/resident.ts';
import type { Words } from '../words/en.ts';
import { momentWords } from './moment.ts';

/** Somebody whom a rung names was tried to be told. */
export const wasTried = ({ attempts, climbed }: Delivery): boolean =>
  climbed > 0 || attempts.some((attempt) => !isToEcho(attempt));

const nameOf = (rung: Rung, resident: Resident, words: Words): string => {
  if (rung.tell.kind === 'desk') return words.residents.attention.desk;
  const { carerId } = rung.tell;
  return resident.circle.find((member) => member.carerId === carerId)?.name ?? words.residents.attention.someone;
};

/** The last try of each rung. Rows from before a rung could be tried twice hold one for each, in order. */
const lastTries = ({ attempts }: Delivery): ReadonlyMap<number, Attempt> => {
  const tries = attempts.filter((attempt) => !isToEcho(attempt));
  return new Map(tries.map((attempt, place) => [attempt.rung ?? place, attempt]));
};

type Telling = { readonly name: string; readonly moment: (at: Instant) => string; readonly words: Words };

const sentWords = ({ channel, at }: Attempt, { name, moment, words }: Telling): string => {
  switch (channel) {
    case 'desk':
      return words.residents.attention.atDesk(moment(at));
    case 'text':
    case 'email':
      return words.telling.sent(words.telling.by[channel], name, moment(at));
    default:
      return words.residents.attention.onCarersPage(name, moment(at));
  }
};

const notSentWords = ({ channel, came }: Attempt, isTriedAgain: boolean, { name, words }: Telling): string => {
  const { telling, residents } = words;
  switch (channel) {
    case 'desk':
      return residents.attention.deskRefused;
    case 'text':
    case 'email': {
      const by = telling.by[channel];
      if (isTriedAgain) return telling.triedAgain(by, name);
      return came === 'unknown' ? telling.notSurelySent(by, name) : telling.notSent(by, name);
    }
    default:
      return residents.attention.carerRefused(name);
  }
};

/**
 * Who has been told, and who is to be told and when: one sentence for each rung. That somebody opened a message is said only
 * when they signed in for it (promise G13). A row that waits for nothing tells nobody more.
 */
export const rungSentences = (
  delivery: Delivery,
  resident: Resident,
  today: LocalDate,
  words: Words,
): readonly string[] => {
  const moment = (at: Instant) => momentWords(at, today, words);
  const tries = lastTries(delivery);
  return delivery.ladder.flatMap((rung, step) => {
    const name = nameOf(rung, resident, words);
    const opened = delivery.opened?.find((one) => one.rung === step);
    if (opened !== undefined) return [words.telling.opened(name, moment(opened.at))];
    const tried = tries.get(step);
    if (tried === undefined) {
      const at = moment(delivery.dueAt + rung.afterMinutes * MINUTE);
      return delivery.lookAt === undefined ? [] : [words.residents.attention.toBeTold(name, at)];
    }
    if (tried.came === 'sent') return [sentWords(tried, { name, moment, words })];
    const isTriedAgain =
      step === delivery.climbed && delivery.lookAt !== undefined && nextClimb(delivery) !== undefined;
    return [notSentWords(tried, isTriedAgain, { name, moment, words })];
  });
};
