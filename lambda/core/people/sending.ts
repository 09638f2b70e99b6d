import type { Acted } from '../audit/act.ts';
import type { Saved, Versioned } from '../kernel/version.ts';

/** What a switch holds back: nothing, what is not urgent, or everything. */
export const PAUSES = ['nothing', 'routine', 'everything'] as const;
export type Paused = (typeof PAUSES)[number];

/** Whose sending is switched: that of one council, or of every council in this table. */
export type SendingScope = { readonly council: string } | 'service';

/** The switch of one scope; its last act says who set it, when and why. */
export type SendingSwitch = Acted & { readonly paused: Paused };

/** The switches. A scope without a row holds nothing back. */
export type SendingSwitches = {
  /** A strong read. */
  readonly of: (scope: SendingScope) => Promise<Versioned<SendingSwitch> | undefined>;
  readonly save: (scope: SendingScope, to: Versioned<SendingSwitch>) => Promise<Saved>;
};

/** How a council's sending stands: what its own switch holds back, and what that of the whole service does. */
export type SendingState = { readonly council: Paused; readonly service: Paused };

/** A strong read of both switches. */
export const readSending = async (switches: SendingSwitches, council: string): Promise<SendingState> => {
  const [own, service] = await Promise.all([switches.of({ council }), switches.of('service')]);
  return { council: own?.value.paused ?? 'nothing', service: service?.value.paused ?? 'nothing' };
};

/** The stronger of two. */
export const pausedBy = ({ council, service }: SendingState): Paused =>
  PAUSES.indexOf(service) > PAUSES.indexOf(council) ? service : council;

/** Whether what goes in this lane is held back: urgent things only while everything is. */
export const holdsBack = (paused: Paused, lane: 'urgent' | 'routine'): boolean =>
  paused === 'everything' || (paused === 'routine' && lane === 'routine');
