import { carerName } from '../demo-council/carers.ts';
import { DEMO_HOMES } from '../demo-council/demo-homes.ts';
import { OFFICERS } from '../demo-council/harbour-county-council.ts';
import { type PersonHost, personHost } from '../http/people-hosts.ts';
import type { RoomHome } from './room-homes.ts';

/** The first Carer of a Home whose place in the circle has no last day, and the Resident they care for. */
const carerOf = (homeId: string): { readonly id: string; readonly residentId: string } | undefined => {
  const residents = DEMO_HOMES.find(({ id }) => id === homeId)?.residents ?? [];
  for (const { id, circle } of residents) {
    const member = circle.find(({ untilDay }) => untilDay === undefined);
    if (member !== undefined) return { id: member.carerId, residentId: id };
  }
  return undefined;
};

const officerWith = (right: 'write-alerts' | 'approve-alerts') => OFFICERS.find(({ rights }) => rights.includes(right));

/**
 * Who can be in the console side by side: a Carer of the Home, the Officer who writes Alerts and the one who approves them.
 * `url` is where the living room is.
 */
export const peopleOfRoom =
  (url: string) =>
  ({ homeId }: RoomHome): readonly PersonHost[] => {
    const [carer, writer, approver] = [carerOf(homeId), officerWith('write-alerts'), officerWith('approve-alerts')];
    const people: (PersonHost | undefined)[] = [
      carer &&
        personHost(
          url,
          { host: 'carer.localhost', title: 'A carer', id: carer.id, name: carerName(carer.id) },
          `/console/residents/${carer.residentId}`,
        ),
      writer &&
        personHost(url, { host: 'writer.localhost', title: 'The officer who writes', ...writer }, '/console/alerts'),
      approver &&
        personHost(
          url,
          { host: 'approver.localhost', title: 'The officer who approves', ...approver },
          '/console/alerts',
        ),
    ];
    return people.filter((person) => person !== undefined);
  };
