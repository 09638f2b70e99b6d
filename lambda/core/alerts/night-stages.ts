import type { Deliveries } from '../delivery/deliveries.ts';
import type { Delivery } from '../delivery/delivery.ts';
import { mendedDelivery } from '../delivery/mend-delivery.ts';
import { atMostAtOnce } from '../kernel/at-most-at-once.ts';
import { type Clock, DAY } from '../kernel/clock.ts';
import { type LocalDate, localDate } from '../kernel/uk-time.ts';
import type { Saved, Versioned } from '../kernel/version.ts';
import type { Echos } from '../pairing/pairing.ts';
import type { Homes, Residents } from '../people/people.ts';
import { mendedReminder } from '../reminders/mend-reminder.ts';
import type { Reminder } from '../reminders/reminder.ts';
import type { Reminders } from '../reminders/reminders.ts';
import type { DueIndex, DueRef, Shard } from '../timetable/due.ts';
import type { Finding, Mended, NightNeeds, Waiting } from '../timetable/night.ts';
import type { Alert } from './alert.ts';
import type { Alerts } from './alerts.ts';
import type { Members } from './audience.ts';
import { isToBeCompared, mendedAlert } from './mend-alert.ts';
import { memberOf } from './refresh-member.ts';

/** A row that the due index names. */
export type WaitingRow =
  | { readonly kind: 'reminder'; readonly row: Waiting<Reminder> }
  | { readonly kind: 'delivery'; readonly row: Waiting<Delivery> }
  | { readonly kind: 'alert'; readonly row: Waiting<Alert> };

/** What a night compares of what the index names. */
export type ComparedRef = Exclude<DueRef, { readonly kind: 'mirror' | 'home-mirror' }>;

/** Rows as they stand, with where the due index shows them. All reads are strong; a row that cannot be read is alarmed and left out. */
export type WaitingRows = {
  /** A Resident's Reminders, and the Deliveries due from a local date on. */
  readonly ofResident: (council: string, residentId: string, from: LocalDate) => Promise<readonly WaitingRow[]>;
  /** The row that the index names; undefined when it is not there. */
  readonly ofRef: (ref: ComparedRef) => Promise<WaitingRow | 'unreadable' | undefined>;
  /** A page of a council's Alerts, newest first. */
  readonly alerts: (
    council: string,
    after?: string,
  ) => Promise<{ readonly rows: readonly WaitingRow[]; readonly after?: string }>;
};

export type StageNeeds = {
  readonly council: string;
  readonly rows: WaitingRows;
  readonly residents: Residents;
  readonly homes: Homes;
  readonly echos: Echos;
  readonly members: Members;
  readonly reminders: Pick<Reminders, 'save'>;
  readonly deliveries: Pick<Deliveries, 'save'>;
  readonly alerts: Pick<Alerts, 'save'>;
  readonly index: DueIndex;
  readonly shards: () => Promise<readonly Shard[]>;
  readonly clock: Clock;
};

const AT_ONCE = 16;
/** A Delivery that is open is at most as old as an Alert lives. */
const LOOKED_BACK = 8 * DAY;
/** Further ahead than anything waits, in epoch milliseconds: the end of the year 9999. */
const FOR_EVER = 253_402_300_799_000;

/** Writes what was mended over what was read, and nothing over anything newer: that was written since, and is looked at the next night. */
const write = async <T>(
  mended: Mended<T> | undefined,
  version: number,
  save: (one: Versioned<T>) => Promise<Saved>,
): Promise<readonly Finding[]> => {
  if (mended === undefined) return [];
  if (mended.value !== undefined) await save({ value: mended.value, version });
  return [mended.finding];
};

const isEndedFor = async ({ residents }: StageNeeds, { council, residentId }: Reminder): Promise<boolean> => {
  const stored = await residents.ofId(council, residentId, { strong: true });
  return stored === undefined || stored.value.presence.kind === 'ended';
};

