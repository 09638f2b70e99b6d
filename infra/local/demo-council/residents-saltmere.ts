import { care, comes, coming, meal, WORKING_DAYS, weekly } from './demo-diary.ts';
import { cares, type DemoHome, echoIn, echoShow, looksIn, managedBy } from './demo-home.ts';
import { daily, on, once, remind, tell, tellDesk, weekdays } from './demo-reminder.ts';

const TEAM = ['Lorraine', 'Kwame', 'Agnieszka', 'Shaun'];
const kittiwakeHouse = managedBy('kittiwake-house');

/** Kittiwake House, Saltmere: seven flats with managed Echos. */
export const SALTMERE: readonly DemoHome[] = [
  {
    ...kittiwakeHouse,
    id: 'kittiwake-house-1',
    label: 'Flat 1, Kittiwake House, Saltmere',
    speakingLevel: 'ask-first',
    echos: [echoShow('living room')],
    residents: [
      {
        id: 'jean-macleod',
        fullName: 'Jean MacLeod',
        nameToUse: 'Jean',
        groups: ['lunch-club'],
        settings: { textSize: 'largest', accessNeeds: ['large-print'] },
        circle: [cares('iain-macleod', '17:00', '22:00')],
        plan: 'fresh',
        visits: [care(TEAM, '07:30', 45), care(TEAM, '19:30', 45)],
        appointments: [weekly('hairdresser', 'the salon downstairs', [3], '11:00', 45, 'resident')],
        reminders: [remind('drink', daily('10:30')), remind('programme', weekdays('19:00'))],
      },
    ],
  },
  {
    ...kittiwakeHouse,
    id: 'kittiwake-house-2',
    label: 'Flat 2, Kittiwake House, Saltmere',
    speakingLevel: 'open',
    echos: [echoIn('kitchen')],
    residents: [
      {
        id: 'mei-ling-chan',
        fullName: 'Mei Ling Chan',
        nameToUse: 'Mrs Chan',
        groups: ['shopping-bus'],
        settings: { rate: 'slow', accessNeeds: ['interpreter', 'through-a-carer'] },
        circle: [cares('david-chan', '09:00', '21:00')],
        plan: 'fresh',
        visits: [care(TEAM, '08:45', 45), comes('cleaner', [5], '13:00', 120, ['Rita'])],
        appointments: [coming('hospital', 'Harbour General, main entrance', 3, '09:45')],
        reminders: [remind('meal', daily('17:30')), remind('get-ready', daily('08:15'))],
      },
    ],
  },
  {
    ...kittiwakeHouse,
    id: 'kittiwake-house-3',
    label: 'Flat 3, Kittiwake House, Saltmere',
    speakingLevel: 'ask-first',
    echos: [echoIn('living room')],
    residents: [
      {
        id: 'bernard-oshea',
        fullName: "Bernard O'Shea",
        nameToUse: 'Bernie',
        circle: [cares('niamh-oshea', '08:00', '23:00')],
        plan: 'stale',
        visits: [care(TEAM, '09:15', 30), care([], '18:00', 30)],
        appointments: [weekly('outing', 'the domino club', [2, 6], '15:00', 120, 'resident')],
        reminders: [remind('get-ready', on([2, 6], '14:15')), remind('drink', daily('16:30'))],
      },
    ],
  },
  {
    ...kittiwakeHouse,
    id: 'kittiwake-house-4',
    label: 'Flat 4, Kittiwake House, Saltmere',
    speakingLevel: 'closed',
    echos: [echoIn('bedroom')],
    residents: [
      {
        id: 'nasima-begum',
        fullName: 'Nasima Begum',
        nameToUse: 'Nasima',
        groups: ['shopping-bus'],
        settings: { rate: 'slow', longerPauses: true, accessNeeds: ['interpreter'] },
        circle: [cares('rafiq-ahmed', '07:00', '22:00')],
        plan: 'fresh',
        visits: [
          care(['Lorraine', 'Agnieszka'], '08:00', 60),
          { ...care(['Lorraine'], '16:00', 30), change: { kind: 'cancelled', onDay: 1 } },
        ],
        appointments: [],
        reminders: [remind('routine', daily('08:30'), tell('rafiq-ahmed', 30)), remind('routine', daily('17:00'))],
      },
    ],
  },
  {
    ...kittiwakeHouse,
    id: 'kittiwake-house-5',
    label: 'Flat 5, Kittiwake House, Saltmere',
    speakingLevel: 'open',
    echos: [echoShow('living room')],
    residents: [
      {
        id: 'clifford-ashworth',
        fullName: 'Clifford Ashworth',
        nameToUse: 'Cliff',
        away: { reason: 'hospital', sinceLastWeekday: 2 },
        circle: [cares('linda-ashworth', '08:00', '21:00')],
        plan: 'fresh',
        visits: [],
        appointments: [],
        reminders: [
          remind('routine', daily('09:00'), tell('linda-ashworth', 30)),
          remind('routine', daily('18:00'), tellDesk(60)),
        ],
      },
    ],
  },
  {
    ...kittiwakeHouse,
    id: 'kittiwake-house-6',
    label: 'Flat 6, Kittiwake House, Saltmere',
    speakingLevel: 'open',
    echos: [echoShow('kitchen')],
    residents: [
      {
        id: 'pearl-gordon',
        fullName: 'Pearl Gordon',
        nameToUse: 'Miss Pearl',
        groups: ['harbour-day-centre'],
        settings: { volumeHint: true },
        circle: [looksIn('marcia-campbell')],
        plan: 'fresh',
        visits: [care(TEAM, '10:15', 45, WORKING_DAYS), meal()],
        appointments: [weekly('outing', 'Bethel church', [7], '10:00', 150, 'resident')],
        reminders: [remind('get-ready', on([7], '09:00')), remind('visitor', once(1, '15:30'))],
        callBack: { subject: 'equipment', askedAt: '16:05', state: 'asked' },
      },
    ],
  },
  {
    ...kittiwakeHouse,
    id: 'kittiwake-house-7',
    label: 'Flat 7, Kittiwake House, Saltmere',
    speakingLevel: 'ask-first',
    echos: [echoIn('living room')],
    residents: [
      {
        id: 'hilda-ramsbottom',
        fullName: 'Hilda Ramsbottom',
        nameToUse: 'Mrs Ramsbottom',
        settings: { rate: 'slower', longerPauses: true, chime: 'none', hasPendant: true },
        circle: [],
        plan: 'fresh',
        visits: [care(TEAM, '07:00', 45), care(TEAM, '12:15', 30), care(TEAM, '20:15', 45)],
        appointments: [coming('surgery', 'Saltmere Surgery', 1, '11:10', 'council')],
        reminders: [remind('routine', daily('06:30')), remind('lock-up', daily('21:00'), tellDesk(90))],
      },
    ],
  },
];
