import { CHOICES, type Question } from './question.ts';
import { isYesOrNo } from './render-question.ts';
import type { Phrase } from './ssml.ts';
import type { Voice } from './voice.ts';

/** Everything that can be pressed on the Screen of an Echo. */
export const TOUCHES = ['yes', 'no', 'again', 'leave-it', 'stop', ...CHOICES, 'slower', 'faster', 'shorter'] as const;
export type Touch = (typeof TOUCHES)[number];

const touchesFor = (question: Question): readonly Touch[] => {
  switch (question.kind) {
    case 'anything-else':
    case 'what-would-you-like':
      return ['visits', 'messages', 'stop'];
    case 'which-of-two':
      return [...new Set<Touch>([question.first, question.second, 'again'])];
    case 'speech':
      return ['slower', 'faster', 'shorter'];
    default:
      return isYesOrNo(question) ? ['yes', 'no', 'again'] : ['leave-it', 'again'];
  }
};

/** What may be pressed while a question is open: at most three, the likeliest first, each with what stands on it. */
export const renderTouches = (
  question: Question,
  { say }: Pick<Voice, 'say'>,
): readonly { readonly touch: Touch; readonly label: Phrase }[] =>
  touchesFor(question).map((touch) => ({ touch, label: say(`touch.${touch}`) }));
