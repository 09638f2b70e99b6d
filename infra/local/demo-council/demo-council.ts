import type { AlertTemplate } from '../../../lambda/core/alerts/template.ts';
import type { Answer } from '../../../lambda/core/answers/answer.ts';
import type { Listing } from '../../../lambda/core/answers/listing.ts';
import type { BinRounds } from '../../../lambda/core/bin-days/bin-rounds.ts';
import type { CallBack } from '../../../lambda/core/call-backs/call-back.ts';
import type { DiaryEntry, DiaryPlan } from '../../../lambda/core/diary/diary-entry.ts';
import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import { atTime, instantOf, type LocalDate } from '../../../lambda/core/kernel/uk-time.ts';
import type { Echo } from '../../../lambda/core/pairing/echo.ts';
import type { Carer } from '../../../lambda/core/people/carer.ts';
import type { Council } from '../../../lambda/core/people/council.ts';
import type { Home } from '../../../lambda/core/people/home.ts';
import type { Officer } from '../../../lambda/core/people/officer.ts';
import type { Resident } from '../../../lambda/core/people/resident.ts';
import type { Reminder } from '../../../lambda/core/reminders/reminder.ts';
import { ALERT_TEMPLATES } from './alert-templates.ts';
import { demoAnswers } from './answers.ts';
import { demoBinRounds } from './bin-rounds.ts';
import { buildCallBack } from './build-call-back.ts';
import { firstDiary, planOf } from './build-diary.ts';
import { buildReminders } from './build-reminders.ts';
import { buildResident } from './build-resident.ts';
import { carersOf } from './carers.ts';
import { DEMO_HOMES } from './demo-homes.ts';
import { HARBOUR, HARBOUR_COUNTY_COUNCIL, OFFICERS } from './harbour-county-council.ts';
import { demoListings } from './listings.ts';
import { type EchoPairing, pairEchos } from './pair-echos.ts';
import { seedAct } from './seed-act.ts';

/** The whole demo as plain values, one for each row. */
export type DemoData = {
  readonly council: Council;
  readonly officers: readonly Officer[];
  readonly carers: readonly Carer[];
  readonly homes: readonly Home[];
  readonly residents: readonly Resident[];
  readonly echos: readonly Echo[];
  readonly plans: readonly DiaryPlan[];
  readonly diary: readonly DiaryEntry[];
  readonly reminders: readonly Reminder[];
  readonly answers: readonly Answer[];
  readonly listings: readonly Listing[];
  readonly callBacks: readonly CallBack[];
  readonly templates: readonly AlertTemplate[];
  readonly binRounds: BinRounds;
};

/**
 * Harbour County Council as the demo begins. Pure: the same start date, moment and pairing give the same values, but for the
 * sealed ids, which a good seal makes different every time. Reminders wait for their first occurrence after `now`.
 */
export const demoCouncil = (startDate: LocalDate, now: Instant, pairing: EchoPairing): DemoData => {
  const begins = instantOf(atTime(startDate, '00:00'));
  const rows = DEMO_HOMES.flatMap((home) => home.residents);
  const echos = pairEchos(DEMO_HOMES, pairing, begins);
  return {
    council: HARBOUR_COUNTY_COUNCIL,
    officers: OFFICERS,
    carers: carersOf(DEMO_HOMES),
    homes: DEMO_HOMES.map(({ id, label, area, residents }) => ({
      council: HARBOUR,
      id,
      label,
      nation: 'england',
      ...(area === undefined ? {} : { area, binRound: area }),
      residents: residents.map((resident) => resident.id),
      echos: echos.filter((echo) => echo.homeId === id).map((echo) => echo.hash),
      screens: [],
      lastAct: seedAct(begins),
    })),
    residents: DEMO_HOMES.flatMap((home) => home.residents.map((row) => buildResident(home, row, startDate, begins))),
    echos,
    plans: rows.flatMap((row) => planOf(row, startDate) ?? []),
    diary: rows.flatMap((row) => firstDiary(row, startDate)),
    reminders: rows.flatMap((row) => buildReminders(row, startDate, begins, now)),
    answers: demoAnswers(startDate),
    listings: demoListings(startDate),
    callBacks: rows.flatMap((row) => buildCallBack(row, startDate)),
    templates: ALERT_TEMPLATES,
    binRounds: demoBinRounds(startDate, begins),
  };
};
