import type { OnwardWording } from '../core/safeguarding/tell-onward.ts';
import { english } from './say.ts';

/** What whoever is told onward reads: that something waits too long, and where. Nothing of who or what. Plain text, in English. */
export const onwardWording: OnwardWording = (queue) => ({
  words: english('carer.duty-waits', { queue }).text,
  title: english('carer.duty-title').text,
});
