import { care, comes, coming, meal, WORKING_DAYS, weekly } from './demo-diary.ts';
import { cares, type DemoHome, echoIn, echoShow, ownEcho } from './demo-home.ts';
import { daily, on, once, remind, tell, tellDesk } from './demo-reminder.ts';

const TEAM = ['Heather', 'Moses', 'Jolanta', 'Pete'];

/** Upper Tidewell: farms and cottages inland, far apart. */
export const UPPER_TIDEWELL: readonly DemoHome[] = [
  {
    ...ownEcho,
    id: 'long-acre',
    label: 'Long Acre, Upper Tidewell',
    speakingLevel: 'open',
    echos: [echoIn('kitchen')],
    residents: [
      {
        id: 'clive-underhill',
        fullName: 'Clive Underhill',
        nameToUse: 'Clive',
        groups: ['lunch-club'],
        settings: { quietHours: { from: '02:30', to: '09:00' } },
        circle: [cares('julie-underhill', '09:00', '21:00')],
        plan: 'fresh',
        visits: [care(TEAM, '11:30', 45), care(TEAM, '22:00', 30)],
        appointments: [],
        reminders: [remind('programme', daily('01:45')), remind('meal', daily('13:15'))],
      },
    ],
  },
  {
    ...ownEcho,
    id: 'bryn-cottage',
    label: 'Bryn Cottage, Upper Tidewell',
    speakingLevel: 'open',
    echos: [echoShow('kitchen')],
    residents: [
      {
        id: 'eirlys-morgan',
        fullName: 'Eirlys Morgan',
        nameToUse: 'Eirlys',
        settings: { languages: ['en', 'cy'], volumeHint: true },
        circle: [cares('rhodri-morgan', '08:00', '22:00')],
        plan: 'fresh',
        visits: [care(TEAM, '08:30', 30), comes('cleaner', [2], '13:00', 120, ['Rita'])],
        appointments: [weekly('outing', 'chapel', [7], '10:30', 90, 'resident')],
        reminders: [
          remind('get-ready', on([7], '09:30')),
          remind('routine', daily('11:45'), tell('rhodri-morgan', 60)),
        ],
      },
    ],
  },
  {
    ...ownEcho,
    id: 'tidewell-farm',
    label: 'Tidewell Farm, Upper Tidewell',
    speakingLevel: 'ask-first',
    echos: [echoIn('kitchen')],
    residents: [
      {
        id: 'alasdair-ross',
        fullName: 'Alasdair Ross',
        nameToUse: 'Alasdair',
        groups: ['shopping-bus'],
        settings: { quietHours: { from: '21:00', to: '05:00' } },
        circle: [cares('catriona-ross', '07:00', '21:00')],
        plan: 'fresh',
        visits: [care(TEAM, '07:00', 30), comes('nurse', [3], '14:00', 30)],
        appointments: [coming('surgery', 'Tidewell Surgery', 2, '08:50')],
        reminders: [remind('drink', daily('05:30')), remind('bins', on([1], '17:15'))],
      },
    ],
  },
  {
    ...ownEcho,
    id: 'orchard-lane-3',
    label: '3 Orchard Lane, Upper Tidewell',
    speakingLevel: 'closed',
    echos: [echoShow('living room')],
    residents: [
      {
        id: 'jayaben-shah',
        fullName: 'Jayaben Shah',
        nameToUse: 'Jayaben',
        settings: { rate: 'slow', accessNeeds: ['interpreter', 'through-a-carer'] },
        consent: { decidedBy: 'best-interests' },
        circle: [cares('hetal-shah', '06:00', '23:00')],
        plan: 'fresh',
        visits: [care(['Jolanta'], '08:00', 60), meal([6, 7]), care(['Jolanta'], '18:30', 45)],
        appointments: [],
        reminders: [remind('meal', daily('19:00'), tell('hetal-shah', 30)), remind('drink', daily('16:00'))],
      },
    ],
  },
  {
    ...ownEcho,
    id: 'orchard-lane-10',
    label: '10 Orchard Lane, Upper Tidewell',
    speakingLevel: 'ask-first',
    echos: [echoIn('living room')],
    residents: [
      {
        id: 'siew-fong-tan',
        fullName: 'Siew Fong Tan',
        nameToUse: 'Auntie Fong',
        groups: ['harbour-day-centre'],
        settings: { oneAtATime: true },
        circle: [],
        plan: 'fresh',
        visits: [care(TEAM, '09:00', 30, WORKING_DAYS), meal(WORKING_DAYS)],
        appointments: [coming('dentist', 'Market Square Dental', 3, '10:10', 'resident')],
        reminders: [remind('phone-call', once(2, '19:00')), remind('programme', on([5], '20:45'))],
      },
    ],
  },
  {
    ...ownEcho,
    id: 'the-forge',
    label: 'The Forge, Upper Tidewell',
    speakingLevel: 'open',
    echos: [echoIn('kitchen')],
    residents: [
      {
        id: 'walter-nightingale',
        fullName: 'Walter Nightingale',
        nameToUse: 'Walter',
        settings: { hasPendant: true },
        circle: [cares('jenny-nightingale', '08:00', '22:00')],
        plan: 'none',
        visits: [],
        appointments: [coming('optician', 'Market Square Opticians', 3, '11:20', 'resident')],
        reminders: [remind('bins', on([4], '18:45')), remind('lock-up', daily('21:00'))],
      },
    ],
  },
  {
    ...ownEcho,
    id: 'wheelwrights',
    label: "Wheelwright's, Upper Tidewell",
    speakingLevel: 'ask-first',
    echos: [echoShow('living room')],
    residents: [
      {
        id: 'beatrice-okoro',
        fullName: 'Beatrice Okoro',
        nameToUse: 'Mama Bea',
        groups: ['lunch-club'],
        settings: { textSize: 'larger' },
        circle: [cares('chidi-okoro', '18:00', '23:00')],
        plan: 'fresh',
        visits: [care(TEAM, '10:30', 45), care(TEAM, '20:00', 30)],
        appointments: [weekly('outing', "St Mark's coffee morning", [4], '10:00', 120, 'resident')],
        reminders: [remind('get-ready', on([4], '09:00')), remind('routine', daily('21:30'), tellDesk(30))],
      },
    ],
  },
];
