import * as keys from '../../../lambda/adapters/table/keys.ts';
import { binRoundsKey } from '../../../lambda/adapters/table/keys-of-bin-rounds.ts';
import { dutyKey, safetyModeKey } from '../../../lambda/adapters/table/keys-of-duty.ts';
import { erasedAgainKey, erasureKey } from '../../../lambda/adapters/table/keys-of-erasures.ts';
import { forgetKey } from '../../../lambda/adapters/table/keys-of-forgetting.ts';
import { homeMirrorKey } from '../../../lambda/adapters/table/keys-of-home-mirror.ts';
import { roomListKey } from '../../../lambda/adapters/table/keys-of-rooms.ts';
import type { Key } from '../../../lambda/adapters/table/table.ts';

/** Stands for any id, date or number in a key, and for anything at all. */
export const ANY = 'any-one';
export const ANYTHING = 'any-thing';
const DAY = '2000-01-01';
const AT = '2000-01-01T00:00';
export const SOME_DAYS = [AT, DAY] as const;

/**
 * What becomes of a row when one Resident is erased.
 * `own`: it stands under the Resident, and goes. `names`: it goes if it names them. `shared`: they are taken out of its list; it goes when nobody
 * is left in it. `carer`: the same, but a Carer stays. `home`: it goes with a Home in which nobody is left. `audit`: it stays, without what it
 * tells of them. `pseudonym`: it stays, because counts must add up, and holds an id that leads to nobody. `nobody`: it tells of no Resident.
 */
export type Fate = 'own' | 'names' | 'shared' | 'carer' | 'home' | 'audit' | 'pseudonym' | 'nobody';

type Held = { readonly like: Key; readonly fate: Fate; readonly title: string };

const C = ANY;

/**
 * Every key pattern of the table, by the function that makes it. Whoever adds one says here what leaving means for it: a test holds that
 * none is missing, because a row that nobody knows is neither given to whoever asks for it nor forgotten.
 */
