import type { DemoEcho } from '../demo-council/demo-echos.ts';
import type { DemoHome } from '../demo-council/demo-home.ts';
import { DEFAULT_RESIDENT, DEMO_HOMES } from '../demo-council/demo-homes.ts';

/** A Home whose living room can be chosen, and the Echos that stand in it or share its account. */
export type RoomHome = {
  readonly homeId: string;
  /** "Rosa Bennett", "Harbhajan Singh Gill and Surinder Kaur Gill". */
  readonly names: string;
  readonly label: string;
  readonly residents: readonly { readonly id: string; readonly name: string }[];
  readonly echos: readonly DemoEcho[];
  /** What makes this Home one of the ten awkward ones. */
  readonly awkward?: string;
};

/** The ten homes where care services go wrong (docs/demo.md), by one Resident of each. */
const AWKWARD: Readonly<Record<string, string>> = {
  'harbhajan-gill': 'two residents, one Echo',
  'joan-whitaker': 'a relative’s Echo on the same account',
  'colin-farrow': 'no Echo, a tablet only',
  'maureen-tully': 'deaf, with captions',
  'owen-griffiths': 'a stammer',
  'doreen-catchpole': 'asks the day ten times',
  'jamie-sutton': 'easy words',
  'clifford-ashworth': 'in hospital since Tuesday',
  'geoffrey-marlow': 'consent withdrawn',
  'ivy-tranter': 'a carer whose access ended yesterday',
};

const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const awkwardOf = (home: DemoHome): string | undefined =>
  home.residents.map(({ id }) => AWKWARD[id]).find((what) => what !== undefined);

const roomOf = (home: DemoHome, echos: readonly DemoEcho[]): RoomHome => {
  const away = (home.elsewhere ?? []).map(({ echoId }) => echoId);
  const awkward = awkwardOf(home);
  return {
    homeId: home.id,
    names: list(home.residents.map(({ fullName }) => fullName)),
    label: home.label,
    residents: home.residents.map(({ id, nameToUse }) => ({ id, name: nameToUse })),
    echos: echos.filter(({ homeId, echoId }) => homeId === home.id || away.includes(echoId)),
    ...(awkward === undefined ? {} : { awkward }),
  };
};

const isDefault = (home: RoomHome): boolean => home.residents.some(({ id }) => id === DEFAULT_RESIDENT);

/** Every Home: the friendly first one, the ten awkward ones, then all others by the names of who lives there. */
export const roomHomes = (echos: readonly DemoEcho[]): readonly RoomHome[] => {
  const rank = (home: RoomHome): number => (isDefault(home) ? 0 : home.awkward === undefined ? 2 : 1);
  return DEMO_HOMES.map((home) => roomOf(home, echos)).sort(
    (a, b) => rank(a) - rank(b) || a.names.localeCompare(b.names, 'en-GB'),
  );
};
