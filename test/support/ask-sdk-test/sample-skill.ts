import { getIntentName, getRequestType, getSlotValue, SkillBuilders } from 'ask-sdk-core';
import type { RequestEnvelope } from 'ask-sdk-model';
import type { SkillSettings } from './ask-sdk-test.ts';

/** The settings that the self-test talks to its skill with. */
export const settings: SkillSettings = {
  appId: 'amzn1.ask.skill.sample',
  userId: 'amzn1.ask.account.SAMPLE',
  deviceId: 'amzn1.ask.device.SAMPLE',
  locale: 'en-GB',
};

const skill = SkillBuilders.custom()
  .addRequestHandlers(
    {
      canHandle: ({ requestEnvelope }) => getRequestType(requestEnvelope) === 'LaunchRequest',
      handle: ({ responseBuilder, attributesManager }) => {
        attributesManager.setSessionAttributes({ opened: true });
        return responseBuilder.speak('Which day?').reprompt('Which day?').getResponse();
      },
    },
    {
      canHandle: ({ requestEnvelope }) => getIntentName(requestEnvelope) === 'DayIntent',
      handle: ({ requestEnvelope, responseBuilder, attributesManager }) => {
        const { opened } = attributesManager.getSessionAttributes();
        const day = getSlotValue(requestEnvelope, 'day');
        return responseBuilder
          .speak(opened ? `${day} it is.` : 'Open me first.')
          .withShouldEndSession(true)
          .getResponse();
      },
    },
  )
  .create();

/** A skill of two turns, invoked as Lambda invokes it. */
export const handler = async (event: RequestEnvelope) => skill.invoke(event);
