// @ts-check

import { caption, drawCard, drawLight, drawProblem, drawScreen, drawWaiting, find, redrawCaptions } from './draw.js';
import { events } from './events.js';
import { drawReminders } from './reminders.js';
import { chime, hasVoice, hush, listener, onVoices, speak } from './voice.js';

/**
 * @import { Happening, PhoneCard, Screen } from '../../virtual-alexa/happening.ts'
 * @typedef {Happening & { at: number }} Happened
 * @typedef {{ microphone: 'open' | 'closed', waiting: number, screen: Screen | null, notificationsOn: boolean, cards: PhoneCard[], recent: Happened[] }} View
 */

const echo = document.body.dataset.echo ?? '';
const words = /** @type {HTMLInputElement} */ (find('words'));
const voice = /** @type {HTMLButtonElement} */ (find('voice'));

/** What the light shows, from the most pressing to the least: lost, speaking, thinking, listening, a notification. */
const now = {
  lost: true,
  speaking: 0,
  thinking: 0,
  microphone: 'closed',
  waiting: 0,
  aloud: localStorage.getItem('voice') !== 'off',
};

const redraw = () => {
  if (now.lost) return drawLight('lost');
  if (now.speaking > 0) return drawLight('speaking');
  if (now.thinking > 0) return drawLight('thinking');
  if (now.microphone === 'open') return drawLight('listening');
  drawLight(now.waiting > 0 ? 'waiting' : 'off');
};

/** @param {string} said */
const voiced = async (said) => {
  if (said === '') return;
  now.speaking += 1;
  redraw();
  await speak(said, now.aloud);
  now.speaking -= 1;
  redraw();
};

/** @param {number} waiting */
const wait = (waiting) => {
  now.waiting = waiting;
  drawWaiting(waiting);
};

/**
 * Writes one happening down; what is over is not spoken again.
 * @param {Happened} happening
 * @param {boolean} isPast
 */
const happen = (happening, isPast) => {
  const { kind, at } = happening;
  const spoken = 'spoken' in happening ? happening.spoken : '';
  if (kind === 'turn') {
    caption('you', 'You', happening.said === '' ? '(silence)' : happening.said, at);
    caption('alexa', 'Alexa', spoken === '' ? '(says nothing)' : spoken, at);
    if (happening.card !== null && !isPast) drawCard(happening.card);
    now.microphone = happening.microphone;
  }
  if (kind === 'progressive') caption('alexa', 'Alexa', spoken, at);
  if (kind === 'announcement') caption('announcement', 'Announcement', spoken, at);
  if (kind === 'reminder') caption('announcement', 'Reminder', spoken, at);
  if (kind === 'chime') caption('chime', 'Chime', 'A new notification. The light is yellow.', at);
  if (kind === 'light') wait(happening.waiting);
  if (isPast) return;
  void refreshReminders();
  if (kind === 'turn' || (kind === 'announcement' && happening.screen !== null)) drawScreen(happening.screen);
  if (kind === 'chime' && now.aloud) chime();
  void voiced(spoken);
  redraw();
};

/** @param {View} view */
const restore = (view) => {
  document.getElementById('cards')?.replaceChildren();
  redrawCaptions(() => {
    for (const happening of view.recent) happen(happening, true);
  });
  for (const card of view.cards.toReversed()) drawCard(card);
  drawScreen(view.screen);
  now.microphone = view.microphone;
  wait(view.waiting);
  const allowed = document.getElementById('notifications-on');
  if (allowed instanceof HTMLInputElement) allowed.checked = view.notificationsOn;
  void refreshReminders();
  redraw();
};

const follow = () => {
  const connected = (/** @type {boolean} */ is) => {
    now.lost = !is;
    redraw();
  };
  events.addEventListener('open', () => connected(true));
  events.addEventListener('error', () => connected(false));
  events.addEventListener('view', ({ data }) => restore(JSON.parse(data)));
  events.addEventListener('happening', ({ data }) => happen(JSON.parse(data), false));
};

/**
 * @param {string} path
 * @param {object} body
 */
const send = async (path, body) => {
  now.thinking += 1;
  redraw();
  const sent = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ echo, ...body }),
  }).catch(() => undefined);
  now.thinking -= 1;
  redraw();
  const isWell = sent?.ok === true;
  drawProblem(isWell ? '' : 'The Echo did not answer. Check that Bellbird is still running, then try again.');
  return isWell;
};

/** What is placed may change with everything that happens. A managed Echo has no list. */
const refreshReminders = async () => {
  const allowed = document.getElementById('reminders-on');
  if (!(allowed instanceof HTMLInputElement)) return;
  const answer = await fetch(`/echo/reminders?echo=${encodeURIComponent(echo)}`).catch(() => undefined);
  if (answer?.ok !== true) return;
  const { reminders, remindersAllowed } = await answer.json();
  allowed.checked = remindersAllowed;
  drawReminders(reminders, async (alertToken) => {
    await send('/echo/delete-reminder', { alertToken });
    await refreshReminders();
  });
};

/** Whoever speaks interrupts Alexa. @param {string} phrase */
const say = (phrase) => {
  hush();
  return send('/echo/say', { words: phrase });
};

const drawVoice = () => {
  voice.setAttribute('aria-pressed', String(now.aloud));
  voice.textContent = now.aloud ? 'Voice on' : 'Voice off';
  find('voice-note').hidden = hasVoice();
};

find('say-form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const phrase = words.value.trim();
  if (phrase !== '' && (await say(phrase))) words.value = '';
  words.focus();
});

// Chips come and go with what is happening, so their clicks are heard here.
document.addEventListener('click', ({ target }) => {
  const chip = target instanceof Element ? target.closest('[data-phrase]') : null;
  if (chip !== null) void say(chip.getAttribute('data-phrase') ?? '');
});

find('silence').addEventListener('click', () => send('/echo/silence', {}));

voice.addEventListener('click', () => {
  now.aloud = !now.aloud;
  localStorage.setItem('voice', now.aloud ? 'on' : 'off');
  if (!now.aloud) hush();
  drawVoice();
});

document.getElementById('notifications-on')?.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement) void send('/echo/notifications', { on: target.checked });
});

document.getElementById('reminders-on')?.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement) void send('/echo/allow-reminders', { on: target.checked });
});

const listen = listener();
if (listen !== undefined) {
  const microphone = find('microphone');
  microphone.hidden = false;
  const pressed = (/** @type {boolean} */ is) => microphone.setAttribute('aria-pressed', String(is));
  microphone.addEventListener('click', () => {
    pressed(true);
    hush();
    listen(
      (phrase) => phrase !== '' && void say(phrase),
      () => pressed(false),
    );
  });
}

onVoices(drawVoice);
drawVoice();
redraw();
follow();
