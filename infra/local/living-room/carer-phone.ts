import { attentionWords, needsAttention } from '../../../lambda/console/residents/attention.ts';
import { deliveryWords } from '../../../lambda/console/residents/delivery-words.ts';
import { momentWords } from '../../../lambda/console/residents/moment.ts';
import { standingWords } from '../../../lambda/console/residents/resident-view.ts';
import { wordsOf } from '../../../lambda/console/words/words-of.ts';
import { type Delivery, mayRise } from '../../../lambda/core/delivery/delivery.ts';
import { DAY, type Instant, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { type LocalDate, localDate } from '../../../lambda/core/kernel/uk-time.ts';
import { type CircleMember, holdsOn } from '../../../lambda/core/people/circle-of-care.ts';
import type { Carers } from '../../../lambda/core/people/people.ts';
import type { ReadResidentPage, ResidentPage } from '../../../lambda/core/reminders/resident-page.ts';
import type { VirtualNotify } from '../virtual-notify/virtual-notify.ts';
import type { PhonePage, PhoneText } from './room-view.ts';
import { textsOnPhone } from './texts-on-phone.ts';
import { thingOf } from './watch/delivery-sentences.ts';

const MOST_SHOWN = 5;

const maySee = (member: CircleMember, today: LocalDate): boolean => holdsOn(member, today) && member.rights.length > 0;

/** What was due in the last day, or is about to be. */
const isOfToday = ({ dueAt }: Delivery, now: Instant): boolean => dueAt > now - DAY && dueAt <= now + 2 * MINUTE;

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const toldOf = (deliveries: readonly Delivery[], now: Instant): PhonePage['told'] => {
  const words = wordsOf('en');
  return deliveries
    .filter((delivery) => isOfToday(delivery, now))
    .toSorted((a, b) => b.dueAt - a.dueAt)
    .slice(0, MOST_SHOWN)
    .map((delivery) => ({
      thing: capital(thingOf(delivery)),
      when: momentWords(delivery.dueAt, localDate(now), words),
      words: `${deliveryWords(delivery, now, words)}.`,
    }));
};

/** A reminder or an alert that may still be acknowledged, and whose time has come. */
const isUnanswered = ({ state, source, dueAt, expiresAt, stoppedAt }: Delivery, now: Instant): boolean =>
  source.kind !== 'diary' &&
  stoppedAt === undefined &&
  mayRise(state, 'acknowledged') &&
  dueAt <= now &&
  now < expiresAt;

const phonePage = (
  { resident, deliveries }: ResidentPage,
  carer: CircleMember | undefined,
  texts: readonly PhoneText[],
  now: Instant,
): PhonePage => {
  const words = wordsOf('en');
  const today = localDate(now);
  const ended = resident.circle.filter((member) => !maySee(member, today)).map(({ name }) => name);
  const about = {
    resident: resident.settings.nameToUse,
    ended,
    isUnanswered: deliveries.some((delivery) => isUnanswered(delivery, now)),
    texts,
  };
  if (carer === undefined) return { ...about, standing: [], attention: [], told: [] };
  return {
    ...about,
    carer: carer.name,
    standing: standingWords(resident, words, today),
    attention: needsAttention(deliveries, now).map((delivery) => attentionWords(delivery, resident, today, words)),
    told: toldOf(deliveries, now),
  };
};

/** The phones of a Home: for each Resident the first Carer whose place in the circle holds today, and what they see. */
export const carerPhones =
  (needs: {
    readonly readPage: ReadResidentPage;
    readonly carers: Pick<Carers, 'ofId'>;
    readonly received: VirtualNotify['received'];
    readonly council: string;
  }) =>
  async (residentIds: readonly string[], now: Instant): Promise<readonly PhonePage[]> => {
    const today = localDate(now);
    const pages = await Promise.all(residentIds.map((id) => needs.readPage(needs.council, id, today)));
    return Promise.all(
      pages
        .filter((page) => page !== undefined)
        .map(async (page) => {
          const member = page.resident.circle.find((one) => maySee(one, today));
          const carer = member && (await needs.carers.ofId(needs.council, member.carerId));
          return phonePage(page, member, textsOnPhone(needs.received(), carer?.contact, now), now);
        }),
    );
  };
