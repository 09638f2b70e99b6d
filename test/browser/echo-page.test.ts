import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import { serve } from '@hono/node-server';
import type { Response as SkillResponse } from 'ask-sdk-model';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { echoPage } from '../../infra/local/echo-page/echo-page.ts';
import { announce, notify } from '../../infra/local/virtual-alexa/notifications.ts';
import { says, scriptedAlexa, TEN } from '../infra/local/virtual-alexa/scripted-alexa.ts';
import { assertAccessible, withPage } from '../support/browser.ts';
import { takePicture } from '../support/picture.ts';

const HOMES = [
  { echoId: 'kitchen', label: 'Bill Stone, kitchen', homeNote: 'Lives alone. Prefers short answers.' },
  { echoId: 'lounge', label: 'Bill Stone, lounge', homeNote: 'An Echo with a screen.' },
  { echoId: 'flat-4', label: 'Ada Marsh, Flat 4', homeNote: '<script>alert(1)</script>' },
];
const PHRASES = ['open bell bird', 'ask bell bird who is coming'];
type Scripted = Awaited<ReturnType<typeof scriptedAlexa>>;

/** Serves the page over a scripted Alexa on a free port, and closes everything after. */
const withEcho = async (
  script: Parameters<typeof scriptedAlexa>[0],
  use: (page: Page, scripted: Scripted, base: string) => Promise<void>,
  options: BrowserContextOptions = {},
) => {
  const scripted = await scriptedAlexa(script);
  const closing = new AbortController();
  const handle = echoPage({
    virtualAlexa: scripted.alexa,
    homes: HOMES,
    phrases: PHRASES,
    invocationName: 'bell bird',
    closing: closing.signal,
  });
  const fetch = async (request: Request) => (await handle(request)) ?? new Response('not here', { status: 404 });
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    await withPage((page) => use(page, scripted, base), { baseURL: base, ...options });
  } finally {
    closing.abort();
    await new Promise((resolve) => server.close(resolve));
  }
};

const open = async (page: Page, echoId: string) => {
  await page.goto(`/echo?echo=${echoId}`);
  await page.getByText('The light is off').waitFor();
};

const caption = (page: Page, words: string) => page.getByRole('log').getByText(words, { exact: true });

const card = (tone: 'calm' | 'urgent' | 'done'): SkillResponse => ({
  ...says('Amina is coming at ten. Anything else?'),
  directives: [
    {
      type: 'Alexa.Presentation.APL.RenderDocument',
      token: 'bellbird-card',
      document: { type: 'APL', version: '2023.3' },
      datasources: {
        card: {
          type: 'object',
          properties: {
            title: 'Your next visit',
            lines: ['Amina, at ten', 'Tuesday 24 November'],
            footnote: 'As of nine this morning',
            tone,
          },
        },
      },
    },
  ],
});

