import { type SkillSide, tellSkill } from './ask-skill.ts';
import { forgetAll } from './notifications.ts';

/** What a skill may be opted in to: the schemas that Bellbird publishes. */
export const PUBLISHED_EVENTS = [
  'AMAZON.MessageAlert.Activated',
  'AMAZON.Occasion.Updated',
  'AMAZON.TrashCollectionAlert.Activated',
  'AMAZON.MediaContent.Available',
] as const;

/** "Open …" enables a skill that is not enabled, as Alexa does. */
export const enable = async (needs: SkillSide, accountId: string): Promise<void> => {
  const { world } = needs;
  if (world.account(accountId).enabled) return;
  world.changeAccount(accountId, (before) => ({ ...before, enabled: true }));
  await tellSkill(needs, accountId, { type: 'AlexaSkillEvent.SkillEnabled' });
};

/** The account's ids change with the next enablement; sessions, screens and notifications are gone. */
export const disable = async (needs: SkillSide, accountId: string): Promise<void> => {
  const { world } = needs;
  if (!world.account(accountId).enabled) return;
  await tellSkill(needs, accountId, { type: 'AlexaSkillEvent.SkillDisabled' });
  forgetAll(world, accountId);
  for (const { echoId } of world.known.ofAccount(accountId)) {
    world.changeEcho(echoId, (before) => ({ ...before, session: null, screen: null, reminders: [], routines: [] }));
  }
  world.changeAccount(accountId, (before) => ({
    ...before,
    enabled: false,
    notificationsOn: false,
    reminders: 'not-asked',
    enablement: before.enablement + 1,
  }));
};

export const subscribe = async (needs: SkillSide, accountId: string, on: boolean): Promise<void> => {
  const { world } = needs;
  const account = world.account(accountId);
  if (!account.enabled || account.notificationsOn === on) return;
  world.changeAccount(accountId, (before) => ({ ...before, notificationsOn: on }));
  const subscriptions = on ? PUBLISHED_EVENTS.map((eventName) => ({ eventName })) : [];
  await tellSkill(needs, accountId, { type: 'AlexaSkillEvent.ProactiveSubscriptionChanged', body: { subscriptions } });
};
