import { floodAlert } from './flood-alert.ts';
import { type Journeys, playJourneys } from './journey.ts';
import type { JourneyNeeds } from './journey-needs.ts';
import { nobodyAcknowledges } from './nobody-acknowledges.ts';
import { visitHasChanged } from './visit-has-changed.ts';
import { visitor } from './visitor.ts';

/** The three journeys of the living room, played on a running system that answers at `url`. */
export const demoJourneys = (
  needs: Omit<JourneyNeeds, 'newVisitor'> & {
    readonly url: string;
    readonly onFault: (fault: unknown) => void;
  },
): Journeys => {
  const given: JourneyNeeds = { ...needs, newVisitor: () => visitor(needs.url) };
  return playJourneys(
    { reminder: nobodyAcknowledges(given), visit: visitHasChanged(given), alert: floodAlert(given) },
    needs,
  );
};
