import type { Asked } from '../asked.ts';
import { type Answer, type Feature, forIntents } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import type { Said, SaidList } from '../said.ts';
import { withVoice } from '../turn.ts';
import { tellWelcome } from './launch.ts';
import { readMessages } from './messages.ts';
import { tellAgain } from './tell-again.ts';

const isList = (said: Said | undefined): said is SaidList =>
  said?.topic === 'visits' || said?.topic === 'appointments' || said?.topic === 'reminders';

const noMore = (needs: SkillNeeds): Answer =>
  withVoice(needs, async ({ voice }) => ({
    outcome: { kind: 'no-more' },
    voice,
    said: { topic: 'plain', outcome: 'no-more' },
  }));

/** Whether what was said last is about messages: then the next ones follow. */
const isAboutMessages = (said: Said | undefined): boolean => said?.topic.startsWith('messages') === true;

/** What comes next: the rest of the list, or the next messages; otherwise that was all. */
export const tellNext =
  (needs: SkillNeeds): Answer =>
  (asked) => {
    const { said } = asked.session;
    if (isAboutMessages(said)) return readMessages(needs)(asked);
    if (!isList(said) || said.next === undefined) return noMore(needs)(asked);
    const { next, ...list } = said;
    return tellAgain(needs)({ ...list, from: next })(asked);
  };

const afresh = (asked: Asked): Asked => ({ ...asked, session: { ...asked.session, read: [] } });

/** From the beginning: of the list or the messages; otherwise of the conversation. */
const startAgain =
  (needs: SkillNeeds): Answer =>
  (asked) => {
    const { said } = asked.session;
    if (isAboutMessages(said)) return readMessages(needs)(afresh(asked));
    return (isList(said) ? tellAgain(needs)({ ...said, from: 0 }) : tellWelcome(needs))(asked);
  };

/** "What else?" */
export const next = (needs: SkillNeeds): Feature => forIntents('next', ['AMAZON.NextIntent'], tellNext(needs));

/** "Start again." */
export const startOver = (needs: SkillNeeds): Feature =>
  forIntents('start-over', ['AMAZON.StartOverIntent'], startAgain(needs));
