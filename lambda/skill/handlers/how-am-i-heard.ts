import { holdsOn } from '../../core/people/circle-of-care.ts';
import { type Answer, type Feature, forIntents } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import { withPerson } from '../turn.ts';

/** Who can hear, what is kept, and who may set reminders today. */
export const tellHowHeard = (needs: SkillNeeds): Answer =>
  withPerson(needs, async ({ resident, today, voice }) => ({
    outcome: {
      kind: 'how-heard',
      carers: resident.circle
        .filter((member) => holdsOn(member, today) && member.rights.includes('set-reminders'))
        .map(({ name }) => name),
    },
    voice,
    said: { topic: 'how-heard' },
  }));

/** "Who can hear this?" */
export const howAmIHeard = (needs: SkillNeeds): Feature =>
  forIntents('how-am-i-heard', ['HowAmIHeardIntent'], tellHowHeard(needs));
