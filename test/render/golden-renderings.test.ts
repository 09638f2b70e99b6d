import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { numberWords } from '../../lambda/render/calendar-words.ts';
import { dateWords, daysWords, dayWords, whenWords, windowWords } from '../../lambda/render/day-words.ts';
import { phoneWords, shortNumberWords } from '../../lambda/render/phone-words.ts';
import { heardOf, type Phrase } from '../../lambda/render/ssml.ts';
import { dialWords, timeWords } from '../../lambda/render/time-words.ts';
import { aVoice } from './support/builders.ts';

/** Ten in the morning of Tuesday 24 November 2026. */
const voice = aVoice();

const half = (value: string, place: 0 | 1): string => value.split('/')[place] ?? '';

const plain = (phrase: Phrase) => ({ spoken: heardOf(phrase), shown: phrase.text });

const SAID = {
  time: (value) => plain(timeWords(value)),
  dial: (value) => plain(dialWords(value)),
  date: (value) => plain(dateWords(value)),
  day: (value) => plain(dayWords(value, voice)),
  when: (value) => plain(whenWords(value, undefined, voice)),
  window: (value) => plain(windowWords(half(value, 0), half(value, 1), voice)),
  days: (value) => plain(daysWords({ from: half(value, 0), to: half(value, 1) }, voice)),
  number: (value) => plain(shortNumberWords(value)),
  phone: (value) => ({ spoken: phoneWords(value).ssml, shown: phoneWords(value).text }),
  count: (value) => plain(numberWords(Number(value))),
} as const satisfies Readonly<Record<string, (value: string) => { readonly spoken: string; readonly shown: string }>>;

