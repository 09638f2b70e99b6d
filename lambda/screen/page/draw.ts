import type { ClockWords } from './clock.ts';
import type { CardView, PageWords, PairingView, View } from './view.ts';
import { filled } from './view.ts';

/** Sizes of a Card's words, largest first: the first that fits is taken, and beyond the last it is scrolled. */
const FITS = ['fit-1', 'fit-2', 'fit-3', 'fit-4', 'fit-5'] as const;

const part = (doc: Document, id: string): HTMLElement => {
  const found = doc.getElementById(id);
  if (found === null) throw new Error(`the page has no ${id}`);
  return found;
};

/** Writes only what differs, so that nothing is read out twice by a screen reader. */
const write = (element: HTMLElement, text: string): void => {
  if (element.textContent !== text) element.textContent = text;
};

const writeOrHide = (element: HTMLElement, text: string | undefined): void => {
  write(element, text ?? '');
  element.hidden = text === undefined || text === '';
};

/** Draws what a view says onto the page. */
export const drawer = (doc: Document, words: PageWords) => {
  const $ = (id: string): HTMLElement => part(doc, id);
  const sections = { starting: $('idle'), idle: $('idle'), pairing: $('pairing'), card: $('card') };
  let drawn = '';

  const drawPairing = ({ title, code, lines, ok }: PairingView): void => {
    write($('pairing-title'), title);
    writeOrHide($('pairing-code'), code);
    ['pairing-first', 'pairing-second', 'pairing-third'].forEach((id, at) => {
      writeOrHide($(id), lines[at]);
    });
    writeOrHide($('pairing-ok'), ok);
  };

  const drawLines = (lines: readonly string[]): void => {
    const box = $('card-lines');
    box.textContent = '';
    for (const line of lines) {
      const paragraph = doc.createElement('p');
      paragraph.textContent = line;
      box.appendChild(paragraph);
    }
  };

  /** Takes the largest size of words that fits; what fits in none is scrolled, and says so. */
  const fit = (): void => {
    const [card, text] = [$('card'), $('card-text')];
    for (const size of FITS) {
      card.className = `${card.className.replace(/ ?fit-\d/, '')} ${size}`;
      if (text.scrollHeight <= text.clientHeight + 1) break;
    }
    const isLonger = text.scrollHeight > text.clientHeight + 1;
    writeOrHide($('card-below'), isLonger ? words.moreBelow : undefined);
    if (isLonger) text.setAttribute('tabindex', '0');
    else text.removeAttribute('tabindex');
  };

  const drawCard = ({ face, more, card, isRevealed }: CardView, canSpeak: boolean): void => {
    const key = `${card.id} ${isRevealed} ${more} ${JSON.stringify(face)}`;
    writeOrHide($('card-more'), more);
    writeOrHide($('card-read'), canSpeak ? words.readAloud : undefined);
    if (key === drawn) return;
    drawn = key;
    const section = $('card');
    section.className = `kind-${face.kind}`;
    section.querySelector('use')?.setAttribute('href', `#icon-${face.kind}`);
    write($('card-label'), face.label);
    writeOrHide($('card-for'), face.forWhom);
    write($('card-title'), face.title);
    drawLines(face.lines);
    writeOrHide($('card-how'), face.how);
    write($('card-ok'), face.ok);
    $('card-text').scrollTop = 0;
    fit();
  };

  const drawClock = (clock: ClockWords): void => {
    write($('day'), filled(words.heading ?? '', { weekday: clock.weekday, part: words[clock.part] ?? '' }));
    write($('time-digits'), clock.digits);
    write($('time-half'), clock.half);
    write($('date'), clock.date);
  };

  const draw = (view: View, canSpeak: boolean): void => {
    doc.body.setAttribute('data-view', view.kind);
    const open = sections[view.kind];
    for (const section of [sections.idle, sections.pairing, sections.card]) section.hidden = section !== open;
    if (view.kind !== 'card') drawn = '';
    if (view.kind === 'pairing') drawPairing(view);
    if (view.kind === 'card') drawCard(view, canSpeak);
    writeOrHide($('next'), view.kind === 'idle' ? view.next : undefined);
    writeOrHide($('details'), view.kind === 'idle' ? view.details : undefined);
  };

  return {
    draw,
    drawClock,
    fit: () => {
      if (!sections.card.hidden) fit();
    },
    // Its line is kept free, so that words above it do not move when it speaks.
    status: (text: string) => write($('status'), text),
    textSize: (size: string) => doc.documentElement.setAttribute('data-text', size),
    element: $,
  };
};
