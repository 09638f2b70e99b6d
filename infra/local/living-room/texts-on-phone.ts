import { momentWords } from '../../../lambda/console/residents/moment.ts';
import { wordsOf } from '../../../lambda/console/words/words-of.ts';
import { DAY, type Instant } from '../../../lambda/core/kernel/clock.ts';
import { localDate } from '../../../lambda/core/kernel/uk-time.ts';
import { type Contact, writtenMobile } from '../../../lambda/core/people/contact.ts';
import type { Received } from '../virtual-notify/virtual-notify.ts';
import type { PhoneText } from './room-view.ts';

const MOST_SHOWN = 3;

const LINK = /\bhttps?:\/\/\S+/;

/** The words before the link, the link itself, and nothing of the small print after it. */
const textOf = ({ by, to, body, at }: Received, now: Instant): PhoneText => {
  const [link] = LINK.exec(body) ?? [];
  const words = link === undefined ? body : body.slice(0, body.indexOf(link));
  return {
    to: by === 'text' ? writtenMobile(to) : to,
    by,
    when: momentWords(at, localDate(now), wordsOf('en')),
    words: words.trim(),
    ...(link === undefined ? {} : { link }),
  };
};

/** What arrived at a Carer's number or address in the last day, as it was received, the latest first. */
export const textsOnPhone = (
  received: readonly Received[],
  contact: Contact | undefined,
  now: Instant,
): readonly PhoneText[] =>
  received
    .filter(
      ({ to, at, status }) =>
        status === 'delivered' && at > now - DAY && (to === contact?.text || to === contact?.email),
    )
    .toSorted((a, b) => b.at - a.at)
    .slice(0, MOST_SHOWN)
    .map((one) => textOf(one, now));
