import type { Clock, Instant } from '../../../lambda/core/kernel/clock.ts';
import type { Happening } from '../virtual-alexa/happening.ts';
import type { VirtualAlexa } from '../virtual-alexa/virtual-alexa.ts';
import type { Visitor } from './visitor.ts';

/** What every journey is given. It acts through the doors of the running system, and moves the clock; nothing else. */
export type JourneyNeeds = {
  readonly newVisitor: () => Visitor;
  readonly clock: Clock;
  readonly goForward: (to: Instant) => Promise<void>;
  readonly alexa: VirtualAlexa;
  /** The Echo of a Home that is talked to, if it has one. */
  readonly echoOf: (homeId: string) => string | undefined;
  /** Real milliseconds: what somebody who watches needs to see one step before the next. */
  readonly wait: (milliseconds: number) => Promise<void>;
};

/** How long a step stays alone. */
export const A_MOMENT = 2_000;
const A_LITTLE = 250;
/** The longest that something is waited for which the system does within seconds. */
const PATIENCE = 15_000;

/** The latest thing that an Echo did by itself after an event, or undefined if it did nothing within 15 seconds of real time. */
export const nextFromEcho = async (
  { alexa, wait }: Pick<JourneyNeeds, 'alexa' | 'wait'>,
  echoId: string,
  after: number,
): Promise<Happening | undefined> => {
  for (let waited = 0; waited < PATIENCE; waited += A_LITTLE) {
    const found = alexa
      .view(echoId)
      .recent.find(({ id, happening }) => id > after && ['announcement', 'chime'].includes(happening.kind));
    if (found !== undefined) return found.happening;
    await wait(A_LITTLE);
  }
  return undefined;
};

/** The number of the last thing that happened at an Echo. */
export const lastEventOf = ({ alexa }: Pick<JourneyNeeds, 'alexa'>, echoId: string): number =>
  alexa.view(echoId).recent.at(-1)?.id ?? 0;

/** How long words last when they are spoken, as the page of the Echo takes them to last without a voice; real milliseconds. */
const speechTime = (words: string): number => Math.min(8_000, 600 + words.length * 60);

/** Waits until the Echo has said what it says, so that nobody answers into its words. */
export const hearOut = ({ wait }: Pick<JourneyNeeds, 'wait'>, happening: Happening | undefined): Promise<void> =>
  wait(A_MOMENT + (happening !== undefined && 'spoken' in happening ? speechTime(happening.spoken) : 0));

/** What an Echo did by itself, as it is told in a story. */
export const echoWords = (happening: Happening | undefined): string => {
  if (happening?.kind === 'announcement') return `The Echo says by itself: “${happening.spoken}”`;
  if (happening?.kind === 'chime')
    return 'The Echo chimes and its light is yellow: Amazon lets a bought Echo do no more. The words wait in the inbox.';
  return 'The Echo stays silent: it may not be told anything now. The words wait in the inbox, or were closed with a reason.';
};
