import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { seenFor, type Whose } from '../../../../infra/aws/leaving/about-resident.ts';
import { eraseAgain, erasedIn } from '../../../../infra/aws/leaving/erase-again.ts';
import { eraseResident } from '../../../../infra/aws/leaving/erase-resident.ts';
import { ANY, ANYTHING, HELD } from '../../../../infra/aws/leaving/held-rows.ts';
import { eraseOne } from '../../../../infra/aws/leaving/leave.ts';
import { whoseRows } from '../../../../infra/aws/leaving/may-erase.ts';
import { entryDigest } from '../../../../lambda/adapters/table/audit-items.ts';
import type { JsonObject, Key, StoredItem, Table } from '../../../../lambda/adapters/table/table.ts';
import { changePresence } from '../../../../lambda/core/people/change-presence.ts';
import { decideErasure } from '../../../../lambda/core/people/decide-erasure.ts';
import { presenceMark } from '../../../../lambda/core/people/presence.ts';
import { setReminder } from '../../../../lambda/core/reminders/set-reminder.ts';
import { careStores } from '../../../../lambda/wiring/care-stores.ts';
import { aBackedUpTable, restored } from '../../../support/builders/a-backed-up-table.ts';
import { aHome, anOfficer, aResident } from '../../../support/builders/people.ts';
import { aLeavingCouncil, type LeavingCouncil, scanOf } from './a-leaving-council.ts';

const COUNCIL = 'harbour';
const olga = anOfficer({ council: COUNCIL, id: 'olga' });
const tom = anOfficer({ council: COUNCIL, id: 'tom' });

const whoseOf = async (place: LeavingCouncil, residentId: string): Promise<Whose> => {
  const whose = await whoseRows(place.stores, place.whole, COUNCIL, residentId);
  assert.ok(whose);
  return whose;
};

const end = async ({ stores, clock }: LeavingCouncil, residentId: string): Promise<void> => {
  const stored = await stores.residents.ofId(COUNCIL, residentId);
  assert.ok(stored);
  const outcome = await changePresence({ ...stores, clock })({
    acting: { kind: 'officer', officer: olga },
    council: COUNCIL,
    residentId,
    seen: presenceMark(stored.value.presence),
    wanted: { kind: 'ended', reason: 'left' },
  });
  assert.equal(outcome.kind, 'presence-changed');
};

/** Untied from their Home, as an officer does it on the page. */
const unpairAll = async (place: LeavingCouncil, residentId: string): Promise<void> => {
  const { devices } = await whoseOf(place, residentId);
  for (const hash of devices) {
    const echo = await place.stores.echos.ofHash(COUNCIL, hash, { strong: true });
    if (echo) await place.stores.echos.save({ value: { ...echo.value, state: 'unpaired' }, version: echo.version });
  }
};

/** Nothing of theirs is due any more: what a tick does, here at once. */
const silence = async ({ table, backUp }: LeavingCouncil, residentId: string): Promise<void> => {
  for (const row of await backUp()) {
    if (!row.key.pk.endsWith(`#RES#${residentId}`) || row.due === undefined) continue;
    const { due: _due, version, writeId: _w, marks: _m, count: _c, ...item } = row;
    await table.put(item, { ifVersion: version });
  }
};

const agreed = async (place: LeavingCouncil, residentId: string): Promise<void> => {
  await end(place, residentId);
  const decide = decideErasure({ ...place.stores, clock: place.clock });
  assert.equal((await decide(olga, residentId, 'ask')).kind, 'erasure-decided');
  assert.equal((await decide(tom, residentId, 'agree')).kind, 'erasure-decided');
  await unpairAll(place, residentId);
  await silence(place, residentId);
};

/** Where words still stand, by the kind and the key of the row. */
const placesOf = (rows: readonly StoredItem[], words: RegExp): readonly string[] =>
  rows.filter((row) => words.test(JSON.stringify(row.body))).map(({ kind, key }) => `${kind} ${key.pk} ${key.sk}`);

/** A row of a pattern with the ids of one Resident and one Home in all its places. */
const filledKey = ({ pk, sk }: Key, id: string): Key => ({
  pk: pk.replace(ANY, COUNCIL).replaceAll(ANY, id).replaceAll(ANYTHING, `RES#${id}`),
  sk: sk.replaceAll(ANY, id).replaceAll(ANYTHING, id),
});

