import { html } from 'hono/html';
import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import { localTime } from '../../../lambda/core/kernel/uk-time.ts';
import { writtenDay } from './front-door.ts';
import { pageOf } from './page-shell.ts';

const partOf = (time: string): string => {
  if (time < '05:00') return 'Night';
  if (time < '12:00') return 'Morning';
  if (time < '17:30') return 'Afternoon';
  return time < '22:00' ? 'Evening' : 'Night';
};

/** The television before it is paired: the day, the date, the part of the day and the time, nothing about anybody. */
export const screenPage = (now: Instant): Promise<Response> => {
  const [weekday = '', ...date] = writtenDay(now).split(' ');
  return pageOf({
    title: 'Bellbird on the television',
    bodyClass: 'screen',
    script: 'screen.js',
    body: html`
      <main>
        <h1>${weekday} <span>${partOf(localTime(now)).toLowerCase()}</span></h1>
        <p class="screen-time">${localTime(now)}</p>
        <p class="screen-date">${date.join(' ')}</p>
        <p class="screen-note">This screen does not belong to a home yet.</p>
      </main>`,
  });
};
