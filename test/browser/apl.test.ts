import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as v from 'valibot';
import { aMessage, anAppointment, aReminderDelivery, aResident, aVisit } from '../render/support/builders.ts';
import {
  type Box,
  type Document,
  type Drawn,
  type DrawnText,
  VIEWPORTS,
  type Viewport,
  withViewport,
} from '../support/apl-viewhost.ts';
import { conversation, open, type Said, say } from '../support/conversation.ts';
import { takePicture } from '../support/picture.ts';
import { type HomeSetUp, skillHome } from '../support/skill-home.ts';

const directive = v.object({ type: v.string(), document: v.unknown(), datasources: v.unknown() });

/** What the skill shows for the last thing said, in a home with much to tell. */
const shownFor = async (said: readonly Said[], settings: object, more: HomeSetUp = {}): Promise<Document> => {
  const home = await skillHome({
    residents: [aResident(settings)],
    diary: [
      aVisit('2026-11-24T12:30', '2026-11-24T13:00', { who: 'Oluwaseun-Bartholomew' }),
      aVisit('2026-11-24T17:00', '2026-11-24T17:30', { who: 'Amina' }),
      aVisit('2026-11-24T21:00', '2026-11-24T21:30', { who: 'Sandra & Co' }),
      anAppointment('2026-11-26T10:30'),
    ],
    screen: true,
    ...more,
  });
  const talk = conversation(home);
  let shown: Document | undefined;
  for (const one of said) {
    const { directives } = await talk.turn(one);
    const card = directives.find(({ type }) => type === 'Alexa.Presentation.APL.RenderDocument');
    shown = v.parse(directive, card);
  }
  assert.ok(shown !== undefined);
  return shown;
};

/** A title, what is said, and whether all of it must be seen at once on every screen. */
const SHOWN: readonly (readonly [string, readonly Said[], HomeSetUp?])[] = [
  ['opening', [open]],
  ['visits', [say('WhoIsComingIntent', { day: 'PRESENT_REF' })]],
  ['done', [say('ReminderDoneIntent')], { deliveries: [aReminderDelivery('2026-11-24T08:00')] }],
  ['is-it-done', [open], { deliveries: [aReminderDelivery('2026-11-24T08:00')] }],
  ['messages', [open, say('MyMessagesIntent')], { deliveries: [aMessage()] }],
  ['urgent', [say('UrgentHelpIntent')]],
  ['help', [say('AMAZON.HelpIntent')]],
  ['slower', [say('ChangeSpeechIntent')]],
  ['set-a-reminder', [say('SetReminderIntent')]],
];

/** What is read first may be scrolled to only for whoever wants the largest letters. */
const LARGEST_TOO = ['opening', 'visits', 'help'];
const SEEN_AT_ONCE = ['opening', 'is-it-done', 'done', 'slower', 'set-a-reminder'];

const CHOICES = ['Yes', 'No', 'Say it again', 'Leave it', 'My visits', 'My messages', "That's all", 'Slower', 'Faster'];
const isChoice = ({ text }: DrawnText): boolean => CHOICES.includes(text) || text === 'Shorter answers';

