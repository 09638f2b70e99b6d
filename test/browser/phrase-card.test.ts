import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { TO_SAY } from '../../lambda/console/residents/phrase-card.ts';
import { en } from '../../lambda/console/words/en.ts';
import { emptyMirror } from '../../lambda/core/reminders/mirror.ts';
import { anEntry, aReminder } from '../console/support/busy-week.ts';
import { withServedWorld } from '../console/support/served-world.ts';
import type { World } from '../console/support/world.ts';
import { withPage } from '../support/browser.ts';
import { lookAt } from '../support/look-at.ts';
import { takePicture } from '../support/picture.ts';

const CARD = '/console/residents/res-margaret/phrase-card';

/** Everything a card can hold, with the longest name that a person may be called by and a council with a long name. */
const everything = async ({ stores }: World): Promise<void> => {
  const resident = await stores.residents.ofId('harbour', 'res-margaret');
  const council = await stores.councils.ofId('harbour');
  assert.ok(resident && council);
  const settings = {
    ...resident.value.settings,
    nameToUse: 'Llewellyn-Fotheringay Cholmondeley-Marjor',
    hasPendant: true,
  };
  await stores.residents.save({ ...resident, value: { ...resident.value, settings } });
  await stores.councils.save({
    ...council,
    name: 'The Metropolitan Borough Council of Bournemouth, Christchurch and Poole',
  });
  await stores.reminders.save({ value: aReminder({ id: 'rem-one' }), version: 0 });
  await stores.diaries.save({
    value: anEntry({ kind: 'appointment', id: 'long', at: '2026-11-26T10:30' }),
    version: 0,
  });
  await stores.mirrors.save({
    value: { ...emptyMirror({ council: 'harbour', residentId: 'res-margaret' }), hasWords: true },
    version: 0,
  });
};

const signIn = async (page: Page): Promise<void> => {
  await page.goto('/console/');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Mark Ellis' }).click();
  await page.getByText('Signed in as Mark Ellis').waitFor();
};

const withConsole = (use: (page: Page, world: World) => Promise<void>): Promise<void> =>
  withServedWorld(async ({ world, origin, faults }) => {
    await withPage((page) => use(page, world), { baseURL: origin });
    assert.deepEqual(faults, []);
  });

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

const SIZES = `[...document.querySelectorAll('.app-phrase-card, .app-phrase-card *')].map((each) => parseFloat(getComputedStyle(each).fontSize))`;
/** Large print begins at 18 points (RNIB, "clear print"); a point is four thirds of a CSS pixel. */
const LARGE_PRINT = (18 * 4) / 3;

const INTENTS = JSON.parse(readFileSync(join(import.meta.dirname, '../../interaction-models/en-GB.json'), 'utf8'));
const SAMPLES: readonly string[] = INTENTS.interactionModel.languageModel.intents.flatMap(
  ({ samples }: { readonly samples: readonly string[] }) => samples,
);

describe('the phrase card', () => {
  for (const language of ['en', 'cy'] as const)
    test(`with all it can hold it is large print on one side of A4, in ${language}`, async () => {
      await withConsole(async (page, world) => {
        await everything(world);
        await signIn(page);
        await page.goto(`${CARD}?lang=${language}`);
        await page.getByText('“Alexa, my day”').waitFor();
        assert.equal(await page.locator('.app-phrase-card li').count(), 6);
        const sizes = await page.evaluate<number[]>(SIZES);
        assert.ok(
          sizes.every((size) => size >= LARGE_PRINT),
          `${Math.min(...sizes)} px`,
        );
        assert.equal(pagesOf(await page.pdf({ format: 'A4', preferCSSPageSize: true })), 1);
        await page.emulateMedia({ media: 'print' });
        await takePicture(page, `phrase-card-${language}-print`, { fullPage: true });
        await page.emulateMedia({ media: 'screen' });
        await lookAt(page, `phrase-card-${language}`);
      });
    });

  test('it is reached from the resident’s page, and names nobody who comes', async () => {
    await withConsole(async (page, world) => {
      await everything(world);
      await signIn(page);
      await page.goto('/console/residents/res-margaret');
      await page.getByRole('link', { name: en.phraseCard.link }).click();
      await page.getByText('“Alexa, open bell bird”').waitFor();
      const text = await page.locator('.app-phrase-card').innerText();
      assert.doesNotMatch(text, /Amina|Mark|\d:\d\d/);
      assert.match(text, /01632/);
    });
  });

  test('where an Echo may say nothing aloud, the card does not say whose it is', async () => {
    await withConsole(async (page, world) => {
      const echo = await world.stores.echos.ofHash('harbour', 'echo-managed');
      assert.ok(echo);
      await world.stores.echos.save({ ...echo, value: { ...echo.value, speakingLevel: 'closed' } });
      await signIn(page);
      await page.goto(CARD);
      await page.getByText('“Alexa, open bell bird”').waitFor();
      assert.equal(await page.locator('.app-phrase-card h1').innerText(), en.service);
      assert.doesNotMatch(await page.locator('.app-phrase-card').innerText(), /Margaret/);
    });
  });

  test('every phrase is one that Alexa has been taught', () => {
    const { open: _open, myDay: _myDay, volume: _volume, ...phrases } = TO_SAY;
    for (const phrase of Object.values(phrases)) {
      const said = phrase.toLowerCase().replace('’', "'").replace('?', '');
      const frame = said.replace('today', '{day}').replace(/^speak slower$/, 'you speak {speechChange}');
      assert.ok(SAMPLES.includes(frame), said);
    }
  });
});
