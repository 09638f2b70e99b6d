import { inboxOf } from '../../core/delivery/inbox.ts';
import { MINUTE } from '../../core/kernel/clock.ts';
import { instantOf, type LocalTime } from '../../core/kernel/uk-time.ts';
import { ASKED_TASK } from '../connection.ts';
import type { Answer, Feature, Reply } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import { type PageTurn, withPage } from '../turn.ts';
import { askWhetherDone } from './ask-whether-done.ts';
import { tellWelcome } from './launch.ts';

/** A routine starts by the Echo's clock, which may be a little before ours. */
const CLOCKS_DIFFER = MINUTE;

/** Of which routine this may be the start. */
const NEAR = 5 * MINUTE;

const nearest = ({ page, now, today }: PageTurn): LocalTime | undefined =>
  page.mirror?.anchors.find(({ time }) => Math.abs(instantOf(`${today}T${time}`) - now) <= NEAR)?.time;

const silent = ({ voice }: Pick<Reply, 'voice'>): Reply => ({
  outcome: { kind: 'nothing-due-now' },
  voice,
  ends: true,
  isSilent: true,
});

/** What is due is said, and whether it is done is asked; with nothing due nothing is said. */
const tellDue =
  (needs: SkillNeeds): Answer =>
  async (asked) => {
    const reply = await withPage(needs, async (turn) => {
      const { page, now, voice, resident } = turn;
      const time = nearest(turn);
      const key = { council: resident.council, residentId: resident.id };
      if (time !== undefined) await needs.placing?.seeRoutine(key, turn.echo, time);
      const due = inboxOf(page.deliveries, now + CLOCKS_DIFFER);
      const deliveries = due.reminders;
      const hasUrgent = due.messages.some(({ handling }) => handling === 'urgent');
      if (deliveries.length === 0 && !hasUrgent) return silent(turn);
      if (hasUrgent || voice.level !== 'open') return tellWelcome(needs)(asked);
      const ids = deliveries.map(({ id }) => id);
      return {
        outcome: { kind: 'reminders-due', deliveries },
        voice,
        said: { topic: 'reminders-due' },
        ...askWhetherDone(deliveries, voice),
        told: { residentId: resident.id, ids },
      };
    })(asked);
    // Nobody asked anything: who is away, who is speaking and how to pair is not said into an empty room.
    return UNASKED.includes(reply.outcome.kind) ? silent(reply) : reply;
  };

const UNASKED: readonly Reply['outcome']['kind'][] = ['resident-away', 'switched-off', 'not-paired', 'asks-who'];

/** A routine has started us: by the clock, unasked; or by the words "my day", which are a question and get an answer. */
export const myDay = (needs: SkillNeeds): Feature => ({
  name: 'my-day',
  claims: ({ type, task }) => type === 'LaunchRequest' && task !== undefined,
  answer: (asked) => (asked.task === ASKED_TASK ? tellWelcome(needs) : tellDue(needs))(asked),
});
