import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { alertDeliveryKey } from '../../../lambda/core/alerts/alert-delivery.ts';
import { HOUR, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { all, attribute, elementsIn, textOf } from '../../support/page.ts';
import { type AlertWorld, anAlertWorld, pageOf, practiceResidents } from '../support/alert-world.ts';
import type { Seen } from '../support/visitor.ts';
import { aResident } from '../support/world.ts';

const start = async (practice = 30) => {
  const world = await anAlertWorld();
  await practiceResidents(world, practice);
  return { world, tom: await world.as('tom'), helen: await world.as('helen') };
};

const numbersIn = (page: Seen): readonly number[] =>
  all(page.root, 'tr').flatMap((row) => {
    const cell = all(row, 'td')[0];
    return cell === undefined ? [] : [Number(textOf(cell).replaceAll(',', ''))];
  });
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const refreshOf = (page: Seen) => {
  const live = elementsIn(page.root).find((each) => attribute(each, 'id') === 'live');
  const meta = all(page.root, 'noscript').flatMap((each) => all(each, 'meta'));
  return { seconds: attribute(live ?? page.root, 'data-refresh'), metas: meta.length };
};

describe('how far an alert has come', () => {
  test('is a bar, counts that add up to everybody, and words that follow the evidence (C18, G13)', async () => {
    const { world, helen } = await start(230);
    for (const alert of [
      await world.states.tell(await world.states.releasing()),
      await world.states.tell(await world.states.released()),
      await world.states.stopped(),
    ]) {
      for (const path of ['', '/report']) {
        const page = await helen.get(`${pageOf(alert)}${path}`);
        assert.equal(sum(numbersIn(page)), 230, page.text);
        assert.match(page.text, / = 230 people\. Everybody it is for is counted once/);
        const bar = all(page.root, 'progress')[0] ?? assert.fail();
        const [value, max] = [Number(attribute(bar, 'value')), Number(attribute(bar, 'max'))];
        assert.ok(value > 0 && value <= max && max === 230);
        assert.match(page.text, /Announced or chimed by an Echo\. Nobody has acknowledged it yet/);
        assert.doesNotMatch(page.text, /\b(received|delivered|was read|have read|safe and well)\b/i);
      }
    }
  });

  test('loads itself again only while calls are made, with a way to keep it still (WCAG 2.2.1)', async () => {
    const { world, helen } = await start(230);
    const releasing = await world.states.releasing();
    let page = await helen.get(pageOf(releasing));
    assert.deepEqual(refreshOf(page), { seconds: '10', metas: 1 });
    page = await helen.click(page, 'Keep this page still');
    assert.deepEqual(refreshOf(page), { seconds: undefined, metas: 0 });
    page = await helen.click(page, 'Let it load itself again');
    assert.equal(refreshOf(page).metas, 1);
    const released = await world.states.released();
    assert.equal(refreshOf(await helen.get(pageOf(released))).metas, 1);
    world.time.now += 3 * MINUTE;
    assert.equal(refreshOf(await helen.get(pageOf(released))).metas, 0);
    for (const alert of [await world.states.draft(), await world.states.submitted(), await world.states.planned()])
      assert.equal(refreshOf(await helen.get(pageOf(alert))).metas, 0);
  });

  test('has a report with times, reasons, and a chart whose every bar has its words and number', async () => {
    const { world, helen } = await start();
    const alert = await world.states.stopped();
    const page = await helen.get(`${pageOf(alert)}/report`);
    assert.match(
      page.text,
      /Started 10:00am today Release finished 10:00am today Stopped 10:00am today The Environment Agency/,
    );
    const chart = all(page.root, 'svg').find((each) => attribute(each, 'role') === 'img') ?? assert.fail();
    const [bars, labels] = [all(chart, 'rect').length, all(chart, 'text')];
    assert.equal(bars, 2 * labels.length);
    for (const label of labels) assert.match(textOf(label), /^[a-z ]+: \d+ \(\d+% of all\)$/);
    assert.ok(!elementsIn(page.root).some(({ attributes }) => attributes.has('style')), 'the policy lets no style in');
  });

  test('of one that has not been approved has no report', async () => {
    const { world, helen } = await start();
    const alert = await world.states.submitted();
    assert.equal((await helen.get(`${pageOf(alert)}/report`)).path, pageOf(alert));
  });
});

describe('stopping', () => {
  test('takes two clicks and a reason from the page of the alert, and says what is known (G5)', async () => {
    const { world, tom } = await start(230);
    const alert = await world.states.releasing();
    world.time.now += 42 * MINUTE;
    const fresh = await world.as('tom');
    let page = await fresh.click(await fresh.get(pageOf(alert)), 'Stop this alert');
    page = await fresh.press(page, 'Stop this alert now');
    assert.deepEqual(page.mistakes, [{ text: 'Say why you stop it', field: 'reason' }]);
    page = await fresh.press(page, 'Stop this alert now', { reason: 'x'.repeat(201) });
    assert.match(page.mistakes[0]?.text ?? '', /at most 200 letters/);
    page = await fresh.press(page, 'Stop this alert now', { reason: 'Wrong street' });
    assert.match(page.text, /Stopped at 10:42am today by you\. No new call starts/);
    assert.match(page.text, /We are still counting the calls/);
    assert.match(page.text, /Reason: Wrong street/);
    assert.deepEqual(world.rung.at(-1), { council: 'harbour', alertId: alert.id });
    await world.states.look(alert);
    page = await fresh.get(pageOf(alert));
    assert.match(page.text, /No call was being made at that moment/);
    assert.match(page.text, /Not tried: it ended before the release came to them/);
    assert.ok(tom);
  });

  test('names the calls that were being made', async () => {
    const { world, tom } = await start();
    const alert = await world.states.released();
    for (const id of ['res-p0000', 'res-p0001']) {
      const key = alertDeliveryKey(alert, id);
      const stored = key === undefined ? undefined : await world.stores.deliveries.ofKey(key);
      assert.ok(stored);
      const claim = { token: 't', until: world.time.now + MINUTE, calling: true };
      await world.stores.deliveries.save({ ...stored, value: { ...stored.value, state: 'claimed', claim } });
    }
    await world.states.look(await world.states.stop(alert));
    assert.match((await tom.get(pageOf(alert))).text, /2 calls were being made at that moment and may still be heard/);
  });

  test('pressed twice is stopped once', async () => {
    const { world, tom } = await start();
    const alert = await world.states.released();
    const form = await tom.get(`${pageOf(alert)}/stop`);
    await tom.press(form, 'Stop this alert now', { reason: 'Wrong' });
    const again = await tom.press(form, 'Stop this alert now', { reason: 'Wrong' });
    assert.equal(again.status, 200);
    const acts = await world.stores.audit.of('harbour', `ALERT#${alert.id}`);
    assert.equal(acts.filter(({ act }) => act.did === 'stop').length, 1);
  });
});

describe('the correction', () => {
  test('goes out once, after its own question, to those whom the alert may have reached', async () => {
    const { world, helen } = await start();
    const alert = await world.states.stopped();
    let page = await helen.click(await helen.get(pageOf(alert)), 'Send the correction');
    assert.match(page.text, /No flood in Old Town.*That was wrong/);
    const form = page;
    page = await helen.press(form, 'Send the correction for practice');
    assert.match(page.text, /The correction is on its way/);
    assert.match(page.text, /Everybody whom the alert before may have reached/);
    const again = await helen.press(form, 'Send the correction for practice');
    assert.equal(again.path, page.path);
    assert.equal((await world.stores.alerts.newest('harbour')).alerts.length, 2);
    page = await helen.click(await helen.get(pageOf(alert)), 'See the correction that was sent');
    await helen.click(page, 'See the alert that this corrects');
  });

  test('cannot be sent before the alert is stopped or over, nor when none was prepared', async () => {
    const { world, helen } = await start();
    const released = await world.states.released();
    assert.doesNotMatch((await helen.get(pageOf(released))).text, /Send the correction/);
    assert.equal((await helen.get(`${pageOf(released)}/correct`)).path, pageOf(released));
    const token = await helen.formToken();
    assert.equal((await helen.post(`${pageOf(released)}/correct`, [['token', token]])).status, 409);
    const draft = await world.states.draft();
    const tom = await world.as('tom');
    const empty = { correctionTitle: '', correctionText: '' };
    await tom.press(await tom.get(`${pageOf(draft)}/words`), 'Save and continue', empty);
    await tom.press(await tom.get(`${pageOf(draft)}/check`), 'Submit for approval');
    const none = await world.states.stop(await world.states.approve(await world.states.stands(draft)));
    const response = await helen.post(`${pageOf(none)}/correct`, [['token', token]]);
    assert.equal(response.status, 409);
    assert.match(await response.text(), /No correction was prepared/);
  });
});

describe('who has not been reached', () => {
  test('is named from the first minute, with home and reason, a hundred at a time', async () => {
    const { world, helen } = await start(230);
    const alert = await world.states.tell(await world.states.releasing());
    let page = await helen.click(await helen.get(pageOf(alert)), 'Who has not been reached');
    assert.match(page.text, /Sample 00041? ?.*Practice Row/);
    assert.match(page.text, /Announced by an Echo\. Nobody has acknowledged it/);
    assert.match(page.text, /Notifications are off on their Echo/);
    assert.match(page.text, /Alexa did not answer/);
    assert.match(page.text, /Not tried yet/);
    assert.doesNotMatch(page.text, /Sample 0001 /, 'who acknowledged is not named');
    page = await helen.click(page, 'The next hundred');
    assert.match(page.path, /not-reached\/2$/);
    assert.match(page.text, /Sample 0100.*Not tried yet: the release has not come to them/);
    assert.equal(all(page.root, 'tr').length, 101);
    page = await helen.click(page, 'The next hundred');
    assert.match(page.text, /Sample 0200.*Sample 0229/);
    assert.equal(all(page.root, 'tr').length, 31);
    for (const odd of ['a', 'a%23b%23c', 'a%23b%2F'])
      assert.equal((await helen.get(`${pageOf(alert)}/not-reached/after/${odd}`)).status, 404);
    for (const odd of ['0', '-1', '1e3', 'x', '999999'])
      assert.equal((await helen.get(`${pageOf(alert)}/not-reached/${odd}`)).status, 404);
  });

  test('says in hospital of somebody who is, and that an alert which was stopped never came to them', async () => {
    const { world, helen } = await start(9);
    const stored = await world.stores.residents.ofId('harbour', 'res-p0007');
    assert.ok(stored);
    const presence = { kind: 'away', reason: 'hospital', since: '2026-11-20' } as const;
    await world.stores.residents.save({ ...stored, value: { ...stored.value, presence } });
    const alert = await world.states.tell(await world.states.released());
    assert.match((await helen.get(`${pageOf(alert)}/not-reached`)).text, /Sample 0007 ?8 Practice Row ?In hospital/);
    const early = await world.states.stop(await world.states.approve(await world.states.submitted()));
    const page = await helen.get(`${pageOf(early)}/not-reached`);
    assert.match(page.text, /Not tried: it ended before the release came to them/);
  });

  test('of one that has not started is nobody yet', async () => {
    const { world, helen } = await start();
    const page = await helen.get(`${pageOf(await world.states.submitted())}/not-reached`);
    assert.match(page.text, /has not started, so nobody has been tried/);
  });
});

const exported = async (world: AlertWorld, path: string) => {
  const helen = await world.as('helen');
  const token = await helen.formToken();
  const response = await helen.post(`${path}/export`, [['token', token]]);
  return { response, text: await response.text() };
};

/** A strict reader of RFC 4180. */
const readCsv = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  for (cell.lastIndex = 0; cell.lastIndex < text.length; ) {
    const [, quoted, plain, end] = cell.exec(text) ?? assert.fail(`no CSV at ${cell.lastIndex}`);
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
};

describe('the export of who has not been reached', () => {
  test('is a file of the whole list, in pieces, which nobody keeps and nothing guesses at', async () => {
    const { world, helen } = await start(230);
    const alert = await world.states.tell(await world.states.released());
    const { response, text } = await exported(world, pageOf(alert));
    assert.equal(response.headers.get('content-type'), 'text/csv; charset=utf-8');
    assert.equal(response.headers.get('content-disposition'), 'attachment; filename="not-reached.csv"');
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const rows = readCsv(text);
    assert.deepEqual(rows[0], ['Name', 'Home', 'What is known']);
    const listed = [1, 2, 3].map((number) => helen.get(`${pageOf(alert)}/not-reached/${number}`));
    const names = (await Promise.all(listed)).flatMap((page) =>
      all(page.root, 'th')
        .filter((cell) => attribute(cell, 'scope') === 'row')
        .map(textOf),
    );
    assert.deepEqual(
      rows.slice(1).map(([name]) => name),
      names,
    );
    assert.equal(new Set(names).size, names.length);
  });

  test('names those too whom a release that was stopped never came to', async () => {
    const { world } = await start(230);
    const alert = await world.states.stop(await world.states.releasing());
    const { text } = await exported(world, pageOf(alert));
    const rows = readCsv(text);
    assert.equal(rows.length, 231);
    assert.equal(rows.filter(([, , why]) => why?.startsWith('Not tried: it ended before')).length, 130);
  });

  test('is read a chunk at a time: the first names come before the last are read', async () => {
    const { world } = await start(230);
    const alert = await world.states.released();
    const helen = await world.as('helen');
    const token = await helen.formToken();
    let chunks = 0;
    const get = world.table.get;
    Object.assign(world.table, {
      get: (...asked: Parameters<typeof get>) => {
        if (asked[0].sk.startsWith('CHUNK#')) chunks += 1;
        return get(...asked);
      },
    });
    const response = await helen.post(`${pageOf(alert)}/export`, [['token', token]]);
    const reader = response.body?.getReader() ?? assert.fail();
    await reader.read();
    await reader.read();
    assert.ok(chunks < 3, `${chunks} chunks were read for the first names`);
    await reader.cancel();
  });

  test('is written down, and stands in the history of the alert', async () => {
    const { world, helen } = await start();
    const alert = await world.states.released();
    await exported(world, pageOf(alert));
    await exported(world, pageOf(alert));
    const acts = await world.stores.audit.of('harbour', `ALERT#${alert.id}#EXPORTS`);
    assert.deepEqual(
      acts.map(({ act }) => [act.number, act.did, act.by.id]),
      [
        [1, 'export-not-reached', 'officer-helen'],
        [2, 'export-not-reached', 'officer-helen'],
      ],
    );
    assert.match((await helen.get(pageOf(alert))).text, /The not-reached list exported by you, 10:00am today/);
    assert.deepEqual(await world.states.stands(alert), alert, 'the alert itself is as it was');
  });

  test('holds nothing that a spreadsheet would run, whatever a name begins with (C16)', async () => {
    const { world } = await start(0);
    const odd = fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '"', ',', '\n'), fc.string());
    const names = fc.sample(odd, { numRuns: 60, seed: 16 }).map((parts) => parts.join(''));
    const [like] = (await world.stores.members.page('harbour')).members;
    assert.ok(like);
    for (const [n, fullName] of names.entries()) {
      const id = `res-odd${String(n).padStart(3, '0')}`;
      const resident = aResident({ id, homeId: 'home-odd', fullName, isPractice: true });
      await world.stores.residents.save({ value: resident, version: 0 });
      await world.stores.members.save({ ...like, residentId: id, isPractice: true });
    }
    const { text } = await exported(world, pageOf(await world.states.released()));
    const rows = readCsv(text);
    assert.equal(rows.length, names.length + 1);
    for (const [n, row] of rows.slice(1).entries()) {
      assert.equal(row.length, 3);
      assert.doesNotMatch(row[0] ?? '', /^[=+\-@\t\r]/, `row ${n}`);
      assert.equal((row[0] ?? '').replace(/^'/, ''), names[n]?.replace(/^'/, ''));
    }
  });
});

