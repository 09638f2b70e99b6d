import type { NotifyClient } from 'notifications-node-client';
import * as v from 'valibot';
import type { ChannelResult } from '../../core/delivery/channel.ts';
import type { CarerMessage, SendToCarer } from '../../core/delivery/tell-carer.ts';

export type NotifySettings = {
  /** `https://api.notifications.service.gov.uk`, without a slash at its end. */
  readonly url: string;
  /** As GOV.UK Notify gives it out: a name, the service's id and the secret. */
  readonly apiKey: string;
  /** Ids of the templates: the text holds `((words))` and `((link))`, the e-mail also `((title))`. */
  readonly textTemplate: string;
  readonly emailTemplate: string;
  /** Each of the two calls is given up after this, in milliseconds; without it after 5 seconds. */
  readonly giveUpAfter?: number;
};

/** Both calls end well within a claim. */
const GIVE_UP_AFTER = 5_000;

/**
 * The official client, with a time limit that it does not set itself. It is loaded when the first Carer is told: it is half
 * as large again as everything else that delivers, and an urgent alert does not wait for it.
 */
const openClient = async ({ url, apiKey, giveUpAfter = GIVE_UP_AFTER }: NotifySettings): Promise<NotifyClient> => {
  const notify = await import('notifications-node-client');
  const client = new notify.NotifyClient(url, apiKey);
  client.setClient(client.apiClient.restClient.create({ timeout: giveUpAfter, maxRedirects: 0 }));
  return client;
};

const answeredFault = v.object({ isAxiosError: v.literal(true), response: v.object({ status: v.number() }) });
const unansweredFault = v.object({ isAxiosError: v.literal(true) });

/**
 * What an answer means (GOV.UK Notify, "REST API documentation", general errors): 400 names a recipient or a template that
 * cannot be used, 403 a key that is not known, 429 a limit, and after a 500 nothing was sent. A gateway's error may hide anything.
 */
const resultOfStatus = (status: number): ChannelResult => {
  switch (status) {
    case 400:
      return { kind: 'unreachable', reason: 'not-valid' };
    case 401:
    case 403:
      return { kind: 'refused', reason: 'key-refused' };
    case 429:
      return { kind: 'refused', reason: 'too-many-calls' };
    case 500:
      return { kind: 'refused', reason: 'notify-error' };
    default:
      return status > 500 ? { kind: 'unknown', reason: 'notify-error' } : { kind: 'refused', reason: 'not-accepted' };
  }
};

/** A fault of the call as a result. It holds the number and the words, so it is dropped here; anything else is thrown on. */
const resultOfFault = (fault: unknown): ChannelResult => {
  const answered = v.safeParse(answeredFault, fault);
  if (answered.success) return resultOfStatus(answered.output.response.status);
  if (v.is(unansweredFault, fault)) return { kind: 'unknown', reason: 'no-answer' };
  throw fault;
};

/** Whether Notify holds an earlier try of this telling. It does not refuse a second one: a reference is no key to it. */
const hasArrived = async (client: NotifyClient, { by, reference }: CarerMessage): Promise<boolean> => {
  const found = await client.getNotifications(by === 'text' ? 'sms' : 'email', undefined, reference);
  return found.data.notifications.length > 0;
};

const send = async (client: NotifyClient, settings: NotifySettings, message: CarerMessage): Promise<void> => {
  const { by, to, words, title, link, reference } = message;
  if (by === 'text') await client.sendSms(settings.textTemplate, to, { personalisation: { words, link }, reference });
  else
    await client.sendEmail(settings.emailTemplate, to, {
      personalisation: { words, link, title },
      reference,
      sanitiseContentFor: ['words'],
    });
};

/**
 * Texts and e-mails to Carers by GOV.UK Notify. 201 is `sent`: Notify has taken it. A telling that may have been sent before
 * is asked for first, by its reference; while that cannot be known, nothing is sent.
 */
export const notifyCarers = (settings: NotifySettings): SendToCarer => {
  let opened: Promise<NotifyClient> | undefined;
  return async (message) => {
    opened ??= openClient(settings);
    const client = await opened;
    try {
      if (message.mayBeRepeat && (await hasArrived(client, message))) return { kind: 'sent' };
      await send(client, settings, message);
      return { kind: 'sent' };
    } catch (fault) {
      return resultOfFault(fault);
    }
  };
};
