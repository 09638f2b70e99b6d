import type { Act } from '../../core/audit/act.ts';
import { momentWords } from '../residents/moment.ts';
import type { Seen } from '../residents/with-resident.ts';
import { idOf } from '../sign-in/signed-in.ts';

/** Who did something and when: "you", a Carer of the circle by name, otherwise the part they play. */
export const byWords = (act: Act, { acting, resident, today, words }: Seen): [by: string, at: string] => {
  const { by } = words.reminders.page;
  const isMe = act.by.kind === acting.kind && act.by.id === idOf(acting);
  const carer = act.by.kind === 'carer' ? resident.circle.find(({ carerId }) => carerId === act.by.id) : undefined;
  return [isMe ? by.me : (carer?.name ?? by[act.by.kind]), momentWords(act.at, today, words)];
};

/** One act of a Reminder's history, in words; an act of a newer version is named by who and when. */
export const actWords = (act: Act, seen: Seen): string => {
  const { did, entry } = seen.words.reminders.page;
  const known = Object.entries(did).find(([name]) => name === act.did)?.[1];
  return entry(known ?? act.did, ...byWords(act, seen));
};