const numbersIn = (color: string): readonly number[] => (color.match(/[\d.]+/g) ?? []).map(Number);

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = (color: string): number => {
  const [r = 0, g = 0, b = 0] = numbersIn(color).map((each) => {
    const part = each / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const smallest = ({ shape }: Viewport): number => (shape === 'ROUND' ? 24 : 28);
const mainFact = ({ shape, mode }: Viewport): number => (shape === 'ROUND' ? 34 : mode === 'TV' ? 40 : 48);

/** Inside the screen; on a television inside its safe area, on a round one inside the circle. */
const isInside = (box: Box, { width, height, shape, mode }: Viewport): boolean => {
  const [x, y] = mode === 'TV' ? [47, 26] : [0, 0];
  if (box.left < x || box.right > width - x || box.top < y || box.bottom > height - y) return false;
  if (shape !== 'ROUND') return true;
  const corners = [box.left, box.right].flatMap((left) => [box.top, box.bottom].map((top) => [left, top] as const));
  return corners.every(([left, top]) => Math.hypot(left - width / 2, top - height / 2) <= width / 2 + 4);
};

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1;

const assertReadable = (texts: readonly DrawnText[], viewport: Viewport, seenAtOnce: boolean): void => {
  const [title, ...others] = texts;
  assert.ok(title !== undefined);
  const choices = others.filter(isChoice);
  for (const one of texts) {
    const { text, size, hidden, color, behind, box } = one;
    assert.ok(size >= smallest(viewport), `${text}: ${size} dp`);
    assert.ok(hidden <= size / 8, `${hidden} dp of it cannot be seen: ${text}`);
    assert.ok(contrast(color, behind) >= 7, `${text}: ${contrast(color, behind)}`);
    assert.ok(box.left >= 0 && box.right <= viewport.width, `beside the screen: ${text}`);
  }
  // On a round screen the choices follow below the words, and are scrolled to.
  const fixedChoices = viewport.shape === 'ROUND' ? [] : choices;
  for (const fixed of [title, ...fixedChoices]) assert.ok(isInside(fixed.box, viewport), `not whole: ${fixed.text}`);
  for (const [at, one] of choices.entries())
    for (const other of choices.slice(at + 1)) assert.ok(!overlaps(one.box, other.box), `${one.text}, ${other.text}`);
  const words = others.filter((one) => !isChoice(one) && one.behind !== title.behind);
  const bottom = Math.min(viewport.height, ...fixedChoices.map(({ box }) => box.top));
  assert.ok(words.length > 0 && words.every(({ box }) => box.top >= title.box.bottom), 'words under the band');
  if (!seenAtOnce) return;
  const below = words.filter(({ box }) => box.bottom > bottom + 1).map(({ text }) => text);
  assert.deepEqual(below, [], 'has to be scrolled');
  assert.ok(
    words.every(({ size }) => size >= mainFact(viewport)),
    `${words.map(({ size }) => size)} dp`,
  );
};

const press = async ({ page, texts }: Drawn, label: string): Promise<void> => {
  const found = (await texts()).find(({ text }) => text === label);
  assert.ok(found !== undefined, label);
  const { left, right, top, bottom } = found.box;
  await page.touchscreen.tap((left + right) / 2, (top + bottom) / 2);
};

const until = async <T>(read: () => Promise<T>, is: (value: T) => boolean): Promise<T> => {
  let value = await read();
  for (let tries = 0; tries < 100 && !is(value); tries += 1) {
    await new Promise((done) => setTimeout(done, 50));
    value = await read();
  }
  return value;
};

const FOCUSED = 'rgb(255, 221, 0)';
const focusOf = async ({ texts }: Drawn): Promise<string> =>
  (await texts()).find(({ behind }) => behind === FOCUSED)?.text ?? '';

describe('M-02: the card on every screen, drawn by Amazon’s own engine', () => {
  for (const viewport of VIEWPORTS)
    test(`on ${viewport.name} it is large, in strong contrast, whole and inside the screen`, async () => {
      await withViewport(viewport, async (draw) => {
        for (const [title, said, more] of SHOWN)
          for (const textSize of LARGEST_TOO.includes(title) ? (['large', 'largest'] as const) : (['large'] as const)) {
            const drawn = await draw(await shownFor(said, { textSize }, more));
            await takePicture(drawn.page, `apl-${viewport.name}-${title}-${textSize}`);
            const isSeenAtOnce = textSize === 'large' && SEEN_AT_ONCE.includes(title);
            try {
              assertReadable(await drawn.texts(), viewport, isSeenAtOnce);
            } catch (fault) {
              assert.fail(`${title}, ${textSize}: ${fault instanceof Error ? fault.message : ''}`);
            }
            assert.deepEqual(await drawn.complaints(), []);
          }
      });
    });
});

describe('M-03: what is pressed is what is said', () => {
  const isItDone = () => shownFor([open], {}, { deliveries: [aReminderDelivery('2026-11-24T08:00')] });
  const [round, , , large] = VIEWPORTS;
  const television = VIEWPORTS.find(({ mode }) => mode === 'TV');

  for (const viewport of [round, large].filter((one) => one !== undefined))
    test(`M-04: a finger on ${viewport.name} sends its answer`, async () => {
      await withViewport(viewport, async (draw) => {
        const drawn = await draw(await isItDone());
        await press(drawn, 'No');
        assert.deepEqual(await until(drawn.sent, (sent) => sent.length > 0), [['bellbird.touch', 'no', '1']]);
      });
    });

  test('M-06: on a television the first choice has the focus, the arrows move it, and the middle key presses', async () => {
    assert.ok(television !== undefined);
    await withViewport(television, async (draw) => {
      const drawn = await draw(await isItDone());
      const { page } = drawn;
      const isAt = (label: string) =>
        until(
          () => focusOf(drawn),
          (focus) => focus === label,
        );
      assert.equal(await isAt('Yes'), 'Yes');
      for (const [key, label] of [
        ['ArrowRight', 'No'],
        ['ArrowRight', 'Say it again'],
        ['ArrowLeft', 'No'],
        ['ArrowUp', ''],
        ['ArrowDown', 'Yes'],
      ] as const) {
        await page.keyboard.press(key);
        assert.equal(await isAt(label), label, key);
      }
      await page.keyboard.press('Enter');
      assert.deepEqual(await until(drawn.sent, (sent) => sent.length > 0), [['bellbird.touch', 'yes', '1']]);
    });
  });
});
