import { care, comes, coming, EVERY_DAY, meal, WORKING_DAYS, weekly } from './demo-diary.ts';
import { cares, type DemoHome, echoIn, echoShow, looksIn, managedBy } from './demo-home.ts';
import { daily, on, once, remind, tell, tellDesk, weekdays } from './demo-reminder.ts';

const TEAM = ['Sandra', 'Blessing', 'Magda', 'Tariq'];
const gullCourt = managedBy('gull-court');

/** Gull Court, Port Haven: eight flats with managed Echos, which can speak a reminder by themselves. */
export const PORT_HAVEN: readonly DemoHome[] = [
  {
    ...gullCourt,
    id: 'gull-court-1',
    label: 'Flat 1, Gull Court, Port Haven',
    speakingLevel: 'ask-first',
    echos: [echoIn('living room')],
    residents: [
      {
        id: 'arthur-pemberton',
        fullName: 'Arthur Pemberton',
        nameToUse: 'Mr Pemberton',
        groups: ['harbour-day-centre'],
        settings: { rate: 'slow', length: 'short', hasPendant: true },
        circle: [cares('judith-pemberton', '08:00', '21:00')],
        plan: 'fresh',
        visits: [care(TEAM, '08:00', 45), meal(WORKING_DAYS), care(TEAM, '18:30', 30)],
        appointments: [weekly('day-centre', 'the Quay Centre', [2, 4], '10:00', 300)],
        reminders: [remind('drink', daily('11:00')), remind('lock-up', daily('21:30'), tellDesk(60))],
      },
    ],
  },
  {
    ...gullCourt,
    id: 'gull-court-2',
    label: 'Flat 2, Gull Court, Port Haven',
    speakingLevel: 'open',
    echos: [echoIn('kitchen')],
    residents: [
      {
        id: 'winsome-campbell',
        fullName: 'Winsome Campbell',
        nameToUse: 'Winnie',
        settings: { rate: 'fast' },
        circle: [cares('marcia-campbell', '09:00', '20:00')],
        plan: 'fresh',
        visits: [care(TEAM, '07:45', 30), care(TEAM, '20:00', 30)],
        appointments: [weekly('outing', 'the Harbour singers', [3], '14:00', 120, 'resident')],
        reminders: [
          remind('routine', daily('09:30'), tell('marcia-campbell', 45)),
          remind('get-ready', on([3], '13:15')),
        ],
      },
    ],
  },
  {
    ...gullCourt,
    id: 'gull-court-3',
    label: 'Flat 3, Gull Court, Port Haven',
    speakingLevel: 'open',
    echos: [echoShow('living room')],
    residents: [
      {
        id: 'rosa-bennett',
        fullName: 'Rosa Bennett',
        nameToUse: 'Rosa',
        groups: ['lunch-club'],
        settings: { volumeHint: true, hasPendant: true, textSize: 'larger' },
        circle: [cares('dan-bennett', '08:00', '22:00'), looksIn('judith-pemberton')],
        plan: 'fresh',
        visits: [care(TEAM, '08:30', 45), care(TEAM, '12:30', 30), care(TEAM, '19:00', 45)],
        appointments: [
          coming('surgery', 'Harbour Street Surgery', 2, '10:30'),
          weekly('hairdresser', "Jo's on the Parade", [5], '14:00', 60, 'resident'),
        ],
        reminders: [remind('drink', daily('15:00')), remind('routine', daily('20:00'), tell('dan-bennett', 30))],
      },
    ],
  },
  {
    ...gullCourt,
    id: 'gull-court-4',
    label: 'Flat 4, Gull Court, Port Haven',
    speakingLevel: 'open',
    echos: [echoShow('kitchen')],
    residents: [
      {
        id: 'harbhajan-gill',
        fullName: 'Harbhajan Singh Gill',
        nameToUse: 'Mr Gill',
        settings: { rate: 'slow', accessNeeds: ['interpreter'] },
        circle: [cares('jaspreet-gill', '07:00', '22:00')],
        plan: 'fresh',
        visits: [care(TEAM, '09:00', 45), comes('nurse', [3], '11:00', 30, ['Aisha'])],
        appointments: [coming('optician', 'Parade Opticians', 3, '11:30')],
        reminders: [
          remind('routine', daily('08:00'), tell('jaspreet-gill', 30)),
          remind('programme', weekdays('19:30')),
        ],
      },
      {
        id: 'surinder-gill',
        fullName: 'Surinder Kaur Gill',
        nameToUse: 'Surinder',
        groups: ['shopping-bus'],
        circle: [cares('jaspreet-gill', '07:00', '22:00')],
        plan: 'fresh',
        visits: [care(TEAM, '17:00', 30)],
        appointments: [weekly('day-centre', 'the Quay Centre', [4], '10:00', 300)],
        reminders: [remind('phone-call', on([7], '16:00')), remind('routine', daily('18:00'))],
      },
    ],
  },
  {
    ...gullCourt,
    id: 'gull-court-5',
    label: 'Flat 5, Gull Court, Port Haven',
    speakingLevel: 'open',
    echos: [echoIn('living room')],
    residents: [
      {
        id: 'megan-pritchard',
        fullName: 'Megan Pritchard',
        nameToUse: 'Megan',
        settings: { languages: ['en', 'cy'], oneAtATime: true },
        circle: [cares('sion-pritchard', '18:00', '23:00')],
        plan: 'fresh',
        visits: [
          care(TEAM, '10:00', 45),
          {
            ...comes('befriender', EVERY_DAY, '15:30', 60, ['Olwen']),
            change: { kind: 'moved', onDay: 1, to: '16:45' },
          },
        ],
        appointments: [coming('council-office', 'Harbour House', 3, '14:15', 'council')],
        reminders: [remind('bins', on([1], '18:30')), remind('lock-up', daily('22:00'), tell('sion-pritchard', 20))],
      },
    ],
  },
  {
    ...gullCourt,
    id: 'gull-court-6',
    label: 'Flat 6, Gull Court, Port Haven',
    speakingLevel: 'closed',
    echos: [echoIn('bedroom')],
    residents: [
      {
        id: 'kazimierz-nowak',
        fullName: 'Kazimierz Nowak',
        nameToUse: 'Kazik',
        groups: ['harbour-day-centre'],
        settings: { rate: 'slower', longerPauses: true, accessNeeds: ['interpreter'] },
        circle: [cares('ania-nowak', '08:00', '20:00')],
        plan: 'fresh',
        visits: [care(TEAM, '07:30', 45), care(TEAM, '13:00', 30), care(TEAM, '21:00', 30)],
        appointments: [],
        reminders: [remind('meal', daily('12:45')), remind('phone-call', once(2, '17:30'))],
      },
    ],
  },
  {
    ...gullCourt,
    id: 'gull-court-7',
    label: 'Flat 7, Gull Court, Port Haven',
    speakingLevel: 'open',
    echos: [echoShow('living room')],
    residents: [
      {
        id: 'doreen-catchpole',
        fullName: 'Doreen Catchpole',
        nameToUse: 'Doreen',
        settings: {
          steadyWords: true,
          oneAtATime: true,
          length: 'short',
          rate: 'slow',
          textSize: 'largest',
          hasPendant: true,
        },
        consent: { decidedBy: 'attorney' },
        circle: [cares('susan-catchpole', '07:00', '23:00')],
        plan: 'fresh',
        visits: [care(['Sandra'], '08:15', 45), meal(), care(['Sandra'], '17:30', 45)],
        appointments: [weekly('day-centre', 'the Quay Centre', [1, 3], '10:30', 240)],
        reminders: [
          remind('meal', daily('12:15'), tell('susan-catchpole', 40)),
          remind('routine', daily('20:30'), tell('susan-catchpole', 30)),
        ],
      },
    ],
  },
  {
    ...gullCourt,
    id: 'gull-court-8',
    label: 'Flat 8, Gull Court, Port Haven',
    speakingLevel: 'ask-first',
    echos: [echoIn('living room')],
    residents: [
      {
        id: 'abdi-warsame',
        fullName: 'Abdi Warsame',
        nameToUse: 'Abdi',
        groups: ['lunch-club'],
        circle: [cares('hodan-warsame', '12:00', '22:00')],
        plan: 'fresh',
        visits: [care(TEAM, '09:30', 45, WORKING_DAYS), comes('therapist', [2], '14:00', 45, ['Callum'])],
        appointments: [coming('dentist', 'Parade Dental', 4, '09:20')],
        reminders: [remind('phone-call', weekdays('10:00')), remind('drink', daily('14:30'))],
      },
    ],
  },
];