describe('erasing one resident', () => {
  test('nothing of the person is left in any row but who did what to an id (C21)', async () => {
    const place = await aLeavingCouncil();
    const { stores, clock } = place;
    const resident = (await stores.residents.ofId(COUNCIL, 'rosa-bennett'))?.value;
    assert.ok(resident);
    const set = await setReminder({ ...stores, clock, newId: () => 'rem-new', announce: async () => undefined })(
      { acting: { kind: 'officer', officer: olga }, resident, canReply: true },
      {
        label: 'drink',
        recurrence: { kind: 'daily', time: '18:00', from: '2026-11-24' },
        ladder: [],
        quietHoursConfirmed: false,
      },
    );
    assert.equal(set.kind, 'reminder-set');
    await agreed(place, 'rosa-bennett');
    const rosa = await whoseOf(place, 'rosa-bennett');
    const before = (await place.backUp()).length;
    const said = await eraseOne(place, { council: COUNCIL, by: 'ops', resident: 'rosa-bennett' });
    assert.equal(said.isDone, true, said.says);
    const after = await place.backUp();
    const text = JSON.stringify(after);
    assert.deepEqual(placesOf(after, /Rosa/), []);
    assert.equal(text.includes(rosa.home?.label ?? 'none'), false);
    const patterns = seenFor(rosa);
    const kept = after.filter((row) => patterns(row)?.isAbout === true).map((row) => patterns(row)?.name);
    assert.deepEqual([...new Set(kept)].sort(), ['auditKey', 'erasureKey']);
    assert.equal(after.length < before - 5, true);
    assert.equal(await stores.residents.ofId(COUNCIL, 'rosa-bennett'), undefined);
    const erasure = await stores.erasures.ofResident(COUNCIL, 'rosa-bennett');
    assert.deepEqual(
      [erasure?.value.state, erasure?.value.askedBy, erasure?.value.agreedBy],
      ['erased', 'olga', 'tom'],
    );
  });

  test('everybody else stands as before, also who shares the home', async () => {
    const place = await aLeavingCouncil();
    const { stores } = place;
    const homes = (await place.backUp()).filter(
      ({ kind, body }) => kind === 'home' && Array.isArray(body.residents) && body.residents.length > 1,
    );
    const [first, second] = (homes[0]?.body.residents ?? []) as string[];
    assert.ok(first !== undefined && second !== undefined);
    const other = await stores.residents.ofId(COUNCIL, second);
    await agreed(place, first);
    const said = await eraseOne(place, { council: COUNCIL, by: 'ops', resident: first });
    assert.equal(said.isDone, true, said.says);
    assert.deepEqual(await stores.residents.ofId(COUNCIL, second), other);
    const home = await stores.homes.ofId(COUNCIL, other?.value.homeId ?? '');
    assert.deepEqual(home?.value.residents, [second]);
    for (const hash of home?.value.echos ?? [])
      assert.deepEqual((await stores.echos.ofHash(COUNCIL, hash, { strong: true }))?.value.residents, [second]);
  });

  test('the chain of the audit still holds when words in its middle are gone (G11)', async () => {
    const place = await aLeavingCouncil();
    await agreed(place, 'rosa-bennett');
    await eraseOne(place, { council: COUNCIL, by: 'ops', resident: 'rosa-bennett' });
    const chains = Map.groupBy(
      (await place.backUp()).filter(({ kind }) => kind === 'audit'),
      ({ key }) => key.pk,
    );
    for (const entries of chains.values()) {
      let previous: string | undefined;
      for (const { body } of entries.toSorted((a, b) => (a.key.sk < b.key.sk ? -1 : 1))) {
        if (previous !== undefined) assert.equal(body.previous, previous);
        previous = entryDigest(body);
      }
    }
  });

  test('broken off at any write and begun again, it ends the same', async () => {
    for (const stopAt of [1, 2, 5, 9, 12]) {
      const place = await aLeavingCouncil();
      await agreed(place, 'rosa-bennett');
      let writes = 0;
      const dying: Table = {
        ...place.table,
        remove: async (...rest) => {
          writes += 1;
          if (writes === stopAt) throw new Error('the power went');
          return place.table.remove(...rest);
        },
      };
      const whose = await whoseOf(place, 'rosa-bennett');
      await assert.rejects(eraseResident(dying, place.whole, whose), /the power went/);
      const said = await eraseOne(place, { council: COUNCIL, by: 'ops', resident: 'rosa-bennett' });
      assert.equal(said.isDone, true, said.says);
      assert.deepEqual(placesOf(await place.backUp(), /Rosa/), []);
    }
  });

  for (const [name, { like, fate }] of Object.entries(HELD))
    test(`a row of ${name} that tells of them comes to what the list says: ${fate}`, async () => {
      const { table, backUp } = aBackedUpTable();
      const resident = aResident({ id: 'res-1', homeId: 'res-1' });
      const key = filledKey(like, 'res-1');
      const told = {
        council: COUNCIL,
        residentId: 'res-1',
        homeId: 'res-1',
        residents: ['res-1'],
        text: 'Bill',
        after: { id: 'res-1' },
      };
      const bodies: Readonly<Record<string, JsonObject>> = { nobody: {}, carer: { residents: ['res-1'] } };
      await table.put({ key, kind: 'any', body: bodies[fate] ?? told }, { ifNew: true });
      const home = aHome({ id: 'res-1', residents: ['res-1'] });
      const whose: Whose = {
        council: COUNCIL,
        residentId: 'res-1',
        homeId: 'res-1',
        resident,
        home,
        devices: new Set(),
      };
      const done = await eraseResident(table, scanOf(backUp), whose);
      const rows = await backUp();
      assert.equal(done.left, 0);
      if (['own', 'names', 'shared', 'home'].includes(fate)) assert.deepEqual(rows, []);
      else assert.equal(rows.length, 1);
      if (fate === 'audit' || fate === 'carer') assert.equal(done.changed, 1);
      if (fate === 'audit') assert.doesNotMatch(JSON.stringify(rows), /Bill/);
      if (fate === 'pseudonym') assert.equal(done.pseudonyms, 1);
    });
});

