import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { all, attribute, textOf } from '../support/page.ts';
import { busyWeek } from './support/busy-week.ts';
import { filled, HARBOUR_IDS, isPublic, routesOf } from './support/routes.ts';
import { type Seen, visitor } from './support/visitor.ts';
import { aWorld } from './support/world.ts';

const MARGARET = '/console/residents/res-margaret';

const langOf = (page: Seen): string | undefined => attribute(all(page.root, 'html')[0] ?? page.root, 'lang');

const otherLanguage = (page: Seen) => all(page.root, 'a').find((link) => attribute(link, 'rel') === 'alternate');

const start = async () => {
  const world = await aWorld();
  await busyWeek(world);
  const mark = visitor(world);
  await mark.signIn('carer', 'carer-mark');
  return { world, mark };
};

describe('the language of the pages', () => {
  test('is English until another is chosen, then that one, on every page and after signing in again', async () => {
    const { mark } = await start();
    const page = await mark.get(MARGARET);
    assert.equal(langOf(page), 'en-GB');
    assert.equal(textOf(otherLanguage(page)), 'Cymraeg');
    const welsh = await mark.get(
      `${MARGARET}${attribute(otherLanguage(page) ?? page.root, 'href')?.replace(MARGARET, '')}`,
    );
    assert.equal(langOf(welsh), 'cy');
    assert.match(welsh.text, /Y saith diwrnod nesaf.*Heddiw, dydd Mawrth 24 Tachwedd/);
    assert.equal(langOf(await mark.get('/console/residents')), 'cy');
    await mark.press(await mark.get('/console/residents'), 'Allgofnodi');
    assert.equal((await mark.get('/console/sign-in')).heading, 'Mewngofnodi');
    const english = await mark.get('/console/sign-in?lang=en');
    assert.equal(english.heading, 'Sign in');
  });

  test('an unknown language changes nothing', async () => {
    const { mark } = await start();
    for (const odd of ['fr', 'CY', '__proto__', ''])
      assert.equal(langOf(await mark.get(`${MARGARET}?lang=${odd}`)), 'en-GB');
  });

  test('mistakes are said in it too', async () => {
    const { mark } = await start();
    await mark.get(`${MARGARET}?lang=cy`);
    const page = await mark.press(await mark.get(`${MARGARET}/reminders/new`), 'Parhau');
    assert.equal(page.title, 'Gwall: Ychwanegu nodyn atgoffa i Margaret – Bellbird');
    assert.deepEqual(
      page.mistakes.map(({ text }) => text),
      ['Dewiswch ddiben y nodyn atgoffa', 'Dewiswch pa mor aml'],
    );
  });

  test('the other language is always a page that can be opened, also from the answer to a form', async () => {
    const { world, mark } = await start();
    const priya = visitor(world);
    await priya.signIn('officer', 'officer-priya');
    const token = await priya.formToken();
    for (const route of routesOf(world).filter((each) => !isPublic(each) && !each.path.endsWith('/sign-out'))) {
      const path = filled(route.path, HARBOUR_IDS);
      const response = route.method === 'POST' ? await priya.post(path, [['token', token]]) : await priya.ask(path);
      if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) continue;
      const [, href] = /<a class="govuk-language-navigation__link" href="([^"]+)"/.exec(await response.text()) ?? [];
      assert.ok(href, `${route.method} ${path} has no way to the other language`);
      const other = await priya.ask(href);
      assert.notEqual(other.status, 404, `${route.method} ${path} leads to ${href}`);
      await priya.ask('/console/homes?lang=en');
    }
    assert.ok(mark);
  });

  test('every page can be read in Welsh: no English button or heading is left on it', async () => {
    const { world, mark } = await start();
    const priya = visitor(world);
    await priya.signIn('officer', 'officer-priya');
    const english =
      /\b(Continue|Change|Cancel|Back|Needs attention|Reminder|Add|Nothing|Said|Sent to|Not due|today|Sign out)\b/;
    for (const [who, path] of [
      [mark, '/console/residents'],
      [mark, MARGARET],
      [mark, `${MARGARET}/reminders/new`],
      [mark, `${MARGARET}/reminders/rem-drink`],
      [mark, `${MARGARET}/diary/visit`],
      [mark, `${MARGARET}/diary/2026-11-24T17:30/visit-2/cancel`],
      [priya, '/console/homes'],
      [priya, '/console/homes/home-1'],
      [priya, '/console/call-backs'],
      [priya, '/console/accessibility'],
      [priya, '/console/privacy'],
    ] as const) {
      const page = await who.get(`${path}?lang=cy`);
      assert.equal(page.status, 200, path);
      const found = english.exec(page.text.replaceAll(/Alexa, open bell bird|Line was busy/g, ''));
      assert.equal(found, null, `${path}: ${found?.[0]}`);
    }
  });
});
