import { createHash } from 'node:crypto';
import { alexaIds, type VirtualEcho } from '../virtual-alexa/virtual-echo.ts';
import type { DemoHome, DemoRoom } from './demo-home.ts';

/** A virtual Echo of the demo, the ids that the skill sees for it, and the Home it is paired to, if it is. */
export type DemoEcho = VirtualEcho & {
  readonly userId: string;
  readonly deviceId: string;
  readonly homeId: string | undefined;
  /** Whether its account lets us notify: the same for every Echo of an account. */
  readonly notificationsOn: boolean;
};

/** An Echo that nobody has paired yet, for trying it out. */
export const NEW_ECHO = 'new-echo';

type Place = { readonly echoId: string; readonly label: string; readonly screen: boolean; readonly account: string };

const digits = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 26).toUpperCase();

const accountOf = (name: string): string => `amzn1.account.${digits('account', name)}`;

const consumer = ({ account, ...place }: Place): VirtualEcho => ({
  ...place,
  kind: 'consumer',
  accountId: accountOf(account),
});

/** Each flat of a property is a unit of its own. */
const managed = ({ account, ...place }: Place, unit: string): VirtualEcho => ({
  ...place,
  kind: 'managed',
  accountId: accountOf(account),
  unitId: `amzn1.alexa.unit.did.${digits('unit', unit)}`,
  endpointId: `amzn1.alexa.endpoint.did.${digits('endpoint', place.echoId)}`,
  property: account,
});

const placeOf = (home: DemoHome, { room, screen }: DemoRoom): Place => ({
  echoId: `${home.id}-${room.replaceAll(' ', '-')}`,
  label: `${home.label}: Echo${screen ? ' Show' : ''} in the ${room}`,
  screen,
  account: home.property ?? home.id,
});

type Paired = { readonly echo: VirtualEcho; readonly homeId: string | undefined; readonly notificationsOn: boolean };

const echosOf = (home: DemoHome): readonly Paired[] => {
  const notificationsOn = home.notifications === 'on';
  const here = home.echos.map((room) => {
    const place = placeOf(home, room);
    const echo = home.property === undefined ? consumer(place) : managed(place, home.id);
    return { echo, homeId: home.id, notificationsOn };
  });
  const elsewhere = (home.elsewhere ?? []).map((place) => ({
    echo: consumer({ ...place, account: home.property ?? home.id }),
    homeId: undefined,
    notificationsOn,
  }));
  return [...here, ...elsewhere];
};

const newEcho: Paired = {
  echo: consumer({ echoId: NEW_ECHO, label: 'A new Echo Show, not paired yet', screen: true, account: NEW_ECHO }),
  homeId: undefined,
  notificationsOn: false,
};

/** Every virtual Echo, as the skill with this id sees it while its account has enabled the skill once. */
export const demoEchos = (homes: readonly DemoHome[], skillId: string): readonly DemoEcho[] =>
  [...homes.flatMap(echosOf), newEcho].map(({ echo, homeId, notificationsOn }) => {
    const { userId, deviceId } = alexaIds(skillId, echo);
    return { ...echo, userId, deviceId, homeId, notificationsOn };
  });
