import type { HomeMirror } from '../../core/home-mirror/home-mirror.ts';
import { isAt } from '../../core/home-mirror/home-mirror.ts';
import { localDate } from '../../core/kernel/uk-time.ts';
import { unlessUnreadable } from '../../core/kernel/unreadable.ts';
import type { Echo } from '../../core/pairing/echo.ts';
import type { RoomList } from '../../core/pairing/room-list.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { Words } from '../words/en.ts';
import { momentWords } from './moment.ts';

/** What is known of a Home's Echos from elsewhere: what is kept on their screens, and what Amazon last said of the managed ones. */
export type KeptOnEchos = { readonly mirror?: HomeMirror | undefined; readonly rooms?: RoomList | undefined };

/** Reads it, where there is anything to read: a row that cannot be read leaves the rest of the page as it is. */
export const keptOnEchos = async (
  needs: Pick<ConsoleNeeds, 'homeMirrors' | 'roomLists'>,
  { council, homeId }: { readonly council: string; readonly homeId: string },
  echos: readonly Echo[],
): Promise<KeptOnEchos> => {
  if (echos.length === 0) return {};
  const isManaged = echos.some(({ kind }) => kind === 'managed');
  const [mirror, rooms] = await Promise.all([
    unlessUnreadable(needs.homeMirrors.ofHome(council, homeId), () => undefined),
    isManaged ? needs.roomLists.of(council) : undefined,
  ]);
  return { mirror: mirror?.value, rooms: rooms?.value };
};

type At = { readonly words: Words; readonly now: number };

/** Only of a managed Echo anybody can say whether it is off line: Amazon, when its list was read. */
const connectionWords = ({ hash }: Echo, { rooms }: KeptOnEchos, { words, now }: At): readonly string[] => {
  const { online, offline, notKnown } = words.howHomesDo.managed;
  const listed = rooms?.rooms.flatMap(({ echos }) => echos).find((echo) => echo.hash === hash);
  if (listed === undefined || rooms?.takenAt === undefined || listed.connection === 'not-known') return [notKnown];
  const when = momentWords(rooms.takenAt, localDate(now), words);
  return [listed.connection === 'offline' ? offline(when) : online(when)];
};

const pinWords = (echo: Echo, { mirror }: KeptOnEchos, { words, now }: At): readonly string[] => {
  const place = mirror?.pins.find((one) => isAt(one, { echo: echo.hash, link: echo.linkVersion }));
  const { managed } = words.howHomesDo;
  if (place === undefined) return [];
  if (place.state === 'no-screen') return [managed.noScreen];
  const isNow = place.pin !== undefined && place.pin.until > now;
  if (!isNow) return [];
  return [place.state === 'standing' ? managed.pinned : managed.perhapsPinned];
};

const widgetWords = (echo: Echo, { mirror }: KeptOnEchos, { words }: At): readonly string[] => {
  const place = mirror?.widgets.find((one) => isAt(one, { echo: echo.hash, link: echo.linkVersion }));
  const { widget } = words.howHomesDo;
  if (place === undefined) return [];
  const waits = (place.waiting ?? 0) > 0 ? [widget.waits] : [];
  return place.state === 'standing' && (place.took ?? 0) > 0 ? [widget.shows, ...waits] : waits;
};

/** What is known of one Echo beside what it can do: whether it is on line, and what stands on its screen. */
export const keptWords = (echo: Echo, kept: KeptOnEchos, at: At): readonly string[] =>
  echo.kind === 'managed'
    ? [...connectionWords(echo, kept, at), ...pinWords(echo, kept, at)]
    : widgetWords(echo, kept, at);
