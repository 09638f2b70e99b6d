import { searchableBook } from '../adapters/search/searchable-book.ts';
import type { Table } from '../adapters/table/table.ts';
import { membersKept } from '../core/alerts/members-kept.ts';
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
import { completePairing, turnAwayCode } from '../core/pairing/complete-pairing.ts';
import type { HashAccount, HashEcho, SealIds } from '../core/pairing/echo.ts';
import { hushEcho } from '../core/pairing/hush-echo.ts';
import type { PairingSecrets } from '../core/pairing/pairing.ts';
import { unpairEcho } from '../core/pairing/unpair-echo.ts';
import { withdrawConsent } from '../core/people/change-consent.ts';
import { changeManner } from '../core/people/change-manner.ts';
import { changeSpeech } from '../core/people/change-settings.ts';
import { switchScreen } from '../core/people/switch-screen.ts';
import { cancelReminder, changeReminder } from '../core/reminders/change-reminder.ts';
import { readToldPage } from '../core/reminders/confirmed.ts';
import type { EchoReminders } from '../core/reminders/echo-reminders.ts';
import { hearSkillEvent, noteAccount } from '../core/reminders/hear-skill-event.ts';
import { mirrorsKept } from '../core/reminders/mirrors-kept.ts';
import {
  acceptAnchor,
  acceptWords,
  declinePlacing,
  noteToldCopies,
  placeReminder,
  seeAnchor,
} from '../core/reminders/place-reminder.ts';
import { replyDone, replyNotYet } from '../core/reminders/reply-to-reminder.ts';
import { type SetNeeds, setReminder } from '../core/reminders/set-reminder.ts';
import { countSafety } from '../core/safeguarding/count-safety.ts';
import { pairingGate } from '../core/set-up/may-pair.ts';
import { renderOutcome } from '../render/render-outcome.ts';
import { renderQuestion } from '../render/render-question.ts';
import { type AnswerRequest, answerOrReject, buildSkill } from '../skill/build-skill.ts';
import type { PlacingUseCases, TurnTold } from '../skill/needs.ts';
import { answerBook } from './answer-book.ts';
import { type CareStores, careStores } from './care-stores.ts';
import { mirrorNeeds } from './mirror-needs.ts';

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

const placingOf = (
  stores: CareStores,
  { echoReminders, hashAccount, clock, log }: SkillEdges,
): PlacingUseCases | undefined => {
  if (echoReminders === undefined || hashAccount === undefined) return undefined;
  const needs = { ...mirrorNeeds(stores, clock), echoReminders };
  return {
    place: placeReminder(needs),
    decline: declinePlacing(needs),
    acceptRoutine: acceptAnchor(needs),
    acceptWords: acceptWords(needs),
    seeRoutine: seeAnchor(needs),
    noteTold: noteToldCopies(needs),
    words: needs.copyWords,
    hashAccount,
    noteAccount: noteAccount(stores),
    hearEvent: hearSkillEvent({
      ...needs,
      echos: stores.echos,
      homes: stores.homes,
      homeSigns: stores.homeSigns,
      audit: stores.audit,
      log,
    }),
  };
};

/** The skill of one council, from the raw edges of one process. It rejects for a request that is not for this skill. */
export const wireSkill = (edges: SkillEdges): AnswerRequest => {
  const { table, council, skillId, hashEcho, sealIds, pairingSecrets, clock, realNow, newId, log, onOutcome } = edges;

  const stores = careStores(table, realNow, log);
  const bell = nettedBell(edges.bell, log);
  const kept = mirrorsKept(stores, { bell, clock });
  const { residents } = kept;
  const { deliveries, audit, callBacks, answers, listings, unanswered, echos, pairingCodes: codes } = stores;
  const placing = placingOf(stores, edges);
  const gate = pairingGate({ ...stores, clock });
  const pairingNeeds = { echos, codes, secrets: pairingSecrets, gate, clock, log };
  const reminding: SetNeeds = {
    ...stores,
    ...kept,
    announce: announce({ deliveries, clock, bell }),
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
    completePairing: completePairing(pairingNeeds),
    turnAwayCode: turnAwayCode(pairingNeeds),
    isCodeExpected: gate.isAnybodyExpecting,
    unpairEcho: unpairEcho({ ...stores, ...kept, clock }),
    // No Audience counts them from this turn on.
    withdrawConsent: withdrawConsent({ ...membersKept({ ...stores, residents }, log), audit, clock }),
    noteSign: stores.homeSigns.note,
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
    ...(placing === undefined ? {} : { placing }),
    ...(onOutcome === undefined ? {} : { onOutcome }),
  });
  return answerOrReject(skill);
};
