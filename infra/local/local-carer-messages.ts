import { randomId } from '../../lambda/adapters/secrets/random-id.ts';
import type { CarerMessages } from '../../lambda/core/delivery/tell-carer.ts';
import type { Clock } from '../../lambda/core/kernel/clock.ts';
import { carerMessages } from '../../lambda/entry/carer-messages.ts';
import type { LocalKeys } from './data-folder.ts';
import { EMAIL_TEMPLATE, TEXT_TEMPLATE } from './virtual-notify/templates.ts';
import { type VirtualNotify, virtualNotify } from './virtual-notify/virtual-notify.ts';

/** Where the virtual GOV.UK Notify answers, under the one port. */
const NOTIFY_PATH = '/notify-api';
/** An invented service, which no real Notify knows. */
const SERVICE = '00000000-0000-4000-8000-bellbird0000';

/** The secret of a key has 36 letters (GOV.UK Notify, "API keys"); made for this machine, worth nothing elsewhere. */
const keyOf = (keys: LocalKeys) => ({ service: SERVICE, secret: keys.client.slice(0, 36) });

/** A virtual GOV.UK Notify of this machine. What it took is kept in memory only. */
export const localNotify = (needs: {
  readonly keys: LocalKeys;
  readonly clock: Clock;
  readonly realNow: Clock;
}): VirtualNotify =>
  virtualNotify({
    basePath: NOTIFY_PATH,
    key: keyOf(needs.keys),
    clock: needs.clock,
    realNow: needs.realNow,
    newId: randomId,
  });

/** The real texts and e-mails to Carers, calling the virtual Notify over HTTP; their links lead to the console at `baseUrl`. */
export const localCarerMessages = (needs: { readonly keys: LocalKeys; readonly baseUrl: string }): CarerMessages => {
  const { service, secret } = keyOf(needs.keys);
  return carerMessages({
    HASH_KEY: needs.keys.hash,
    CONSOLE_URL: `${needs.baseUrl}/console`,
    NOTIFY_URL: `${needs.baseUrl}${NOTIFY_PATH}`,
    NOTIFY_API_KEY: `bellbird-${service}-${secret}`,
    NOTIFY_TEXT_TEMPLATE: TEXT_TEMPLATE.id,
    NOTIFY_EMAIL_TEMPLATE: EMAIL_TEMPLATE.id,
  });
};
