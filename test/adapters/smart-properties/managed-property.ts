import { serve } from '@hono/node-server';
import { alexaApis } from '../../../infra/local/virtual-alexa/alexa-apis.ts';
import { alexaIds, type VirtualEcho } from '../../../infra/local/virtual-alexa/virtual-echo.ts';
import { lwaToken } from '../../../lambda/adapters/amazon/lwa-token.ts';
import { managedEndpoints } from '../../../lambda/adapters/smart-properties/managed-endpoints.ts';
import { propertiesCall } from '../../../lambda/adapters/smart-properties/properties-call.ts';
import { visualAlerts } from '../../../lambda/adapters/smart-properties/visual-alerts.ts';
import type { Echo, EchoIds } from '../../../lambda/core/pairing/echo.ts';
import { SKILL_ID, scriptedAlexa } from '../../infra/local/virtual-alexa/scripted-alexa.ts';

const REFRESH = 'Atzr|demo';

/** Which sign-in is used: the property's own, or the skill's, which has no business there. */
export type SignIn = {
  readonly as?: 'property' | 'skill';
  readonly region?: '' | '-na';
  readonly organisation?: string;
};

const grantOf = (as: SignIn['as']) =>
  as === 'skill'
    ? { grant_type: 'client_credentials', client_id: 'skill', client_secret: 'a', scope: 'alexa::proactive_events' }
    : { grant_type: 'refresh_token', client_id: 'properties', client_secret: 'b', refresh_token: REFRESH };

export const ORGANISATION = 'amzn1.alexa.unit.did.ORGANISATION';

/** The real adapters of Smart Properties, calling the virtual Alexa over HTTP on loopback. Ids are sealed as plain JSON. */
export const withProperty = async (
  use: (
    set: Awaited<ReturnType<typeof scriptedAlexa>> & {
      readonly pinned: ReturnType<typeof visualAlerts>;
      readonly endpoints: ReturnType<typeof managedEndpoints>;
      readonly call: ReturnType<typeof propertiesCall>;
      readonly failNext: ReturnType<typeof alexaApis>['failNext'];
      readonly calls: readonly string[];
    },
  ) => Promise<void>,
  { as, region = '', organisation = ORGANISATION }: SignIn = {},
): Promise<void> => {
  const scripted = await scriptedAlexa([]);
  const apis = alexaApis({
    world: scripted.world,
    basePath: '/alexa-api',
    clients: {
      skill: { clientId: 'skill', clientSecret: 'a' },
      smartProperties: { clientId: 'properties', clientSecret: 'b', refreshToken: REFRESH },
    },
  });
  const calls: string[] = [];
  const address = Promise.withResolvers<number>();
  const server = serve(
    {
      fetch: async (request) => {
        calls.push(`${request.method} ${new URL(request.url).pathname}`);
        return (await apis.handle(request)) ?? new Response(null, { status: 404 });
      },
      port: 0,
      hostname: '127.0.0.1',
    },
    ({ port }) => address.resolve(port),
  );
  const base = `http://127.0.0.1:${await address.promise}/alexa-api`;
  const accessToken = lwaToken({ tokenUrl: `${base}/auth/o2/token`, grant: grantOf(as) }, () => scripted.time.real);
  const call = propertiesCall({ accessToken, apiUrl: `${base}${region}` });
  const openIds = (sealed: string): EchoIds => JSON.parse(sealed);
  try {
    await use({
      ...scripted,
      call,
      calls,
      pinned: visualAlerts({ call, openIds, inRoom: managedEndpoints(call, organisation).inRoom }),
      endpoints: managedEndpoints(call, organisation),
      failNext: apis.failNext,
    });
  } finally {
    server.close();
  }
};

/** A paired Echo, as Bellbird keeps it; `more` replaces its ids. */
export const pairedEcho = (echo: VirtualEcho, more: Partial<EchoIds> = {}): Echo => {
  const { userId, deviceId, persistentEndpointId: endpointId } = alexaIds(SKILL_ID, echo);
  const ids = { userId, deviceId, ...(endpointId === undefined ? {} : { endpointId }), ...more };
  return {
    council: 'harbour',
    hash: echo.echoId,
    homeId: 'home',
    residents: ['bill'],
    kind: echo.kind,
    speakingLevel: 'open',
    linkVersion: 1,
    state: 'paired',
    sealedIds: JSON.stringify(ids),
    apiEndpoint: 'https://api.eu.amazonalexa.com',
    notifications: { on: true, at: 0 },
  };
};
