import type { AuditTrail } from '../audit/audit-trail.ts';
import type { Clock } from '../kernel/clock.ts';
import type { NewId } from '../kernel/ids.ts';
import type { Council } from '../people/council.ts';
import type { Alerts, Digest } from './alerts.ts';

/** What every act of an Officer on an Alert needs. */
export type AlertNeeds = {
  readonly alerts: Alerts;
  readonly councilOf: (council: string) => Promise<Council>;
  readonly audit: AuditTrail;
  readonly digest: Digest;
  readonly clock: Clock;
  readonly newId: NewId;
};

/** What is asked of one Alert, as it stood on the page that asks: an older version is refused. */
export type OnAlert = { readonly alertId: string; readonly version: number };
