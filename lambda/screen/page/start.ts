import { announcer } from './announcer.ts';
import type { Card } from './answer.ts';
import { doorAt } from './ask.ts';
import { ukClock } from './clock.ts';
import { drawer } from './draw.ts';
import { keyOf } from './keys.ts';
import { type Said, saidToAcknowledge, saidToConfirm } from './outcome.ts';
import { codeKeeper } from './pair.ts';
import { poller } from './poll.ts';
import { renewal } from './renew.ts';
import { shownTeller } from './shown-teller.ts';
import { soundOf } from './sound.ts';
import { firstState, heard, mayShowPrivate, putAside, type State, serverTime } from './state.ts';
import { type PageWords, statusOf, type View, viewOf } from './view.ts';

/** What is pressed sooner than this after something new came was meant for what stood there before; milliseconds. */
const TOO_SOON = 700;
const NOTE_FOR = 5_000;

/** Runs the page of a Screen. */
export const startScreen = (win: Window & typeof globalThis): void => {
  const doc = win.document;
  const words: PageWords = JSON.parse(doc.body.dataset.words ?? '{}');
  const door = doorAt(doc.body.dataset.base ?? '', (path, init) => win.fetch(path, init));
  const renew = renewal(win, doc.body.dataset.version ?? '');
  const page = drawer(doc, words);
  const sound = soundOf(win);
  const announcing = announcer(sound);
  const tellShown = shownTeller(doc, door);
  const clock = ukClock();
  let state: State = firstState;
  let view: View = { kind: 'starting' };
  let cameAt = 0;
  let isBusy = false;

  const held = {
    get: () => state,
    set: (next: State) => {
      state = next;
      redraw();
    },
  };
  const codes = codeKeeper(door, held);

  const nameOf = (drawn: View): string => {
    if (drawn.kind === 'card') return `card ${drawn.card.id}`;
    return drawn.kind === 'pairing' ? `pairing ${drawn.code}` : drawn.kind;
  };

  const drawNew = (now: number): void => {
    cameAt = now;
    sound.hush();
    if (view.kind !== 'card') announcing.silence();
    // In a frame of another page, what somebody is typing there is not taken away from them.
    if (win.top !== win && !doc.hasFocus()) return;
    if (view.kind === 'card') page.element('card-ok').focus();
    if (view.kind === 'pairing' && view.ok !== undefined) page.element('pairing-ok').focus();
  };

  const redraw = (): void => {
    const now = Date.now();
    const before = nameOf(view);
    view = viewOf(state, words, now);
    if (view.kind === 'card' && before !== nameOf(view)) {
      // A new Card is itself a need: private words stand for a minute from when it came.
      state = { ...state, neededAt: now };
      view = viewOf(state, words, now);
    }
    page.draw(view, sound.canSpeak() && sound.isOn());
    page.drawClock(clock(serverTime(state, now)));
    page.status(statusOf(state, words, { now, view, isSoundOn: sound.isOn(), clock }));
    if (before !== nameOf(view)) drawNew(now);
    if (view.kind !== 'card') return;
    announcing.announce(view.card, view.face.speech);
    tellShown(view.card, view.isRevealed);
  };

  const poll = poller(
    win,
    async () => {
      const answer = await door.now();
      const now = Date.now();
      state = heard(state, answer, now);
      if (answer.state === 'paired') page.textSize(answer.textSize);
      codes.keep(answer, now);
      redraw();
      renew(answer.version, view.kind);
      return answer;
    },
    () => held.set({ ...state, isCut: true }),
  );

  const say = (said: Said): void => {
    if (said !== undefined) held.set({ ...state, note: { text: words[said] ?? '', until: Date.now() + NOTE_FOR } });
  };

  /** One act at a time; what could not be done stays as it was, and says so. */
  const act = (path: string, body: object, then: (outcome: string) => void): void => {
    if (isBusy) return;
    isBusy = true;
    const end = (): void => {
      isBusy = false;
      poll.now();
    };
    void door.act(path, body).then(
      ({ kind }) => {
        end();
        then(kind);
      },
      () => {
        end();
        say('notSaved');
      },
    );
  };

  const acknowledge = (card: Card): void => {
    if (card.act === 'put-aside') {
      state = putAside(state, card, Date.now());
      say('kept');
      return;
    }
    act('/acknowledge', { card: card.id }, (outcome) => {
      const said = saidToAcknowledge(outcome);
      if (said === 'noted') state = { ...state, done: { ...state.done, [card.id]: true } };
      say(said);
    });
  };

  const pressOk = (): void => {
    const wasHidden = view.kind === 'card' && !view.isRevealed;
    held.set({ ...state, neededAt: Date.now() });
    if (view.kind === 'card' && !wasHidden) acknowledge(view.card);
    if (view.kind !== 'pairing' || view.ok === undefined) return;
    if (state.answer?.state === 'words') act('/confirm', {}, (outcome) => say(saidToConfirm(outcome)));
    else codes.ask(() => say('notSaved'));
  };

  const readAloud = (): void => {
    if (view.kind === 'card') sound.say(view.face.speech, view.card.rate, 0);
  };

  const buttons = [page.element('pairing-ok'), page.element('card-ok'), page.element('card-read')];
  const press = (button: Element | null): void => {
    if (Date.now() - cameAt < TOO_SOON) return;
    if (button === page.element('card-read')) readAloud();
    else pressOk();
  };

  const move = (by: number): void => {
    const shown = buttons.filter((button) => button.offsetParent !== null);
    const at = shown.findIndex((button) => button.matches(':focus'));
    shown[Math.max(0, Math.min(shown.length - 1, at + by))]?.focus();
  };

  /** Up and down scroll words that are longer than the screen, and move between buttons otherwise. */
  const scrollOrMove = (by: number): void => {
    const text = page.element('card-text');
    const before = text.scrollTop;
    text.scrollTop += by * text.clientHeight * 0.8;
    if (text.scrollTop === before) move(by);
  };

  const onKey = (event: KeyboardEvent): void => {
    sound.unlock();
    const key = keyOf(event);
    if (key === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (event.repeat && (key === 'ok' || key === 'back')) return;
    if (key === 'ok') {
      press(doc.activeElement);
      return;
    }
    // Every other key is a need as well: it brings private words back that may be shown.
    if (!mayShowPrivate(state, Date.now())) held.set({ ...state, neededAt: Date.now() });
    if (key === 'back') sound.hush();
    else if (key === 'up' || key === 'down') scrollOrMove(key === 'down' ? 1 : -1);
    else move(key === 'right' ? 1 : -1);
  };

  doc.addEventListener('keydown', onKey);
  doc.addEventListener('click', (event) => {
    sound.unlock();
    const target = event.target instanceof win.Element ? event.target.closest('button') : null;
    if (target !== null) press(target);
    else if (view.kind !== 'card') held.set({ ...state, neededAt: Date.now() });
  });
  const lookAgain = (): void => {
    poll.now();
    redraw();
  };
  doc.addEventListener('visibilitychange', lookAgain);
  for (const name of ['online', 'pageshow', 'focus'] as const) win.addEventListener(name, lookAgain);
  win.addEventListener('resize', page.fit);
  win.setInterval(() => {
    poll.beat();
    redraw();
  }, 1_000);
  redraw();
  poll.now();
};
