import { html } from 'hono/html';
import { APPROXIMATE } from '../understand/understand.ts';
import type { RoomHome } from './room-homes.ts';
import type { Room } from './room-html.ts';

type Markup = ReturnType<typeof html>;

/** The step of the journey that plays, where it is seen without scrolling. Before there is one, what can be done here. */
export const storyNow = ({ view }: Room): Markup => html`
  <div class="story-now" id="story-now">
    <p id="story-words">${view === undefined ? 'Play a story, or move the clock.' : 'Say something to the Echo, or play a story.'}</p>
    <button class="button secondary" type="button" id="leave-story" hidden>Stop here</button>
  </div>`;

/** Every step of the journey that plays, or that played last. */
export const storySteps = html`
  <section class="story" id="story" aria-labelledby="story-title" hidden>
    <h2 id="story-title">The story</h2>
    <p class="problem" id="story-problem" role="alert" hidden></p>
    <div role="log" aria-live="polite" aria-labelledby="story-title"><ol class="steps" id="steps"></ol></div>
  </section>`;

const option = ({ homeId, names, label, awkward }: RoomHome, chosen: RoomHome): Markup => {
  const what = awkward === undefined ? label : awkward;
  return html`<option value="${homeId}" ${homeId === chosen.homeId ? 'selected' : ''}>${names}: ${what}</option>`;
};

/** The choice of another Home: the friendly first one, the ten awkward ones, everybody else. */
export const homeChooser = ({ home, homes }: Room): Markup => {
  const [first, ...rest] = homes;
  const awkward = rest.filter((each) => each.awkward !== undefined);
  const others = rest.filter((each) => each.awkward === undefined);
  return html`
    <section class="panel" aria-labelledby="homes-title">
      <h2 id="homes-title">Try another home</h2>
      <form class="chooser" method="get" action="/">
        <label for="home">Whose living room</label>
        <div class="chooser-row">
          <select id="home" name="home">
            ${first === undefined ? '' : option(first, home)}
            <optgroup label="Ten awkward homes">${awkward.map((each) => option(each, home))}</optgroup>
            <optgroup label="Everybody else">${others.map((each) => option(each, home))}</optgroup>
          </select>
          <button class="button secondary" type="submit">Go there</button>
        </div>
      </form>
    </section>`;
};

/** The clock that everybody shares: it moves forward only, and everything that falls due on the way happens. */
export const clockMoves = html`
  <h2 class="drawer-title" id="clock-title">Move the clock</h2>
  <form method="post" action="/clock" class="clock-moves" id="clock-form" aria-labelledby="clock-title">
    <button class="clock-key" name="forward" value="10">+10 minutes</button>
    <button class="clock-key" name="forward" value="60">+1 hour</button>
    <button class="clock-key" name="forward" value="evening">To 8 in the evening</button>
    <button class="clock-key" name="forward" value="morning">To 8 tomorrow morning</button>
  </form>
  <p class="clock-note" id="clock-note" role="status"></p>`;

/** One click into the console as each of three people, side by side. */
export const consoleDoors = ({ people }: Room): Markup => html`
  <section class="panel" aria-labelledby="doors-title">
    <h2 id="doors-title">Be somebody in the console</h2>
    <ul class="people">
      ${people.map(
        ({ title, name, url, fallbackUrl }) => html`
        <li><a class="button secondary" href="${url}" data-fallback="${fallbackUrl}" target="_blank" rel="noopener">${title}: ${name}</a></li>`,
      )}
    </ul>
    <p class="hint" id="doors-hint">Each opens in a tab and on a host name of its own, so all three can be signed in at once, as in production. <a href="/console">Or be anybody else.</a></p>
    <p class="problem" id="doors-problem" hidden>
      This computer does not know names that end in .localhost, so these people cannot be signed in side by side. The links now
      lead to one console for one person at a time; a private window gives you a second one.
    </p>
  </section>`;

/** What just happened, in plain words. */
export const news = html`
  <section class="panel news" aria-labelledby="news-title">
    <div class="news-head">
      <h2 id="news-title">What just happened</h2>
      <div class="news-filter" role="group" aria-label="Show">
        <button class="button secondary" type="button" data-filter="home" aria-pressed="true">Only this home</button>
        <button class="button secondary" type="button" data-filter="all" aria-pressed="false">Everything</button>
      </div>
    </div>
    <p class="hint" id="no-news">Nothing yet. Say something to the Echo, or move the clock.</p>
    <ol class="news-list" id="news" tabindex="0" aria-labelledby="news-title"></ol>
  </section>`;

/** What is simulated here and what is not. */
export const honesty = html`
  <footer class="room-foot">
    <h2>What is simulated, and what is not</h2>
    <div class="honest">
      <p>
        <strong>Bellbird itself</strong>: the skill and its words, the console, the television’s page, the records, the worker, the
        rules about who may know what. They run here as they would for a council.
      </p>
      <p>
        <strong>Simulated</strong>: Alexa, the Echos, the sign-in, and the clock, which you may move. What Amazon would refuse is
        refused here. Texts and e-mails are simulated too: they go to a stand-in for GOV.UK Notify and are drawn on the phone
        above; nothing leaves this computer. ${APPROXIMATE}
      </p>
      <p>
        <strong>Nobody here is real</strong>, and no number or address is. Beside its messages the phone shows what the console shows
        that carer now. Bellbird cannot ring 999.
      </p>
    </div>
  </footer>`;
