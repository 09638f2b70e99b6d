import type { Instant } from '../kernel/clock.ts';
import { localDate } from '../kernel/uk-time.ts';
import type { SpeakingLevel } from '../pairing/echo.ts';
import { type Resident, standingOf } from '../people/resident.ts';
import type { Delivery } from './delivery.ts';
import { HANDLING_RULES, type Handling, isTooLateToSpeak } from './handling.ts';
import { inboxOf } from './inbox.ts';
import { notCovered, quietUntil } from './plan.ts';

/** A Resident with the Deliveries that are in their inbox or once were. */
export type ResidentsDeliveries = { readonly resident: Resident; readonly deliveries: readonly Delivery[] };

/**
 * One Delivery as a Screen shows it. `isPersonal`: a Reminder, a change of the Diary or a private Alert. `isHidden`: only that there is a
 * message may be shown. `isLate`: it is shown quietly, without a chime. `namesWhom`: several live here, so it says for whom it is.
 */
export type ShownCard = {
  readonly delivery: Delivery;
  readonly resident: Resident;
  readonly isPersonal: boolean;
  readonly isHidden: boolean;
  readonly isLate: boolean;
  readonly namesWhom: boolean;
};

const ORDER: Readonly<Record<Handling, number>> = { urgent: 0, appointment: 1, routine: 2, notice: 3, social: 4 };

const firstToLast = (a: ShownCard, b: ShownCard): number => {
  const byUrgency = ORDER[a.delivery.handling] - ORDER[b.delivery.handling];
  if (byUrgency !== 0) return byUrgency;
  const [one, other] = [a.delivery, b.delivery].map(({ residentId, id }) => `${residentId} ${id}`);
  return a.delivery.dueAt - b.delivery.dueAt || ((one ?? '') < (other ?? '') ? -1 : 1);
};

const isPersonal = ({ content }: Delivery): boolean => content.kind !== 'alert' || content.isPrivate;

/** Practice words are shown to nobody real, and live ones to no practice Resident. */
const isMeantFor = ({ source }: Delivery, { isPractice }: Resident): boolean =>
  source.kind !== 'alert' || (source.mode === 'practice') === isPractice;

/** What is too late and closes then has had its time; what is missed is still shown, quietly. */
const hasItsTime = ({ handling, dueAt }: Delivery, now: Instant): boolean =>
  HANDLING_RULES[handling].whenLate === 'missed' || !isTooLateToSpeak(handling, dueAt, now);

const isShownNow =
  (resident: Resident, now: Instant) =>
  (delivery: Delivery): boolean =>
    isMeantFor(delivery, resident) &&
    hasItsTime(delivery, now) &&
    notCovered(delivery, resident, localDate(now)) === undefined &&
    quietUntil(delivery, resident, now) === undefined;

/** Whether a Screen shows anything of a Resident: at home, with consent, and not switched off. */
export const isOnScreen = (resident: Resident): boolean =>
  standingOf(resident) === 'may-be-told' && resident.settings.screen.on;

/**
 * What a Screen shows now, the first first: urgent, appointment, routine, notice, social, then the oldest. Nothing of whoever
 * is away, gone, did not agree or does not want it; nothing acknowledged, closed, expired, stopped or kept back by quiet
 * hours. Personal things are hidden unless the Resident chose `shown`, and always where the Home is `closed`. Whether a source
 * still stands is for the caller to ask.
 */
export const showCards = (
  home: readonly ResidentsDeliveries[],
  level: SpeakingLevel,
  now: Instant,
): readonly ShownCard[] => {
  const cardsOf = ({ resident, deliveries }: ResidentsDeliveries): readonly ShownCard[] => {
    if (!isOnScreen(resident)) return [];
    const { reminders, messages } = inboxOf(deliveries, now);
    const hides = level === 'closed' || resident.settings.screen.privateItems === 'hidden';
    return [...reminders, ...messages].filter(isShownNow(resident, now)).map((delivery) => ({
      delivery,
      resident,
      isPersonal: isPersonal(delivery),
      isHidden: hides && isPersonal(delivery),
      isLate: isTooLateToSpeak(delivery.handling, delivery.dueAt, now),
      namesWhom: home.length > 1,
    }));
  };
  return home.flatMap(cardsOf).sort(firstToLast);
};
