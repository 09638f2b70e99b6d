import type { Clock } from '../core/kernel/clock.ts';
import type { MirrorNeeds } from '../core/reminders/level-mirror.ts';
import { copyWords } from '../render/copy-words.ts';
import type { CareStores } from './care-stores.ts';

/** What everything about copies on Echos needs. */
export const mirrorNeeds = (stores: CareStores, clock: Clock): MirrorNeeds => ({
  mirrors: stores.mirrors,
  residents: stores.residents,
  reminders: stores.reminders,
  copyWords,
  clock,
});
