// @ts-check
import { element, find } from './draw.js';

/** @import { PhonePage } from '../../living-room/room-view.ts' */

/** @param {string} className @param {string} text */
const line = (className, text) => element('p', { className, text });

/** @param {PhonePage} page */
const attentionOf = ({ attention }) =>
  attention.map(({ what, told }) =>
    element(
      'li',
      { className: 'phone-attention' },
      line('phone-what', what),
      ...told.map((words) => line('phone-told', words)),
    ),
  );

/** @param {PhonePage} page */
const toldOf = ({ told }) =>
  told.map(({ thing, when, words }) =>
    element('li', { className: 'phone-item' }, line('phone-what', thing), line('phone-when', when), line('', words)),
  );

/** A text or an e-mail as it arrived. Its link opens beside this page. @param {PhonePage['texts'][number]} text */
const textOf = ({ to, by, when, words, link }) => {
  const item = element(
    'li',
    { className: 'phone-text' },
    line('phone-when', `${to}, ${when}`),
    line('phone-what', by === 'text' ? words : `E-mail: ${words}`),
  );
  if (link !== undefined) {
    const opens = document.createElement('a');
    opens.href = link;
    opens.target = '_blank';
    opens.rel = 'noopener';
    opens.textContent = link;
    item.append(opens);
  }
  return item;
};

/** @param {PhonePage} page */
const pageOf = (page) => {
  const { carer, resident, standing, ended } = page;
  const gone = ended.map((name) =>
    line(
      'phone-note',
      `${name} is not in ${resident}’s circle of care any more. That phone shows nothing of ${resident}.`,
    ),
  );
  if (carer === undefined)
    return element(
      'section',
      {},
      line('phone-owner', `Nobody’s phone shows ${resident}`),
      ...gone,
      line('', `No carer may see ${resident} today.`),
    );
  const attention = attentionOf(page);
  const told = toldOf(page);
  return element(
    'section',
    {},
    line('phone-owner', `${carer}’s phone`),
    element('h3', { text: `About ${resident}` }),
    ...(page.texts.length === 0
      ? []
      : [element('h4', { text: 'Messages' }), element('ul', {}, ...page.texts.map(textOf))]),
    ...standing.map((words) => line('phone-note', words)),
    ...gone,
    ...(attention.length === 0 ? [] : [element('h4', { text: 'Needs attention' }), element('ul', {}, ...attention)]),
    element('h4', { text: 'Told in the last day' }),
    told.length === 0 ? line('', 'Nothing was due.') : element('ul', {}, ...told),
  );
};

let drawn = '';

/** What the carers of this home see now. Drawn only when it has changed. @param {readonly PhonePage[]} pages */
export const drawPhones = (pages) => {
  const now = JSON.stringify(pages);
  if (now === drawn) return;
  drawn = now;
  const phone = find('phone-pages');
  phone.replaceChildren(...pages.map(pageOf));
};
