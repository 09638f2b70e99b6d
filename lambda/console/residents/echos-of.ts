import type { Echo } from '../../core/pairing/echo.ts';
import type { Home } from '../../core/people/home.ts';
import type { Resident } from '../../core/people/resident.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { Words } from '../words/en.ts';

type Needs = Pick<ConsoleNeeds, 'homes' | 'echos'>;

/** The Echos that are paired to a Home now. */
export const echosOfHome = async (needs: Needs, home: Home): Promise<readonly Echo[]> => {
  const echos = await Promise.all(home.echos.map((hash) => needs.echos.ofHash(home.council, hash)));
  return echos.flatMap((echo) => (echo?.value.state === 'paired' && echo.value.homeId === home.id ? [echo.value] : []));
};

/** The Echos that speak to a Resident now. With none there is no way to reply. */
export const echosOf = async (needs: Needs, resident: Resident): Promise<readonly Echo[]> => {
  const home = await needs.homes.ofId(resident.council, resident.homeId);
  if (home === undefined) return [];
  return (await echosOfHome(needs, home.value)).filter((echo) => echo.residents.includes(resident.id));
};

export type EchoWords = { readonly kind: string; readonly means: string };

/** What a Resident's Echos can do, in plain words: a managed one first, because it is the one that speaks. */
export const echoWords = (echos: readonly Echo[], name: string, { residents: { echo } }: Words): EchoWords => {
  if (echos.some(({ kind }) => kind === 'managed')) return { kind: echo.managed, means: echo.managedMeans(name) };
  if (echos.length === 0) return { kind: echo.none, means: echo.noneMeans(name) };
  const chimes = echos.some(({ notifications }) => notifications.on);
  return { kind: echo.consumer, means: chimes ? echo.consumerMeans(name) : echo.consumerOff(name) };
};
