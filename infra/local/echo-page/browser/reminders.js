// @ts-check
import { element } from './draw.js';

/** @typedef {{ alertToken: string, text: string, ringsAt: number | null }} Placed */

const WHEN = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'medium', timeStyle: 'short' });

/**
 * The reminders that skills have placed on the Echo, as the Alexa app lists them, each with a button that deletes it.
 * @param {Placed[]} placed
 * @param {(alertToken: string) => void} remove
 */
export const drawReminders = (placed, remove) => {
  const list = document.getElementById('reminders');
  const none = document.getElementById('no-reminders');
  if (list === null || none === null) return;
  none.hidden = placed.length > 0;
  const items = placed.map(({ alertToken, text, ringsAt }) => {
    const button = element('button', { className: 'button secondary', text: 'Delete' });
    button.setAttribute('type', 'button');
    button.setAttribute('aria-label', `Delete: ${text}`);
    button.addEventListener('click', () => remove(alertToken));
    const when = ringsAt === null ? 'Completed' : `Rings next: ${WHEN.format(ringsAt)}`;
    return element('li', { className: 'card' }, element('p', { text }), element('p', { text: when }), button);
  });
  list.replaceChildren(...items);
};
