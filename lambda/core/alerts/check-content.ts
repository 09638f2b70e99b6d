import { type Instant, MINUTE } from '../kernel/clock.ts';
import { instantOf } from '../kernel/uk-time.ts';
import type { Council } from '../people/council.ts';
import { type AlertContent, type AlertStart, type DraftContent, FURTHEST_START, LONGEST_LIFE } from './alert.ts';
import type { Audience } from './audience.ts';
import { checkWords, type WordProblem } from './check-words.ts';

/** An event to a consumer Echo lives at least five minutes (Amazon, "Proactive Events API"). */
export const SHORTEST_LIFE = 10 * MINUTE;

export type ContentProblem =
  | { readonly field: 'title' | 'text' | 'correction-title' | 'correction-text'; readonly problem: WordProblem }
  | { readonly field: 'audience'; readonly problem: 'missing' | 'no-such-area' | 'no-such-group' }
  | { readonly field: 'handling'; readonly problem: 'missing' }
  | { readonly field: 'starts'; readonly problem: 'missing' | 'has-passed' | 'too-far' }
  | { readonly field: 'expires'; readonly problem: 'missing' | 'too-soon' | 'too-late' };

/** The instant an Alert starts, if it were approved now. */
export const startOf = (starts: AlertStart, now: Instant): Instant =>
  starts.kind === 'on-approval' ? now : instantOf(starts.at);

const wordProblems = (content: Partial<DraftContent>): readonly ContentProblem[] => {
  const words = content.words && checkWords(content.words);
  const correction = content.correction && checkWords(content.correction);
  return [
    ...(words?.title ?? []).map((problem) => ({ field: 'title', problem }) as const),
    ...(words?.text ?? []).map((problem) => ({ field: 'text', problem }) as const),
    ...(correction?.title ?? []).map((problem) => ({ field: 'correction-title', problem }) as const),
    ...(correction?.text ?? []).map((problem) => ({ field: 'correction-text', problem }) as const),
  ];
};

const audienceProblems = (audience: Audience, council: Council): readonly ContentProblem[] => {
  if (audience.kind === 'told') return [];
  const isKnown = (known: readonly { readonly id: string }[]) => (id: string) => known.some((one) => one.id === id);
  return [
    ...(audience.areas.every(isKnown(council.areas)) ? [] : [{ field: 'audience', problem: 'no-such-area' } as const]),
    ...(audience.groups.every(isKnown(council.groups))
      ? []
      : [{ field: 'audience', problem: 'no-such-group' } as const]),
  ];
};

const startProblems = (starts: AlertStart, now: Instant): readonly ContentProblem[] => {
  const start = startOf(starts, now);
  if (starts.kind === 'at' && start < now - MINUTE) return [{ field: 'starts', problem: 'has-passed' }];
  return start > now + FURTHEST_START ? [{ field: 'starts', problem: 'too-far' }] : [];
};

const expiryProblems = (
  starts: AlertStart,
  expires: NonNullable<DraftContent['expires']>,
  now: Instant,
): readonly ContentProblem[] => {
  const life = instantOf(expires) - Math.max(startOf(starts, now), now);
  if (life < SHORTEST_LIFE) return [{ field: 'expires', problem: 'too-soon' }];
  return life > LONGEST_LIFE ? [{ field: 'expires', problem: 'too-late' }] : [];
};

/** What is wrong with the parts of a draft that are there. */
export const checkDraft = (
  content: Partial<DraftContent>,
  council: Council,
  now: Instant,
): readonly ContentProblem[] => [
  ...wordProblems(content),
  ...(content.audience === undefined ? [] : audienceProblems(content.audience, council)),
  ...(content.starts === undefined ? [] : startProblems(content.starts, now)),
  ...(content.starts === undefined || content.expires === undefined
    ? []
    : expiryProblems(content.starts, content.expires, now)),
];

/** What is missing or wrong before a draft may be submitted or approved; none when it is complete and good. */
export const checkComplete = (content: DraftContent, council: Council, now: Instant): readonly ContentProblem[] => {
  const needed = ['audience', 'handling', 'starts', 'expires'] as const satisfies readonly (keyof AlertContent)[];
  return [
    ...needed.filter((field) => content[field] === undefined).map((field) => ({ field, problem: 'missing' }) as const),
    ...checkDraft(content, council, now),
  ];
};
