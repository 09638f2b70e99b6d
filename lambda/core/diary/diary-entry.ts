import type { Acted } from '../audit/act.ts';
import type { Instant } from '../kernel/clock.ts';
import type { LocalDateTime } from '../kernel/uk-time.ts';

/** What a Visit is, in words anybody may hear. */
export const VISIT_KINDS = [
  'care-visit',
  'nurse',
  'therapist',
  'social-worker',
  'meals',
  'cleaner',
  'befriender',
  'other-visit',
] as const;
export type VisitKind = (typeof VISIT_KINDS)[number];

/** Where an appointment is, never why (promise G14). */
export const APPOINTMENT_KINDS = [
  'surgery',
  'hospital',
  'dentist',
  'optician',
  'day-centre',
  'council-office',
  'hairdresser',
  'outing',
  'other-appointment',
] as const;
export type AppointmentKind = (typeof APPOINTMENT_KINDS)[number];

/** Who said so: a feed by its name, or a person by the part they play. */
export type EntrySource = 'care-agency' | 'council' | 'carer' | 'resident';

type Entry = Acted & {
  readonly council: string;
  readonly residentId: string;
  readonly id: string;
  /** UK wall time. A Visit's window is from `at` to `until`. */
  readonly at: LocalDateTime;
  readonly until?: LocalDateTime;
  readonly state: 'planned' | 'cancelled';
  readonly source: EntrySource;
  /** When the source last said so. */
  readonly asOf: Instant;
};

/** A care worker or professional coming to the home; `who` is a first name, if known. */
export type Visit = Entry & { readonly kind: 'visit'; readonly what: VisitKind; readonly who?: string };

/** Something to go to; `where` is a short place name. */
export type Appointment = Entry & {
  readonly kind: 'appointment';
  readonly what: AppointmentKind;
  readonly where?: string;
};

export type DiaryEntry = Visit | Appointment;

/** Until when a plan of Visits is known for a Resident, and when its source last said so. */
export type DiaryPlan = {
  readonly council: string;
  readonly residentId: string;
  readonly source: EntrySource;
  readonly coversUntil: LocalDateTime;
  readonly asOf: Instant;
};

export const isPlanned = (entry: DiaryEntry): boolean => entry.state === 'planned';

/** The end of an entry: its window's end, or its beginning. */
export const endOf = (entry: DiaryEntry): LocalDateTime => entry.until ?? entry.at;
