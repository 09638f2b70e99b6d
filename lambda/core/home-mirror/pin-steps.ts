import type { Delivery } from '../delivery/delivery.ts';
import { RANK_OF, takesItsPlace } from '../delivery/pinned-alerts.ts';
import { type ResidentsDeliveries, type ShownCard, showCards } from '../delivery/show-cards.ts';
import type { Instant } from '../kernel/clock.ts';
import type { Echo } from '../pairing/echo.ts';
import type { Pin, PinPlace } from './home-mirror.ts';

/** An Alert that may be pinned, with the card of the Resident it was told to. */
export type Pinnable = Pin & { readonly card: ShownCard };

/** Only what is urgent is pinned: it stands in the way of everything else on that screen. */
export const isPinned = ({ handling, source, content, attempts }: Delivery): boolean =>
  handling === 'urgent' &&
  source.kind === 'alert' &&
  content.kind === 'alert' &&
  !content.isPrivate &&
  attempts.some(({ channel }) => channel === 'smart-properties');

const first = (a: Pinnable, b: Pinnable): number => RANK_OF[b.handling] - RANK_OF[a.handling];

/**
 * The Alerts that may stand on the screen of a managed Echo now, the most urgent first: told there, not private, and still open for somebody
 * whom this Echo speaks to. What is acknowledged, stopped, closed or over is none of them; nothing is while they are away or have not agreed.
 */
export const pinnableOn = (
  echo: Pick<Echo, 'residents'>,
  home: readonly ResidentsDeliveries[],
  now: Instant,
): readonly Pinnable[] => {
  const theirs = home.filter(({ resident }) => echo.residents.includes(resident.id));
  const cards = showCards(theirs, 'closed', now).filter((card) => !card.isPersonal && isPinned(card.delivery));
  return cards
    .flatMap((card): readonly Pinnable[] => {
      const { source, handling, expiresAt } = card.delivery;
      return source.kind === 'alert' ? [{ alertId: source.alertId, handling, until: expiresAt, card }] : [];
    })
    .sort(first);
};

/** What makes one Echo equal to what is wanted there. `replacing`: something stands there, or may, and is removed first. */
export type PinStep =
  | { readonly kind: 'put-up'; readonly what: Pinnable; readonly replacing: boolean }
  | { readonly kind: 'take-down' }
  | { readonly kind: 'nothing' };

const NOTHING: PinStep = { kind: 'nothing' };

/** The next step on one Echo: an Alert that stands is replaced only by a more urgent one, and stays as long as it is still wanted. */
export const pinStep = (place: PinPlace | undefined, wanted: readonly Pinnable[], now: Instant): PinStep => {
  const [best] = wanted;
  if (place === undefined || place.state === 'not-known')
    return best === undefined ? { kind: 'take-down' } : { kind: 'put-up', what: best, replacing: true };
  if (place.state === 'no-screen') return NOTHING;
  const standing = place.pin !== undefined && place.pin.until > now ? place.pin : undefined;
  if (standing === undefined) return best === undefined ? NOTHING : { kind: 'put-up', what: best, replacing: false };
  const isStillWanted = wanted.some(({ alertId }) => alertId === standing.alertId);
  if (!isStillWanted)
    return best === undefined ? { kind: 'take-down' } : { kind: 'put-up', what: best, replacing: true };
  return best !== undefined && takesItsPlace(best, standing, now)
    ? { kind: 'put-up', what: best, replacing: true }
    : NOTHING;
};