export const HELD = {
  councilKey: { like: keys.councilKey(C), fate: 'nobody', title: 'The council' },
  sendingKey: { like: keys.sendingKey(C), fate: 'nobody', title: 'The switch of sending' },
  serviceSendingKey: { like: keys.serviceSendingKey(), fate: 'nobody', title: 'The switch of all sending' },
  echoKey: { like: keys.echoKey(C, ANY), fate: 'shared', title: 'Echo' },
  accountKey: { like: keys.accountKey(C, ANY, ANY), fate: 'home', title: 'Account of an Echo' },
  screenKey: { like: keys.screenKey(C, ANY), fate: 'shared', title: 'Screen' },
  screenPairingKey: { like: keys.screenPairingKey(C, ANY), fate: 'home', title: 'Pairing of a Screen' },
  homeKey: { like: keys.homeKey(C, ANY), fate: 'shared', title: 'Home' },
  setUpVisitKey: { like: keys.setUpVisitKey(C, ANY), fate: 'home', title: 'Set-up visit' },
  homeSignsKey: { like: keys.homeSignsKey(C, ANY), fate: 'home', title: 'Signs of life of the home' },
  setUpListKey: { like: keys.setUpListKey(C, DAY, ANY), fate: 'home', title: 'List of set-up visits' },
  openSetUpKey: { like: keys.openSetUpKey(C, ANY), fate: 'home', title: 'List of open set-up visits' },
  homeListKey: { like: keys.homeListKey(C, ANY), fate: 'home', title: 'List of homes' },
  residentKey: { like: keys.residentKey(C, ANY), fate: 'own', title: 'About you' },
  reminderKey: { like: keys.reminderKey(C, ANY, ANY), fate: 'own', title: 'Reminder' },
  mirrorKey: { like: keys.mirrorKey(C, ANY), fate: 'own', title: 'Copies on your Echos' },
  planKey: { like: keys.planKey(C, ANY), fate: 'own', title: 'How far your visits are known' },
  leftOffKey: { like: keys.leftOffKey(C, ANY), fate: 'own', title: 'Where a conversation broke off' },
  openCallKey: { like: keys.openCallKey(C, ANY), fate: 'own', title: 'Your latest call-back' },
  diaryKey: { like: keys.diaryKey(C, ANY, AT, ANY), fate: 'own', title: 'Visit or appointment' },
  deliveryKey: { like: keys.deliveryKey(C, ANY, ANYTHING), fate: 'own', title: 'What you were told' },
  nightKey: { like: keys.nightKey(C), fate: 'nobody', title: 'The comparison at night' },
  memberKey: { like: keys.memberKey(C, ANY, ANY), fate: 'names', title: 'How alerts find you' },
  alertKey: { like: keys.alertKey(C, ANY), fate: 'pseudonym', title: 'Alert' },
  alertListKey: { like: keys.alertListKey(C, ANY), fate: 'nobody', title: 'List of alerts' },
  chunkKey: { like: keys.chunkKey(C, ANY, 0), fate: 'pseudonym', title: 'Whom an alert was for' },
  resultKey: { like: keys.resultKey(C, ANY, 0), fate: 'pseudonym', title: 'What came of an alert' },
  templateKey: { like: keys.templateKey(C, ANY), fate: 'nobody', title: 'Template' },
  carerKey: { like: keys.carerKey(C, ANY), fate: 'carer', title: 'Carer' },
  toldLinkKey: { like: keys.toldLinkKey(C, ANY), fate: 'names', title: 'Link sent to a Carer' },
  officerKey: { like: keys.officerKey(C, ANY), fate: 'nobody', title: 'Officer' },
  pairingCodeKey: { like: keys.pairingCodeKey(C, ANY), fate: 'home', title: 'Pairing code' },
  screenCodeKey: { like: keys.screenCodeKey(C, ANY), fate: 'home', title: 'Code of a Screen' },
  triesKey: { like: keys.triesKey(C, ANY, DAY), fate: 'nobody', title: 'Tries of codes' },
  sessionKey: { like: keys.sessionKey(C, ANY), fate: 'nobody', title: 'Session of the console' },
  callBackKey: { like: keys.callBackKey(C, 0, ANY), fate: 'names', title: 'Call-back' },
  answerKey: { like: keys.answerKey(C, ANY), fate: 'nobody', title: 'Answer' },
  listingKey: { like: keys.listingKey(C, ANY), fate: 'nobody', title: 'Listing' },
  unansweredKey: { like: keys.unansweredKey(C, DAY, ANY), fate: 'nobody', title: 'Count of what had no answer' },
  safetyCountKey: { like: keys.safetyCountKey(C, '2000-01', ANY), fate: 'nobody', title: 'Count of words of need' },
  auditKey: { like: keys.auditKey(C, ANYTHING, 0), fate: 'audit', title: 'Who did what' },
  homeMirrorKey: { like: homeMirrorKey(C, ANY), fate: 'home', title: 'What stands on the screens of your Echos' },
  roomListKey: { like: roomListKey(C), fate: 'nobody', title: 'List of rooms' },
  binRoundsKey: { like: binRoundsKey(C), fate: 'nobody', title: 'Rounds of the bin lorries' },
  safetyModeKey: { like: safetyModeKey(C), fate: 'nobody', title: 'Who is told of words about danger' },
  dutyKey: { like: dutyKey(C, 0, ANY), fate: 'names', title: 'Words about danger that were passed on' },
  forgetKey: { like: forgetKey(C, ANY), fate: 'pseudonym', title: 'Your wish to be forgotten' },
  erasureKey: { like: erasureKey(C, ANY), fate: 'pseudonym', title: 'What was decided about forgetting' },
  erasedAgainKey: { like: erasedAgainKey(C, ANY), fate: 'nobody', title: 'What was forgotten again after a restore' },
} as const satisfies Record<string, Held>;

export type PatternName = keyof typeof HELD;
