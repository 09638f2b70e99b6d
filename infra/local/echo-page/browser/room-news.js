// @ts-check
import { element, find } from './draw.js';
import { events } from './events.js';

/**
 * @import { NewsLine } from '../../living-room/room-view.ts'
 */

const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
  hour12: true,
});

const MOST_LINES = 200;
const list = find('news');
const filters = [...document.querySelectorAll('[data-filter]')];

/** @type {NewsLine[]} */
let lines = [];
let onlyHome = true;

/** @param {NewsLine} line */
const isShown = ({ here }) => here || !onlyHome;

/** @param {NewsLine} line */
const drawn = ({ id, at, words, times, file, does }) => {
  const item = element(
    'li',
    {},
    element('span', { className: 'news-time', text: TIME.format(at).replace(' ', '') }),
    element(
      'span',
      { className: 'news-words' },
      element('span', { text: times === 1 ? words : `${words} (${times} times)` }),
      element('code', { text: `${file}: ${does}` }),
    ),
  );
  item.dataset.id = String(id);
  return item;
};

const redraw = () => {
  const shown = lines.filter(isShown).slice(-MOST_LINES);
  list.replaceChildren(...shown.toReversed().map(drawn));
  find('no-news').hidden = shown.length > 0;
};

/** Newest first. A line that is told once more changes in its place. @param {NewsLine} line */
const add = (line) => {
  lines = [...lines.filter(({ id }) => id !== line.id), line].slice(-2 * MOST_LINES);
  if (!isShown(line)) return;
  const before = list.querySelector(`[data-id="${line.id}"]`);
  if (before === null) list.prepend(drawn(line));
  else before.replaceWith(drawn(line));
  while (list.children.length > MOST_LINES) list.lastElementChild?.remove();
  find('no-news').hidden = true;
};

for (const filter of filters) {
  filter.addEventListener('click', () => {
    onlyHome = filter.getAttribute('data-filter') === 'home';
    for (const each of filters) each.setAttribute('aria-pressed', String(each === filter));
    redraw();
  });
}

events.addEventListener('news', ({ data }) => {
  lines = JSON.parse(data);
  redraw();
});
events.addEventListener('happened', ({ data }) => add(JSON.parse(data)));