/** What is said, the value, how it is heard, how it is shown: as people in Britain say it, and as GOV.UK writes it. */
const GOLDEN: readonly (readonly [keyof typeof SAID, string, string, string])[] = [
  ['time', '00:00', 'midnight', 'midnight'],
  ['time', '00:01', 'one minute past twelve at night', '12:01am'],
  ['time', '00:05', 'five past twelve at night', '12:05am'],
  ['time', '00:15', 'quarter past twelve at night', '12:15am'],
  ['time', '00:30', 'half past twelve at night', '12:30am'],
  ['time', '01:00', 'one in the morning', '1:00am'],
  ['time', '02:45', 'quarter to three in the morning', '2:45am'],
  ['time', '04:59', 'one minute to five in the morning', '4:59am'],
  ['time', '05:00', 'five in the morning', '5:00am'],
  ['time', '06:10', 'ten past six in the morning', '6:10am'],
  ['time', '07:00', 'seven in the morning', '7:00am'],
  ['time', '07:30', 'half past seven in the morning', '7:30am'],
  ['time', '08:00', 'eight in the morning', '8:00am'],
  ['time', '08:05', 'five past eight in the morning', '8:05am'],
  ['time', '08:15', 'quarter past eight in the morning', '8:15am'],
  ['time', '08:23', 'twenty-three minutes past eight in the morning', '8:23am'],
  ['time', '08:29', 'twenty-nine minutes past eight in the morning', '8:29am'],
  ['time', '08:30', 'half past eight in the morning', '8:30am'],
  ['time', '08:31', 'twenty-nine minutes to nine in the morning', '8:31am'],
  ['time', '08:35', 'twenty-five to nine in the morning', '8:35am'],
  ['time', '08:40', 'twenty to nine in the morning', '8:40am'],
  ['time', '08:45', 'quarter to nine in the morning', '8:45am'],
  ['time', '08:50', 'ten to nine in the morning', '8:50am'],
  ['time', '08:55', 'five to nine in the morning', '8:55am'],
  ['time', '08:59', 'one minute to nine in the morning', '8:59am'],
  ['time', '09:00', 'nine in the morning', '9:00am'],
  ['time', '10:00', 'ten in the morning', '10:00am'],
  ['time', '11:00', 'eleven in the morning', '11:00am'],
  ['time', '11:45', 'quarter to twelve in the morning', '11:45am'],
  ['time', '11:59', 'one minute to twelve in the morning', '11:59am'],
  ['time', '12:00', 'midday', 'midday'],
  ['time', '12:01', 'one minute past twelve in the afternoon', '12:01pm'],
  ['time', '12:15', 'quarter past twelve in the afternoon', '12:15pm'],
  ['time', '12:30', 'half past twelve in the afternoon', '12:30pm'],
  ['time', '12:45', 'quarter to one in the afternoon', '12:45pm'],
  ['time', '13:00', 'one in the afternoon', '1:00pm'],
  ['time', '15:20', 'twenty past three in the afternoon', '3:20pm'],
  ['time', '17:00', 'five in the afternoon', '5:00pm'],
  ['time', '17:45', 'quarter to six in the afternoon', '5:45pm'],
  ['time', '18:00', 'six in the evening', '6:00pm'],
  ['time', '19:30', 'half past seven in the evening', '7:30pm'],
  ['time', '20:00', 'eight in the evening', '8:00pm'],
  ['time', '21:59', 'one minute to ten in the evening', '9:59pm'],
  ['time', '22:00', 'ten at night', '10:00pm'],
  ['time', '23:15', 'quarter past eleven at night', '11:15pm'],
  ['time', '23:55', 'five to twelve at night', '11:55pm'],
  ['time', '03:10', 'ten past three in the morning', '3:10am'],
  ['time', '16:25', 'twenty-five past four in the afternoon', '4:25pm'],
  ['time', '21:05', 'five past nine in the evening', '9:05pm'],
  ['dial', '00:00', 'midnight', 'midnight'],
  ['dial', '08:00', "eight o'clock", '8:00am'],
  ['dial', '08:30', 'half past eight', '8:30am'],
  ['dial', '12:00', 'midday', 'midday'],
  ['dial', '14:15', 'quarter past two', '2:15pm'],
  ['dial', '20:00', "eight o'clock", '8:00pm'],
  ['dial', '20:45', 'quarter to nine', '8:45pm'],
  ['date', '2026-01-01', 'Thursday the 1st of January', 'Thursday 1 January'],
  ['date', '2026-02-02', 'Monday the 2nd of February', 'Monday 2 February'],
  ['date', '2026-02-28', 'Saturday the 28th of February', 'Saturday 28 February'],
  ['date', '2026-03-03', 'Tuesday the 3rd of March', 'Tuesday 3 March'],
  ['date', '2026-03-29', 'Sunday the 29th of March', 'Sunday 29 March'],
  ['date', '2026-04-04', 'Saturday the 4th of April', 'Saturday 4 April'],
  ['date', '2026-05-11', 'Monday the 11th of May', 'Monday 11 May'],
  ['date', '2026-06-12', 'Friday the 12th of June', 'Friday 12 June'],
  ['date', '2026-07-13', 'Monday the 13th of July', 'Monday 13 July'],
  ['date', '2026-08-20', 'Thursday the 20th of August', 'Thursday 20 August'],
  ['date', '2026-09-21', 'Monday the 21st of September', 'Monday 21 September'],
  ['date', '2026-10-22', 'Thursday the 22nd of October', 'Thursday 22 October'],
  ['date', '2026-10-25', 'Sunday the 25th of October', 'Sunday 25 October'],
  ['date', '2026-11-23', 'Monday the 23rd of November', 'Monday 23 November'],
  ['date', '2026-12-25', 'Friday the 25th of December', 'Friday 25 December'],
  ['date', '2026-12-30', 'Wednesday the 30th of December', 'Wednesday 30 December'],
  ['date', '2026-12-31', 'Thursday the 31st of December', 'Thursday 31 December'],
  ['date', '2027-01-31', 'Sunday the 31st of January', 'Sunday 31 January'],
  ['date', '2028-02-29', 'Tuesday the 29th of February', 'Tuesday 29 February'],
  ['date', '2026-09-01', 'Tuesday the 1st of September', 'Tuesday 1 September'],
  ['date', '2026-06-30', 'Tuesday the 30th of June', 'Tuesday 30 June'],
  ['day', '2026-11-23', 'yesterday', 'yesterday'],
  ['day', '2026-11-24', 'today', 'today'],
  ['day', '2026-11-25', 'tomorrow, Wednesday the 25th of November', 'tomorrow, Wednesday 25 November'],
  ['day', '2026-11-27', 'on Friday the 27th of November', 'on Friday 27 November'],
  ['when', '2026-11-24T08:00', 'today at eight in the morning', 'today at 8:00am'],
  ['when', '2026-11-24T12:00', 'today at midday', 'today at midday'],
  ['when', '2026-11-24T20:30', 'today at half past eight in the evening', 'today at 8:30pm'],
  [
    'when',
    '2026-11-25T00:00',
    'tomorrow, Wednesday the 25th of November, at midnight',
    'tomorrow, Wednesday 25 November, at midnight',
  ],
  [
    'when',
    '2026-11-25T09:15',
    'tomorrow, Wednesday the 25th of November, at quarter past nine in the morning',
    'tomorrow, Wednesday 25 November, at 9:15am',
  ],
  [
    'when',
    '2026-11-27T14:05',
    'on Friday the 27th of November, at five past two in the afternoon',
    'on Friday 27 November, at 2:05pm',
  ],
  [
    'when',
    '2026-12-01T10:30',
    'on Tuesday the 1st of December, at half past ten in the morning',
    'on Tuesday 1 December, at 10:30am',
  ],
  ['when', '2026-11-23T17:00', 'yesterday, at five in the afternoon', 'yesterday, at 5:00pm'],
  ['window', '09:00/10:00', 'between nine and ten in the morning', 'from 9:00am to 10:00am'],
  [
    'window',
    '11:30/12:30',
    'between half past eleven in the morning and half past twelve in the afternoon',
    'from 11:30am to 12:30pm',
  ],
  ['window', '12:00/13:00', 'between midday and one in the afternoon', 'from midday to 1:00pm'],
  ['window', '08:15/08:45', 'between quarter past eight and quarter to nine in the morning', 'from 8:15am to 8:45am'],
  ['window', '17:30/18:00', 'between half past five in the afternoon and six in the evening', 'from 5:30pm to 6:00pm'],
  ['window', '20:00/22:30', 'between eight in the evening and half past ten at night', 'from 8:00pm to 10:30pm'],
  ['window', '09:00/09:00', 'at nine in the morning', 'at 9:00am'],
  ['window', '23:30/00:00', 'between half past eleven at night and midnight', 'from 11:30pm to midnight'],
  ['window', '12:30/13:15', 'between half past twelve and quarter past one in the afternoon', 'from 12:30pm to 1:15pm'],
  ['window', '07:00/12:00', 'between seven in the morning and midday', 'from 7:00am to midday'],
  ['days', '2026-11-24/2026-11-30', 'between Tuesday the 24th and Monday the 30th', 'between Tuesday 24 and Monday 30'],
  [
    'days',
    '2026-11-28/2026-11-29',
    'between Saturday the 28th and Sunday the 29th',
    'between Saturday 28 and Sunday 29',
  ],
  ['days', '2026-11-24/2026-11-24', 'today', 'today'],
  ['days', '2026-12-01/2026-12-07', 'between Tuesday the 1st and Monday the 7th', 'between Tuesday 1 and Monday 7'],
  ['number', '999', 'nine nine nine', '999'],
  ['number', '111', 'one one one', '111'],
  ['number', '101', 'one oh one', '101'],
  ['number', '105', 'one oh five', '105'],
  ['number', '116 123', 'one one six, one two three', '116 123'],
  ['number', '159', 'one five nine', '159'],
  [
    'phone',
    '01632 960100',
    '<prosody rate="85%"><say-as interpret-as="telephone">01632 960100</say-as></prosody>',
    '01632 960100',
  ],
  [
    'phone',
    '020 7946 0018',
    '<prosody rate="85%"><say-as interpret-as="telephone">020 7946 0018</say-as></prosody>',
    '020 7946 0018',
  ],
  [
    'phone',
    '07700 900123',
    '<prosody rate="85%"><say-as interpret-as="telephone">07700 900123</say-as></prosody>',
    '07700 900123',
  ],
  [
    'phone',
    '0808 157 0192',
    '<prosody rate="85%"><say-as interpret-as="telephone">0808 157 0192</say-as></prosody>',
    '0808 157 0192',
  ],
  [
    'phone',
    '0300 123 4567',
    '<prosody rate="85%"><say-as interpret-as="telephone">0300 123 4567</say-as></prosody>',
    '0300 123 4567',
  ],
  ['count', '0', 'no', '0'],
  ['count', '1', 'one', '1'],
  ['count', '2', 'two', '2'],
  ['count', '3', 'three', '3'],
  ['count', '7', 'seven', '7'],
  ['count', '10', 'ten', '10'],
  ['count', '11', 'eleven', '11'],
  ['count', '12', 'twelve', '12'],
  ['count', '20', 'twenty', '20'],
  ['count', '21', 'twenty-one', '21'],
];

describe('how British things are said and shown', () => {
  test('the list is long enough to stand for the rest', () => {
    assert.ok(GOLDEN.length >= 120, `${GOLDEN.length} renderings`);
  });

  for (const [what, value, spoken, shown] of GOLDEN)
    test(`${what} ${value}: ${shown}`, () => {
      assert.deepEqual(SAID[what](value), { spoken, shown });
    });
});
