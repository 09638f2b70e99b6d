import { HANDLING_RULES } from '../delivery/handling.ts';
import type { Instant } from '../kernel/clock.ts';
import { isInWindow, localTime } from '../kernel/uk-time.ts';
import type { DraftContent } from './alert.ts';
import { isInAudience, type Member, type Members } from './audience.ts';

/**
 * How an Alert would reach its Audience if it were told now. The five numbers add up to `people`. `onScreenOnly`: no Echo that speaks or chimes, but a
 * Screen, for whoever watches it. `notNow`: asleep by their own quiet hours, told when those end.
 */
export type AlertReach = {
  readonly people: number;
  readonly spoken: number;
  readonly chimed: number;
  readonly onScreenOnly: number;
  readonly notNow: number;
  readonly notAtAll: number;
};

type Way = Exclude<keyof AlertReach, 'people'>;

const isQuiet = (member: Member, content: DraftContent, now: Instant): boolean =>
  member.quietHours !== undefined &&
  HANDLING_RULES[content.handling ?? 'notice'].quietHours === 'respects' &&
  isInWindow(localTime(now), member.quietHours.from, member.quietHours.to);

const wayTo = (member: Member, content: DraftContent, now: Instant): Way => {
  const { managed, chiming } = member.echos;
  if (member.standing !== 'may-be-told' || managed + chiming + member.screens === 0) return 'notAtAll';
  if (managed + chiming === 0) return 'onScreenOnly';
  if (isQuiet(member, content, now)) return 'notNow';
  const { speaksUnasked } = HANDLING_RULES[content.handling ?? 'notice'];
  return managed > 0 && speaksUnasked ? 'spoken' : 'chimed';
};

/** Every Member of an Audience, Home by Home, a page at a time; `from` is the place of the last one that is not wanted any more. */
export async function* membersOf(
  members: Members,
  council: string,
  content: Pick<DraftContent, 'audience' | 'mode'>,
  from?: string,
): AsyncGenerator<Member> {
  const { audience, mode } = content;
  if (audience?.kind !== 'residents') return;
  let after = from;
  do {
    const page = await members.page(council, after);
    for (const member of page.members) if (isInAudience(audience, mode, member)) yield member;
    after = page.after;
  } while (after !== undefined);
}

/** Counts an Audience, and says how it would be reached now. Without an Audience it is nobody. */
export const alertReach =
  (needs: { readonly members: Members }) =>
  async (council: string, content: DraftContent, now: Instant): Promise<AlertReach> => {
    const count = { spoken: 0, chimed: 0, onScreenOnly: 0, notNow: 0, notAtAll: 0 };
    let people = 0;
    for await (const member of membersOf(needs.members, council, content)) {
      people += 1;
      count[wayTo(member, content, now)] += 1;
    }
    return { people, ...count };
  };
