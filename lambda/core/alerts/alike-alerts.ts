import { DAY, type Instant, MINUTE } from '../kernel/clock.ts';
import { localDate } from '../kernel/uk-time.ts';
import type { Alert, AlertState } from './alert.ts';
import type { Audience } from './audience.ts';
import { startOf } from './check-content.ts';

/** Two Alerts that start closer together than this are heard as one noise. */
export const TOO_CLOSE = 30 * MINUTE;

/** Why another Alert is worth a look before this one goes out; the first that applies. */
export type Likeness = 'same-words' | 'same-people-that-day' | 'close';

export type AlikeAlert = { readonly alert: Alert; readonly why: Likeness };

const WAITING_OR_OUT: readonly AlertState[] = ['submitted', 'approved', 'releasing', 'released', 'stopped', 'expired'];

/** An Alert, or what a draft would be. */
type Starting = Pick<Alert, 'id' | 'content' | 'approval'>;

const startsAt = (alert: Starting, now: Instant): Instant =>
  alert.approval?.startsAt ?? startOf(alert.content.starts ?? { kind: 'on-approval' }, now);

const asText = (audience: Audience | undefined): string => {
  if (audience?.kind !== 'residents') return JSON.stringify(audience ?? null);
  const { areas, groups, languages, echo } = audience;
  return JSON.stringify([areas.toSorted(), groups.toSorted(), languages.toSorted(), echo ?? '']);
};

const likeness = (alert: Starting, other: Alert, now: Instant): Likeness | undefined => {
  const apart = Math.abs(startsAt(alert, now) - startsAt(other, now));
  const isSameAudience = asText(alert.content.audience) === asText(other.content.audience);
  const isSameText = alert.content.words.text.trim() === other.content.words.text.trim();
  if (isSameAudience && isSameText && apart <= DAY) return 'same-words';
  if (isSameAudience && localDate(startsAt(alert, now)) === localDate(startsAt(other, now)))
    return 'same-people-that-day';
  return apart < TOO_CLOSE ? 'close' : undefined;
};

/**
 * Which of these other Alerts of the same mode go, or went, to the same people with the same words within 24 hours (C08), to the
 * same people on the same UK day, or to anybody at nearly the same time. Drafts and refused ones do not count, nor does its own correction.
 */
export const alikeAlerts = (alert: Starting, others: readonly Alert[], now: Instant): readonly AlikeAlert[] =>
  others
    .filter(({ id, state, content, corrects }) => {
      const isOther = id !== alert.id && corrects !== alert.id;
      return isOther && content.mode === alert.content.mode && WAITING_OR_OUT.includes(state);
    })
    .flatMap((other) => {
      const why = likeness(alert, other, now);
      return why === undefined ? [] : [{ alert: other, why }];
    });
