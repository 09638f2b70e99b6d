import { html } from 'hono/html';
import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import { localTime } from '../../../lambda/core/kernel/uk-time.ts';
import { shownTime } from '../../../lambda/render/time-words.ts';
import { deviceDrawing, kindWords } from '../echo-page/device-html.ts';
import type { PersonHost } from '../http/people-hosts.ts';
import type { EchoView } from '../virtual-alexa/virtual-alexa.ts';
import { clockMoves, consoleDoors, homeChooser, honesty, news, storyNow, storySteps } from './room-below.ts';
import type { RoomHome } from './room-homes.ts';
import { partOfDay } from './room-state.ts';
import type { Chip } from './room-view.ts';
import { writtenDay } from './written-day.ts';

type Markup = ReturnType<typeof html>;

export type Room = {
  readonly now: Instant;
  readonly home: RoomHome;
  readonly homes: readonly RoomHome[];
  /** Of the Echo that is talked to; without one the Home has none. */
  readonly view?: EchoView;
  readonly chips: readonly Chip[];
  readonly screenPath: string;
  readonly invocationName: string;
  /** Who can be in the console at once, each on a host of their own. */
  readonly people: readonly PersonHost[];
};

const chip = ({ label, phrase }: Chip, n: number): Markup =>
  html`<li><button class="phrase${n === 0 ? ' first' : ''}" type="button" data-phrase="${phrase}">${label}</button></li>`;

const talk = ({ chips, invocationName }: Room): Markup => html`
  <div class="captions" id="captions" role="log" aria-live="polite" aria-label="What is said" tabindex="0"><ol id="captions-list"></ol></div>
  <p class="problem" id="problem" role="alert" hidden></p>
  <h3 class="out-of-sight" id="chips-title">Say</h3>
  <ul class="phrases" id="chips" aria-labelledby="chips-title">${chips.map(chip)}</ul>
  <form id="say-form" class="say">
    <label for="words">Say something</label>
    <p class="out-of-sight" id="words-hint">Begin with “open ${invocationName}” or “ask ${invocationName} …”. While the light is blue, just answer.</p>
    <div class="say-row">
      <input id="words" name="words" type="text" maxlength="500" autocomplete="off" spellcheck="false" aria-describedby="words-hint" />
      <button class="button" type="submit">Say it</button>
    </div>
    <div class="controls">
      <button class="button secondary" type="button" id="silence">Stay silent</button>
      <button class="button secondary" type="button" id="voice" aria-pressed="true">Voice on</button>
      <button class="button secondary" type="button" id="microphone" aria-pressed="false" aria-describedby="microphone-note" hidden>Microphone</button>
    </div>
    <p class="out-of-sight" id="microphone-note">Your browser may send the sound to its maker</p>
    <p class="hint" id="voice-note" hidden>This browser has no voice. The captions show every word.</p>
    <p class="out-of-sight" id="waiting"></p>
  </form>`;

const otherEchos = ({ home, view }: Room): Markup | string => {
  const others = home.echos.filter(({ echoId }) => echoId !== view?.echo.echoId);
  if (others.length === 0) return '';
  return html`<p class="hint">
    ${others.map(({ echoId, label }) => html`<a href="/?home=${home.homeId}&amp;echo=${echoId}">Go to: ${label}</a> `)}
  </p>`;
};

const echoCorner = (room: Room): Markup =>
  room.view === undefined
    ? html`
      <section class="corner echo-corner" aria-labelledby="echo-title">
        <h2 id="echo-title">No Echo</h2>
        <p>There is nothing in this home that can speak or listen. What is due waits, and is never said to be spoken.</p>
      </section>`
    : html`
      <section class="corner echo-corner" aria-labelledby="echo-title">
        <h2 class="out-of-sight" id="echo-title">The Echo</h2>
        ${deviceDrawing(room.view)}
        <p class="kind">${kindWords(room.view)}</p>
        ${talk(room)}
        ${otherEchos(room)}
      </section>`;

