import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { demoEchos } from '../../infra/local/demo-council/demo-echos.ts';
import { DEMO_HOMES } from '../../infra/local/demo-council/demo-homes.ts';
import { LOCAL_SKILL_ID } from '../../infra/local/skill-model.ts';
import { type Bellbird, startBellbird } from '../../infra/local/start-bellbird.ts';
import { instantOf } from '../../lambda/core/kernel/uk-time.ts';
import { assertAccessible, withPage } from '../support/browser.ts';
import { signInAs } from '../support/console-steps.ts';

/** Rosa Bennett's Home in Harbour, with an Echo Show that the property manages, and names may be said aloud. */
const HOME = 'gull-court-3';
const SHOW = { viewport: { width: 1280, height: 720 } };

const settle = (page: Page) => page.waitForTimeout(750);
const codeOf = async (page: Page): Promise<string> => {
  const code = page.locator('#pairing-code').filter({ hasText: /\d{4} \d{4}/ });
  await code.waitFor();
  return ((await code.textContent()) ?? '').trim();
};

describe('a television in the running system', () => {
  let folder = '';
  let bellbird: Bellbird;
  const start = async (port = 0) => {
    bellbird = await startBellbird({ port, dataDir: folder, reset: false }, Date.now, () => undefined);
  };
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bellbird-'));
    await start();
  });
  after(async () => {
    await bellbird.close();
    await rm(folder, { recursive: true, force: true });
  });

  const [echo] = demoEchos(DEMO_HOMES, LOCAL_SKILL_ID).filter(({ homeId }) => homeId === HOME);
  const say = (words: string) => bellbird.alexa.say(echo?.echoId ?? '', words);

  test('is paired from the console and from itself, shows what is owed, and is unpaired at once', () =>
    withPage(
      (tv) =>
        withPage(async (desk) => {
          await tv.goto(`${bellbird.url}/screen`);
          const code = await codeOf(tv);
          await signInAs(desk, bellbird.url, 'Priya Nair');
          await desk.goto(`${bellbird.url}/console/homes/${HOME}`);
          await desk.getByRole('button', { name: 'Pair a television' }).click();
          await assertAccessible(desk);
          await desk.getByLabel('The code on the television').fill(code);
          await desk.getByRole('button', { name: 'Continue' }).click();
          const words = (await desk.locator('.app-code').innerText()).replace(/\s+/g, ' ');
          await tv.getByText(words).waitFor();
          await assertAccessible(desk);
          await desk.getByLabel('Yes, they are the same').check();
          await desk.getByRole('button', { name: 'Continue' }).click();
          await desk.getByText('Now press OK on the television.').waitFor();
          await assertAccessible(desk);
          assert.doesNotMatch(await tv.content(), /Rosa/, 'SEC-05');
          await settle(tv);
          await tv.keyboard.press('Enter');
          await tv.locator('body[data-view="idle"], body[data-view="card"]').first().waitFor();
          await desk.getByRole('button', { name: 'OK was pressed' }).click();
          await desk.getByText('The television is paired.').waitFor();
          await assertAccessible(desk);
          await desk.getByRole('link', { name: 'Unpair (Television 1)' }).click();
          await desk.getByRole('button', { name: 'Yes, unpair it' }).click();
          await desk.getByText('The television is unpaired.').waitFor();
          await codeOf(tv);
        }),
      SHOW,
    ));

  test('is paired by voice: the Echo says the two words that it shows', () =>
    withPage(async (tv) => {
      await tv.goto(`${bellbird.url}/screen`);
      const code = (await codeOf(tv)).replace(' ', '');
      await say('ask bell bird to pair my television');
      await say([...code].join(' '));
      const words = tv.locator('#pairing-code').filter({ hasText: /^[a-z]+ [a-z]+$/ });
      await words.waitFor();
      await say('yes');
      await settle(tv);
      await tv.keyboard.press('Enter');
      await tv.locator('body[data-view="idle"], body[data-view="card"]').first().waitFor();
    }, SHOW));

  test('what is said to the Echo clears it; a restart on the same port is recovered from without a hand', () =>
    withPage(async (tv) => {
      await tv.goto(`${bellbird.url}/screen/demo/${HOME}`);
      assert.equal(new URL(tv.url()).pathname, '/screen');
      const local = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(bellbird.now() + 86_400_000);
      await bellbird.goForward(instantOf(`${local}T15:01`));
      await tv.getByRole('heading', { name: 'You have a message' }).waitFor();
      const { port } = new URL(bellbird.url);
      await bellbird.close();
      await start(Number(port));
      await say('open bell bird');
      await say("it's done");
      for (let n = 0; n < 4; n += 1) await say('yes');
      await tv.locator('body[data-view="idle"]').waitFor({ timeout: 45_000 });
    }, SHOW));
});
