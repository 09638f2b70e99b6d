import type { StoredItem } from '../../../lambda/adapters/table/table.ts';
import type { Home } from '../../../lambda/core/people/home.ts';
import type { Resident } from '../../../lambda/core/people/resident.ts';
import type { PatternName } from './held-rows.ts';
import { councilOf, fateOf, patternsOfKeys } from './pattern-of.ts';

/** One Resident, their Home if it still stands, and the keyed hashes of all Echos and Screens that were ever tied to it. */
export type Whose = {
  readonly council: string;
  readonly residentId: string;
  readonly homeId: string;
  readonly resident: Resident;
  readonly home?: Home;
  readonly devices: ReadonlySet<string>;
};

/** Whether nobody else lives there: then the Home goes too. A Home that is gone already was theirs alone. */
export const livesAlone = ({ home, residentId }: Pick<Whose, 'home' | 'residentId'>): boolean =>
  home === undefined || home.residents.every((id) => id === residentId);

/** Whether an id stands anywhere in a value: as a text, or as a part of one between two `#`. */
export const names = (value: unknown, id: string): boolean => {
  if (typeof value === 'string') return value === id || value.split('#').includes(id);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((inside) => names(inside, id));
};

const namesInRow = ({ key, body, marks }: StoredItem, id: string): boolean =>
  names(key.sk, id) || names(body, id) || Object.hasOwn(marks, id);

/** Whether a row belongs to a Home: by its key, by what it points to, or by a device of the Home. */
const isOfHome = (row: StoredItem, { homeId, devices }: Whose): boolean => {
  const parts = [...row.key.pk.split('#'), ...row.key.sk.split('#')];
  if (parts.includes(homeId) || names(row.body, homeId)) return true;
  return [...devices].some((hash) => parts.includes(hash) || names(row.body, hash));
};

/** What a row is to one Resident: which pattern it is, and whether it tells anything of them. */
export type Seen = { readonly name: PatternName; readonly isAbout: boolean };

/** Says of every row of a table what it is to one Resident; undefined: it is another council's, or of no pattern that is known. */
export const seenFor = (whose: Whose): ((row: StoredItem) => Seen | undefined) => {
  const patternOf = patternsOfKeys();
  const { council, residentId } = whose;
  const isAbout = (row: StoredItem, name: PatternName): boolean => {
    switch (fateOf(name)) {
      case 'own':
        return row.key.pk === `C#${council}#RES#${residentId}`;
      case 'names':
      case 'shared':
      case 'carer':
      case 'pseudonym':
        return namesInRow(row, residentId) || (fateOf(name) === 'shared' && isOfHome(row, whose));
      case 'home':
        return isOfHome(row, whose);
      case 'audit':
        return names(row.key.pk, residentId) || names(row.body, residentId);
      case 'nobody':
        return false;
    }
  };
  return (row) => {
    if (councilOf(row.key) !== council) return undefined;
    const name = patternOf(row.key);
    return name === undefined ? undefined : { name, isAbout: isAbout(row, name) };
  };
};
