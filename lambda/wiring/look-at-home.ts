import type { ReadSource } from '../core/delivery/announcement.ts';
import { isClockTrusted } from '../core/delivery/deliver.ts';
import type { PinWords } from '../core/home-mirror/level-pins.ts';
import { type HomeEchos, lookAtHomeMirror } from '../core/home-mirror/look-at-home.ts';
import type { Clock } from '../core/kernel/clock.ts';
import type { Log } from '../core/kernel/log.ts';
import { readToldPage } from '../core/reminders/confirmed.ts';
import { renderCard } from '../render/render-card.ts';
import { widgetWords } from '../render/render-widget.ts';
import type { CareStores } from './care-stores.ts';
import { maySendAsked, sendingAsked } from './sending-asked.ts';
import { skewAsked } from './skew-asked.ts';

const pinWordsOf =
  (stores: CareStores): PinWords =>
  async (card, now) => {
    const council = await stores.councilOf(card.resident.council);
    const { words } = renderCard(card, { level: 'open', hasEcho: true, council, now });
    return { title: words.title, body: words.lines.join('\n') };
  };

/** Looks at what is kept on the Echos of one Home, for the worker of the bell. A machine whose clock cannot be trusted changes nothing. */
export const wireLookAtHome = (
  stores: CareStores,
  edges: HomeEchos & {
    readonly clock: Clock;
    readonly realNow: () => number;
    readonly clockSkew: () => number | undefined;
    readonly council: string;
    readonly readSource: ReadSource;
    readonly log: Log;
  },
): ((council: string, homeId: string) => Promise<void>) => {
  const look = lookAtHomeMirror({
    ...stores,
    ...edges,
    readPage: readToldPage(stores.readPage),
    pinWords: pinWordsOf(stores),
    widgetWords,
    stands: async (delivery) => (await edges.readSource(delivery)).kind === 'stands',
    maySend: maySendAsked(sendingAsked(stores, edges)),
  });
  return async (council, homeId) => {
    if (isClockTrusted(await skewAsked(stores, edges)())) await look({ council, homeId });
  };
};
