import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aDayInTown } from '../../../support/demo-town.ts';

const ROSA = { home: 'gull-court-3', echo: 'gull-court-3-living-room' };

/** The events of a stream until `enough` of them have come, by name. */
const eventsOf = async (url: string, enough: (names: readonly string[]) => boolean) => {
  const leaving = new AbortController();
  const response = await fetch(url, { signal: leaving.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader() ?? assert.fail('no stream');
  let text = '';
  const read = () =>
    text
      .split('\n\n')
      .slice(0, -1)
      .map((block) => ({
        name: /^event: (.*)$/m.exec(block)?.[1] ?? '',
        data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? 'null'),
      }));
  while (!enough(read().map(({ name }) => name))) text += (await reader.read()).value ?? assert.fail('it ended');
  leaving.abort();
  await reader.cancel().catch(() => undefined);
  return read();
};

describe('the living room at the front door', () => {
  const town = aDayInTown();
  const at = (path: string) => `${town().url}${path}`;
  const post = (path: string, body: unknown, type = 'application/json') =>
    fetch(at(path), {
      method: 'POST',
      headers: { 'content-type': type },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  test('begins in a home whose Echo speaks by itself, with one resident and a carer', async () => {
    const page = await (await fetch(at('/'))).text();
    assert.match(page, /<h1>Rosa Bennett<\/h1>/);
    assert.match(page, /Managed Echo: the council can make it speak/);
    assert.match(page, new RegExp(`src="/screen/demo/${ROSA.home}"`));
    assert.match(page, /data-phrase="ask bell bird who&#39;s coming today">Who’s coming today\?</);
  });

  test('offers the ten awkward homes by what is awkward in them', async () => {
    const page = await (await fetch(at('/'))).text();
    const awkward = /<optgroup label="Ten awkward homes">([\s\S]*?)<\/optgroup>/.exec(page)?.[1] ?? '';
    assert.equal(awkward.match(/<option/g)?.length, 10);
    for (const what of ['a tablet only', 'in hospital since Tuesday', 'whose access ended yesterday'])
      assert.match(awkward, new RegExp(what));
  });

  test('carries a strict policy, and nothing in the page itself runs', async () => {
    const response = await fetch(at('/'));
    const policy = response.headers.get('content-security-policy') ?? '';
    const port = new URL(town().url).port;
    assert.match(policy, /^default-src 'self';/);
    assert.match(policy, new RegExp(`connect-src 'self' http://carer\\.localhost:${port} `));
    assert.doesNotMatch(await response.text(), /<script(?![^>]* src=)|style=|onclick=/);
  });

  test('a home or an Echo that is not there is 404', async () => {
    for (const query of ['home=nowhere', 'home=gull-court-3&echo=new-echo', 'home=../x'])
      assert.equal((await fetch(at(`/?${query}`))).status, 404, query);
    assert.equal((await fetch(at('/room/events?home=nowhere'))).status, 404);
  });

  test('a story is not begun by a form of another site, nor by what means nothing', async () => {
    const wanted = { journey: 'reminder', home: ROSA.home };
    assert.equal((await post('/room/journeys', JSON.stringify(wanted), 'text/plain')).status, 415);
    assert.equal((await post('/room/journeys/leave', '{}', 'text/plain')).status, 415);
    assert.equal((await post('/room/journeys', { journey: 'dance', home: ROSA.home })).status, 400);
    assert.equal((await post('/room/journeys', { ...wanted, home: 'nowhere' })).status, 404);
  });

  test('one stream carries the Echo, the phone, the chips and what just happened here', async () => {
    const events = await eventsOf(at(`/room/events?home=${ROSA.home}&echo=${ROSA.echo}`), (names) =>
      ['news', 'view', 'room'].every((name) => names.includes(name)),
    );
    const room = events.find(({ name }) => name === 'room')?.data;
    assert.equal(room.part, 'morning');
    assert.equal(room.phones[0].carer, 'Dan Bennett');
    assert.equal(room.chips[0].label, 'Who’s coming today?');
    assert.doesNotMatch(JSON.stringify(events), /amzn1|"token"|sealedIds|sessionAttributes/);
  });

  test('while the Echo listens the chips are answers; after a reminder they lead to it', async () => {
    const room = async () => {
      const events = await eventsOf(at(`/room/events?home=${ROSA.home}&echo=${ROSA.echo}`), (names) =>
        names.includes('room'),
      );
      return events.find(({ name }) => name === 'room')?.data;
    };
    await town().say(ROSA.echo, 'open bell bird');
    assert.deepEqual(
      (await room()).chips.slice(0, 2).map(({ label }: { label: string }) => label),
      ['yes', 'no'],
    );
    await town().say(ROSA.echo, 'stop');
    await town().goTo('15:31');
    const after = await room();
    assert.deepEqual(
      after.chips.slice(0, 2).map(({ phrase }: { phrase: string }) => phrase),
      ['open bell bird', "tell bell bird it's done"],
    );
    assert.match(after.phones[0].attention[0].what, /No reply to the 3:00pm reminder to have a drink/);
  });

  test('each line says whether it concerns this home; the moved clock concerns everybody', async () => {
    const [news] = await eventsOf(at(`/room/events?home=gull-court-1`), (names) => names.includes('news'));
    const lines: { words: string; here: boolean; file: string }[] = news?.data ?? [];
    const here = lines.filter((line) => line.here).map(({ words }) => words);
    assert.ok(here.includes('The clock went forward to 3:31pm.'));
    assert.ok(!here.some((words) => words.includes('Rosa')));
    assert.ok(lines.some(({ words }) => words.includes('A Delivery was written for Rosa')));
  });

  test('a phone shows nothing of somebody whose circle its carer has left (ivy-tranter)', async () => {
    const events = await eventsOf(at('/room/events?home=beacon-rise-27'), (names) => names.includes('room'));
    const [phone] = events.find(({ name }) => name === 'room')?.data.phones ?? [];
    assert.equal(phone.carer, 'Wendy Tranter');
    assert.deepEqual(phone.ended, ['Mark Tranter']);
  });
});
