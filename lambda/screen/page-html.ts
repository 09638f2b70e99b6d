import { html } from 'hono/html';
import { screenPageWords } from '../render/screen-page-words.ts';
import { PAGE_VERSION, SERVED } from './packed.ts';

/** Shapes that are told apart without their colour; each stands beside its word. */
const icons = html`<svg class="icons" aria-hidden="true" focusable="false">
      <symbol id="icon-urgent" viewBox="0 0 48 48"><path d="M24 3 47 44H1zM21.5 17v14h5V17zm0 17v5h5v-5z" fill-rule="evenodd"/></symbol>
      <symbol id="icon-reminder" viewBox="0 0 48 48"><path d="M24 3a4 4 0 0 1 4 4c6 2 10 8 10 15v9l5 6v2H5v-2l5-6v-9c0-7 4-13 10-15a4 4 0 0 1 4-4zM18 41h12a6 6 0 0 1-12 0z"/></symbol>
      <symbol id="icon-message" viewBox="0 0 48 48"><path d="M3 9h42v30H3zm4 6v20h34V15L24 28z" fill-rule="evenodd"/></symbol>
      <symbol id="icon-appointment" viewBox="0 0 48 48"><path d="M24 3a21 21 0 1 1 0 42 21 21 0 0 1 0-42zm-2.500 9v14l10 8 3-4-8-6V12z" fill-rule="evenodd"/></symbol>
      <symbol id="icon-diary" viewBox="0 0 48 48"><path d="M5 8h7V3h5v5h14V3h5v5h7v37H5zm5 11v21h28V19zm4 4h8v8h-8z" fill-rule="evenodd"/></symbol>
      <symbol id="icon-notice" viewBox="0 0 48 48"><path d="M24 3a21 21 0 1 1 0 42 21 21 0 0 1 0-42zm-3 9v5h6v-5zm0 9v16h6V21z" fill-rule="evenodd"/></symbol>
    </svg>`;

/** The one page of a Screen. It holds nothing of anybody: what it shows it asks for, and its words come with it for when it cannot. */
export const pageHtml = ({ base, council }: { readonly base: string; readonly council: string }) => {
  const words = screenPageWords(council);
  return html`<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="dark light">
    <title>${words.title}</title>
    <link rel="icon" href="${base}/assets/${SERVED.icon}" type="image/svg+xml">
    <link rel="stylesheet" href="${base}/assets/${SERVED.styles}">
    <script src="${base}/assets/${SERVED.script}" defer></script>
  </head>
  <body data-base="${base}" data-version="${PAGE_VERSION}" data-words="${JSON.stringify(words)}">
    ${icons}
    <main id="screen">
      <header id="clock">
        <h1 id="day"></h1>
        <p id="time"><span id="time-digits"></span><span id="time-half"></span></p>
        <p id="date"></p>
      </header>
      <section id="idle">
        <p id="next"></p>
        <p id="details"></p>
      </section>
      <section id="pairing" hidden>
        <h2 id="pairing-title"></h2>
        <p id="pairing-code"></p>
        <p id="pairing-first"></p>
        <p id="pairing-second"></p>
        <p id="pairing-third"></p>
        <div class="buttons"><button type="button" id="pairing-ok"></button></div>
      </section>
      <section id="card" hidden>
        <div id="card-band"><svg id="card-icon" aria-hidden="true" focusable="false"><use></use></svg> <span id="card-label"></span> <span id="card-for"></span></div>
        <div id="card-text" role="alert">
          <h2 id="card-title"></h2>
          <div id="card-lines"></div>
          <p id="card-how"></p>
        </div>
        <p id="card-below" hidden></p>
        <div class="buttons"><button type="button" id="card-ok"></button><button type="button" id="card-read" hidden></button></div>
        <p id="card-more"></p>
      </section>
      <p id="status" role="status"></p>
      <noscript><p>${words.noScript}</p></noscript>
    </main>
  </body>
</html>`;
};