const mend = async (needs: StageNeeds, one: WaitingRow): Promise<readonly Finding[]> => {
  const now = needs.clock();
  const { version } = one.row;
  switch (one.kind) {
    case 'reminder': {
      const isEnded = await isEndedFor(needs, one.row.value);
      return write(mendedReminder(one.row, isEnded, now), version, needs.reminders.save);
    }
    case 'delivery':
      return write(mendedDelivery(one.row, now), version, needs.deliveries.save);
    case 'alert':
      return write(mendedAlert(one.row, now), version, needs.alerts.save);
  }
};

const mendAll = async (needs: StageNeeds, rows: readonly WaitingRow[]): Promise<readonly Finding[]> =>
  (await atMostAtOnce(AT_ONCE, rows, (row) => mend(needs, row))).flat();

/** What Audiences are asked of is a copy; one whose writer died before it is written now. */
const mendMember = async (needs: StageNeeds, residentId: string): Promise<readonly Finding[]> => {
  const member = await memberOf(needs)(needs.council, residentId);
  if (member === undefined || (await needs.members.isKept(member))) return [];
  await needs.members.save(member);
  return ['member-behind'];
};

const mendResident = async (needs: StageNeeds, residentId: string): Promise<readonly Finding[]> => {
  const from = localDate(needs.clock() - LOOKED_BACK);
  const rows = await needs.rows.ofResident(needs.council, residentId, from);
  return [...(await mendAll(needs, rows)), ...(await mendMember(needs, residentId))];
};

const mendHomes = async (needs: StageNeeds, after: string | undefined) => {
  const page = await needs.homes.ofCouncil(needs.council, after);
  const residents = page.homes.flatMap((home) => home.residents);
  const found = (await atMostAtOnce(AT_ONCE, residents, (id) => mendResident(needs, id))).flat();
  return page.after === undefined ? { found } : { found, after: page.after };
};

/** A mirror is compared with its Echo by its own look, once a night. */
const mendRef = async (needs: StageNeeds, ref: DueRef): Promise<readonly Finding[]> => {
  if (ref.kind === 'mirror' || ref.kind === 'home-mirror') return [];
  const row = await needs.rows.ofRef(ref);
  if (row === undefined) return ['row-gone'];
  return row === 'unreadable' ? [] : mend(needs, row);
};

/** The cursor of this stage is the shard's place and the index's own cursor. */
const mendIndex = async (needs: StageNeeds, after: string | undefined) => {
  const [place = '0', ...rest] = after?.split('|') ?? [];
  const shard = (await needs.shards())[Number(place)];
  if (shard === undefined) return { found: [] };
  const from = rest.join('|');
  const page = await needs.index.due(shard, FOR_EVER, from === '' ? undefined : from);
  const found = (await atMostAtOnce(AT_ONCE, page.refs, (ref) => mendRef(needs, ref))).flat();
  return { found, after: page.after === undefined ? `${Number(place) + 1}|` : `${place}|${page.after}` };
};

/** An Alert whose counts are to be compared asks for its own look, now. */
const compare = async (needs: StageNeeds, one: WaitingRow): Promise<void> => {
  const now = needs.clock();
  if (one.kind !== 'alert' || !isToBeCompared(one.row.value, now)) return;
  await needs.alerts.save({ value: { ...one.row.value, lookAt: now }, version: one.row.version });
};

const mendAlerts = async (needs: StageNeeds, after: string | undefined) => {
  const page = await needs.rows.alerts(needs.council, after);
  const found = await mendAll(needs, page.rows);
  await atMostAtOnce(AT_ONCE, page.rows, (row) => compare(needs, row));
  return page.after === undefined ? { found } : { found, after: page.after };
};

/** What a night compares, a page at a time: the people and what they are owed, the due index and its rows, the Alerts and their counts. */
export const nightStages = (needs: StageNeeds): NightNeeds['stages'] => ({
  homes: (after) => mendHomes(needs, after),
  index: (after) => mendIndex(needs, after),
  alerts: (after) => mendAlerts(needs, after),
});
