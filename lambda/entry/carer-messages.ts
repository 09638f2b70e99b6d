import { notifyCarers } from '../adapters/notify/send-to-carer.ts';
import { toldSecrets } from '../adapters/secrets/told-secrets.ts';
import type { CarerMessages } from '../core/delivery/tell-carer.ts';

export type CarerMessageSettings = {
  readonly HASH_KEY: string;
  readonly CONSOLE_URL: string;
  readonly NOTIFY_URL: string;
  readonly NOTIFY_API_KEY: string;
  readonly NOTIFY_TEXT_TEMPLATE: string;
  readonly NOTIFY_EMAIL_TEMPLATE: string;
};

/** Texts and e-mails by GOV.UK Notify. Only the function that delivers is given its key. */
export const carerMessages = (settings: CarerMessageSettings): CarerMessages => ({
  send: notifyCarers({
    url: settings.NOTIFY_URL,
    apiKey: settings.NOTIFY_API_KEY,
    textTemplate: settings.NOTIFY_TEXT_TEMPLATE,
    emailTemplate: settings.NOTIFY_EMAIL_TEMPLATE,
  }),
  secrets: toldSecrets(settings.HASH_KEY),
  consoleUrl: settings.CONSOLE_URL,
});
