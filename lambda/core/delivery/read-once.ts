import type { ReadSource } from './announcement.ts';

/**
 * Reads the source of an Alert once for many of its Deliveries; other sources belong to one Resident and are read each time. To be made anew for
 * each batch, and for the check before each call, so that no answer is older than that (design, section 8: "check again once per call").
 */
export const readOnce = (readSource: ReadSource): ReadSource => {
  const known = new Map<string, ReturnType<ReadSource>>();
  return (announcement) => {
    const { source, council } = announcement;
    if (source.kind !== 'alert') return readSource(announcement);
    const which = JSON.stringify([council, source.alertId, source.hash, source.mode]);
    const reading = known.get(which) ?? readSource(announcement);
    known.set(which, reading);
    return reading;
  };
};