describe('the list of alerts', () => {
  test('puts first what waits for this officer, and shows each state in words', async () => {
    const { world, tom, helen } = await start();
    const { states } = world;
    await states.draft();
    await states.submitted();
    await states.planned();
    await states.released();
    await states.stopped();
    await states.rejected();
    const headings = (page: Seen) => all(page.root, 'h2').map(textOf);
    const forHelen = headings(await helen.get('/console/alerts'));
    assert.deepEqual(forHelen, ['Waiting for your decision', 'In progress', 'Planned', 'Drafts', 'Over']);
    const forTom = headings(await tom.get('/console/alerts'));
    assert.deepEqual(forTom[0], 'Waiting for another officer’s decision');
    const { text } = await helen.get('/console/alerts');
    for (const state of ['Waiting for approval', 'Gone out', 'Approved, not started', 'Draft', 'Stopped', 'Rejected'])
      assert.match(text, new RegExp(state));
  });

  test('is read a page at a time, newest first, and never lists another council’s (C19)', async () => {
    const { world, helen } = await start(0);
    for (let n = 0; n < 25; n += 1) {
      world.time.now += MINUTE;
      await world.states.begun({ words: { title: `Number ${n}.`, text: 'Words.' } });
    }
    const first = await helen.get('/console/alerts');
    assert.match(first.text, /Number 24\..*Number 5\./);
    assert.doesNotMatch(first.text, /Number 4\./);
    const next = await helen.click(first, 'Next page');
    assert.match(next.text, /Number 4\..*Number 0\./);
    assert.equal((await helen.click(next, 'First page')).path, '/console/alerts');
    assert.equal((await helen.get('/console/alerts/after/a%23b')).status, 404);
  });

  test('an alert is over when its end has come, and says so', async () => {
    const { world } = await start();
    const alert = await world.states.released();
    world.time.now += 9 * HOUR;
    await world.states.look(alert);
    const page = await (await world.as('helen')).get(pageOf(alert));
    assert.match(page.text, /This ended at 6:00pm today\. It is no longer told, shown or read out/);
  });
});
