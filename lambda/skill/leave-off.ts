import { faultName } from '../core/kernel/log.ts';
import { identifySpeaker } from '../core/pairing/identify-speaker.ts';
import { leftOffAt } from '../core/pairing/left-off.ts';
import type { Asked } from './asked.ts';
import type { TurnNeeds } from './needs.ts';
import { type Pending, readPending } from './pending.ts';
import { isPaired, placeOf } from './place.ts';
import { readSaid } from './read-said.ts';
import type { Said } from './said.ts';
import { isSmall, smallIn } from './small-values.ts';
import type { PageTurn } from './turn.ts';

/** What a conversation was about when it broke off: the question that was open, and what was last spoken of. */
export type Left = { readonly asks?: Pending; readonly said?: Said };

/** Questions that are worth asking again: the others come by themselves at every opening, or are over with the session. */
const WORTH_IT: readonly Pending['kind'][] = [
  'reminder-day',
  'reminder-time',
  'reminder-half',
  'which-one',
  'set-it',
  'cancel-it',
  'ring-you',
  'go-on',
];

const leftOf = ({ session: { asks, said } }: Asked, wasCutOff: boolean): Left => ({
  ...(wasCutOff && asks !== undefined && WORTH_IT.includes(asks.kind) ? { asks } : {}),
  ...(said === undefined || said.topic === 'safety' ? {} : { said }),
});

/**
 * Keeps where a conversation broke off, for whoever was speaking: ids and words from closed lists. Where it is open who that was, and
 * after words of safety, nothing is kept. Whoever ended it themselves is asked nothing again.
 */
export const leaveOff = async (needs: TurnNeeds, asked: Asked, wasCutOff: boolean): Promise<void> => {
  const left = leftOf(asked, wasCutOff);
  if (left.said === undefined && left.asks === undefined) return;
  try {
    const place = await placeOf(needs, asked);
    if (!isPaired(place)) return;
    const speaker = identifySpeaker(place.echo, asked.session.speaker);
    if (speaker.kind !== 'speaker') return;
    if (speaker.others.length > 0 && asked.session.speaker !== speaker.residentId) return;
    const { hash } = place.echo;
    await needs.keepLeftOff(needs.council, speaker.residentId, {
      echo: hash,
      at: place.now,
      state: JSON.stringify(left),
    });
  } catch (fault) {
    needs.log('skill.fault', { council: needs.council, fault: faultName(fault) });
  }
};

const parsed = (state: string): unknown => {
  try {
    return JSON.parse(state);
  } catch {
    return undefined; // what cannot be read is as if nothing had been left
  }
};

/** Where the last conversation at this Echo broke off, if that was a few minutes ago. */
export const leftBefore = ({ page, echo, now }: PageTurn): Left => {
  const left = leftOffAt(page.leftOff ?? [], echo.hash, now);
  const small = left === undefined ? undefined : parsed(left.state);
  if (!isSmall(small)) return {};
  const asks = readPending(smallIn(small, 'asks'));
  const said = readSaid(smallIn(small, 'said'));
  return { ...(asks === undefined ? {} : { asks }), ...(said === undefined ? {} : { said }) };
};
