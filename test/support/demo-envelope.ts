import type { Intent, RequestEnvelope } from 'ask-sdk-model';
import { demoEchos } from '../../infra/local/demo-council/demo-echos.ts';
import { DEMO_HOMES } from '../../infra/local/demo-council/demo-homes.ts';
import { LOCAL_SKILL_ID } from '../../infra/local/skill-model.ts';
import { alexaIds } from '../../infra/local/virtual-alexa/virtual-echo.ts';

/** The first Echo of a demo Resident's home. */
export const echoOf = (residentId: string): string => {
  const home = DEMO_HOMES.find(({ residents }) => residents.some(({ id }) => id === residentId));
  const echo = demoEchos(DEMO_HOMES, LOCAL_SKILL_ID).find(({ homeId }) => home !== undefined && homeId === home.id);
  if (echo === undefined) throw new Error(`${residentId} has no Echo`);
  return echo.echoId;
};

/** The request envelope that a demo Echo would send: a launch, or an intent in one breath. */
export const demoEnvelope = (echoId: string, intent?: Intent, skillId = LOCAL_SKILL_ID): RequestEnvelope => {
  const echo = demoEchos(DEMO_HOMES, LOCAL_SKILL_ID).find((one) => one.echoId === echoId);
  if (echo === undefined) throw new Error(`no demo Echo ${echoId}`);
  const ids = alexaIds(LOCAL_SKILL_ID, echo);
  const application = { applicationId: skillId };
  const request = { requestId: `request-${Math.random()}`, timestamp: new Date().toISOString(), locale: 'en-GB' };
  return {
    version: '1.0',
    session: { new: true, sessionId: 'session', application, user: { userId: ids.userId } },
    context: {
      System: {
        application,
        user: { userId: ids.userId },
        device: {
          deviceId: ids.deviceId,
          supportedInterfaces: {},
          ...(ids.persistentEndpointId === undefined ? {} : { persistentEndpointId: ids.persistentEndpointId }),
        },
        apiEndpoint: 'http://127.0.0.1/alexa-api',
        apiAccessToken: 'token',
      },
    },
    request:
      intent === undefined
        ? { ...request, type: 'LaunchRequest' }
        : { ...request, type: 'IntentRequest', dialogState: 'COMPLETED', intent },
  };
};
