import { html } from 'hono/html';
import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import { localTime, UK_ZONE } from '../../../lambda/core/kernel/uk-time.ts';
import { pageOf } from './page-shell.ts';

/** "Tuesday 24 November 2026", UK wall time. */
export const writtenDay = (at: Instant): string =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: UK_ZONE,
  })
    .format(at)
    .replace(',', '');

export type FrontDoor = {
  readonly now: Instant;
  readonly ahead: number;
  readonly phrase: string;
  readonly residents: number;
};

const minutesAhead = (ahead: number): string => {
  const minutes = Math.round(ahead / 60_000);
  return minutes < 1
    ? 'It is the real time.'
    : `It is ${minutes.toLocaleString('en-GB')} minutes ahead of the real time.`;
};

const doors = (phrase: string) => html`
  <ul class="doors">
    <li>
      <a class="door" href="/echo"><strong>Talk to an Echo</strong><span>Be a resident. Type or say: “${phrase}”</span></a>
    </li>
    <li>
      <a class="door" href="/console"><strong>Open the console</strong><span>Be a carer and set a reminder, or be an officer of the council.</span></a>
    </li>
    <li>
      <a class="door" href="/screen"><strong>Look at the television</strong><span>For now it shows the day and the time.</span></a>
    </li>
  </ul>`;

const clock = ({ now, ahead }: FrontDoor) => html`
  <section aria-labelledby="clock-title">
    <h2 id="clock-title">The clock</h2>
    <p class="clock"><span class="clock-time">${localTime(now)}</span> <span>${writtenDay(now)}</span></p>
    <p>${minutesAhead(ahead)} It moves forward only, and everything that falls due on the way happens.</p>
    <form method="post" action="/clock" class="clock-moves">
      <button name="forward" value="10">10 minutes on</button>
      <button name="forward" value="60">1 hour on</button>
      <button name="forward" value="evening">On to 8 in the evening</button>
      <button name="forward" value="morning">On to 8 tomorrow morning</button>
    </form>
  </section>`;

/** The front door of the demonstration: where to go, and the clock that everybody shares. */
export const frontDoor = (door: FrontDoor): Promise<Response> =>
  pageOf({
    title: 'Bellbird: the demonstration',
    bodyClass: 'front',
    body: html`
      <header class="top"><p>Bellbird</p></header>
      <main>
        <h1>Harbour County Council is open for a try</h1>
        <p class="lead">
          An Echo that knows who is coming today, reminders that a carer sets from afar, and a person to ring back. ${door.residents} invented
          residents live in this invented county.
        </p>
        ${doors(door.phrase)} ${clock(door)}
      </main>
      <footer>
        <p>
          Everything here runs on this computer. Alexa, the Echos and the sign-in are simulated; the skill, the console, the records and
          the clock’s work are Bellbird itself. Bellbird cannot ring 999. Nobody here is real.
        </p>
      </footer>`,
  });
