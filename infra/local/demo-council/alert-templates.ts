import type { AlertTemplate } from '../../../lambda/core/alerts/template.ts';
import { HARBOUR } from './harbour-county-council.ts';

/** Words that the council has ready, each with the words to put it right. */
export const ALERT_TEMPLATES: readonly AlertTemplate[] = [
  {
    council: HARBOUR,
    id: 'flood',
    name: 'Flood',
    handling: 'urgent',
    words: {
      title: 'Flood warning',
      text: 'A flood is expected near ((place)) from ((time)). Please stay indoors and go upstairs if water comes in. If you are in danger, call 999.',
    },
    correction: {
      title: 'Flood warning: a mistake',
      text: 'We told you that a flood was expected near ((place)). That was a mistake. There is no flood warning now. You do not need to do anything.',
    },
  },
  {
    council: HARBOUR,
    id: 'water-off',
    name: 'Water off',
    handling: 'urgent',
    words: {
      title: 'Your water is off',
      text: 'The water is off in ((place)). It should be back by ((time)). Please do not use the tap until it runs clear.',
    },
    correction: {
      title: 'The water is not off',
      text: 'We told you that the water was off in ((place)). That was a mistake. Your water is on.',
    },
  },
  {
    council: HARBOUR,
    id: 'day-centre-closed',
    name: 'Day centre closed',
    handling: 'notice',
    words: {
      title: 'Day centre closed',
      text: 'The day centre is closed on ((day)) because ((reason)). It opens again on ((next day)). Nobody will come to collect you that day.',
    },
    correction: {
      title: 'The day centre is open',
      text: 'We told you that the day centre was closed on ((day)). That was a mistake. It is open.',
    },
  },
  {
    council: HARBOUR,
    id: 'hot-weather',
    name: 'Hot weather',
    handling: 'notice',
    words: {
      title: 'It will be very hot',
      text: 'It will be very hot on ((day)). Please keep the curtains closed on the sunny side, have a drink often, and keep out of the sun in the afternoon.',
    },
  },
];
