import { html } from 'hono/html';
import { APPROXIMATE } from '../understand/understand.ts';
import type { EchoView } from '../virtual-alexa/virtual-alexa.ts';
import { deviceDrawing, kindWords } from './device-html.ts';

export type EchoHome = { readonly echoId: string; readonly label: string; readonly homeNote: string };

export type PageNeeds = {
  readonly homes: readonly EchoHome[];
  readonly phrases: readonly string[];
  readonly invocationName: string;
  readonly view: EchoView;
};

type Markup = ReturnType<typeof html>;

const chooser = ({ homes, view }: PageNeeds): Markup => html`
  <form class="chooser" method="get" action="/echo">
    <label for="echo">Whose Echo</label>
    <div class="chooser-row">
      <select id="echo" name="echo">
        ${homes.map(({ echoId, label }) => html`<option value="${echoId}" ${echoId === view.echo.echoId ? 'selected' : ''}>${label}</option>`)}
      </select>
      <button class="button secondary" type="submit">Go to this Echo</button>
    </div>
  </form>`;

const device = ({ view }: PageNeeds): Markup => html`
  <section class="panel device" aria-labelledby="device-title">
    <h2 id="device-title">${view.echo.screen ? 'The Echo and its screen' : 'The Echo'}</h2>
    ${deviceDrawing(view)}
  </section>`;

const talk = ({ phrases, invocationName }: PageNeeds): Markup => html`
  <section class="panel talk" aria-labelledby="talk-title">
    <h2 id="talk-title">Conversation</h2>
    <div class="captions" id="captions" role="log" aria-live="polite" aria-labelledby="talk-title" tabindex="0"><ol id="captions-list"></ol></div>
    <p class="problem" id="problem" role="alert" hidden></p>
    <form id="say-form" class="say">
      <label for="words">Say something</label>
      <p class="hint" id="words-hint">Begin with “open ${invocationName}” or “ask ${invocationName} …”. While the light is blue, just answer.</p>
      <div class="say-row">
        <input id="words" name="words" type="text" maxlength="500" autocomplete="off" spellcheck="false" aria-describedby="words-hint" />
        <button class="button" type="submit">Say it</button>
      </div>
      <div class="controls">
        <button class="button secondary" type="button" id="silence">Stay silent</button>
        <button class="button secondary" type="button" id="voice" aria-pressed="true">Voice on</button>
        <button class="button secondary" type="button" id="microphone" aria-pressed="false" hidden>
          Use the microphone <small>Your browser may send the sound to its maker</small>
        </button>
      </div>
      <p class="hint" id="voice-note" hidden>This browser has no voice of its own. The captions show every word.</p>
    </form>
    <h3 id="phrases-title">Phrases to try</h3>
    <ul class="phrases" aria-labelledby="phrases-title">
      ${phrases.map((phrase) => html`<li><button class="phrase" type="button" data-phrase="${phrase}">${phrase}</button></li>`)}
    </ul>
  </section>`;

const notifications = html`
  <section class="panel" aria-labelledby="notifications-title">
    <h2 id="notifications-title">Notifications</h2>
    <p id="waiting">None waiting.</p>
    <button class="button secondary" type="button" id="read-notifications" data-phrase="Alexa, read my notifications">Say “Alexa, read my notifications”</button>
  </section>`;

const phone = html`
  <section class="panel" aria-labelledby="phone-title">
    <h2 id="phone-title">The Alexa app on the phone</h2>
    <p class="checkbox">
      <input id="notifications-on" type="checkbox" />
      <label for="notifications-on">Allow notifications from this skill</label>
    </p>
    <p class="checkbox">
      <input id="reminders-on" type="checkbox" />
      <label for="reminders-on">Allow reminders from this skill</label>
    </p>
    <h3>Reminders</h3>
    <ul class="cards" id="reminders"></ul>
    <p id="no-reminders">No reminders from this skill.</p>
    <h3>Cards</h3>
    <ul class="cards" id="cards"></ul>
    <p id="no-cards">No cards yet.</p>
  </section>`;

const honesty = html`
  <section class="panel honesty" aria-labelledby="honesty-title">
    <h2 id="honesty-title">What is simulated here</h2>
    <p>
      Alexa and this Echo are simulated on this computer. The skill, its words and its records are real, and what Amazon
      would refuse is refused here. ${APPROXIMATE} The voice, the screen, the wording in which Alexa reads notifications, and
      her patience are approximate too: a real Echo listens for about eight seconds, this one waits until you answer or stay
      silent. Typing counts as having said “Alexa”.
    </p>
  </section>`;

/** The page of one Echo. Every word that comes from outside is escaped. */
export const renderPage = async (needs: PageNeeds): Promise<string> => {
  const { view, homes } = needs;
  const home = homes.find(({ echoId }) => echoId === view.echo.echoId);
  const label = home?.label ?? view.echo.label;
  const page = await html`<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${label} – virtual Echo – Bellbird</title>
    <link rel="stylesheet" href="/echo/assets/echo.css" />
    <link rel="icon" href="/echo/assets/echo.svg" type="image/svg+xml" />
    <script type="module" src="/echo/assets/echo.js"></script>
  </head>
  <body data-echo="${view.echo.echoId}">
    <a class="skip" href="#words">Skip to saying something</a>
    <header class="top">
      <p class="top-name"><a href="/">Bellbird</a></p>
      <p class="top-what">Virtual Echo</p>
    </header>
    <main>
      <div class="heading">
        <div>
          <h1>${label}</h1>
          <p class="note">${home?.homeNote ?? ''}</p>
          <p class="kind">${kindWords(view)}</p>
        </div>
        ${chooser(needs)}
      </div>
      <noscript><p class="problem">This page needs JavaScript to talk to the Echo.</p></noscript>
      <div class="rooms">
        ${device(needs)} ${talk(needs)}
        <div class="side">${notifications}${view.echo.kind === 'consumer' ? phone : ''}</div>
      </div>
      ${honesty}
    </main>
  </body>
</html>`;
  return page.toString();
};
