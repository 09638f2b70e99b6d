import { HARBOUR } from '../infra/local/demo-council/harbour-county-council.ts';
import { bellText } from '../lambda/core/delivery/bell-message.ts';
import type { FunctionName } from '../lambda/entry/settings.ts';
import { demoEnvelope, echoOf } from '../test/support/demo-envelope.ts';

const RESIDENT = 'rosa-bennett';

const web = (path: string) => ({
  version: '2.0',
  rawPath: path,
  rawQueryString: '',
  headers: { host: 'bellbird.example' },
  requestContext: { http: { method: 'GET', path }, domainName: 'bellbird.example' },
  isBase64Encoded: false,
});

const said = (name: string) => demoEnvelope(echoOf(RESIDENT), { name, confirmationStatus: 'NONE' });

const bell = {
  messageId: 'one',
  body: bellText([{ council: HARBOUR, residentId: RESIDENT, id: '2026-01-01T08:00#R#rem-08' }]),
};

/**
 * What a Lambda answers before its code cache is kept, so that the cache holds what an answer runs through. `first` is what
 * residents wait for after a quiet night; `later` comes when the parts that it loaded are kept already.
 */
export type PracticeEvents = { readonly first: readonly unknown[]; readonly later: readonly unknown[] };

export const PRACTICE_EVENTS: Readonly<Record<FunctionName, () => PracticeEvents>> = {
  skill: () => ({
    first: [
      demoEnvelope(echoOf(RESIDENT)),
      ...['WhoIsComingIntent', 'MyRemindersIntent', 'ReminderDoneIntent'].map(said),
    ],
    later: ['AMAZON.HelpIntent', 'MyMessagesIntent', 'NextAppointmentIntent', 'CareQuestionIntent'].map(said),
  }),
  console: () => ({ first: [web('/console/sign-in')], later: [] }),
  screen: () => ({ first: [web('/screen')], later: [] }),
  deliver: () => ({ first: [{ Records: [bell] }], later: [] }),
  tick: () => ({ first: [{}], later: [] }),
};
