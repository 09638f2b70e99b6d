import type { Answer, CareSubject } from '../../../lambda/core/answers/answer.ts';
import { addDays, atTime, instantOf, type LocalDate } from '../../../lambda/core/kernel/uk-time.ts';
import { HARBOUR } from './harbour-county-council.ts';

type Written = Pick<Answer, 'answer' | 'facts' | 'phone'>;

/** What Harbour has written. Nobody has written about council tax and warm homes yet: those questions are counted. */
const WRITTEN: Readonly<Partial<Record<CareSubject, Written>>> = {
  'meals-at-home': {
    answer: 'We can bring a hot lunch to your door on any day of the week.',
    facts: ['A meal costs six pounds twenty.', 'You can start within three working days.'],
    phone: '01632 960110',
  },
  equipment: {
    answer: 'You can borrow equipment for your home from us, and it is free.',
    facts: ['We bring it, fit it and show you how it works.'],
    phone: '01632 960111',
  },
  'day-centre': {
    answer: 'There are four day centres in Harbour, open Monday to Friday.',
    facts: ['You can try one for a day, free.', 'Transport can be arranged.'],
    phone: '01632 960112',
  },
  respite: {
    answer: 'Someone else can look after you while your carer has a break.',
    facts: ['It can be a few hours at home, or a week or two away.'],
    phone: '01632 960113',
  },
  'paying-for-care': {
    answer: 'What you pay for care depends on your savings and your income.',
    facts: ['We work it out with you before anything is charged.'],
    phone: '01632 960114',
  },
  assessment: {
    answer: 'Anybody can ask us to look at what help they need, free.',
    facts: ['We come to your home or talk on the phone.', 'You can have somebody with you.'],
    phone: '01632 960115',
  },
  'direct-payments': {
    answer: 'A direct payment is money from us, so that you arrange your own care.',
    facts: ['You can choose who helps you.', 'We can look after the paperwork.'],
    phone: '01632 960114',
  },
  'blue-badge': {
    answer: 'You can ask us for a Blue Badge on the phone or online.',
    facts: ['It costs up to ten pounds.', 'It lasts for up to three years.'],
    phone: '01632 960116',
  },
  befriending: {
    answer: 'A volunteer can visit you or ring you every week for a chat.',
    facts: ['It is run by Harbour Good Neighbours.'],
    phone: '01632 960130',
  },
  'carer-support': {
    answer: 'Anybody who looks after someone can ask us for help for themselves.',
    facts: ['Talking it over is free.', 'There is a group in every town.'],
    phone: '01632 960117',
  },
  complaint: {
    answer: 'If something went wrong, please tell us and we will look into it.',
    facts: ['We answer within ten working days.'],
    phone: '01632 960118',
  },
  safeguarding: {
    answer: 'If somebody is being hurt or used, ring our safeguarding team.',
    facts: ['You need not give your name.', 'If there is danger now, ring nine nine nine.'],
    phone: '01632 960119',
  },
  transport: {
    answer: 'The Harbour dial-a-ride takes you from door to door on weekdays.',
    facts: ['Book by noon the day before.'],
    phone: '01632 960120',
  },
  'housing-adaptation': {
    answer: 'We can help with rails, ramps and changes to your bathroom.',
    facts: ['Somebody comes to look first.', 'Small changes are free.'],
    phone: '01632 960111',
  },
  bins: {
    answer: 'Rubbish and recycling are taken in turn, a week each.',
    facts: ['We can fetch your bin from the door if you cannot move it.'],
    phone: '01632 960121',
  },
  'pendant-alarm': {
    answer: 'A pendant alarm lets you reach somebody day and night at one press.',
    facts: ['It costs four pounds fifty a week.', 'We fit it within five working days.'],
    phone: '01632 960122',
  },
  'other-council': {
    answer: 'For anything else, ring the council and ask for the contact centre.',
    facts: [],
    phone: '01632 960100',
  },
};

const isSubject = (key: string): key is CareSubject => key in WRITTEN;

/** The council's answers, last looked at three weeks before the start. */
export const demoAnswers = (startDate: LocalDate): readonly Answer[] => {
  const asOf = instantOf(atTime(addDays(startDate, -21), '09:00'));
  return Object.keys(WRITTEN)
    .filter(isSubject)
    .flatMap((subject) => {
      const written = WRITTEN[subject];
      return written === undefined ? [] : [{ council: HARBOUR, subject, ...written, asOf }];
    });
};
