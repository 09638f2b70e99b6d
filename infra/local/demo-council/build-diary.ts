import type { Appointment, DiaryEntry, DiaryPlan, Visit } from '../../../lambda/core/diary/diary-entry.ts';
import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import {
  addDays,
  addWallMinutes,
  atTime,
  instantOf,
  type LocalDate,
  weekdayOf,
} from '../../../lambda/core/kernel/uk-time.ts';
import { pick } from './chance.ts';
import type { DemoAppointment, DemoPlan, DemoVisit } from './demo-diary.ts';
import type { DemoResident } from './demo-home.ts';
import { HARBOUR, workingDay } from './harbour-county-council.ts';
import { seedAct } from './seed-act.ts';

/** The Diary is planned for this many days, today among them. */
export const PLANNED_DAYS = 7;

const STALE_DAYS = 3;

/** When the plan of a day was last sent: at its midnight, or three days earlier. */
const sentAt = (plan: DemoPlan, today: LocalDate): Instant =>
  instantOf(atTime(plan === 'stale' ? addDays(today, -STALE_DAYS) : today, '00:00'));

/** Entries are named by Resident, day and place in the row, so that the same day is always the same entries. */
const entryId = (row: DemoResident, date: LocalDate, place: string): string =>
  `${row.id}-${date.replaceAll('-', '')}-${place}`;

type Making = { readonly row: DemoResident; readonly date: LocalDate; readonly asOf: Instant };

const visitOn = ({ row, date, asOf }: Making, visit: DemoVisit, place: number): Visit => {
  const at = atTime(date, visit.at);
  const id = entryId(row, date, `visit-${place + 1}`);
  const who = pick(id, visit.who);
  return {
    kind: 'visit',
    council: HARBOUR,
    residentId: row.id,
    id,
    what: visit.what,
    at,
    until: addWallMinutes(at, visit.minutes),
    state: 'planned',
    source: visit.source,
    asOf,
    ...(who === undefined ? {} : { who }),
    lastAct: seedAct(asOf),
  };
};

const appointmentOn = ({ row, date, asOf }: Making, appointment: DemoAppointment, place: number): Appointment => {
  const at = atTime(date, appointment.at);
  return {
    kind: 'appointment',
    council: HARBOUR,
    residentId: row.id,
    id: entryId(row, date, `appointment-${place + 1}`),
    what: appointment.what,
    where: appointment.where,
    at,
    ...(appointment.minutes === undefined ? {} : { until: addWallMinutes(at, appointment.minutes) }),
    state: 'planned',
    source: appointment.source,
    asOf,
    lastAct: seedAct(asOf),
  };
};

/** What comes round every week, on one day. A pure function of the row and the day. */
const entriesOn = (making: Making): readonly DiaryEntry[] => {
  const weekday = weekdayOf(making.date);
  const visits = making.row.visits.flatMap((visit, place) =>
    visit.days.includes(weekday) ? [visitOn(making, visit, place)] : [],
  );
  const appointments = making.row.appointments.flatMap((appointment, place) =>
    appointment.kind === 'weekly' && appointment.days.includes(weekday)
      ? [appointmentOn(making, appointment, place)]
      : [],
  );
  return [...visits, ...appointments];
};

const moved = (visit: Visit, demo: DemoVisit, to: string): readonly Visit[] => {
  const at = atTime(visit.at.slice(0, 10), to);
  const planned: Visit = { ...visit, at, until: addWallMinutes(at, demo.minutes) };
  return [planned, { ...visit, state: 'cancelled' }];
};

/** A Visit as it stands after its change: cancelled, or under its new time with the old one closed (as `moveEntry` leaves it). */
const changed = (entry: DiaryEntry, row: DemoResident, startDate: LocalDate): readonly DiaryEntry[] => {
  if (entry.kind !== 'visit') return [entry];
  const demo = row.visits.find(
    ({ change }, place) =>
      change !== undefined && entry.id === entryId(row, addDays(startDate, change.onDay), `visit-${place + 1}`),
  );
  if (demo?.change === undefined) return [entry];
  return demo.change.kind === 'cancelled' ? [{ ...entry, state: 'cancelled' }] : moved(entry, demo, demo.change.to);
};

/** The days of the Diary from one to another, both inclusive, as they are planned today. */
export const diaryOfDays = (
  row: DemoResident,
  from: LocalDate,
  to: LocalDate,
  today: LocalDate,
): readonly DiaryEntry[] => {
  const asOf = sentAt(row.plan, today);
  const entries: DiaryEntry[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) entries.push(...entriesOn({ row, date, asOf }));
  return entries;
};

/** The Diary of the first week, with what comes once and what has changed. */
export const firstDiary = (row: DemoResident, startDate: LocalDate): readonly DiaryEntry[] => {
  const weekly = diaryOfDays(row, startDate, lastPlannedDay(startDate), startDate);
  const written = instantOf(atTime(addDays(startDate, -4), '10:00'));
  const once = row.appointments.flatMap((appointment, place) =>
    appointment.kind === 'coming'
      ? [
          appointmentOn(
            { row, date: workingDay(startDate, appointment.workingDays), asOf: written },
            appointment,
            place,
          ),
        ]
      : [],
  );
  return [...weekly.flatMap((entry) => changed(entry, row, startDate)), ...once];
};

export const lastPlannedDay = (today: LocalDate): LocalDate => addDays(today, PLANNED_DAYS - 1);

/** Until when the Visits of a Resident are known, as of today; undefined where nobody has sent a plan. */
export const planOf = (row: DemoResident, today: LocalDate): DiaryPlan | undefined =>
  row.plan === 'none'
    ? undefined
    : {
        council: HARBOUR,
        residentId: row.id,
        source: 'care-agency',
        coversUntil: atTime(lastPlannedDay(today), '23:59'),
        asOf: sentAt(row.plan, today),
      };
