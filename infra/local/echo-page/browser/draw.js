// @ts-check
/** Draws what the Echo does. Words from the server are only ever set as text. */

/** @param {string} id */
export const find = (id) => {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`no element ${id}`);
  return element;
};

/**
 * One element; words are set as text, never as markup.
 * @param {string} tag
 * @param {{ className?: string, text?: string }} [about]
 * @param {...Node} children
 */
export const element = (tag, { className = '', text = '' } = {}, ...children) => {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  if (text !== '') made.textContent = text;
  made.append(...children);
  return made;
};

const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
});

/**
 * One line of the conversation.
 * @param {'you' | 'alexa' | 'announcement' | 'chime'} who
 * @param {string} label
 * @param {string} words
 * @param {number} at
 */
export const caption = (who, label, words, at) => {
  const captions = find('captions');
  const head = element(
    'p',
    { className: 'caption-head' },
    element('strong', { text: label }),
    element('span', { text: TIME.format(at) }),
  );
  find('captions-list').append(
    element('li', { className: `caption ${who}` }, head, element('p', { className: 'caption-words', text: words })),
  );
  captions.scrollTop = captions.scrollHeight;
};

const LIGHTS = {
  off: 'Ready. The light is off',
  listening: 'Listening. The light is blue',
  speaking: 'Speaking. The light is blue',
  thinking: 'Thinking. The light is blue',
  waiting: 'A notification is waiting. The light is yellow',
  lost: 'Not connected. Trying again',
};

/** @param {keyof typeof LIGHTS} light */
export const drawLight = (light) => {
  for (const part of [find('device'), find('light')]) part.dataset.light = light;
  find('light-words').textContent = LIGHTS[light];
};

const TONES = { calm: '', urgent: 'Urgent', done: 'Done' };

/**
 * The Echo's screen, where there is one: our card, an announcement, or nothing.
 * @param {null | { kind: 'card', title: string, lines: string[], footnote: string, tone: keyof typeof TONES } | { kind: 'announcement', text: string } | { kind: 'not-drawn' }} shown
 */
export const drawScreen = (shown) => {
  const screen = document.getElementById('screen');
  if (screen === null) return;
  screen.dataset.tone = shown?.kind === 'card' ? shown.tone : 'calm';
  if (shown === null)
    return screen.replaceChildren(element('p', { className: 'screen-resting', text: 'Nothing on the screen' }));
  if (shown.kind === 'not-drawn')
    return screen.replaceChildren(
      element('p', { className: 'screen-resting', text: 'The skill shows something that this page cannot draw' }),
    );
  if (shown.kind === 'announcement') {
    return screen.replaceChildren(
      element('p', { className: 'screen-tone', text: 'Announcement' }),
      element('p', { className: 'screen-line', text: shown.text }),
    );
  }
  const tone = TONES[shown.tone] === '' ? [] : [element('p', { className: 'screen-tone', text: TONES[shown.tone] })];
  const lines = shown.lines.map((line) => element('p', { className: 'screen-line', text: line }));
  const foot = shown.footnote === '' ? [] : [element('p', { className: 'screen-foot', text: shown.footnote })];
  screen.replaceChildren(...tone, element('h3', { className: 'screen-title', text: shown.title }), ...lines, ...foot);
};

/** Clears the conversation; what is then restored is not news to a screen reader. @param {() => void} restore */
export const redrawCaptions = (restore) => {
  find('captions').ariaBusy = 'true';
  find('captions-list').replaceChildren();
  restore();
  find('captions').ariaBusy = 'false';
};

/** @param {number} waiting */
export const drawWaiting = (waiting) => {
  find('waiting').textContent =
    waiting === 0
      ? 'None waiting.'
      : waiting === 1
        ? 'One waiting. The light is yellow.'
        : `${waiting} waiting. The light is yellow.`;
};

/**
 * A card in the phone app, newest first. A managed Echo has no phone.
 * @param {{ title: string, text: string, permissions: string[] }} card
 */
export const drawCard = ({ title, text, permissions }) => {
  const cards = document.getElementById('cards');
  if (cards === null) return;
  find('no-cards').hidden = true;
  const asks = permissions.map((permission) => element('li', {}, element('code', { text: permission })));
  const wanted = asks.length === 0 ? [] : [element('p', { text: 'The skill asks for:' }), element('ul', {}, ...asks)];
  cards.prepend(
    element('li', { className: 'card' }, element('h4', { text: title }), element('p', { text }), ...wanted),
  );
};

/** @param {string} words Empty: all is well again. */
export const drawProblem = (words) => {
  const problem = find('problem');
  problem.hidden = words === '';
  problem.textContent = words;
};
