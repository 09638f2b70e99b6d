import { describe } from 'node:test';
import { aReminderDelivery, aResident, aVisit } from '../render/support/builders.ts';
import {
  AlexaTest,
  IntentRequestBuilder,
  LaunchRequestBuilder,
  SessionEndedRequestBuilder,
  type SkillSettings,
} from '../support/ask-sdk-test/ask-sdk-test.ts';
import { IDS, SKILL_ID, skillHome } from '../support/skill-home.ts';

const settings: SkillSettings = { appId: SKILL_ID, userId: IDS.userId, deviceId: IDS.deviceId, locale: 'en-GB' };
const sentence = (...words: readonly string[]) => words.map((one) => `<s>${one}</s>`).join(' ');

const home = await skillHome({
  residents: [aResident()],
  diary: [aVisit('2026-11-24T12:30', '2026-11-24T13:00')],
  deliveries: [aReminderDelivery('2026-11-24T08:00')],
});

const DONE = "Thank you. I've noted that your eight o&apos;clock reminder is done.";
const ELSE = 'Is there anything else?';

describe("through Amazon's own test kit", () => {
  new AlexaTest(async (event: unknown) => home.answer(event), settings).test(
    [
      {
        request: new LaunchRequestBuilder(settings).build(),
        says: sentence('Hello Bill.', 'Your eight o&apos;clock reminder is waiting.', 'Is it done?'),
        reprompts: sentence('Have you done it, yes or no?'),
        shouldEndSession: false,
      },
      {
        request: new IntentRequestBuilder(settings, 'AMAZON.YesIntent').build(),
        says: sentence(DONE, ELSE),
        shouldEndSession: false,
        ignoreQuestionCheck: true,
      },
      {
        request: new IntentRequestBuilder(settings, 'WhoIsComingIntent').withSlot('day', '2026-11-24').build(),
        says: sentence('Amina is coming today between half past twelve and one in the afternoon.', ELSE),
        shouldEndSession: false,
      },
      {
        request: new IntentRequestBuilder(settings, 'AMAZON.StopIntent').build(),
        says: sentence("That's all for now. Goodbye."),
        shouldEndSession: true,
      },
      { request: new SessionEndedRequestBuilder(settings, 'USER_INITIATED').build(), saysNothing: true },
    ],
    'a morning: a reminder is done, and who is coming',
  );
});
