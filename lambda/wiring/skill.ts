import type { Table } from '../adapters/table/table.ts';
import type { Bell } from '../core/delivery/bell.ts';
import { markReadOut, markSpoken } from '../core/delivery/read-out.ts';
import type { Clock } from '../core/kernel/clock.ts';
import type { NewId } from '../core/kernel/ids.ts';
import type { Log } from '../core/kernel/log.ts';
import { wiredOnce } from '../core/kernel/wired-once.ts';
import type { HashAccount, HashEcho, SealIds } from '../core/pairing/echo.ts';
import { noteAccount } from '../core/pairing/note-account.ts';
import type { PairingSecrets } from '../core/pairing/pairing.ts';
import { readToldPage } from '../core/reminders/confirmed.ts';
import type { EchoReminders } from '../core/reminders/echo-reminders.ts';
import { replyDone, replyNotYet } from '../core/reminders/reply-to-reminder.ts';
import { copyWords } from '../render/copy-words.ts';
import { renderAtOnce } from '../render/render-at-once.ts';
import { renderQuestion } from '../render/render-question.ts';
import { type AnswerRequest, answerOrReject, buildSkill } from '../skill/build-skill.ts';
import type { TurnNeeds, TurnTold } from '../skill/needs.ts';
import { turnStores } from './turn-stores.ts';

export type SkillEdges = {
  readonly table: Table;
  readonly bell: Bell;
  readonly council: string;
  readonly skillId: string;
  readonly hashEcho: HashEcho;
  readonly sealIds: SealIds;
  readonly pairingSecrets: PairingSecrets;
  readonly clock: Clock;
  readonly realNow: () => number;
  readonly newId: NewId;
  readonly log: Log;
  /** Absent: nothing is placed on Echos. */
  readonly echoReminders?: EchoReminders;
  readonly hashAccount?: HashAccount;
  readonly onOutcome?: (told: TurnTold) => void;
};

/**
 * The skill of one council, from the raw edges of one process. It rejects for a request that is not for this skill. What the commonest
 * turns call stands here; everything else stands in `skill-later.ts`, so that nobody who opens the skill waits for it.
 */
export const wireSkill = (edges: SkillEdges): AnswerRequest => {
  const { table, council, skillId, hashEcho, sealIds, clock, realNow, log, onOutcome } = edges;
  const stores = turnStores(table, realNow, log);
  const { councilOf, echos, residents, deliveries, homeSigns, keepLeftOff, readPage } = stores;
  const later = wiredOnce(async () => (await import('./skill-later.ts')).wireSkillLater(edges, stores, turn));
  const { hashAccount, echoReminders } = edges;
  const placing: TurnNeeds['placing'] =
    echoReminders === undefined || hashAccount === undefined
      ? undefined
      : {
          words: copyWords,
          hashAccount,
          noteAccount: noteAccount({ echos }),
          noteTold: async (key, reminderIds) => (await later()).placing?.noteTold(key, reminderIds),
          hearEvent: async (heard) => (await later()).placing?.hearEvent(heard),
        };
  const turn: TurnNeeds = {
    skillId,
    council,
    councilOf,
    readEcho: async (of, hash) => (await echos.ofHash(of, hash, { strong: true }))?.value,
    readResident: async (of, id) => (await residents.ofId(of, id, { strong: true }))?.value,
    readPage: readToldPage(readPage),
    replyDone: replyDone({ deliveries, clock }),
    replyNotYet: replyNotYet({ deliveries, clock }),
    markReadOut: markReadOut({ deliveries, clock }),
    markSpoken: markSpoken({ deliveries, clock }),
    isCodeExpected: async (of) => (await later()).isCodeExpected(of),
    noteSign: homeSigns.note,
    keepLeftOff,
    hashEcho,
    sealIds,
    clock,
    log,
    render: {
      outcome: async (outcome, voice) => renderAtOnce(outcome, voice) ?? (await later()).renderOutcome(outcome, voice),
      question: renderQuestion,
    },
    ...(placing === undefined ? {} : { placing }),
    ...(onOutcome === undefined ? {} : { onOutcome }),
  };
  return answerOrReject(buildSkill(turn, async () => (await later()).features));
};
