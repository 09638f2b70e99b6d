import { type DemoHome, echoIn, echoShow, managedBy, ownEcho } from './demo-home.ts';

/**
 * Where Alerts are practised: sample Residents who are no people, one with each kind of Echo. Practice reaches nobody else, and
 * live Alerts never come here.
 */
export const PRACTICE_HOMES: readonly DemoHome[] = [
  {
    ...managedBy('practice'),
    id: 'practice-flat',
    label: 'Practice flat, Harbour House',
    isPractice: true,
    speakingLevel: 'open',
    echos: [echoShow('living room')],
    residents: [
      {
        id: 'sample-sandy',
        fullName: 'Sandy Sample',
        nameToUse: 'Sandy',
        circle: [],
        plan: 'none',
        visits: [],
        appointments: [],
        reminders: [],
      },
    ],
  },
  {
    ...ownEcho,
    id: 'practice-cottage',
    label: 'Practice cottage, Harbour House',
    isPractice: true,
    speakingLevel: 'open',
    echos: [echoIn('kitchen')],
    residents: [
      {
        id: 'sample-sam',
        fullName: 'Sam Sample',
        nameToUse: 'Sam',
        circle: [],
        plan: 'none',
        visits: [],
        appointments: [],
        reminders: [],
      },
    ],
  },
];
