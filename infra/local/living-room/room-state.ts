import type { Clock, Instant } from '../../../lambda/core/kernel/clock.ts';
import { type LocalTime, localTime } from '../../../lambda/core/kernel/uk-time.ts';
import type { JourneyState } from '../journeys/journey.ts';
import type { VirtualAlexa } from '../virtual-alexa/virtual-alexa.ts';
import { phraseChips } from './phrase-chips.ts';
import type { RoomHome } from './room-homes.ts';
import type { PartOfDay, PhonePage, RoomState } from './room-view.ts';

/** The light in the room by the time of day, UK wall time. */
export const partOfDay = (time: LocalTime): PartOfDay => {
  if (time < '06:00') return 'night';
  if (time < '12:00') return 'morning';
  if (time < '17:00') return 'afternoon';
  return time < '22:00' ? 'evening' : 'night';
};

export type StateNeeds = {
  readonly clock: Clock;
  readonly alexa: VirtualAlexa;
  readonly phones: (residentIds: readonly string[], now: Instant) => Promise<readonly PhonePage[]>;
  readonly journey: () => JourneyState | undefined;
};

/** Reads how the living room of a Home stands, with one of its Echos if it has any. */
export const roomState =
  (needs: StateNeeds) =>
  async (home: RoomHome, echoId: string | undefined): Promise<RoomState> => {
    const now = needs.clock();
    const ids = home.residents.map(({ id }) => id);
    const phones = await needs.phones(ids, now);
    const isUnanswered = phones.some((phone) => phone.isUnanswered);
    return {
      now,
      part: partOfDay(localTime(now)),
      phones,
      chips: echoId === undefined ? [] : phraseChips({ view: needs.alexa.view(echoId), isUnanswered }),
      journey: needs.journey() ?? null,
    };
  };
