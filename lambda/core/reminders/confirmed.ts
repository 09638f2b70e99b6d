import type { Delivery } from '../delivery/delivery.ts';
import type { Instant } from '../kernel/clock.ts';
import type { Resident } from '../people/resident.ts';
import type { Reminder } from './reminder.ts';
import type { ReadResidentPage, ResidentPage } from './resident-page.ts';

type WhereTheyAre = Pick<Resident, 'presence'>;

const cameHomeAt = ({ presence }: WhereTheyAre): Instant | undefined =>
  presence.kind === 'home' ? presence.cameHomeAt : undefined;

/**
 * Whether a Reminder may be told as far as its Resident's homecoming goes: things change in hospital, so a person has to set, change,
 * confirm or resume it after they came home. Nothing more is stored than when they came home and when somebody last saw to the Reminder.
 */
export const isConfirmed = (reminder: Pick<Reminder, 'lastAct'>, resident: WhereTheyAre): boolean =>
  reminder.lastAct.at > (cameHomeAt(resident) ?? -Infinity);

/** Whether an occurrence fell into the time before a homecoming. It is not told afterwards, however late it is looked at. */
export const wasBeforeHome = (dueAt: Instant, resident: WhereTheyAre): boolean =>
  dueAt < (cameHomeAt(resident) ?? -Infinity);

/** The Reminders that are on and wait for somebody to confirm them. */
export const unconfirmedOf = (reminders: readonly Reminder[], resident: WhereTheyAre): readonly Reminder[] =>
  reminders.filter(
    (reminder) => reminder.state === 'on' && reminder.next !== undefined && !isConfirmed(reminder, resident),
  );

/**
 * What the Resident is told of a page that was read: as long as a Reminder is not confirmed it is left out as a paused one is, and so is
 * whatever of it nobody answered; of all the others, what was due before they came home.
 */
export const toldPage = (page: ResidentPage): ResidentPage => {
  const { resident, reminders, deliveries } = page;
  if (cameHomeAt(resident) === undefined) return page;
  const unconfirmed = new Set(reminders.filter((one) => !isConfirmed(one, resident)).map(({ id }) => id));
  const isTold = ({ source, acknowledged, dueAt }: Delivery): boolean =>
    source.kind !== 'reminder' ||
    acknowledged !== undefined ||
    (!unconfirmed.has(source.reminderId) && !wasBeforeHome(dueAt, resident));
  return {
    ...page,
    reminders: reminders.filter(({ id, state }) => state !== 'on' || !unconfirmed.has(id)),
    deliveries: deliveries.filter(isTold),
  };
};

/** Reads a Resident's page as the Resident is told of it: for the skill and for Screens. */
export const readToldPage =
  (read: ReadResidentPage): ReadResidentPage =>
  async (council, residentId, today) => {
    const page = await read(council, residentId, today);
    return page === undefined ? undefined : toldPage(page);
  };
