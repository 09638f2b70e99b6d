import type { EchoIds } from '../../core/pairing/echo.ts';
import type { WakeSkill } from '../../core/reminders/look-at-mirror.ts';
import { type Posted, postJson } from '../amazon/call-amazon.ts';
import type { AccessToken } from '../amazon/lwa-token.ts';

/** What the message says: look at this account's reminders. It carries nobody's id and no words. */
export const LEVEL_MESSAGE = { op: 'level-reminders' } as const;

/** Amazon tries a message again until then, in seconds (60 to 86,400; Amazon, "Skill Messaging API Reference"). */
const EXPIRES_AFTER = 3_600;

/** What an answer means: 202 accepted, 404 unknown here; 403 may be a token that is over, which is tried anew once. */
const wokenBy = (posted: Posted): Awaited<ReturnType<WakeSkill>> => {
  if (posted.kind === 'no-answer') return 'unknown';
  if (posted.kind === 'no-token') return 'refused';
  if (posted.status === 202) return 'accepted';
  return posted.status === 404 ? 'no-such-user' : 'refused';
};

/** Wakes our own skill for the account of an Echo by the Skill Messaging API (scope `alexa:skill_messaging`, with one colon). */
export const skillMessaging =
  (needs: {
    readonly accessToken: AccessToken;
    readonly openIds: (sealed: string) => EchoIds;
    /** Where the Alexa APIs are, without a slash at the end. */
    readonly apiUrl: string;
  }): WakeSkill =>
  async (echo) => {
    const userId = userOf(needs.openIds, echo.sealedIds);
    if (userId === undefined) return 'no-such-user';
    const url = `${needs.apiUrl}/v1/skillmessages/users/${encodeURIComponent(userId)}`;
    const body = { data: LEVEL_MESSAGE, expiresAfterSeconds: EXPIRES_AFTER };
    return wokenBy(await postJson(url, needs.accessToken, body, 403));
  };

/** Ids that cannot be opened (another key, a changed text) name nobody. */
const userOf = (openIds: (sealed: string) => EchoIds, sealed: string): string | undefined => {
  try {
    return openIds(sealed).userId;
  } catch {
    return undefined; // becomes a result with its reason, which is logged
  }
};
