import { REMINDERS_SCOPE } from './alexa-asks.ts';
import type { AccountState, AlexaAsks, Routine } from './alexa-state.ts';
import type { SkillSide } from './ask-skill.ts';
import { tellSkill } from './ask-skill.ts';
import type { SessionRequest } from './envelope.ts';
import type { VirtualEcho } from './virtual-echo.ts';

/** What somebody answers to a question of Alexa's own; `nothing`: silence, or other words. */
export type ToAlexa = 'yes' | 'no' | 'nothing';

/** Yes or no as people say it to Alexa. */
export const toAlexa = (words: string): ToAlexa => {
  if (/^(?:alexa,? )?(?:yes|yeah|yep|ok(?:ay)?|sure|please do|yes please)$/i.test(words.trim())) return 'yes';
  return /^(?:alexa,? )?(?:no|nope|no thank you|no thanks)$/i.test(words.trim()) ? 'no' : 'nothing';
};

const PAYLOAD = { yes: 'ACCEPTED', no: 'DENIED', nothing: 'NOT_ANSWERED' } as const;

const permitted = (asks: AlexaAsks & { readonly kind: 'ask-for' }, answer: ToAlexa): SessionRequest => {
  const status = PAYLOAD[answer];
  const payload =
    asks.version === '1'
      ? { permissionScope: asks.scopes[0], status, isCardThrown: answer === 'nothing' }
      : {
          permissionScopes: asks.scopes.map((permissionScope) => ({ permissionScope, status })),
          isCardThrown: answer === 'nothing',
        };
  if (asks.resumes)
    return {
      type: 'SessionResumedRequest',
      cause: {
        type: 'ConnectionCompleted',
        token: asks.token,
        status: { code: '200', message: 'OK' },
        result: payload,
      },
    };
  return {
    type: 'Connections.Response',
    name: 'AskFor',
    status: { code: '200', message: 'OK' },
    payload,
    token: asks.token,
  };
};

const isSame = (one: Routine, other: Routine): boolean => JSON.stringify(one.when) === JSON.stringify(other.when);

const routineOffered = (
  asks: AlexaAsks & { readonly kind: 'offer-routine' },
  reason: string | undefined,
): SessionRequest => ({
  type: 'SessionResumedRequest',
  cause: {
    type: 'ConnectionCompleted',
    token: asks.token,
    status: reason === undefined ? { code: '200', message: 'OK' } : { code: '400', message: reason },
  },
});

/** The phone app then holds the card, as after silence. */
export const cardAfterSilence = (side: SkillSide, accountId: string, scopes: readonly string[]): void =>
  side.world.changeAccount(accountId, (before) => ({
    ...before,
    cards: [
      { type: 'AskForPermissionsConsent' as const, title: 'Permissions', text: '', permissions: [...scopes] },
      ...before.cards,
    ].slice(0, 20),
  }));

/** Gives or takes back the permission to set reminders, as in the Alexa app; the skill is told by an event. */
export const permitReminders = async (
  side: SkillSide,
  accountId: string,
  reminders: AccountState['reminders'],
  how: 'SkillPermissionAccepted' | 'SkillPermissionChanged',
): Promise<void> => {
  side.world.changeAccount(accountId, (before) => ({ ...before, reminders }));
  const acceptedPermissions = reminders === 'granted' ? [{ scope: REMINDERS_SCOPE }] : [];
  await tellSkill(side, accountId, { type: `AlexaSkillEvent.${how}`, body: { acceptedPermissions } });
};

/** What an answer changes on Alexa's side, and the request that tells the skill of it. */
export const settleAnswer = async (
  side: SkillSide,
  echo: VirtualEcho,
  asks: AlexaAsks,
  answer: ToAlexa,
): Promise<SessionRequest> => {
  if (asks.kind === 'ask-for') {
    const isReminders = asks.scopes.includes(REMINDERS_SCOPE);
    if (isReminders && answer === 'yes')
      await permitReminders(side, echo.accountId, 'granted', 'SkillPermissionAccepted');
    if (isReminders && answer === 'no')
      side.world.changeAccount(echo.accountId, (before) => ({ ...before, reminders: 'denied' }));
    if (answer === 'nothing') cardAfterSilence(side, echo.accountId, asks.scopes);
    return permitted(asks, answer);
  }
  const { routine } = asks;
  if (side.world.echo(echo.echoId).routines.some((one) => isSame(one, routine)))
    return routineOffered(asks, 'AUTOMATION_ALREADY_ENABLED');
  if (answer !== 'yes') return routineOffered(asks, 'REJECTED_BY_CUSTOMER');
  side.world.changeEcho(echo.echoId, (before) => ({ ...before, routines: [...before.routines, routine] }));
  return routineOffered(asks, undefined);
};