describe('the virtual Echo page', () => {
  test('a phrase is typed, the answer is in the captions, and the light is blue while Alexa listens', () =>
    withEcho([says('Hello Bill. Shall I read your message?')], async (page) => {
      await open(page, 'kitchen');
      await page.getByLabel('Say something').fill('open bell bird');
      await page.getByRole('button', { name: 'Say it' }).click();
      await caption(page, 'Hello Bill. Shall I read your message?').waitFor();
      await caption(page, 'open bell bird').waitFor();
      await page.getByText('Listening. The light is blue').waitFor();
      assert.equal(await page.getByLabel('Say something').inputValue(), '');
      await page.getByRole('button', { name: 'Stay silent' }).click();
      await caption(page, '(silence)').waitFor();
      await page.getByText('Ready. The light is off').waitFor();
    }));

  test('everything can be done with the keyboard alone', () =>
    withEcho(
      [says('Hello Bill. What would you like?'), says('Amina, at ten.', { shouldEndSession: true })],
      async (page) => {
        await open(page, 'kitchen');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await page.keyboard.type('open bell bird');
        await page.keyboard.press('Enter');
        await caption(page, 'Hello Bill. What would you like?').waitFor();
        await page.keyboard.type('who is coming');
        await page.keyboard.press('Enter');
        await caption(page, 'Amina, at ten.').waitFor();
        const reached: string[] = [];
        for (let n = 0; n < 12; n++) {
          await page.keyboard.press('Tab');
          reached.push(await page.evaluate<string>("document.activeElement?.textContent ?? ''"));
        }
        for (const name of ['Say it', 'Stay silent', 'Voice on', ...PHRASES]) assert.ok(reached.includes(name), name);
      },
    ));

  test('a phrase chip says its phrase', () =>
    withEcho([says('Amina, at ten.', { shouldEndSession: true })], async (page, { sent }) => {
      await open(page, 'kitchen');
      await page.getByRole('button', { name: 'ask bell bird who is coming' }).click();
      await caption(page, 'Amina, at ten.').waitFor();
      assert.equal(sent.length, 1);
    }));

  test('an announcement arrives by itself, is captioned, and is shown', () =>
    withEcho([], async (page, { world }) => {
      await open(page, 'flat-4');
      announce(world, ['flat-4'], 'Your eight o’clock reminder.');
      await caption(page, 'Your eight o’clock reminder.').waitFor();
      await page.getByText('Speaking. The light is blue').waitFor();
      assert.match(await page.locator('#screen').innerText(), /Announcement[\s\S]*eight o’clock/);
    }));

  test('a notification chimes, lights yellow, and is read when asked', () =>
    withEcho([], async (page, { world, alexa }) => {
      await alexa.setNotifications('bill', true);
      await open(page, 'kitchen');
      assert.equal(await page.getByLabel('Allow notifications').isChecked(), true);
      notify(world, ['kitchen', 'lounge'], {
        id: 'one',
        words: 'You have 1 new message from the council.',
        expiresAt: TEN + 60_000,
      });
      await page.getByText('A notification is waiting. The light is yellow').waitFor();
      await page.getByText('One waiting.').waitFor();
      await page.getByRole('button', { name: 'read my notifications' }).click();
      await caption(
        page,
        'You have one notification from Harbour Care. You have 1 new message from the council.',
      ).waitFor();
      await page.getByText('None waiting.').waitFor();
    }));

  test('notifications are allowed in the phone app, and the skill is told', () =>
    withEcho([], async (page, { alexa, sent }) => {
      await open(page, 'kitchen');
      await page.getByLabel('Allow notifications').check();
      await page.getByText('Ready. The light is off').waitFor();
      assert.equal(alexa.view('kitchen').notificationsOn, true);
      assert.equal(sent.length, 1);
    }));

  test('a card of the skill lies in the phone app', () =>
    withEcho(
      [
        says('Look at your phone.', {
          shouldEndSession: true,
          card: { type: 'AskForPermissionsConsent', permissions: ['alexa::devices:all:notifications:write'] },
        }),
      ],
      async (page) => {
        await open(page, 'kitchen');
        await page.getByRole('button', { name: 'open bell bird' }).click();
        await page.getByText('alexa::devices:all:notifications:write').waitFor();
      },
    ));

  test('who comes back sees the conversation again, and it is not spoken again', () =>
    withEcho([says('Hello Bill.', { shouldEndSession: true })], async (page, { alexa }) => {
      await open(page, 'kitchen');
      await alexa.say('kitchen', 'open bell bird');
      await caption(page, 'Hello Bill.').waitFor();
      await page.reload();
      await caption(page, 'Hello Bill.').waitFor();
      assert.doesNotMatch(await page.locator('#light').innerText(), /Speaking/);
      assert.equal(await page.getByRole('log').getByRole('listitem').count(), 2);
    }));

  test('the home note is shown as words, never run, and the chooser goes to another Echo', () =>
    withEcho([], async (page) => {
      await open(page, 'kitchen');
      await page.getByLabel('Whose Echo').selectOption('Ada Marsh, Flat 4');
      await page.getByRole('button', { name: 'Go to this Echo' }).click();
      await page.getByRole('heading', { level: 1, name: 'Ada Marsh, Flat 4' }).waitFor();
      await page.getByText('<script>alert(1)</script>', { exact: true }).waitFor();
      assert.equal(await page.getByText('The Alexa app on the phone').count(), 0);
    }));

  test('when Bellbird is gone the page says so', () =>
    withEcho([], async (page) => {
      await open(page, 'kitchen');
      await page.route('**/echo/say', (route) => route.abort());
      await page.getByRole('button', { name: 'open bell bird' }).click();
      await page.getByRole('alert').getByText('The Echo did not answer').waitFor();
    }));

  test('axe finds nothing, on a speaker with the yellow light and on a screen', () =>
    withEcho([card('done')], async (page, { world }) => {
      await open(page, 'kitchen');
      notify(world, ['kitchen'], { id: 'one', words: 'A message.', expiresAt: TEN + 60_000 });
      await page.getByText('The light is yellow').first().waitFor();
      await assertAccessible(page);
      await open(page, 'lounge');
      await page.getByRole('button', { name: 'open bell bird' }).click();
      await page.locator('#screen[data-tone=done]').getByText('Amina, at ten').waitFor();
      await page.getByText('Listening. The light is blue').waitFor();
      await assertAccessible(page);
    }));

  test('nothing is cut off at 320 pixels, and nothing moves for whoever asked for that', () =>
    withEcho(
      [card('urgent')],
      async (page) => {
        await open(page, 'lounge');
        await page.getByRole('button', { name: 'open bell bird' }).click();
        await page.locator('#screen').getByText('Amina, at ten').waitFor();
        const width = await page.evaluate<number>('document.documentElement.scrollWidth');
        assert.equal(width, 320);
        assert.equal(await page.evaluate<number>('document.getAnimations().length'), 0);
        await assertAccessible(page);
      },
      { viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' },
    ));

  test('pictures of it for people to look at', () =>
    withEcho(
      [card('urgent'), says('Hello Bill. Amina is coming at ten, and you have one message. Shall I read it?')],
      async (page, { alexa, world }) => {
        await page.setViewportSize({ width: 1280, height: 960 });
        await alexa.say('lounge', 'ask bell bird who is coming');
        await openListening(page, 'lounge');
        await takePicture(page, 'echo-screen', { fullPage: true });
        await alexa.say('kitchen', 'open bell bird');
        await openListening(page, 'kitchen');
        await takePicture(page, 'echo-speaker', { fullPage: true });
        await alexa.silence('kitchen');
        notify(world, ['kitchen'], { id: 'one', words: 'A message.', expiresAt: TEN + 60_000 });
        await page.getByText('A notification is waiting').waitFor();
        await page.setViewportSize({ width: 320, height: 800 });
        await takePicture(page, 'echo-narrow', { fullPage: true });
      },
    ));
});

const openListening = async (page: Page, echoId: string) => {
  await page.goto(`/echo?echo=${echoId}`);
  await page.getByText('Listening. The light is blue').waitFor();
};

describe('the paths of the page', () => {
  const handler = async () => {
    const scripted = await scriptedAlexa([says('Hello?')]);
    const handle = echoPage({ virtualAlexa: scripted.alexa, homes: HOMES, phrases: [], invocationName: 'bell bird' });
    const call = async (path: string, init?: RequestInit) =>
      (await handle(new Request(`http://127.0.0.1${path}`, init))) ?? assert.fail('not handled');
    const post = (path: string, body: string, type = 'application/json') =>
      call(path, { method: 'POST', headers: { 'content-type': type }, body });
    return { ...scripted, handle, call, post };
  };

  test('every answer carries a strict policy, and there is no script in the page itself', async () => {
    const { call } = await handler();
    const page = await call('/echo');
    assert.match(page.headers.get('content-security-policy') ?? '', /^default-src 'self';/);
    assert.doesNotMatch(await page.text(), /<script(?![^>]* src=)|style=|onclick=/);
  });

  test('an Echo is not made to speak by a form of another site, nor by what is not JSON', async () => {
    const { post, sent } = await handler();
    const words = JSON.stringify({ echo: 'kitchen', words: 'open bell bird' });
    assert.equal((await post('/echo/say', words, 'text/plain')).status, 415);
    assert.equal((await post('/echo/say', 'echo=kitchen')).status, 400);
    assert.equal((await post('/echo/say', JSON.stringify({ echo: 'kitchen', words: ' ' }))).status, 400);
    assert.equal((await post('/echo/say', JSON.stringify({ echo: 'kitchen', words: 'a'.repeat(501) }))).status, 400);
    assert.equal((await post('/echo/say', JSON.stringify({ echo: 'attic', words: 'open bell bird' }))).status, 404);
    assert.deepEqual(sent, []);
    assert.equal((await post('/echo/say', words)).status, 204);
    assert.equal(sent.length, 1);
  });

  test('what does not exist is 404, and other paths are left to others', async () => {
    const { call, handle } = await handler();
    for (const path of [
      '/echo?echo=attic',
      '/echo/events?echo=attic',
      '/echo/assets/..%2Fecho-page.ts',
      '/echo/assets/tsconfig.json',
      '/echo/other',
    ]) {
      assert.equal((await call(path)).status, 404, path);
    }
    assert.equal(await handle(new Request('http://127.0.0.1/echoes')), undefined);
  });

  const firstEvents = async (response: Response, count: number) => {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader() ?? assert.fail();
    let text = '';
    while (text.split('\n\n').length <= count) text += (await reader.read()).value ?? '';
    await reader.cancel();
    return text
      .split('\n\n')
      .slice(0, count)
      .map((block) => ({ event: /^event: (.*)$/m.exec(block)?.[1], id: Number(/^id: (.*)$/m.exec(block)?.[1]) }));
  };

  test('a browser that was away gets what it missed; one that was away too long gets how things stand', async () => {
    const { call, world } = await handler();
    for (const words of ['one', 'two', 'three']) announce(world, ['flat-4'], words);
    const resume = (last?: string) =>
      call('/echo/events?echo=flat-4', last === undefined ? {} : { headers: { 'last-event-id': last } });
    assert.deepEqual(await firstEvents(await resume('1'), 2), [
      { event: 'happening', id: 2 },
      { event: 'happening', id: 3 },
    ]);
    assert.deepEqual(await firstEvents(await resume(), 1), [{ event: 'view', id: 3 }]);
    assert.deepEqual(await firstEvents(await resume('9'), 1), [{ event: 'view', id: 3 }]);
    assert.deepEqual(await firstEvents(await resume('x'), 1), [{ event: 'view', id: 3 }]);
    for (let n = 0; n < 150; n++) announce(world, ['flat-4'], `again ${n}`);
    assert.deepEqual(await firstEvents(await resume('1'), 1), [{ event: 'view', id: 153 }]);
    assert.equal(world.echo('flat-4').events.length, 100);
  });

  test('the stream says nothing that Alexa would not show', async () => {
    const { call, alexa } = await handler();
    await alexa.say('lounge', 'open bell bird');
    const reader =
      (await call('/echo/events?echo=lounge')).body?.pipeThrough(new TextDecoderStream()).getReader() ?? assert.fail();
    const { value = '' } = await reader.read();
    await reader.cancel();
    assert.match(value, /Hello\?/);
    assert.doesNotMatch(value, /amzn1|session(Id|Attributes)|accountId|<speak>|intent|slots|refusal/);
  });
});
