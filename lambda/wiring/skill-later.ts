import { searchableBook } from '../adapters/search/searchable-book.ts';
import { membersKept } from '../core/alerts/members-kept.ts';
import { findAnswer } from '../core/answers/find-answer.ts';
import { binDaysOfHome } from '../core/bin-days/bin-days-of-home.ts';
import { askCallBack } from '../core/call-backs/ask-call-back.ts';
import { acknowledge } from '../core/delivery/acknowledge.ts';
import { announce } from '../core/delivery/announce.ts';
import { nettedBell } from '../core/delivery/netted-bell.ts';
import { homeMirrorsKept } from '../core/home-mirror/home-mirrors-kept.ts';
import { agreeOnWords, refuseScreen } from '../core/pairing/agree-on-screen.ts';
import { claimScreen } from '../core/pairing/claim-screen.ts';
import { completePairing, turnAwayCode } from '../core/pairing/complete-pairing.ts';
import { hushEcho } from '../core/pairing/hush-echo.ts';
import { unpairEcho } from '../core/pairing/unpair-echo.ts';
import { withdrawConsent } from '../core/people/change-consent.ts';
import { changeManner } from '../core/people/change-manner.ts';
import { changeSpeech } from '../core/people/change-settings.ts';
import { askToBeForgotten } from '../core/people/forget-request.ts';
import { switchScreen } from '../core/people/switch-screen.ts';
import { cancelReminder, changeReminder } from '../core/reminders/change-reminder.ts';
import { hearSkillEvent } from '../core/reminders/hear-skill-event.ts';
import { mirrorsKept } from '../core/reminders/mirrors-kept.ts';
import {
  acceptAnchor,
  acceptWords,
  declinePlacing,
  noteToldCopies,
  placeReminder,
  seeAnchor,
} from '../core/reminders/place-reminder.ts';
import { type SetNeeds, setReminder } from '../core/reminders/set-reminder.ts';
import { countSafety } from '../core/safeguarding/count-safety.ts';
import { noteForDuty, readDuty } from '../core/safeguarding/note-for-duty.ts';
import { pairingGate } from '../core/set-up/may-pair.ts';
import { renderOutcome } from '../render/render-outcome.ts';
import type { Feature } from '../skill/feature.ts';
import { featuresOf } from '../skill/features.ts';
import type { PlacingUseCases, SkillNeeds, TurnNeeds } from '../skill/needs.ts';
import { answerBook } from './answer-book.ts';
import { careStores } from './care-stores.ts';
import { mirrorNeeds } from './mirror-needs.ts';
import type { SkillEdges } from './skill.ts';
import type { TurnStores } from './turn-stores.ts';

const placingOf = (
  stores: ReturnType<typeof careStores>,
  { echoReminders, clock, log }: SkillEdges,
  atOnce: TurnNeeds['placing'],
  echos: TurnStores['echos'],
): PlacingUseCases | undefined => {
  if (echoReminders === undefined || atOnce === undefined) return undefined;
  const needs = { ...mirrorNeeds(stores, clock), echoReminders };
  return {
    ...atOnce,
    place: placeReminder(needs),
    decline: declinePlacing(needs),
    acceptRoutine: acceptAnchor(needs),
    acceptWords: acceptWords(needs),
    seeRoutine: seeAnchor(needs),
    noteTold: noteToldCopies(needs),
    hearEvent: hearSkillEvent({
      ...needs,
      echos,
      homes: stores.homes,
      homeSigns: stores.homeSigns,
      audit: stores.audit,
      log,
    }),
  };
};

/** Everything of the skill that no launch waits for: all features with all they call, all words, and what Alexa tells of accounts. */
export const wireSkillLater = (edges: SkillEdges, ofTurns: TurnStores, turn: TurnNeeds): SkillLater => {
  const { table, pairingSecrets, clock, realNow, newId, log } = edges;
  const stores = careStores(table, realNow, log, ofTurns);
  const bell = nettedBell(edges.bell, log);
  const mirrored = mirrorsKept(stores, { bell, clock });
  const kept = { ...mirrored, ...homeMirrorsKept({ ...stores, ...mirrored }, { bell, clock }) };
  // No Audience asks a copy that an act of this turn has made old.
  const { residents, homes, echos: counted } = membersKept({ ...stores, ...kept }, log);
  const { deliveries } = kept;
  const { audit, callBacks, answers, listings, unanswered, echos, pairingCodes: codes } = stores;
  const gate = pairingGate({ ...stores, clock });
  const pairingNeeds = { echos, codes, secrets: pairingSecrets, gate, clock, log };
  const reminding: SetNeeds = {
    ...stores,
    ...kept,
    announce: announce({ deliveries, clock, bell }),
    clock,
    newId,
  };
  const placing = placingOf(stores, edges, turn.placing, homeMirrorsKept(stores, { bell, clock }).echos);
  const { placing: _atOnce, ...atOnce } = turn;
  const needs: SkillNeeds = {
    ...atOnce,
    changeSpeech: changeSpeech({ residents: kept.residents, audit, clock }),
    changeManner: changeManner({ residents, audit, clock }),
    acknowledge: acknowledge({ deliveries, clock }),
    askCallBack: askCallBack({ callBacks, audit, clock, newId }),
    binDays: binDaysOfHome(stores),
    findAnswer: findAnswer({ answers, unanswered, readBook: answerBook(stores, searchableBook, realNow) }),
    listingOf: listings.ofId,
    completePairing: completePairing(pairingNeeds),
    turnAwayCode: turnAwayCode(pairingNeeds),
    isCodeExpected: gate.isAnybodyExpecting,
    unpairEcho: unpairEcho({ ...stores, ...kept, homes, echos: counted, clock }),
    withdrawConsent: withdrawConsent({ residents, audit, clock }),
    askToBeForgotten: askToBeForgotten({ requests: stores.forgetRequests, audit, clock }),
    claimScreen: claimScreen({ ...stores, codes, secrets: pairingSecrets, clock }),
    agreeOnWords: agreeOnWords({ ...stores, clock }),
    refuseScreen: refuseScreen(stores),
    switchScreen: switchScreen({ residents, audit, clock }),
    setReminder: setReminder(reminding),
    changeReminder: changeReminder(reminding),
    cancelReminder: cancelReminder(reminding),
    hushEcho: hushEcho({ echos, clock }),
    countSafety: countSafety({ counts: stores.safetyCounts, clock }),
    noteForDuty: noteForDuty({ ...stores, entries: stores.dutyEntries, clock, newId }),
    readDuty: readDuty(stores.safetyModes),
    ...(placing === undefined ? {} : { placing }),
  };
  return {
    features: featuresOf(needs),
    renderOutcome,
    isCodeExpected: needs.isCodeExpected,
    ...(placing === undefined ? {} : { placing }),
  };
};

export type SkillLater = {
  readonly features: readonly Feature[];
  readonly renderOutcome: typeof renderOutcome;
  readonly isCodeExpected: SkillNeeds['isCodeExpected'];
  readonly placing?: PlacingUseCases;
};
