// @ts-check
import { element, find } from './draw.js';

/** @import { JourneyState } from '../../journeys/journey.ts' */

const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
});

const buttons = /** @type {HTMLButtonElement[]} */ ([...document.querySelectorAll('[data-journey]')]);
const leave = find('leave-story');
const problem = find('story-problem');

/** @param {string} words */
const say = (words) => {
  problem.textContent = words;
  problem.hidden = words === '';
  if (words !== '') find('story').hidden = false;
};

/** @param {string} name */
const titleOf = (name) => buttons.find(({ dataset }) => dataset.journey === name)?.textContent ?? '';

let shown = { name: '', steps: 0 };

/** While a story plays no other one can begin, wherever it plays: all share one clock. @param {JourneyState} journey */
const drawButtons = ({ name, state }) => {
  const isPlaying = state === 'playing';
  for (const button of buttons) {
    button.setAttribute('aria-disabled', String(isPlaying));
    button.setAttribute('aria-pressed', String(isPlaying && button.dataset.journey === name));
  }
};

/** The steps of this home's story that plays, or that played last; those already there are not written again. @param {JourneyState | null} journey */
export const drawStory = (journey) => {
  if (journey === null) return;
  drawButtons(journey);
  const { name, state, steps, homeId } = journey;
  if (homeId !== document.body.dataset.home) {
    if (state === 'playing') find('story-words').textContent = 'A story is being played in another home.';
    return;
  }
  const list = find('steps');
  if (shown.name !== name || shown.steps > steps.length) {
    list.replaceChildren();
    shown = { name, steps: 0 };
  }
  for (const { at, words } of steps.slice(shown.steps))
    list.append(
      element(
        'li',
        {},
        element('span', { className: 'step-time', text: TIME.format(at).replace(' ', '') }),
        element('span', { text: words }),
      ),
    );
  shown = { name, steps: steps.length };
  find('story').hidden = false;
  find('story').dataset.state = state;
  find('story-title').textContent = titleOf(name);
  find('story-words').textContent = steps.at(-1)?.words ?? titleOf(name);
  leave.hidden = state !== 'playing';
};

/** @param {string} path @param {object} body */
const post = (path, body) =>
  fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined);

for (const button of buttons) {
  button.addEventListener('click', async () => {
    if (button.getAttribute('aria-disabled') === 'true') return;
    const answered = await post('/room/journeys', {
      journey: button.dataset.journey,
      home: document.body.dataset.home,
    });
    const isKnown = answered?.ok === true || answered?.status === 409;
    say(isKnown ? '' : 'The story did not begin. Check that Bellbird is still running, then try again.');
  });
}

leave.addEventListener('click', () => void post('/room/journeys/leave', {}));
