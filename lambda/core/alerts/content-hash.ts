import type { AlertContent } from './alert.ts';
import type { Digest } from './alerts.ts';
import type { Audience } from './audience.ts';

const audienceText = (audience: Audience): unknown =>
  audience.kind === 'told'
    ? [audience.kind, audience.alertId]
    : [audience.kind, audience.areas, audience.groups, audience.languages, audience.echo ?? ''];

/**
 * The hash that approval binds (SEC-16): of the words, the correction kept ready, who they are for, when, and how. One
 * character changed after approval gives another hash, and nothing with another hash is told.
 */
export const contentHash = (content: AlertContent, digest: Digest): string => {
  const { mode, words, isPrivate, correction, audience, handling, starts, expires } = content;
  return digest(
    JSON.stringify([
      1,
      mode,
      [words.title, words.text],
      isPrivate,
      correction === undefined ? null : [correction.title, correction.text],
      audienceText(audience),
      handling,
      starts.kind === 'at' ? starts.at : starts.kind,
      expires,
    ]),
  );
};
