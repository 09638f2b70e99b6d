import type { Instant } from '../kernel/clock.ts';
import type { Mended, Waiting } from '../timetable/night.ts';
import { type Delivery, isToBeTold } from './delivery.ts';

/** What is wrong with the row of a Delivery and how it should be, or undefined. One that is open always waits for something. */
export const mendedDelivery = (
  { value: delivery, due }: Waiting<Delivery>,
  now: Instant,
): Mended<Delivery> | undefined => {
  const { lookAt } = delivery;
  if (lookAt === undefined) {
    if (isToBeTold(delivery.state)) return { finding: 'forgotten', value: { ...delivery, lookAt: now } };
    return due === undefined ? undefined : { finding: 'waits-for-nothing', value: delivery };
  }
  return due === lookAt ? undefined : { finding: 'not-due', value: delivery };
};
