import { searchableBook } from '../adapters/search/searchable-book.ts';
import type { Table } from '../adapters/table/table.ts';
import { findAnswer } from '../core/answers/find-answer.ts';
import { askCallBack } from '../core/call-backs/ask-call-back.ts';
import { acknowledge } from '../core/delivery/acknowledge.ts';
import { announce } from '../core/delivery/announce.ts';
import type { Bell } from '../core/delivery/bell.ts';
import { nettedBell } from '../core/delivery/netted-bell.ts';
import { markReadOut, markSpoken } from '../core/delivery/read-out.ts';
import type { Clock } from '../core/kernel/clock.ts';
import type { NewId } from '../core/kernel/ids.ts';
import type { Log } from '../core/kernel/log.ts';
import { agreeOnWords, refuseScreen } from '../core/pairing/agree-on-screen.ts';
import { claimScreen } from '../core/pairing/claim-screen.ts';
import { completePairing } from '../core/pairing/complete-pairing.ts';
import type { HashEcho, SealIds } from '../core/pairing/echo.ts';
import { hushEcho } from '../core/pairing/hush-echo.ts';
import type { PairingSecrets } from '../core/pairing/pairing.ts';
import { changeManner } from '../core/people/change-manner.ts';
import { changeSpeech } from '../core/people/change-settings.ts';
import { switchScreen } from '../core/people/switch-screen.ts';
import { cancelReminder, changeReminder } from '../core/reminders/change-reminder.ts';
import { readToldPage } from '../core/reminders/confirmed.ts';
import { replyDone, replyNotYet } from '../core/reminders/reply-to-reminder.ts';
import { type SetNeeds, setReminder } from '../core/reminders/set-reminder.ts';
import { countSafety } from '../core/safeguarding/count-safety.ts';
import { renderOutcome } from '../render/render-outcome.ts';
import { renderQuestion } from '../render/render-question.ts';
import { type AnswerRequest, answerOrReject, buildSkill } from '../skill/build-skill.ts';
import type { TurnTold } from '../skill/needs.ts';
import { answerBook } from './answer-book.ts';
import { careStores } from './care-stores.ts';

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
  readonly onOutcome?: (told: TurnTold) => void;
};

/** The skill of one council, from the raw edges of one process. It rejects for a request that is not for this skill. */
export const wireSkill = (edges: SkillEdges): AnswerRequest => {
  const { table, council, skillId, hashEcho, sealIds, pairingSecrets, clock, realNow, newId, log, onOutcome } = edges;

  const stores = careStores(table, realNow, log);
  const { residents, deliveries, audit, callBacks, answers, listings, unanswered, echos, pairingCodes: codes } = stores;
  const reminding: SetNeeds = {
    ...stores,
    announce: announce({ deliveries, clock, bell: nettedBell(edges.bell, log) }),
    clock,
    newId,
  };
  const skill = buildSkill({
    skillId,
    council,
    councilOf: stores.councilOf,
    readEcho: async (of, hash) => (await echos.ofHash(of, hash, { strong: true }))?.value,
    readResident: async (of, id) => (await residents.ofId(of, id, { strong: true }))?.value,
    readPage: readToldPage(stores.readPage),
    changeSpeech: changeSpeech({ residents, audit, clock }),
    changeManner: changeManner({ residents, audit, clock }),
    replyDone: replyDone({ deliveries, clock }),
    replyNotYet: replyNotYet({ deliveries, clock }),
    acknowledge: acknowledge({ deliveries, clock }),
    markReadOut: markReadOut({ deliveries, clock }),
    markSpoken: markSpoken({ deliveries, clock }),
    askCallBack: askCallBack({ callBacks, audit, clock, newId }),
    findAnswer: findAnswer({ answers, unanswered, readBook: answerBook(stores, searchableBook, realNow) }),
    listingOf: listings.ofId,
    completePairing: completePairing({ echos, codes, secrets: pairingSecrets, clock }),
    claimScreen: claimScreen({ ...stores, codes, secrets: pairingSecrets, clock }),
    agreeOnWords: agreeOnWords({ ...stores, clock }),
    refuseScreen: refuseScreen(stores),
    switchScreen: switchScreen({ residents, audit, clock }),
    setReminder: setReminder(reminding),
    changeReminder: changeReminder(reminding),
    cancelReminder: cancelReminder(reminding),
    keepLeftOff: stores.keepLeftOff,
    hushEcho: hushEcho({ echos, clock }),
    countSafety: countSafety({ counts: stores.safetyCounts, clock }),
    hashEcho,
    sealIds,
    clock,
    log,
    render: { outcome: renderOutcome, question: renderQuestion },
    ...(onOutcome === undefined ? {} : { onOutcome }),
  });
  return answerOrReject(skill);
};
