import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HOUR, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { all, byId, textOf } from '../../support/page.ts';
import { aCallBack, busyWeek } from '../support/busy-week.ts';
import { type Seen, visitor } from '../support/visitor.ts';
import { aWorld, TUESDAY_AT_TEN, type World } from '../support/world.ts';

const LIST = '/console/call-backs';

const start = async () => {
  const world = await aWorld();
  await busyWeek(world);
  const priya = visitor(world);
  await priya.signIn('officer', 'officer-priya');
  const omar = visitor(world);
  await omar.signIn('officer', 'officer-omar');
  return { world, priya, omar };
};

const callOf = async (world: World, id: string, askedAt = TUESDAY_AT_TEN - HOUR) =>
  (await world.stores.callBacks.ofId('harbour', askedAt, id))?.value ?? assert.fail();

const names = (page: Seen): string[] =>
  all(page.root, 'h2')
    .map(textOf)
    .filter((name) => / /.test(name));

const ofCall = (page: Seen, id: string): string => textOf(byId(page.root, `call-${id}`));

describe('the list of call-backs', () => {
  test('has the oldest first, each with who asked, why, and how far it is', async () => {
    const { priya } = await start();
    const page = await priya.get(LIST);
    assert.deepEqual(names(page), ['Margaret Ellis', 'Bill Hughes']);
    assert.match(
      ofCall(page, 'call-1'),
      /Nobody has taken it Asked for at 9:00am today\. They asked for it themselves\. About: equipment\./,
    );
    assert.match(
      ofCall(page, 'call-2'),
      /Taken by you .*because nobody replied to a reminder\..*Line was busy\. By you, 9:50am today/,
    );
  });

  test('shows each further reason that came while the call was open, and when it last came', async () => {
    const { world, priya } = await start();
    const stored = await world.stores.callBacks.ofId('harbour', TUESDAY_AT_TEN - HOUR, 'call-1');
    assert.ok(stored);
    const again = [
      { origin: 'no-reply', at: TUESDAY_AT_TEN - 20 * MINUTE },
      { origin: 'resident', subject: 'bins', at: TUESDAY_AT_TEN - 5 * MINUTE },
    ] as const;
    await world.stores.callBacks.save({ value: { ...stored.value, again }, version: stored.version });
    assert.match(
      ofCall(await priya.get(LIST), 'call-1'),
      /Again: nobody replied to a reminder, at 9:40am today\. They asked again at 9:55am today\. About: bins\./,
    );
  });

  test('says when the office rings back, and whether it is open', async () => {
    const { world, priya } = await start();
    assert.match(
      (await priya.get(LIST)).text,
      /Somebody rings back: Monday to Friday, 8:30am to 5:00pm\. ?The office is open now/,
    );
    world.time.now = TUESDAY_AT_TEN + 8 * HOUR;
    await priya.signIn('officer', 'officer-priya');
    assert.match((await priya.get(LIST)).text, /The office opens at 8:30am on Wednesday 25 November/);
  });

  test('without hours says that nobody is offered a call', async () => {
    const { world, priya } = await start();
    const council = await world.stores.councils.ofId('harbour');
    assert.ok(council);
    await world.stores.councils.save({ ...council, staffedHours: [] });
    world.time.now += 2 * MINUTE;
    assert.match((await priya.get(LIST)).text, /Bellbird offers nobody a call/);
  });

  test('leaves out what is done, and says when nobody waits', async () => {
    const world = await aWorld();
    await world.stores.callBacks.save({ value: aCallBack({ id: 'call-9', state: 'done' }), version: 0 });
    const priya = visitor(world);
    await priya.signIn('officer', 'officer-priya');
    assert.match((await priya.get(LIST)).text, /Nobody is waiting for a call/);
  });

  test('goes on over pages, and steps over pages on which everything is done', async () => {
    const world = await aWorld();
    const save = (count: number, state: 'asked' | 'done') =>
      world.stores.callBacks.save({
        value: aCallBack({ id: `call-${count}`, askedAt: TUESDAY_AT_TEN - HOUR + count, state }),
        version: 0,
      });
    for (let count = 0; count < 120; count += 1) await save(count, 'done');
    for (let count = 120; count < 330; count += 1) await save(count, 'asked');
    const priya = visitor(world);
    await priya.signIn('officer', 'officer-priya');
    const first = await priya.get(LIST);
    const second = await priya.click(first, 'Next page');
    const third = await priya.click(second, 'Next page');
    const shown = [first, second, third].map((page) => names(page).length);
    assert.equal(
      shown.reduce((sum, count) => sum + count, 0),
      210,
    );
    assert.ok(shown.every((count) => count > 0));
    assert.equal((await priya.get(`${LIST}/after/${encodeURIComponent('x#../../')}`)).status, 200);
  });
});

