import type { CareStores } from '../../../lambda/wiring/care-stores.ts';
import { livesAlone, type Whose } from './about-resident.ts';
import { patternsOfKeys } from './pattern-of.ts';
import { overEveryRow, type WholeTable } from './whole-table.ts';

/**
 * Why somebody may not be erased yet. `not-agreed`: two Officers have not. `not-ended`: the service goes on. `copies-stand`: a copy on an Echo may
 * ring until Amazon has said that it is gone (promise G5). `something-waits`: a row of theirs is still due. `echo-paired`: their own Home has one.
 */
export type MayErase =
  | { readonly kind: 'may-erase'; readonly whose: Whose }
  | {
      readonly kind:
        | 'no-such-resident'
        | 'not-agreed'
        | 'not-ended'
        | 'copies-stand'
        | 'something-waits'
        | 'echo-paired';
    };

/** Who somebody is, with every device that any row ties to their Home; undefined: no such Resident stands. */
export const whoseRows = async (
  stores: CareStores,
  whole: WholeTable,
  council: string,
  residentId: string,
): Promise<Whose | undefined> => {
  const resident = (await stores.residents.ofId(council, residentId, { strong: true }))?.value;
  if (resident === undefined) return undefined;
  const { homeId } = resident;
  const home = (await stores.homes.ofId(council, homeId))?.value;
  const patternOf = patternsOfKeys();
  const devices = new Set<string>([...(home?.echos ?? []), ...(home?.screens ?? [])]);
  await overEveryRow(whole, ({ key, body }) => {
    const name = patternOf(key);
    const { council: of, hash } = body;
    const isDevice = name === 'echoKey' || name === 'screenKey';
    if (isDevice && of === council && body.homeId === homeId && typeof hash === 'string') devices.add(hash);
  });
  return { council, residentId, homeId, resident, devices, ...(home === undefined ? {} : { home }) };
};

const isAnyPaired = async (stores: CareStores, { council, devices }: Whose): Promise<boolean> => {
  const hashes = [...devices];
  const echos = await Promise.all(hashes.map((hash) => stores.echos.ofHash(council, hash, { strong: true })));
  const screens = await Promise.all(hashes.map((hash) => stores.screens.ofHash(council, hash)));
  return [...echos, ...screens].some((device) => device?.value.state === 'paired');
};

/** Whether any row that stands under the Resident waits for a time. */
const isAnythingDue = async (whole: WholeTable, { council, residentId }: Whose): Promise<boolean> => {
  let due = 0;
  await overEveryRow(whole, (row) => {
    if (row.key.pk === `C#${council}#RES#${residentId}` && row.due !== undefined) due += 1;
  });
  return due > 0;
};

/**
 * Whether somebody may be erased now. `mayRing`: the operator has been told by a person that an Echo which cannot be reached any more is switched
 * off or gone. `again`: it was done before, in the table that this one was restored from; then only what stands is asked.
 */
export const mayErase = async (
  stores: CareStores,
  whole: WholeTable,
  {
    council,
    residentId,
    mayRing,
  }: { readonly council: string; readonly residentId: string; readonly mayRing: boolean },
): Promise<MayErase> => {
  const whose = await whoseRows(stores, whole, council, residentId);
  if (whose === undefined) return { kind: 'no-such-resident' };
  const erasure = (await stores.erasures.ofResident(council, residentId))?.value;
  if (erasure?.state !== 'agreed' && erasure?.state !== 'erased') return { kind: 'not-agreed' };
  if (whose.resident.presence.kind !== 'ended') return { kind: 'not-ended' };
  const mirror = (await stores.mirrors.ofResident(council, residentId))?.value;
  if (!mayRing && (mirror?.copies.length ?? 0) > 0) return { kind: 'copies-stand' };
  if (!mayRing && (await isAnythingDue(whole, whose))) return { kind: 'something-waits' };
  if (livesAlone(whose) && (await isAnyPaired(stores, whose))) return { kind: 'echo-paired' };
  return { kind: 'may-erase', whose };
};
