import type { FaultName } from '../edges/faults.ts';
import type { Chance } from '../time/seeded.ts';

/** What a run is mostly about: some guards are only needed when several rare things meet. */
export type Focus = 'everything' | 'stops' | 'changes at home' | 'wrong clocks';

export const focusOf = (chance: Chance): Focus =>
  chance.oneOf([
    'everything',
    'everything',
    'everything',
    'stops',
    'stops',
    'changes at home',
    'changes at home',
    'wrong clocks',
  ] as const);

/** How much oftener a fault comes in such a run. */
export const OFTENER: Readonly<Record<Focus, Partial<Record<FaultName, number>>>> = {
  everything: {},
  stops: {
    'a machine freezes': 5,
    'a bell is lost': 2,
    'a machine dies between two steps': 0.25,
    'D20 429': 4,
  },
  'wrong clocks': {
    'a worker has a wrong clock and knows it': 4,
    'a worker cannot know its clock': 4,
    'a tick has a wrong clock': 4,
    'a bell is early': 4,
  },
  'changes at home': { 'a machine freezes': 1.5, 'a machine dies between two steps': 1 },
};
