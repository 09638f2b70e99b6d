import type { OnwardWording } from '../core/safeguarding/tell-onward.ts';
import { english, type Say } from './say.ts';

/** The words of texts and e-mails to whoever is told onward, in one language: see `onwardWording`. */
export const onwardWordingWith =
  (say: Say): OnwardWording =>
  (queue) => ({ words: say('carer.duty-waits', { queue }).text, title: say('carer.duty-title').text });

/** What whoever is told onward reads: that something waits too long, and where. Nothing of who or what. Plain text, in English. */
export const onwardWording: OnwardWording = onwardWordingWith(english);
