import { setTimeout as wait } from 'node:timers/promises';
import type { Clock, Instant } from '../../../lambda/core/kernel/clock.ts';
import type { Carers } from '../../../lambda/core/people/people.ts';
import type { ReadResidentPage } from '../../../lambda/core/reminders/resident-page.ts';
import type { DemoEcho } from '../demo-council/demo-echos.ts';
import { HARBOUR } from '../demo-council/harbour-county-council.ts';
import { demoJourneys } from '../journeys/demo-journeys.ts';
import type { VirtualAlexa } from '../virtual-alexa/virtual-alexa.ts';
import type { VirtualNotify } from '../virtual-notify/virtual-notify.ts';
import { carerPhones } from './carer-phone.ts';
import { livingRoom } from './living-room.ts';
import { peopleOfRoom } from './people-of-room.ts';
import { roomHomes } from './room-homes.ts';
import type { Happenings } from './watch/happenings.ts';

/** Waits; when the system closes there is nobody to wait for, and whoever plays finds out at the next step. */
const pauseUntil =
  (closing: AbortSignal) =>
  (milliseconds: number): Promise<void> =>
    wait(milliseconds, undefined, { signal: closing }).catch((fault: unknown) => {
      if (!closing.aborted) throw fault;
    });

/** The living room over a running system that answers at `url`. `close` lets a journey that plays end at its next step. */
export const openLivingRoom = (needs: {
  readonly url: string;
  readonly clock: Clock;
  readonly goForward: (to: Instant) => Promise<void>;
  readonly alexa: VirtualAlexa;
  readonly echos: readonly DemoEcho[];
  readonly readPage: ReadResidentPage;
  readonly carers: Pick<Carers, 'ofId'>;
  readonly notify: VirtualNotify;
  readonly happenings: Happenings;
  readonly invocationName: string;
  readonly onFault: (fault: unknown) => void;
  readonly closing: AbortSignal;
}) => {
  const homes = roomHomes(needs.echos);
  const echoOf = (homeId: string) => homes.find((home) => home.homeId === homeId)?.echos[0]?.echoId;
  const journeys = demoJourneys({ ...needs, echoOf, wait: pauseUntil(needs.closing) });
  return {
    answer: livingRoom({
      ...needs,
      homes,
      journeys,
      phones: carerPhones({ ...needs, received: needs.notify.received, council: HARBOUR }),
      screenPath: (homeId) => `/screen/demo/${homeId}`,
      people: peopleOfRoom(needs.url),
    }),
    close: async (): Promise<void> => {
      journeys.leave();
      await journeys.settled();
    },
  };
};