describe('what an officer does with a call-back', () => {
  test('takes it, notes something, could not reach, takes it again, done: each is an act of theirs', async () => {
    const { world, priya } = await start();
    let page = await priya.get(LIST);
    page = await priya.press(page, 'Take this call');
    assert.match(page.text, /^Done You have taken the call\./);
    assert.match(ofCall(page, 'call-1'), /Taken by you/);
    const form = byId(page.root, 'note-call-1');
    assert.ok(form);
    const token = await priya.formToken();
    const path = `${LIST}/${TUESDAY_AT_TEN - HOUR}/call-1`;
    const send = async (act: string, note?: string) =>
      priya.follow(
        await priya.post(`${path}/${act}`, [
          ['token', token],
          ...(note === undefined ? [] : [['note', note] as const]),
        ]),
        LIST,
      );
    assert.match(
      (await send('note', 'Rings back at four.')).text,
      /The note is added\..*Rings back at four\. By you, 10:00am today/,
    );
    assert.match(ofCall(await send('could-not-reach'), 'call-1'), /you could not reach them/);
    assert.match((await send('take')).text, /You have taken the call/);
    assert.doesNotMatch((await send('done')).text, /Margaret Ellis/);
    const { state, lastAct } = await callOf(world, 'call-1');
    assert.deepEqual([state, lastAct.number, lastAct.by.id], ['done', 6, 'officer-priya']);
  });

  test('sees only what may follow, and another’s call stays theirs', async () => {
    const { world, omar } = await start();
    const page = await omar.get(LIST);
    assert.match(ofCall(page, 'call-2'), /Taken by Priya Shah/);
    assert.doesNotMatch(ofCall(page, 'call-2'), /Take this call|Done \(|Could not reach them/);
    assert.doesNotMatch(ofCall(page, 'call-1'), /Done \(|Could not reach them/);
    const path = `${LIST}/${TUESDAY_AT_TEN - 30 * MINUTE}/call-2/done`;
    const refused = await omar.follow(await omar.post(path, [['token', await omar.formToken()]]), path);
    assert.equal(refused.status, 409);
    assert.deepEqual(refused.mistakes, [{ text: 'Priya Shah has taken this call', field: 'call-call-2' }]);
    assert.equal((await callOf(world, 'call-2', TUESDAY_AT_TEN - 30 * MINUTE)).state, 'taken');
  });

  test('two who take it at once: one has it, the other is told who (G11)', async () => {
    const { world, priya, omar } = await start();
    const [one, other] = [await priya.get(LIST), await omar.get(LIST)];
    await priya.press(one, 'Take this call');
    const late = await omar.press(other, 'Take this call');
    assert.equal(late.status, 409);
    assert.match(late.mistakes[0]?.text ?? '', /Priya Shah has taken this call/);
    assert.equal((await callOf(world, 'call-1')).owner, 'officer-priya');
  });

  test('a move that is no longer possible says so', async () => {
    const { priya } = await start();
    const path = `${LIST}/${TUESDAY_AT_TEN - HOUR}/call-1/done`;
    const page = await priya.follow(await priya.post(path, [['token', await priya.formToken()]]), path);
    assert.equal(page.status, 409);
    assert.match(ofCall(page, 'call-1'), /Error: This can no longer be done/);
  });

  test('an empty note and one that is too long come back beside their own call, as typed', async () => {
    const { world, priya } = await start();
    const path = `${LIST}/${TUESDAY_AT_TEN - HOUR}/call-1/note`;
    const send = async (note: string) =>
      priya.follow(
        await priya.post(path, [
          ['token', await priya.formToken()],
          ['note', note],
        ]),
        path,
      );
    const empty = await send('   ');
    assert.equal(empty.status, 422);
    assert.equal(empty.title, 'Error: Call-backs – Bellbird');
    assert.deepEqual(empty.mistakes, [{ text: 'Write a note', field: 'note-call-1' }]);
    const long = await send('x'.repeat(501));
    assert.deepEqual(long.mistakes, [{ text: 'Write at most 500 letters', field: 'note-call-1' }]);
    assert.equal(textOf(byId(long.root, 'note-call-1')), 'x'.repeat(501));
    assert.equal(textOf(byId(long.root, 'note-call-2')), '');
    assert.deepEqual((await callOf(world, 'call-1')).notes, []);
  });

  test('a double click takes it once and notes it once (C02)', async () => {
    const { world, priya } = await start();
    const page = await priya.get(LIST);
    for (const { response } of await Promise.all([1, 2].map(() => priya.send(page, 'Take this call'))))
      assert.equal(response.headers.get('location'), `${LIST}?done=taken`);
    const again = await priya.press(page, 'Take this call');
    assert.match(again.text, /You have taken the call/);
    const note = { note: 'Rings back at four.' };
    await priya.press(page, 'Add this note', note);
    await priya.press(page, 'Add this note', note);
    assert.equal((await callOf(world, 'call-1')).notes.length, 1);
    assert.equal((await callOf(world, 'call-1')).lastAct.number, 3);
  });
});
