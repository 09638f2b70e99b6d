import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertAccessible, withPage } from '../support/browser.ts';
import { fillReminder, signInAs } from '../support/console-steps.ts';
import { aDayInTown } from '../support/demo-town.ts';

const ROSA = 'rosa-bennett';
const TO_DAN = 'Dan Bennett, on their own page';

describe('journey 2, nobody acknowledges: Dan’s phone gets a text, he opens it, and the page says so', () => {
  const town = aDayInTown();
  const rosasHome = (): string => `${town().url}/`;
  const received = () => town().notify.received();

  test('Dan gives his number and his hours', () =>
    withPage(async (page) => {
      await signInAs(page, town().url, 'Dan Bennett');
      await page.goto(`${town().url}/console/residents/${ROSA}`);
      await page.getByRole('link', { name: 'Change how we tell you' }).click();
      await page.getByLabel('Your UK mobile number').fill('07700 900456');
      await assertAccessible(page);
      await page.getByRole('button', { name: 'Save how we tell you' }).click();
      await page.getByText('on your page and by text').waitFor();
      await page.goto(`${town().url}/console/residents/${ROSA}/how-we-tell-you`);
      assert.equal(await page.getByLabel('Your UK mobile number').inputValue(), '07700 900456');
    }));

  test('nobody replies: one text is on his phone, and the living room draws it', async () => {
    await withPage(async (page) => {
      await signInAs(page, town().url, 'Dan Bennett');
      await page.goto(`${town().url}/console/residents/${ROSA}`);
      await page.getByRole('button', { name: 'Add a reminder' }).first().click();
      await fillReminder(page, { label: 'Lock up', often: 'Every day', time: '10:30am', tell: TO_DAN, after: 15 });
      await page.getByRole('button', { name: 'Set this reminder' }).click();
      await page.getByText('Lock up').first().waitFor();
    });
    await town().goTo('10:44');
    assert.equal(received().length, 0);
    await town().goTo('10:50');
    const [text, ...more] = received();
    assert.deepEqual([text?.to, more.length], ['+447700900456', 0]);
    assert.match(text?.body ?? '', /^Bellbird: No reply yet from Rosa to the 10:30am reminder to lock up\. See http/);
    await withPage(async (page) => {
      await page.goto(rosasHome());
      const phone = page.locator('#phone');
      await phone.getByText('07700 900456').waitFor();
      await phone.getByText('No reply yet from Rosa to the 10:30am reminder to lock up').first().waitFor();
      await assertAccessible(page);
    });
  });

  test('the link alone shows nothing of anybody; signed in and pressed, it leads to the page, which says that Dan opened it', () =>
    withPage(async (page) => {
      const [link = ''] = /http\S+$/.exec(received()[0]?.body ?? '') ?? [];
      await page.goto(link);
      assert.doesNotMatch(await page.locator('main').innerText(), /Rosa|Dan|Bennett/);
      await assertAccessible(page);
      await page.getByRole('button', { name: 'Sign in to see it' }).click();
      await page
        .getByRole('button', { name: 'Sign in' })
        .or(page.getByRole('link', { name: 'Sign in' }))
        .first()
        .click();
      await page.getByRole('button', { name: 'Dan Bennett', exact: true }).click();
      await page.getByRole('button', { name: 'See what it is about' }).click();
      await page.getByText(/Dan Bennett opened the message at 10:5\dam today/).waitFor();
      await assertAccessible(page);
    }));

  test('of all that happened, nothing personal stands in the log (SEC-23)', () => {
    const lines = town().logged.join('\n');
    assert.match(lines, /console\.request/);
    assert.doesNotMatch(lines, /rosa|bennett|\bdan\b|7700|example\.org|told\/[A-Za-z0-9_-]{22}/i);
  });
});
