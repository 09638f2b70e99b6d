import type { Act } from '../../core/audit/act.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { AlertDesk } from './alert-desk.ts';

export type Names = (id: string) => string;

/** The names of Officers by their ids: "you" for the one who looks. */
export const officerNames = async (
  needs: Pick<ConsoleNeeds, 'officers' | 'council'>,
  { officer, words }: Pick<AlertDesk, 'officer' | 'words'>,
  ids: readonly string[],
): Promise<Names> => {
  const { you, someone } = words.alertActs.history;
  const read = await Promise.all(
    [...new Set(ids)].map(async (id): Promise<[string, string]> => {
      if (id === officer.id) return [id, you];
      return [id, (await needs.officers.ofId(needs.council, id))?.name ?? someone];
    }),
  );
  const names = new Map(read);
  return (id) => names.get(id) ?? someone;
};

/** Who did something: an Officer by name, otherwise Bellbird itself. */
export const doerOf = ({ by }: Act, names: Names, { words }: Pick<AlertDesk, 'words'>): string =>
  by.kind === 'officer' ? names(by.id) : words.alertActs.history.system;
