import { dataStore } from '../adapters/alexa/data-store.ts';
import { proactiveEventsChannel } from '../adapters/alexa/proactive-events-channel.ts';
import { skillMessaging } from '../adapters/alexa/wake-skill.ts';
import { type AccessToken, lwaToken } from '../adapters/amazon/lwa-token.ts';
import { echoHasher, idOpener, idSealer } from '../adapters/secrets/echo-ids.ts';
import { sha256 } from '../adapters/secrets/sha256.ts';
import { announcementChannel } from '../adapters/smart-properties/announcement-channel.ts';
import { managedEndpoints } from '../adapters/smart-properties/managed-endpoints.ts';
import type { PropertiesCall } from '../adapters/smart-properties/properties-call.ts';
import { visualAlerts } from '../adapters/smart-properties/visual-alerts.ts';
import type { Channels } from '../core/delivery/channel.ts';
import type { HomeEchos } from '../core/home-mirror/look-at-home.ts';
import type { Clock } from '../core/kernel/clock.ts';
import type { LiveProperty } from '../core/pairing/room-list.ts';
import type { WakeSkill } from '../core/reminders/look-at-mirror.ts';
import { callProperties, type PropertiesSettings } from './smart-properties.ts';

export type ChannelSettings = PropertiesSettings & {
  readonly COUNCIL_SENDER: string;
  readonly SEAL_KEY: string;
  readonly PROACTIVE_EVENTS_PATH: string;
  readonly SKILL_CLIENT_ID: string;
  readonly SKILL_CLIENT_SECRET: string;
};

/** Client credentials of the skill for one of its scopes. */
const skillToken = (settings: ChannelSettings, scope: string, realNow: Clock): AccessToken =>
  lwaToken(
    {
      tokenUrl: settings.LWA_TOKEN_URL,
      grant: {
        grant_type: 'client_credentials',
        client_id: settings.SKILL_CLIENT_ID,
        client_secret: settings.SKILL_CLIENT_SECRET,
        scope,
      },
    },
    realNow,
  );

/** How our own skill is woken for an account, by a token of its own: each scope has its own (Amazon, "Skill Messaging API Reference"). */
export const amazonWake = (settings: ChannelSettings, { realNow }: { readonly realNow: Clock }): WakeSkill =>
  skillMessaging({
    accessToken: skillToken(settings, 'alexa:skill_messaging', realNow),
    openIds: idOpener(settings.SEAL_KEY),
    apiUrl: settings.ALEXA_API_URL,
  });

/** What is kept on the screens of Echos. `properties` shares one sign-in with the channels, so that a token that ends costs one refresh. */
const amazonHomeEchos = (settings: ChannelSettings, realNow: Clock, properties: PropertiesCall): HomeEchos => ({
  widgets: dataStore({
    accessToken: skillToken(settings, 'alexa::datastore', realNow),
    openIds: idOpener(settings.SEAL_KEY),
    apiUrl: settings.ALEXA_API_URL,
  }),
  pinned: visualAlerts({
    call: properties,
    openIds: idOpener(settings.SEAL_KEY),
    inRoom: managedEndpoints(properties, '').inRoom,
  }),
});

/** The two Echo channels with their own tokens. `clock` is the heart's; tokens live in real time. */
export const amazonChannels = (
  settings: ChannelSettings,
  { clock, realNow }: { readonly clock: Clock; readonly realNow: Clock },
  properties: PropertiesCall = callProperties(settings, realNow),
): Channels => {
  const openIds = idOpener(settings.SEAL_KEY);
  return {
    'proactive-events': proactiveEventsChannel({
      accessToken: skillToken(settings, 'alexa::proactive_events', realNow),
      path: settings.PROACTIVE_EVENTS_PATH,
      openIds,
      digest: sha256,
      apiUrl: settings.ALEXA_API_URL,
      sender: settings.COUNCIL_SENDER,
      clock,
    }),
    'smart-properties': announcementChannel({
      call: properties,
      openIds,
      inRoom: managedEndpoints(properties, '').inRoom,
    }),
  };
};

type OfProperty = { readonly HASH_KEY: string; readonly PROPERTIES_UNIT_ID: string };

/** The rooms below the council's organisation, for the list in the table; none where it manages no Echos. */
const amazonProperty = (
  settings: ChannelSettings & OfProperty,
  properties: PropertiesCall,
): LiveProperty | undefined => {
  const { PROPERTIES_UNIT_ID: unitId, ALEXA_API_URL: apiEndpoint } = settings;
  if (unitId === 'none') return undefined;
  const keys = { hashEcho: echoHasher(settings.HASH_KEY), sealIds: idSealer(settings.SEAL_KEY) };
  return { endpoints: managedEndpoints(properties, unitId), ...keys, apiEndpoint };
};

/** Everything by which the worker reaches Echos. What it asks of Smart Properties has one sign-in, so that a token that ends costs one refresh. */
export const amazonEchos = (
  settings: ChannelSettings & OfProperty,
  edges: { readonly clock: Clock; readonly realNow: Clock },
) => {
  const properties = callProperties(settings, edges.realNow);
  return {
    channels: amazonChannels(settings, edges, properties),
    homeEchos: amazonHomeEchos(settings, edges.realNow, properties),
    wakeSkill: amazonWake(settings, edges),
    property: amazonProperty(settings, properties),
  };
};