describe('nobody is erased', () => {
  test('of whom two officers have not agreed, or whose service goes on', async () => {
    const place = await aLeavingCouncil();
    const { stores, clock } = place;
    const decide = decideErasure({ ...stores, clock });
    const erase = () => eraseOne(place, { council: COUNCIL, by: 'ops', resident: 'rosa-bennett' });
    assert.equal((await decide(olga, 'rosa-bennett', 'ask')).kind, 'not-ended');
    await end(place, 'rosa-bennett');
    assert.match((await erase()).says, /not-agreed/);
    assert.equal(
      (await decide(anOfficer({ council: COUNCIL, id: 'sam', rights: ['see'] }), 'rosa-bennett', 'ask')).kind,
      'not-allowed',
    );
    assert.equal((await decide(olga, 'rosa-bennett', 'agree')).kind, 'nothing-to-decide');
    assert.equal((await decide(olga, 'rosa-bennett', 'ask')).kind, 'erasure-decided');
    assert.equal((await decide(olga, 'rosa-bennett', 'agree')).kind, 'needs-another-officer');
    assert.match((await erase()).says, /not-agreed/);
    assert.equal((await decide(tom, 'rosa-bennett', 'take-back')).kind, 'erasure-decided');
    assert.equal((await decide(tom, 'rosa-bennett', 'agree')).kind, 'nothing-to-decide');
    assert.equal((await decide(olga, 'no-such', 'ask')).kind, 'no-such-resident');
    assert.equal((await stores.audit.of(COUNCIL, 'ERASURE#rosa-bennett')).length, 2);
  });

  test('while a copy stands on an Echo, something waits, or their Echo is paired (G5)', async () => {
    const place = await aLeavingCouncil();
    const { stores } = place;
    await agreed(place, 'rosa-bennett');
    const erase = (mayRing = false) =>
      eraseOne(place, { council: COUNCIL, by: 'ops', resident: 'rosa-bennett', mayRing });
    const copy = { reminderId: 'r', echo: 'e', link: 1, state: 'removing', plan: '', told: '', since: 0 } as const;
    const mirror = {
      council: COUNCIL,
      residentId: 'rosa-bennett',
      copies: [copy],
      kept: [],
      anchors: [],
      hasWords: false,
      touched: 1,
      looks: 0,
    };
    const stored = await stores.mirrors.ofResident(COUNCIL, 'rosa-bennett');
    await stores.mirrors.save({ value: mirror, version: stored?.version ?? 0 });
    assert.match((await erase()).says, /copies-stand/);
    const { devices } = await whoseOf(place, 'rosa-bennett');
    const [hash = ''] = devices;
    const echo = await stores.echos.ofHash(COUNCIL, hash, { strong: true });
    assert.ok(echo);
    await stores.echos.save({ value: { ...echo.value, state: 'paired' }, version: echo.version });
    assert.match((await erase(true)).says, /echo-paired/);
    assert.notEqual(await stores.residents.ofId(COUNCIL, 'rosa-bennett'), undefined);
  });
});

describe('after a restore', () => {
  test('whoever was erased is erased again before anything is sent (G12)', async () => {
    const place = await aLeavingCouncil();
    const copy = await place.backUp();
    await agreed(place, 'rosa-bennett');
    await eraseOne(place, { council: COUNCIL, by: 'ops', resident: 'rosa-bennett' });
    const ids = await erasedIn(place.whole, COUNCIL);
    assert.deepEqual(ids, ['rosa-bennett']);
    const back = aBackedUpTable();
    for (const { version: _v, writeId: _w, marks: _m, count: _c, ...item } of copy)
      await back.table.put(item, { ifNew: true });
    const stores = careStores(back.table, place.clock, () => undefined);
    assert.notEqual(await stores.residents.ofId(COUNCIL, 'rosa-bennett'), undefined);
    assert.equal(await stores.erasedAgain(COUNCIL, '2'), false);
    const done = await eraseAgain({ table: back.table, whole: scanOf(back.backUp), stores }, COUNCIL, '2', ids);
    assert.deepEqual(done, { erased: 1, left: 0 });
    assert.deepEqual(placesOf(await back.backUp(), /Rosa/), []);
    assert.equal(await stores.erasedAgain(COUNCIL, '2'), true);
    assert.equal(await stores.erasedAgain(COUNCIL, '3'), false);
  });

  test('a copy of a table holds what stood in it', async () => {
    const { backUp } = await aLeavingCouncil();
    const table = await restored(await backUp());
    const stores = careStores(
      table,
      () => 0,
      () => undefined,
    );
    assert.notEqual(await stores.residents.ofId(COUNCIL, 'rosa-bennett'), undefined);
  });
});
