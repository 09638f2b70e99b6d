import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { addDays } from '../../lambda/core/kernel/uk-time.ts';
import { assertAccessible, withPage } from '../support/browser.ts';
import { fillReminder, signInAs, type WantedOnPage } from '../support/console-steps.ts';
import { echoOf } from '../support/demo-envelope.ts';
import { aDayInTown, type DemoTown } from '../support/demo-town.ts';

const ROSA = echoOf('rosa-bennett');
const JOAN = echoOf('joan-whitaker');
const TO_DAN = 'Dan Bennett, on their own page';
const TO_THE_COUNCIL = 'The council, with a request to ring';

const setReminder = async (page: Page, town: DemoTown, wanted: WantedOnPage): Promise<void> => {
  await page.goto(`${town.url}/console/residents/rosa-bennett`);
  await page.getByRole('button', { name: 'Add a reminder' }).first().click();
  await fillReminder(page, wanted);
  await page.getByRole('heading', { level: 1, name: 'Check' }).waitFor();
  await page.getByRole('button', { name: 'Set this reminder' }).click();
  await page.getByText(wanted.label).first().waitFor();
};

const rosasPage = async (page: Page, town: DemoTown): Promise<string> => {
  await page.goto(`${town.url}/console/residents/rosa-bennett`);
  return page.locator('main').innerText();
};

const asDan = (town: DemoTown, use: (page: Page) => Promise<void>): Promise<void> =>
  withPage(async (page) => {
    await signInAs(page, town.url, 'Dan Bennett');
    await use(page);
  });

describe('journey 2: a carer sets a reminder, from door to Channel and back', () => {
  const town = aDayInTown();

  test('it speaks at its time, is acknowledged by voice, and the carer sees what was said', () =>
    asDan(town(), async (page) => {
      await setReminder(page, town(), {
        label: 'Have a drink',
        often: 'Every day',
        time: '10:30am',
        tell: TO_DAN,
        after: 30,
      });
      assert.deepEqual(town().announcements(ROSA), []);
      await town().goTo('10:31');
      const [heard = '', ...more] = town().announcements(ROSA);
      assert.match(heard, /^Hello Rosa\..*reminder to have a drink/);
      assert.deepEqual(more, [], 'it is said once');

      assert.match(await rosasPage(page, town()), /10:30am\s+Reminder: Have a drink\s+Sent to the Echo/);
      assert.match(await town().say(ROSA, 'open bell bird'), /Is it done\?$/);
      assert.match(await town().say(ROSA, 'yes'), /^Thank you\. I've noted that/);
      assert.match(await rosasPage(page, town()), /10:30am\s+Reminder: Have a drink\s+.*said it.s done/i);
      await town().goTo('11:01');
      assert.doesNotMatch(await rosasPage(page, town()), /No reply to the 10:30am/, 'who replied is not reported');
      await assertAccessible(page);
    }));

  test('nobody replies: half an hour later the carer who agreed is told on their page, and not before', () =>
    asDan(town(), async (page) => {
      await setReminder(page, town(), { label: 'Lock up', often: 'Every day', time: '11:10', tell: TO_DAN, after: 30 });
      await town().goTo('11:39');
      assert.doesNotMatch(await rosasPage(page, town()), /No reply to the 11:10am/);
      await town().goTo('11:41');
      assert.match(await rosasPage(page, town()), /No reply to the 11:10am reminder to lock up/i);
      assert.equal(town().announcements(ROSA).length, 2, 'it is not spoken again');
      await assertAccessible(page);
    }));

  test('nobody replies and the council was to be asked: an officer takes the call-back and closes it', async () => {
    await asDan(town(), (page) =>
      setReminder(page, town(), {
        label: 'Get ready',
        often: 'Every day',
        time: '12pm',
        tell: TO_THE_COUNCIL,
        after: 20,
      }),
    );
    await town().goTo('12:21');
    await withPage(async (page) => {
      await signInAs(page, town().url, 'Priya Nair');
      await page.goto(`${town().url}/console/call-backs`);
      const list = await page.locator('main').innerText();
      assert.ok(list.indexOf('Pearl Gordon') < list.indexOf('Rosa Bennett'), 'the oldest comes first');
      await page.getByRole('button', { name: /^Take this call.*Rosa Bennett/ }).click();
      await page.getByRole('button', { name: /^Done.*Rosa Bennett/ }).click();
      assert.doesNotMatch(await page.locator('main').innerText(), /Rosa Bennett/);
      await assertAccessible(page);
    });
  });

  test('set for a minute from now, it is said at its time without waiting for the next tick', () =>
    asDan(town(), async (page) => {
      await town().goTo('12:29');
      const before = town().announcements(ROSA).length;
      await setReminder(page, town(), { label: 'Lock up', often: 'Every day', time: '12:30', tell: 'Nobody' });
      await town().goTo('12:30');
      assert.equal(town().announcements(ROSA).length, before + 1);
    }));

  test('a bought Echo chimes, says nothing by itself, and speaks when it is opened', async () => {
    const chimes = town().chimes(JOAN);
    await town().goTo('09:01', addDays(town().tuesday, 1));
    assert.ok(town().chimes(JOAN) > chimes);
    assert.deepEqual(town().announcements(JOAN), []);
    assert.match(await town().say(JOAN, 'open bell bird'), /reminder/i);
  });

  test('of all that happened, nothing personal stands in the log (SEC-23)', () => {
    const lines = town().logged.join('\n');
    assert.match(lines, /skill\.turn/);
    assert.match(lines, /console\.request/);
    assert.doesNotMatch(lines, /rosa|bennett|\bdan\b|joan|amzn1|gull court/i);
  });
});
