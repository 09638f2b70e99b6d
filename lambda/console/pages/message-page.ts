import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { wordsOf } from '../words/words-of.ts';
import type { Visit } from './console-env.ts';
import type { ShowPage } from './show-page.ts';

type Message = { readonly title: string; readonly lines: readonly string[] };

/** A page that only says something: what is not there, may not be done, or went wrong. */
export const messagePages = (show: ShowPage) => {
  const message = (c: Visit, status: ContentfulStatusCode, { title, lines }: Message) =>
    show(c, { view: 'message', title, status, data: { lines }, alsoAt: '/' });
  const words = (c: Visit) => wordsOf(c.get('language')).signIn;
  return {
    /** For what is not there, belongs to another council, or is not this person's to see: always the same answer. */
    notFound: (c: Visit) => message(c, 404, words(c).notFound),
    notAllowed: (c: Visit) => message(c, 403, words(c).notAllowed),
    refusedForm: (c: Visit) => message(c, 403, words(c).refusedForm),
    tooLarge: (c: Visit) => message(c, 413, words(c).tooLarge),
    fault: (c: Visit) => {
      const { title, lines, ring } = words(c).fault;
      const phone = c.get('council')?.phone;
      return message(c, 500, { title, lines: phone === undefined ? lines : [...lines, ring(phone)] });
    },
  };
};
export type MessagePages = ReturnType<typeof messagePages>;