const television = ({ screenPath }: Room): Markup => html`
  <section class="tv-corner" aria-labelledby="tv-title">
    <h2 class="out-of-sight" id="tv-title">The television</h2>
    <div class="tv">
      <div class="tv-picture" id="tv-picture"><iframe id="tv" src="${screenPath}" title="The television"></iframe></div>
    </div>
    <div class="tv-foot" aria-hidden="true"></div>
    <div class="sideboard">
      <h2 class="drawer-title" id="journeys-title">Play a story</h2>
      <ul class="drawers" aria-labelledby="journeys-title">
        <li><button class="drawer" type="button" data-journey="reminder">A reminder that nobody acknowledges</button></li>
        <li><button class="drawer" type="button" data-journey="visit">The visit has changed</button></li>
        <li><button class="drawer" type="button" data-journey="alert">Flood alert, then stop</button></li>
      </ul>
      ${clockMoves}
    </div>
    ${storySteps}
    <p class="tv-links"><a href="${screenPath}">The television alone, full screen</a></p>
  </section>`;

const phone = html`
  <section class="phone-corner" aria-labelledby="phone-title">
    <div class="phone">
      <div class="phone-ear" aria-hidden="true"></div>
      <div class="phone-screen" id="phone" role="region" aria-labelledby="phone-title" tabindex="0">
        <h2 class="out-of-sight" id="phone-title">The carer’s phone</h2>
        <div id="phone-pages"></div>
      </div>
    </div>
  </section>`;

const bar = ({ now }: Room): Markup => html`
  <header class="bar">
    <p class="bar-name">Bellbird</p>
    <p class="bar-what">Harbour County Council, invented, on this computer</p>
    <p class="bar-clock"><span id="time">${shownTime(localTime(now))}</span> <span id="day">${writtenDay(now)}</span></p>
  </header>`;

const eventsPath = ({ home, view }: Room): string => {
  const echo = view === undefined ? '' : `&echo=${encodeURIComponent(view.echo.echoId)}`;
  return `/room/events?home=${encodeURIComponent(home.homeId)}${echo}`;
};

/** The living room of one Home: its Echo, its television and its carer's phone, and beneath them what just happened. */
export const renderRoom = async (room: Room): Promise<string> => {
  const { home, view, now } = room;
  const script = view === undefined ? 'room.js' : 'room-with-echo.js';
  const page = await html`<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${home.names} – a living room – Bellbird</title>
    <link rel="stylesheet" href="/echo/assets/echo.css" />
    <link rel="stylesheet" href="/echo/assets/room.css" />
    <link rel="icon" href="/echo/assets/echo.svg" type="image/svg+xml" />
    <script type="module" src="/echo/assets/${script}"></script>
  </head>
  <body class="room" data-echo="${view?.echo.echoId ?? ''}" data-home="${home.homeId}" data-events="${eventsPath(room)}">
    <a class="skip" href="${view === undefined ? '#journeys-title' : '#words'}">${view === undefined ? 'Skip to the stories' : 'Skip to saying something'}</a>
    ${bar(room)}
    <main>
      <div class="stage" id="stage" data-part="${partOfDay(localTime(now))}">
        <div class="window" aria-hidden="true"></div>
        <div class="room-title">
          <h1>${home.names}</h1>
          <p>${home.label}${home.awkward === undefined ? '' : html`: <strong>${home.awkward}</strong>`}</p>
        </div>
        ${storyNow(room)}
        ${echoCorner(room)} ${television(room)} ${phone}
      </div>
      <noscript><p class="problem">This page needs JavaScript. Without it, <a href="/console">the console</a> works, and the television shows the time.</p></noscript>
      <div class="below">
        <div>${homeChooser(room)} ${consoleDoors(room)}</div>
        ${news}
      </div>
    </main>
    ${honesty}
  </body>
</html>`;
  return page.toString();
};
