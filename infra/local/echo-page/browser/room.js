// @ts-check
import { element, find } from './draw.js';
import { events } from './events.js';
import { drawStory } from './room-journeys.js';
import './room-news.js';
import { drawPhones } from './room-phone.js';
import './room-tv.js';

/**
 * @import { Chip } from '../../living-room/room-view.ts'
 * @import { RoomState } from '../../living-room/room-view.ts'
 */

const ZONE = { timeZone: 'Europe/London' };
const DAY = new Intl.DateTimeFormat('en-GB', {
  ...ZONE,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const TIME = new Intl.DateTimeFormat('en-GB', { ...ZONE, hour: 'numeric', minute: '2-digit', hour12: true });

/** How far the demo clock is ahead of this browser's. */
let ahead = 0;

const drawClock = () => {
  const now = Date.now() + ahead;
  find('time').textContent = TIME.format(now).replace(' ', '');
  find('day').textContent = DAY.format(now).replace(',', '');
};

/** The chips that fit what is happening. One that has the keyboard's focus hands it on. @param {readonly Chip[]} chips */
const drawChips = (chips) => {
  const list = document.getElementById('chips');
  if (list === null) return;
  const shown = [...list.querySelectorAll('button')].map(({ dataset }) => dataset.phrase);
  if (shown.join('\n') === chips.map(({ phrase }) => phrase).join('\n')) return;
  const hadFocus = list.contains(document.activeElement);
  list.replaceChildren(
    ...chips.map(({ label, phrase }, n) => {
      const chip = document.createElement('button');
      chip.type = 'button';
      chip.className = n === 0 ? 'phrase first' : 'phrase';
      chip.dataset.phrase = phrase;
      chip.textContent = label;
      return element('li', {}, chip);
    }),
  );
  if (hadFocus) list.querySelector('button')?.focus();
};

events.addEventListener('room', ({ data }) => {
  /** @type {RoomState} */
  const room = JSON.parse(data);
  ahead = room.now - Date.now();
  drawClock();
  find('stage').dataset.part = room.part;
  drawChips(room.chips);
  drawPhones(room.phones);
  drawStory(room.journey);
});

setInterval(drawClock, 5_000);

const form = /** @type {HTMLFormElement} */ (find('clock-form'));
const note = find('clock-note');

let moves = 0;

/** Moves the clock without leaving the page. What falls due on the way may take some seconds; a further move waits for it. */
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  moves += 1;
  note.textContent = 'The clock is going forward …';
  const body = new URLSearchParams([['forward', event.submitter?.getAttribute('value') ?? '']]);
  const moved = await fetch('/clock', { method: 'POST', body, redirect: 'manual' }).catch(() => undefined);
  moves -= 1;
  const isWell = moved !== undefined && (moved.ok || moved.type === 'opaqueredirect');
  if (isWell && moves > 0) return;
  note.textContent = isWell ? '' : 'The clock did not move. Check that Bellbird is still running, then try again.';
});

/** Where names that end in .localhost lead nowhere, the links lead to the one console instead. */
const checkDoors = async () => {
  const links = [...document.querySelectorAll('a[data-fallback]')];
  const [first] = links;
  if (first === undefined) return;
  const reached = await fetch(new URL('/here', first.getAttribute('href') ?? ''), { mode: 'no-cors' }).catch(
    () => undefined,
  );
  if (reached !== undefined) return;
  for (const link of links) link.setAttribute('href', link.getAttribute('data-fallback') ?? '');
  find('doors-problem').hidden = false;
  find('doors-hint').hidden = true;
};

void checkDoors();
