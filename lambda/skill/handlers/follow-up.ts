import { type Answer, type Feature, forIntents } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import type { Said } from '../said.ts';
import { tellNextAppointment } from './appointments.ts';
import { tellDayAndTime } from './day-and-time.ts';
import { tellAgain } from './tell-again.ts';
import { tellVisits } from './visits.ts';

const LOOKED_UP = [
  'visits',
  'next-appointment',
  'appointments',
  'reminders',
  'one-reminder',
  'reminders-due',
  'messages',
];

const isLookedUp = (said: Said | undefined): said is Said => said !== undefined && LOOKED_UP.includes(said.topic);

/** What "it" is: what was last looked up, in this conversation or shortly before it. */
const meant = (said: Said | undefined, before: Said | undefined): Said | undefined => {
  if (isLookedUp(said)) return said;
  return isLookedUp(before) ? before : undefined;
};

const following =
  (needs: SkillNeeds): Answer =>
  (asked) => {
    const { said, before } = asked.session;
    const it = meant(said, before);
    const about = asked.slots.followUp?.id;
    if (about === 'WHERE' && it?.topic !== 'appointments') return tellNextAppointment(needs)(asked);
    if (it !== undefined) return tellAgain(needs)(it)(asked);
    return (
      about === 'TIME' && said?.topic !== 'welcome'
        ? tellDayAndTime(needs)
        : tellVisits(needs)({ topic: 'visits', from: 0 })
    )(asked);
  };

/** "What time?" "Who is it?" */
export const followUp = (needs: SkillNeeds): Feature => forIntents('follow-up', ['FollowUpIntent'], following(needs));
