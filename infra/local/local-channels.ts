import { echoHasher, idSealer } from '../../lambda/adapters/secrets/echo-ids.ts';
import type { Channels } from '../../lambda/core/delivery/channel.ts';
import type { HomeEchos } from '../../lambda/core/home-mirror/look-at-home.ts';
import type { Clock } from '../../lambda/core/kernel/clock.ts';
import { liveProperty, type ManagedProperty } from '../../lambda/core/pairing/managed-property.ts';
import type { WakeSkill } from '../../lambda/core/reminders/look-at-mirror.ts';
import { amazonChannels, amazonEchos, amazonWake } from '../../lambda/entry/amazon-channels.ts';
import { councilsRooms } from '../../lambda/entry/smart-properties.ts';
import type { LocalKeys } from './data-folder.ts';
import { ORGANISATION } from './virtual-alexa/apis/properties-api.ts';
import type { AlexaClients } from './virtual-alexa/apis/token-api.ts';

/** Where the virtual Alexa answers the Alexa APIs, under the one port. */
export const ALEXA_API_PATH = '/alexa-api';

/** The credentials that the virtual Login with Amazon knows: made for this machine, worth nothing elsewhere. */
export const localClients = (keys: LocalKeys): AlexaClients => ({
  skill: { clientId: 'bellbird-skill', clientSecret: keys.client },
  smartProperties: {
    clientId: 'bellbird-properties',
    clientSecret: keys.client,
    refreshToken: `refresh-${keys.client}`,
  },
});

type LocalAlexaNeeds = {
  readonly keys: LocalKeys;
  readonly baseUrl: string;
  readonly sender: string;
  readonly clock: Clock;
  readonly realNow: Clock;
};

const settingsOf = (needs: Pick<LocalAlexaNeeds, 'keys' | 'baseUrl' | 'sender'>) => {
  const { skill, smartProperties } = localClients(needs.keys);
  const apis = `${needs.baseUrl}${ALEXA_API_PATH}`;
  return {
    COUNCIL_SENDER: needs.sender,
    SEAL_KEY: needs.keys.seal,
    LWA_TOKEN_URL: `${apis}/auth/o2/token`,
    ALEXA_API_URL: apis,
    PROACTIVE_EVENTS_PATH: '/v1/proactiveEvents',
    SKILL_CLIENT_ID: skill.clientId,
    SKILL_CLIENT_SECRET: skill.clientSecret,
    PROPERTIES_CLIENT_ID: smartProperties.clientId,
    PROPERTIES_CLIENT_SECRET: smartProperties.clientSecret,
    PROPERTIES_REFRESH_TOKEN: smartProperties.refreshToken,
    PROPERTIES_UNIT_ID: ORGANISATION,
    HASH_KEY: needs.keys.hash,
  };
};

/** The demo council's own property, read from the virtual Alexa by the real adapter. `now` is real time, in which tokens live. */
export const localProperty = (keys: LocalKeys, baseUrl: string, now: Clock): ManagedProperty => {
  const settings = settingsOf({ keys, baseUrl, sender: '' });
  return liveProperty({
    endpoints: councilsRooms(settings, now),
    hashEcho: echoHasher(keys.hash),
    sealIds: idSealer(keys.seal),
    apiEndpoint: settings.ALEXA_API_URL,
  });
};

/** Wakes the skill through the virtual Alexa, by the real adapter. */
export const localWake = (needs: LocalAlexaNeeds): WakeSkill => amazonWake(settingsOf(needs), needs);

/** What is kept on the screens of Echos, on the virtual Alexa by the real adapters. */
export const localHomeEchos = (needs: LocalAlexaNeeds): HomeEchos => amazonEchos(settingsOf(needs), needs).homeEchos;

/** The real Echo channels, calling the virtual Alexa over HTTP at an address that is known late. */
export const localChannels = (needs: LocalAlexaNeeds): Channels =>
  amazonChannels(settingsOf(needs), { clock: needs.clock, realNow: needs.realNow });
