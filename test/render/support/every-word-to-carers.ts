import type { Delivery } from '../../../lambda/core/delivery/delivery.ts';
import { REMINDER_LABELS } from '../../../lambda/core/reminders/reminder.ts';
import { aDelivery } from '../../support/builders/things-told.ts';

const DUE = '2026-11-24T10:30';

const ofLabel = (label: string): Delivery =>
  aDelivery(DUE, 'routine', { state: 'sent', content: { kind: 'reminder', label, at: DUE } });

/** One Delivery for everything that a Carer can be told in a text or an e-mail. */
export const everyWordToCarers: readonly Delivery[] = [
  ...REMINDER_LABELS.map(ofLabel),
  ...REMINDER_LABELS.map((label) => ({ ...ofLabel(label), notYetAt: 1 })),
  ...REMINDER_LABELS.map((label) => ({ ...ofLabel(label), state: 'missed' as const })),
  aDelivery(DUE, 'appointment', { state: 'sent' }),
];
