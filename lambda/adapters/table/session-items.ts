import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { sessionKey } from './keys.ts';
import { number, parser, text } from './people-schema.ts';
import type { JsonObject, Key, Table } from './table.ts';

/** The digest under which a session stands, so that the table alone opens no session (OWASP ASVS 5, 7.2). */
const digest = (token: string): string => createHash('sha256').update(token).digest('hex');

const keyOf = (council: string, token: string): Key => sessionKey(council, digest(token));

const parseSession = parser(
  v.variant('kind', [
    v.object({
      kind: v.literal('signed-in'),
      role: v.picklist(['carer', 'officer']),
      personId: text,
      formToken: text,
      startedAt: number,
      seenAt: number,
    }),
    v.object({ kind: v.literal('signing-in'), state: text, nonce: text, verifier: text }),
  ]),
);

type StoredSession = ReturnType<typeof parseSession>;

/** Console sessions, by the digest of the token that only the browser holds. `expiresAt` and `now` are epoch milliseconds, real time. */
export const sessionsIn = (table: Table) => ({
  /** What stands under a token and has not expired by `now`. A strong read, so that signing out works at once. */
  ofToken: async (council: string, token: string, now: number): Promise<StoredSession | undefined> => {
    const item = await table.get(keyOf(council, token), { strong: true });
    return item === undefined || (item.expiresAt ?? 0) <= now ? undefined : parseSession(item.body);
  },
  /** Stores a session under a token that was never used. */
  begin: async (
    council: string,
    token: string,
    session: StoredSession & JsonObject,
    expiresAt: number,
  ): Promise<void> => {
    const item = { key: keyOf(council, token), kind: 'session', body: session, expiresAt };
    const written = await table.put(item, { ifNew: true });
    if (written.kind !== 'mine') throw new Error('a session token was given out twice');
  },
  /** Notes a use. Whoever wrote meanwhile wins: a session that was ended is not brought back. */
  note: async (
    council: string,
    token: string,
    session: StoredSession & JsonObject,
    expiresAt: number,
  ): Promise<void> => {
    const key = keyOf(council, token);
    const item = await table.get(key, { strong: true });
    if (item === undefined) return;
    await table.put({ key, kind: 'session', body: session, expiresAt }, { ifVersion: item.version });
  },
  /** Removes a session, whatever was noted on it meanwhile. */
  end: async (council: string, token: string): Promise<void> => {
    const key = keyOf(council, token);
    let item = await table.get(key, { strong: true });
    while (item !== undefined) {
      const removed = await table.remove(key, { ifVersion: item.version });
      item = removed.kind === 'removed' ? undefined : removed.current;
    }
  },
});
