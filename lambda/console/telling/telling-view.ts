import { placeOf } from '../../core/people/change-telling.ts';
import type { Seen } from '../residents/with-resident.ts';

/** How the Carer signed in is told about this Resident, in a sentence; nothing for Officers. */
export const tellingNow = ({ acting, resident, today, words }: Seen): string | undefined => {
  if (acting.kind !== 'carer') return undefined;
  const hours = placeOf(resident.circle, acting.carer.id, today)?.agreedToBeTold;
  const { now } = words.telling;
  if (hours === undefined) return now.notAgreed(resident.settings.nameToUse);
  const { between, time } = words.when;
  const written = between(time(hours.from), time(hours.to));
  const { contact } = acting.carer;
  if (contact?.text !== undefined) return now.byText(written);
  return contact?.email === undefined ? now.onPage(written) : now.byEmail(written);
};
