import { html } from 'hono/html';
import type { EchoView } from '../virtual-alexa/virtual-alexa.ts';

type Markup = ReturnType<typeof html>;

const speaker = html`
  <svg class="puck" viewBox="0 0 320 200" aria-hidden="true" focusable="false">
    <ellipse class="puck-shadow" cx="160" cy="178" rx="132" ry="16" />
    <path class="puck-body" d="M28 84 C28 40 292 40 292 84 L286 142 C280 186 40 186 34 142 Z" />
    <ellipse class="puck-top" cx="160" cy="80" rx="132" ry="46" />
    <ellipse class="ring ring-off" cx="160" cy="80" rx="124" ry="41" />
    <ellipse class="ring ring-lit" cx="160" cy="80" rx="124" ry="41" />
    <ellipse class="ring ring-bright" cx="160" cy="80" rx="124" ry="41" pathLength="100" />
    <circle class="puck-key" cx="112" cy="80" r="5" />
    <circle class="puck-key" cx="208" cy="80" r="5" />
    <circle class="puck-key" cx="160" cy="62" r="5" />
    <circle class="puck-key" cx="160" cy="98" r="5" />
  </svg>`;

const show = html`
  <div class="show">
    <div class="show-screen" id="screen"></div>
    <div class="show-light" aria-hidden="true"></div>
  </div>
  <p class="small" id="screen-note">The screen is an approximate drawing of the card that the skill sends.</p>`;

/** The drawing of an Echo, with its screen if it has one, and what its light means in words. `echo.js` keeps it true. */
export const deviceDrawing = ({ echo }: EchoView): Markup => html`
  <div class="device-drawing" id="device" data-light="off">${echo.screen ? show : speaker}</div>
  <p class="light" id="light"><span class="light-dot" aria-hidden="true"></span><span id="light-words">Connecting</span></p>`;

/** What Amazon lets the council do with this kind of Echo. */
export const kindWords = ({ echo }: EchoView): string =>
  echo.kind === 'managed'
    ? 'Managed Echo: the council can make it speak'
    : 'Bought Echo: the council can make it chime, not speak';
