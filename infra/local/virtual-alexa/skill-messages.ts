import { type SkillSide, tellSkill } from './ask-skill.ts';

/** Brings the skill the messages whose time has come. One that the skill does not answer is brought again until it expires. */
export const bringMessages = async (side: SkillSide): Promise<void> => {
  const { world } = side;
  const now = world.clock();
  for (const message of world.messages().filter(({ nextTry }) => nextTry <= now)) {
    const { id, accountId, data, gap, expiresAt } = message;
    // Taken out first: the skill may be sent another while it answers this one.
    world.changeMessages((before) => before.filter((one) => one.id !== id));
    if (!world.account(accountId).enabled || expiresAt <= now) continue;
    const came = await tellSkill(side, accountId, { type: 'Messaging.MessageReceived', message: data });
    if (came === 'failed')
      world.changeMessages((before) => [...before, { ...message, nextTry: now + gap, gap: gap * 2 }]);
  }
};
