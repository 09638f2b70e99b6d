import { care, comes, coming, meal, WORKING_DAYS, weekly } from './demo-diary.ts';
import { cares, type DemoHome, echoIn, echoShow, looksIn, ownEcho } from './demo-home.ts';
import { daily, on, once, remind, tell, tellDesk, weekdays } from './demo-reminder.ts';

const TEAM = ['Patience', 'Ryan', 'Halina', 'Sue'];

/** Lanternham: the estate above the harbour. */
export const LANTERNHAM: readonly DemoHome[] = [
  {
    ...ownEcho,
    id: 'beacon-rise-14',
    label: '14 Beacon Rise, Lanternham',
    speakingLevel: 'open',
    echos: [echoIn('living room')],
    residents: [
      {
        id: 'geoffrey-marlow',
        fullName: 'Geoffrey Marlow',
        nameToUse: 'Geoffrey',
        groups: ['shopping-bus'],
        consent: { state: 'withdrawn' },
        circle: [cares('stephen-marlow', '08:00', '22:00')],
        plan: 'fresh',
        visits: [care(TEAM, '09:00', 45), care(TEAM, '18:15', 30)],
        appointments: [],
        reminders: [remind('drink', daily('11:15')), remind('routine', daily('20:00'))],
      },
    ],
  },
  {
    ...ownEcho,
    id: 'beacon-rise-27',
    label: '27 Beacon Rise, Lanternham',
    speakingLevel: 'ask-first',
    echos: [echoShow('kitchen')],
    residents: [
      {
        id: 'ivy-tranter',
        fullName: 'Ivy Tranter',
        nameToUse: 'Ivy',
        circle: [
          cares('wendy-tranter', '08:00', '21:00'),
          { ...cares('mark-tranter', '08:00', '22:00'), untilDay: -1 },
        ],
        plan: 'fresh',
        visits: [care(TEAM, '08:30', 45), meal(WORKING_DAYS), care(TEAM, '19:00', 30)],
        appointments: [coming('hospital', 'Harbour General, main entrance', 4, '10:15')],
        reminders: [
          remind('routine', daily('10:45'), tell('wendy-tranter', 60)),
          remind('phone-call', on([1, 3, 5], '16:15')),
        ],
      },
    ],
  },
  {
    ...ownEcho,
    id: 'chandlers-close-2',
    label: "2 Chandler's Close, Lanternham",
    speakingLevel: 'open',
    echos: [echoIn('living room')],
    residents: [
      {
        id: 'patrick-gallagher',
        fullName: 'Patrick Gallagher',
        nameToUse: 'Pat',
        groups: ['harbour-day-centre'],
        circle: [cares('aoife-gallagher', '08:00', '23:00')],
        plan: 'fresh',
        visits: [care(TEAM, '09:45', 30)],
        appointments: [weekly('outing', 'the Anchor, quiz night', [4], '19:00', 150, 'resident')],
        reminders: [remind('get-ready', on([4], '18:15')), remind('lock-up', daily('23:30'), tellDesk(20))],
      },
    ],
  },
  {
    ...ownEcho,
    id: 'chandlers-close-5',
    label: "5 Chandler's Close, Lanternham",
    speakingLevel: 'closed',
    echos: [echoIn('kitchen')],
    residents: [
      {
        id: 'abdul-quddus-miah',
        fullName: 'Abdul Quddus Miah',
        nameToUse: 'Mr Miah',
        settings: { quietHours: { from: '22:30', to: '04:00' } },
        circle: [cares('shamima-miah', '06:00', '22:00')],
        plan: 'fresh',
        visits: [care(TEAM, '10:00', 45), care(TEAM, '17:15', 30)],
        appointments: [weekly('outing', 'the Lanternham mosque', [5], '12:30', 75, 'resident')],
        reminders: [remind('get-ready', on([5], '11:30')), remind('drink', daily('04:15'))],
      },
    ],
  },
  {
    ...ownEcho,
    id: 'rope-street-8',
    label: '8 Rope Street, Lanternham',
    speakingLevel: 'ask-first',
    echos: [echoShow('living room')],
    residents: [
      {
        id: 'jacqueline-baptiste',
        fullName: 'Jacqueline Baptiste',
        nameToUse: 'Jackie',
        groups: ['lunch-club'],
        settings: { rate: 'fast', length: 'short' },
        circle: [],
        plan: 'fresh',
        visits: [care(TEAM, '07:45', 45), comes('nurse', [5], '10:00', 30, ['Aisha'])],
        appointments: [coming('council-office', 'Harbour House', 1, '13:45', 'council')],
        reminders: [remind('routine', weekdays('07:45'), tellDesk(60)), remind('visitor', once(3, '17:00'))],
      },
    ],
  },
  {
    ...ownEcho,
    notifications: 'off',
    id: 'rope-street-15',
    label: '15 Rope Street, Lanternham',
    speakingLevel: 'closed',
    echos: [echoIn('living room')],
    residents: [
      {
        id: 'norman-eccles',
        fullName: 'Norman Eccles',
        nameToUse: 'Norman',
        settings: { rate: 'slow', chime: 'none' },
        circle: [],
        plan: 'stale',
        visits: [care(TEAM, '11:15', 30), care([], '18:45', 30)],
        appointments: [],
        reminders: [remind('meal', daily('12:30')), remind('drink', daily('16:45'))],
      },
    ],
  },
  {
    ...ownEcho,
    id: 'customs-hill-1',
    label: '1 Customs Hill, Lanternham',
    speakingLevel: 'ask-first',
    echos: [echoShow('kitchen')],
    residents: [
      {
        id: 'zofia-kaminska',
        fullName: 'Zofia Kaminska',
        nameToUse: 'Zosia',
        groups: ['shopping-bus'],
        settings: { accessNeeds: ['large-print'], textSize: 'largest' },
        circle: [cares('tomasz-kaminski', '17:00', '22:00')],
        plan: 'fresh',
        visits: [care(['Halina'], '08:00', 45, WORKING_DAYS), care(TEAM, '08:00', 45, [6, 7])],
        appointments: [weekly('day-centre', 'the Beacon Centre', [3], '10:00', 300)],
        reminders: [
          remind('phone-call', on([7], '17:45')),
          remind('routine', daily('21:45'), tell('tomasz-kaminski', 10)),
        ],
      },
    ],
  },
  {
    ...ownEcho,
    id: 'customs-hill-9',
    label: '9 Customs Hill, Lanternham',
    speakingLevel: 'open',
    echos: [echoIn('living room')],
    residents: [
      {
        id: 'hamida-yusuf',
        fullName: 'Hamida Yusuf',
        nameToUse: 'Hamida',
        settings: { accessNeeds: ['interpreter'] },
        circle: [cares('hodan-warsame', '12:00', '22:00'), looksIn('fadumo-hussein')],
        plan: 'fresh',
        visits: [care(['Patience', 'Sue'], '09:15', 45), care(['Patience', 'Sue'], '19:45', 30)],
        appointments: [coming('optician', 'Harbour Opticians', 2, '14:40')],
        reminders: [remind('drink', daily('14:00')), remind('phone-call', daily('20:45'))],
      },
    ],
  },
];
