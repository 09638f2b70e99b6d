import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import type {
  DueCursor,
  DueEntry,
  JsonObject,
  Key,
  Mark,
  NewItem,
  Range,
  StoredItem,
  Table,
  Written,
} from '../../lambda/adapters/table/table.ts';
import { countingIds } from '../support/counting-ids.ts';

/** A table to be held to the contract, with the means to lose an answer on its way back. */
export type TableOnTrial = {
  readonly table: Table;
  /** The next write takes effect, but its answer is lost and the write is sent once more, as the SDK does. */
  readonly loseNextAnswer: () => void;
  readonly close: () => Promise<void>;
};

/** What every `Table` promises. `makeTable` is called once; each test keeps to partitions and shards of its own. */
export const tableContract = (name: string, makeTable: () => Promise<TableOnTrial>): void => {
  describe(`the table, ${name}`, () => {
    let trial: TableOnTrial;
    let table: Table;
    before(async () => {
      trial = await makeTable();
      table = trial.table;
    });
    after(() => trial?.close());

    const freshPk = countingIds('C#harbour#TEST');
    const freshKey = (): Key => ({ pk: freshPk(), sk: 'DLV#1' });
    const current = (key: Key) => table.get(key, { strong: true });
    const standing = async (key: Key): Promise<StoredItem> => {
      const item = await current(key);
      assert.ok(item);
      return item;
    };
    const putNew = async (item: NewItem): Promise<StoredItem> => mine(await table.put(item, { ifNew: true }));
    const fill = async (pk: string, sks: readonly string[]) => {
      for (const sk of sks) await putNew(itemAt({ pk, sk }));
    };
    const sksOf = async (range: Range) => (await table.list(range)).items.map((item) => item.key.sk);

    describe('putting', () => {
      test('an item that nobody has put is new and has version 1', async () => {
        const item = itemAt(freshKey(), {
          due: { shard: freshPk(), at: 1_790_000_000_123 },
          expiresAt: 1_790_000_000_456,
        });
        const stored = await putNew(item);
        const { writeId, ...rest } = stored;
        assert.deepEqual(rest, { ...item, version: 1, marks: {}, count: 0 });
        assert.ok(writeId);
        assert.deepEqual(await current(item.key), stored);
      });

      test('what was never put is not there', async () => {
        assert.equal(await current(freshKey()), undefined);
        assert.equal(await table.get(freshKey()), undefined);
      });

      test('a second first write is a conflict that shows what stands', async () => {
        const key = freshKey();
        const first = await putNew(itemAt(key, { body: { words: 'first' } }));
        const second = await table.put(itemAt(key, { body: { words: 'second' } }), { ifNew: true });
        assert.deepEqual(second, { kind: 'conflict', current: first });
        assert.deepEqual(await current(key), first);
      });

      test('each put raises the version by one and has its own write id', async () => {
        const key = freshKey();
        const first = await putNew(itemAt(key));
        const second = mine(await table.put(itemAt(key, { body: { state: 'claimed' } }), { ifVersion: 1 }));
        assert.equal(second.version, 2);
        assert.notEqual(second.writeId, first.writeId);
        assert.deepEqual(second.body, { state: 'claimed' });
      });

      test('D34 a put against an older version is a conflict that shows what stands, also when nothing stands', async () => {
        const key = freshKey();
        await putNew(itemAt(key));
        const second = mine(await table.put(itemAt(key), { ifVersion: 1 }));
        const late = await table.put(itemAt(key, { body: { late: true } }), { ifVersion: 1 });
        assert.deepEqual(late, { kind: 'conflict', current: second });
        const onNothing = await table.put(itemAt(freshKey()), { ifVersion: 1 });
        assert.deepEqual(onNothing, { kind: 'conflict', current: undefined });
      });

      test('of many first writes at once exactly one is mine, and all others see it', async () => {
        const key = freshKey();
        const all = await Promise.all(
          Array.from({ length: 20 }, (_, n) => table.put(itemAt(key, { body: { n } }), { ifNew: true })),
        );
        assert.equal(all.filter((written) => written.kind === 'mine').length, 1);
        const stored = await standing(key);
        for (const written of all) {
          assert.deepEqual(written.kind === 'mine' ? written.item : written.current, stored);
        }
      });

      test('D35 a put whose answer was lost is mine', async () => {
        const key = freshKey();
        trial.loseNextAnswer();
        const first = await table.put(itemAt(key, { body: { words: 'once' } }), { ifNew: true });
        trial.loseNextAnswer();
        const second = await table.put(itemAt(key, { body: { words: 'twice' } }), { ifVersion: 1 });
        assert.equal(mine(first).version, 1);
        assert.equal(mine(second).version, 2);
        assert.deepEqual(await current(key), mine(second));
      });

      test('a put whose answer was lost is still a conflict if it never took effect', async () => {
        const key = freshKey();
        const first = await putNew(itemAt(key));
        trial.loseNextAnswer();
        assert.deepEqual(await table.put(itemAt(key), { ifNew: true }), { kind: 'conflict', current: first });
      });

      test('a replaced item keeps its marks and its count and loses the due time and expiry it no longer has', async () => {
        const shard = freshPk();
        const key = freshKey();
        await putNew(itemAt(key, { due: { shard, at: 1 }, expiresAt: 5_000 }));
        await table.mark(key, 'delivery', 'spoken', { rank: 3, value: 'x' });
        await table.add(key, 'delivery', 2, 5);
        const replaced = mine(await table.put({ key, kind: 'other', body: {} }, { ifVersion: 1 }));
        assert.deepEqual(
          { ...replaced, writeId: '' },
          {
            key,
            kind: 'other',
            body: {},
            version: 2,
            writeId: '',
            marks: { spoken: { rank: 3, value: 'x' } },
            count: 2,
          },
        );
        assert.deepEqual(await current(key), replaced);
      });

      test('an item that was only marked or counted is still new', async () => {
        const key = freshKey();
        await table.mark(key, 'result', 'r1', { rank: 1, value: 'sent' });
        await table.add(key, 'result', 1, 3);
        const expected = { key, kind: 'result', body: {}, version: 0, writeId: '', count: 1 };
        assert.deepEqual(await current(key), { ...expected, marks: { r1: { rank: 1, value: 'sent' } } });
        const put = await putNew(itemAt(key));
        assert.equal(put.version, 1);
        assert.deepEqual(put.marks, { r1: { rank: 1, value: 'sent' } });
        assert.equal(put.count, 1);
      });

      test('expiry is given back to the millisecond', async () => {
        for (const expiresAt of [1, 999, 1_000, 1_790_000_000_001, 253_402_300_799_999]) {
          assert.equal((await putNew(itemAt(freshKey(), { expiresAt }))).expiresAt, expiresAt);
        }
      });

      test('what was put cannot be changed afterwards by whoever put it or read it', async () => {
        const key = freshKey();
        const body = { residents: ['a'], inner: { state: 'waiting' } };
        const item = { ...itemAt(key), body };
        await putNew(item);
        body.residents.push('b');
        body.inner.state = 'spoken';
        assert.deepEqual((await standing(key)).body, { residents: ['a'], inner: { state: 'waiting' } });
        const read: { residents?: string[] } = (await standing(key)).body as never;
        try {
          read.residents?.push('c');
        } catch {
          // frozen is as good as copied
        }
        assert.deepEqual((await standing(key)).body, { residents: ['a'], inner: { state: 'waiting' } });
      });
    });

    describe('bodies and keys', () => {
      test('every letter of every language, and none of them as a command, comes back as it was', async () => {
        for (const words of HOSTILE_WORDS) {
          const key = { pk: `${freshPk()}#${words}`, sk: `S#${words}` };
          const body = { words, list: [words], [words]: words };
          const shard = `shard ${words}`;
          await putNew({ key, kind: words, body, due: { shard, at: 1 } });
          await table.mark(key, 'x', words, { rank: 1, value: words });
          const read = await standing(key);
          assert.deepEqual(read.key, key);
          assert.equal(read.kind, words);
          assert.deepEqual(read.body, body);
          assert.deepEqual(Object.entries(read.marks), [[words, { rank: 1, value: words }]]);
          assert.deepEqual(await sksOf({ pk: key.pk, prefix: key.sk, limit: 2 }), [key.sk]);
          const due = await table.listDue({ shard, until: 1, limit: 5 });
          assert.ok(due.entries.some((entry) => entry.key.pk === key.pk && entry.kind === words));
        }
      });

      test('any JSON object comes back exactly', async () => {
        const key = freshKey();
        let version = (await putNew(itemAt(key))).version;
        await fc.assert(
          fc.asyncProperty(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), async (generated) => {
            const body: JsonObject = JSON.parse(JSON.stringify(generated));
            version = mine(await table.put({ key, kind: 'any', body }, { ifVersion: version })).version;
            assert.equal(JSON.stringify((await standing(key)).body), JSON.stringify(body));
          }),
          { numRuns: 40 },
        );
      });

      test('names that mean something to JavaScript are names like any other', async () => {
        const key = freshKey();
        const body: JsonObject = JSON.parse(
          '{"__proto__":{"a":1},"constructor":1,"toString":null,"hasOwnProperty":[]}',
        );
        await putNew({ key, kind: 'x', body });
        for (const entry of ['__proto__', 'constructor', '']) {
          assert.deepEqual(await table.mark(key, 'x', entry, { rank: 1, value: entry }), { kind: 'marked' });
        }
        const read = await standing(key);
        assert.equal(JSON.stringify(read.body), JSON.stringify(body));
        assert.deepEqual(Object.keys(read.marks).sort(), ['', '__proto__', 'constructor']);
      });

      test('a body as deep as forty levels comes back', async () => {
        const deep: JsonObject = JSON.parse(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`);
        assert.deepEqual((await putNew(itemAt(freshKey(), { body: deep }))).body, deep);
      });

      test('numbers JSON does not know, and nothing at all, are refused rather than changed', async () => {
        for (const odd of [Number.NaN, Number.POSITIVE_INFINITY, undefined as never]) {
          await refused(() => table.put(itemAt(freshKey(), { body: { list: [odd] } }), { ifNew: true }));
        }
        await refused(() => table.put(itemAt(freshKey(), { due: { shard: 's', at: Number.NaN } }), { ifNew: true }));
        await refused(() => table.put(itemAt(freshKey(), { expiresAt: 2 ** 60 }), { ifNew: true }));
        await refused(() => table.mark(freshKey(), 'x', 'e', { rank: Number.NaN, value: '' }));
        await refused(() => table.add(freshKey(), 'x', Number.NaN, 5));
      });

      test('D36 an item of 390 KB is stored and one of more than 400 KB is refused', async () => {
        const big = freshKey();
        await putNew(itemAt(big, { body: { words: 'x'.repeat(390 * 1024) } }));
        assert.equal(JSON.stringify((await standing(big)).body).length, 390 * 1024 + '{"words":""}'.length);
        const tooBig = itemAt(freshKey(), { body: { words: 'x'.repeat(401 * 1024) } });
        await refused(() => table.put(tooBig, { ifNew: true }));
        assert.equal(await current(tooBig.key), undefined);
      });

      test('D36 marks count towards the size of an item', async () => {
        const key = freshKey();
        await putNew(itemAt(key, { body: { words: 'x'.repeat(398 * 1024) } }));
        await refused(() => table.mark(key, 'x', 'r1', { rank: 1, value: 'y'.repeat(4 * 1024) }));
        assert.deepEqual((await standing(key)).marks, {});
      });

      test('keys are never empty', async () => {
        for (const key of [
          { pk: '', sk: 'x' },
          { pk: 'x', sk: '' },
        ]) {
          await refused(() => table.get(key));
          await refused(() => table.put(itemAt(key), { ifNew: true }));
          await refused(() => table.put(itemAt(key), { ifVersion: 3 }));
          await refused(() => table.mark(key, 'x', 'e', { rank: 1, value: '' }));
          await refused(() => table.add(key, 'x', 1, 1));
          await refused(() => table.add(key, 'x', 2, 1));
          await refused(() => table.remove(key, { ifVersion: 1 }));
        }
        await refused(() => table.list({ pk: '', limit: 1 }));
        await refused(() => table.listDue({ shard: '', until: 1, limit: 1 }));
        await refused(() => table.put(itemAt(freshKey(), { due: { shard: '', at: 1 } }), { ifNew: true }));
      });

      test('a refusal names neither the key nor the body', async () => {
        const key = { pk: 'C#harbour#RES#secret', sk: 'secret' };
        const body = { words: `secret${'x'.repeat(401 * 1024)}` };
        await assert.rejects(table.put(itemAt(key, { body }), { ifNew: true }), (fault: Error) => {
          assert.doesNotMatch(`${fault.stack} ${JSON.stringify(fault)}`, /secret/);
          return true;
        });
      });
    });

    describe('reading several at once', () => {
      test('each is answered in the order of its key, strongly, and one that is asked for twice is answered twice', async () => {
        const keys = Array.from({ length: 230 }, freshKey);
        const put = keys.filter((_, n) => n % 2 === 0);
        for (const [n, key] of put.entries()) await putNew(itemAt(key, { body: { n } }));
        const read = await table.getMany([...keys, ...keys.slice(0, 1)]);
        assert.equal(read.length, 231);
        for (const [n, item] of read.entries())
          assert.deepEqual(item?.body, n === 230 || n % 2 === 0 ? { n: n === 230 ? 0 : n / 2 } : undefined);
        assert.deepEqual(await table.getMany([]), []);
      });

      test('an empty key is refused', () => refused(() => table.getMany([{ pk: '', sk: 'x' }])));
    });

    describe('marking several at once', () => {
      const marksOf = (count: number, mark: Mark) =>
        new Map(Array.from({ length: count }, (_, n) => [`r${n}`, mark] as const));

      test('every entry stands as asked, however many there are, and the version does not rise', async () => {
        const key = freshKey();
        await table.markMany(key, 'result', marksOf(100, { rank: 4, value: 'sent' }));
        const { marks, version, kind } = await standing(key);
        assert.deepEqual([Object.keys(marks).length, version, kind], [100, 0, 'result']);
        assert.deepEqual(marks.r99, { rank: 4, value: 'sent' });
      });

      test('what stands higher stays, the others are set all the same, also when an answer was lost', async () => {
        const key = freshKey();
        await table.mark(key, 'result', 'r3', { rank: 7, value: 'acknowledged' });
        trial.loseNextAnswer();
        await table.markMany(key, 'result', marksOf(5, { rank: 4, value: 'sent' }));
        await table.markMany(key, 'result', marksOf(5, { rank: 4, value: 'sent' }));
        const { marks } = await standing(key);
        assert.deepEqual(
          Object.entries(marks)
            .map(([entry, { value }]) => [entry, value])
            .sort(),
          [0, 1, 2, 3, 4].map((n) => [`r${n}`, n === 3 ? 'acknowledged' : 'sent']),
        );
      });

      test('no entries are no request and no item', async () => {
        const key = freshKey();
        await table.markMany(key, 'result', new Map());
        assert.equal(await current(key), undefined);
      });
    });

    describe('marking', () => {
      test('a first mark makes the item and does not raise its version', async () => {
        const key = freshKey();
        assert.deepEqual(await table.mark(key, 'result', 'r1', { rank: 2, value: 'sent' }), { kind: 'marked' });
        const marks = { r1: { rank: 2, value: 'sent' } };
        assert.deepEqual(await current(key), {
          key,
          kind: 'result',
          body: {},
          version: 0,
          writeId: '',
          marks,
          count: 0,
        });
      });

      test('a mark on an item that was put changes nothing else of it', async () => {
        const stored = await putNew(itemAt(freshKey(), { due: { shard: freshPk(), at: 7 }, expiresAt: 9 }));
        await table.mark(stored.key, 'other kind', 'e', { rank: 1, value: 'v' });
        assert.deepEqual(await current(stored.key), { ...stored, marks: { e: { rank: 1, value: 'v' } } });
      });

      test('a lower mark is outranked and told by what', async () => {
        const key = freshKey();
        await table.mark(key, 'result', 'r1', { rank: 4, value: 'acknowledged' });
        const late = await table.mark(key, 'result', 'r1', { rank: 2, value: 'sent' });
        assert.deepEqual(late, { kind: 'outranked', by: { rank: 4, value: 'acknowledged' } });
        assert.deepEqual((await standing(key)).marks, { r1: { rank: 4, value: 'acknowledged' } });
      });

      test('the same mark twice is marked both times', async () => {
        const key = freshKey();
        const mark = { rank: 2, value: 'sent' };
        assert.deepEqual(await table.mark(key, 'result', 'r1', mark), { kind: 'marked' });
        assert.deepEqual(await table.mark(key, 'result', 'r1', mark), { kind: 'marked' });
      });

      test('D35 a mark whose answer was lost is marked', async () => {
        const key = freshKey();
        trial.loseNextAnswer();
        assert.deepEqual(await table.mark(key, 'result', 'r1', { rank: 2, value: 'sent' }), { kind: 'marked' });
        trial.loseNextAnswer();
        assert.deepEqual(await table.mark(key, 'result', 'r1', { rank: 3, value: 'shown' }), { kind: 'marked' });
        assert.deepEqual((await standing(key)).marks, { r1: { rank: 3, value: 'shown' } });
      });

      test('in whatever order marks arrive, one after another or at once, the highest of each entry stands', async () => {
        const mark = fc.record({ rank: fc.nat(4), value: fc.constantFrom('a', 'b', 'é') }, { noNullPrototype: true });
        const arrivals = fc.array(fc.tuple(fc.constantFrom('r1', 'r2'), mark), { minLength: 1, maxLength: 6 });
        await fc.assert(
          fc.asyncProperty(arrivals, fc.boolean(), async (marks, atOnce) => {
            const key = freshKey();
            const send = ([entry, value]: readonly [string, Mark]) => table.mark(key, 'result', entry, value);
            if (atOnce) await Promise.all(marks.map(send));
            else for (const each of marks) await send(each);
            assert.deepEqual({ ...(await standing(key)).marks }, highestOfEach(marks));
          }),
          { numRuns: 40 },
        );
      });

      test('many first marks at once all survive', async () => {
        const key = freshKey();
        const entries = Array.from({ length: 50 }, (_, n) => `resident-${n}`);
        await Promise.all(entries.map((entry) => table.mark(key, 'result', entry, { rank: 1, value: entry })));
        assert.deepEqual(Object.keys((await standing(key)).marks).sort(), entries.sort());
      });

      test('marks and a put at once lose nothing of each other', async () => {
        const key = freshKey();
        await putNew(itemAt(key));
        const marks = Array.from({ length: 10 }, (_, n) => table.mark(key, 'x', `e${n}`, { rank: 1, value: 'v' }));
        await Promise.all([...marks, table.put(itemAt(key, { body: { state: 'sent' } }), { ifVersion: 1 })]);
        const read = await standing(key);
        assert.equal(Object.keys(read.marks).length, 10);
        assert.deepEqual(read.body, { state: 'sent' });
      });
    });

    describe('counting', () => {
      test('it counts up to the limit and not past it', async () => {
        const key = freshKey();
        assert.deepEqual(await table.add(key, 'tries', 2, 3), { kind: 'added', total: 2 });
        assert.deepEqual(await table.add(key, 'tries', 2, 3), { kind: 'full', total: 2 });
        assert.deepEqual(await table.add(key, 'tries', 1, 3), { kind: 'added', total: 3 });
        assert.deepEqual(await table.add(key, 'tries', 1, 3), { kind: 'full', total: 3 });
        assert.equal((await standing(key)).count, 3);
      });

      test('what is larger than the limit is never added, and makes no item', async () => {
        const key = freshKey();
        assert.deepEqual(await table.add(key, 'tries', 4, 3), { kind: 'full', total: 0 });
        assert.equal(await current(key), undefined);
      });

      test('SEC-03 fifty at once never pass the limit', async () => {
        const key = freshKey();
        const all = await Promise.all(Array.from({ length: 50 }, () => table.add(key, 'permits', 1, 7)));
        const totals = all.flatMap((added) => (added.kind === 'added' ? [added.total] : []));
        assert.deepEqual(totals.sort(), [1, 2, 3, 4, 5, 6, 7]);
        assert.equal((await standing(key)).count, 7);
      });

      test('D35 a count whose answer was lost may count twice but never passes the limit', async () => {
        const key = freshKey();
        trial.loseNextAnswer();
        const first = await table.add(key, 'tries', 1, 1);
        assert.equal(first.total, 1);
        assert.equal((await standing(key)).count, 1);
      });

      test('an expiry is set when the item is made and then kept', async () => {
        const key = freshKey();
        await table.add(key, 'tries', 1, 5, { expiresAt: 1_000_001 });
        await table.add(key, 'tries', 1, 5, { expiresAt: 2_000_002 });
        const read = await standing(key);
        assert.equal(read.expiresAt, 1_000_001);
        assert.deepEqual([read.version, read.count, read.kind], [0, 2, 'tries']);
      });
    });

    describe('listing a partition', () => {
      const NAMES = ['A#1', 'A#2', 'B#1', 'B#2', 'B#3', 'C#1'];

      test('everything comes by sort key, both ways, whole and in its own partition only', async () => {
        const pk = freshPk();
        await fill(pk, [...NAMES].reverse());
        await fill(`${pk}0`, ['A#9']);
        assert.deepEqual(await sksOf({ pk, limit: 10 }), NAMES);
        assert.deepEqual(await sksOf({ pk, limit: 10, backwards: true }), [...NAMES].reverse());
        const first = (await table.list({ pk, limit: 1 })).items[0];
        assert.deepEqual(first, await current({ pk, sk: 'A#1' }));
      });

      test('sort keys are ordered by their bytes, emoji after everything else', async () => {
        const pk = freshPk();
        const names = ['A', 'Z', 'a', 'z', 'é', 'ŵ', '水', '\uE000', '\uFFFD', '😀', '😀a', '🙂'];
        await fill(pk, [...names].reverse());
        assert.deepEqual(await sksOf({ pk, limit: 20 }), names);
        assert.deepEqual(await sksOf({ pk, limit: 20, from: '水', to: '😀' }), ['水', '\uE000', '\uFFFD', '😀']);
        assert.deepEqual(await sksOf({ pk, limit: 20, prefix: '😀' }), ['😀', '😀a']);
      });

      test('a prefix, and from and to inclusive, cut out their part', async () => {
        const pk = freshPk();
        await fill(pk, NAMES);
        assert.deepEqual(await sksOf({ pk, prefix: 'B#', limit: 10 }), ['B#1', 'B#2', 'B#3']);
        assert.deepEqual(await sksOf({ pk, prefix: 'B#', limit: 2, backwards: true }), ['B#3', 'B#2']);
        assert.deepEqual(await sksOf({ pk, from: 'A#2', to: 'B#2', limit: 10 }), ['A#2', 'B#1', 'B#2']);
        assert.deepEqual(await sksOf({ pk, from: 'A#2', to: 'B#2', limit: 2, backwards: true }), ['B#2', 'B#1']);
        assert.deepEqual(await sksOf({ pk, from: 'B#3', limit: 10 }), ['B#3', 'C#1']);
        assert.deepEqual(await sksOf({ pk, to: 'A#2', limit: 10 }), ['A#1', 'A#2']);
        assert.deepEqual(await sksOf({ pk, prefix: 'X', limit: 10 }), []);
        assert.deepEqual(await sksOf({ pk, from: 'B#2', to: 'A#1', limit: 10 }), []);
        assert.deepEqual(await table.list({ pk: freshPk(), limit: 10 }), { items: [] });
      });

      test('pages follow one another without gap or repeat, whatever is added or removed on the way', async () => {
        for (const backwards of [false, true]) {
          const pk = freshPk();
          await fill(pk, NAMES);
          const range = { pk, limit: 2, backwards };
          const first = await table.list(range);
          assert.ok(first.after);
          await table.remove({ pk, sk: first.after }, { ifVersion: 1 });
          await fill(pk, [backwards ? 'A#0' : 'D#1']);
          const rest = await allPages(table, { ...range, after: first.after });
          const expected = backwards ? [...NAMES].reverse().concat('A#0') : NAMES.concat('D#1');
          assert.deepEqual(
            [...first.items, ...rest].map((item) => item.key.sk),
            expected,
          );
        }
      });

      test('pages of a range stay inside it', async () => {
        const pk = freshPk();
        await fill(pk, NAMES);
        for (const part of [{ prefix: 'B#' }, { from: 'B#1', to: 'B#3' }]) {
          for (const backwards of [false, true]) {
            const items = await allPages(table, { pk, ...part, backwards, limit: 1 });
            const expected = ['B#1', 'B#2', 'B#3'];
            assert.deepEqual(
              items.map((item) => item.key.sk),
              backwards ? expected.reverse() : expected,
            );
          }
        }
      });

      test('there is no next page after a page that is not full', async () => {
        const pk = freshPk();
        await fill(pk, NAMES);
        assert.equal((await table.list({ pk, limit: 7 })).after, undefined);
        assert.equal((await table.list({ pk, limit: 5 })).after, 'B#3');
      });

      test('a page is as long as its limit however large its items are', async () => {
        const pk = freshPk();
        const names = ['1', '2', '3', '4', '5', '6', '7', '8'];
        for (const sk of names) await putNew(itemAt({ pk, sk }, { body: { words: 'x'.repeat(300 * 1024) } }));
        assert.deepEqual(await sksOf({ pk, limit: 7, strong: true }), names.slice(0, 7));
        assert.deepEqual(await sksOf({ pk, limit: 20 }), names);
      });

      test('a page without room for an item is refused', async () => {
        await refused(() => table.list({ pk: freshPk(), limit: 0 }));
        await refused(() => table.listDue({ shard: freshPk(), until: 1, limit: 0 }));
      });
    });

    describe('what is due', () => {
      const due = async (shard: string, at: number, pk = freshPk()): Promise<Key> =>
        (await putNew(itemAt({ pk, sk: 'X' }, { kind: `kind-${at}`, due: { shard, at } }))).key;
      const atsOf = (entries: readonly DueEntry[]) => entries.map((entry) => entry.at);
      const dueIn = async (shard: string, until = Number.MAX_SAFE_INTEGER) =>
        (await table.listDue({ shard, until, limit: 100 })).entries;

      test('what is due until a moment, that moment included, comes by time with its key and kind', async () => {
        const shard = freshPk();
        const late = await due(shard, 10_000_000_000_001);
        const soon = await due(shard, 999);
        const exact = await due(shard, 10_000_000_000_000);
        await due(freshPk(), 5);
        assert.deepEqual(await dueIn(shard, 10_000_000_000_000), [
          { key: soon, kind: 'kind-999', at: 999 },
          { key: exact, kind: 'kind-10000000000000', at: 10_000_000_000_000 },
        ]);
        assert.deepEqual((await dueIn(shard, 10_000_000_000_001)).at(-1)?.key, late);
        assert.deepEqual(await dueIn(shard, 998), []);
      });

      test('pages follow one another, also among items due at one moment and when the last one seen is gone', async () => {
        const shard = freshPk();
        const times = [1, 2, 2, 2, 2, 3, 10];
        for (const at of times) await due(shard, at);
        const seen: DueEntry[] = [];
        let cursor: DueCursor | undefined;
        do {
          const page = await table.listDue({ shard, until: 10, limit: 2, ...(cursor && { after: cursor }) });
          seen.push(...page.entries);
          cursor = page.after;
          if (seen.length === 4 && cursor) await table.remove(cursor.key, { ifVersion: 1 });
        } while (cursor);
        assert.deepEqual(atsOf(seen), times);
        assert.equal(new Set(seen.map((entry) => entry.key.pk)).size, times.length);
      });

      test('a replaced item is due at its new time and in its new shard only', async () => {
        const [shard, other] = [freshPk(), freshPk()];
        const key = await due(shard, 5);
        await table.put(itemAt(key, { due: { shard, at: 8 } }), { ifVersion: 1 });
        assert.deepEqual(atsOf(await dueIn(shard)), [8]);
        await table.put(itemAt(key, { due: { shard: other, at: 8 } }), { ifVersion: 2 });
        assert.deepEqual(await dueIn(shard), []);
        assert.deepEqual(atsOf(await dueIn(other)), [8]);
      });

      test('an item put without a due time, or removed, is no longer due', async () => {
        const shard = freshPk();
        const [put, removed] = [await due(shard, 5), await due(shard, 6)];
        await table.put({ key: put, kind: 'x', body: {} }, { ifVersion: 1 });
        await table.remove(removed, { ifVersion: 1 });
        assert.deepEqual(await dueIn(shard), []);
      });

      test('T08 a put that fails leaves the due time as it was', async () => {
        const shard = freshPk();
        const key = await due(shard, 5);
        await table.put(itemAt(key, { due: { shard, at: 9 } }), { ifVersion: 7 });
        assert.deepEqual(atsOf(await dueIn(shard)), [5]);
      });

      test('marks and counts leave the due time as it was', async () => {
        const shard = freshPk();
        const key = await due(shard, 5);
        await table.mark(key, 'x', 'e', { rank: 1, value: 'v' });
        await table.add(key, 'x', 1, 3);
        assert.deepEqual(await dueIn(shard), [{ key, kind: 'kind-5', at: 5 }]);
      });
    });

    describe('removing', () => {
      test('an item is removed if its version still holds', async () => {
        const { key } = await putNew(itemAt(freshKey()));
        assert.deepEqual(await table.remove(key, { ifVersion: 1 }), { kind: 'removed' });
        assert.equal(await current(key), undefined);
      });

      test('an item that has moved on is not removed, and is shown', async () => {
        const { key } = await putNew(itemAt(freshKey()));
        const second = mine(await table.put(itemAt(key), { ifVersion: 1 }));
        assert.deepEqual(await table.remove(key, { ifVersion: 1 }), { kind: 'conflict', current: second });
        assert.deepEqual(await current(key), second);
      });

      test('removing what is gone, or what never was, is removed', async () => {
        const { key } = await putNew(itemAt(freshKey()));
        await table.remove(key, { ifVersion: 1 });
        assert.deepEqual(await table.remove(key, { ifVersion: 1 }), { kind: 'removed' });
        assert.deepEqual(await table.remove(freshKey(), { ifVersion: 4 }), { kind: 'removed' });
      });

      test('an item that was only marked is removed as version 0', async () => {
        const key = freshKey();
        await table.mark(key, 'x', 'e', { rank: 1, value: 'v' });
        assert.equal((await table.remove(key, { ifVersion: 1 })).kind, 'conflict');
        assert.deepEqual(await table.remove(key, { ifVersion: 0 }), { kind: 'removed' });
      });

      test('D35 a removal whose answer was lost is removed', async () => {
        const { key } = await putNew(itemAt(freshKey()));
        trial.loseNextAnswer();
        assert.deepEqual(await table.remove(key, { ifVersion: 1 }), { kind: 'removed' });
      });

      test('what is put again after a removal begins anew', async () => {
        const { key } = await putNew(itemAt(freshKey()));
        await table.mark(key, 'x', 'e', { rank: 9, value: 'v' });
        await table.remove(key, { ifVersion: 1 });
        const again = await putNew(itemAt(key));
        assert.deepEqual([again.version, again.marks, again.count], [1, {}, 0]);
      });
    });
  });
};

const HOSTILE_WORDS = [
  'Siân ŵy 水 ਪਾਣੀ مياه',
  '👩🏽‍🦽😀',
  "'; DROP TABLE residents; --",
  '#n0 = :v0 OR attribute_exists(pk)',
  '"}}\\u0000\u0000\n\r\t\u2028',
  '{{7*7}} %{7*7} <script>alert(1)</script>',
  'count',
  'pk',
  '~',
  '/../%2e%2e/',
  ' ',
];

const itemAt = (key: Key, rest: Partial<NewItem> = {}): NewItem => ({
  key,
  kind: 'delivery',
  body: { state: 'waiting', attempts: [], claim: null, urgent: false, chunk: 1.5 },
  ...rest,
});

const mine = (written: Written): StoredItem => {
  assert.equal(written.kind, 'mine');
  return written.kind === 'mine' ? written.item : assert.fail();
};

const refused = (ask: () => Promise<unknown>): Promise<void> =>
  assert.rejects(ask, { name: 'TableFault', code: 'refused' });

const allPages = async (table: Table, range: Range): Promise<StoredItem[]> => {
  const { items, after } = await table.list(range);
  return after === undefined ? [...items] : [...items, ...(await allPages(table, { ...range, after }))];
};

const highestOfEach = (marks: readonly (readonly [string, Mark])[]): Record<string, Mark> => {
  const order = (a: Mark, b: Mark) => a.rank - b.rank || Buffer.compare(Buffer.from(a.value), Buffer.from(b.value));
  const highest: Record<string, Mark> = {};
  for (const [entry, mark] of marks) {
    const best = highest[entry];
    if (best === undefined || order(mark, best) > 0) highest[entry] = mark;
  }
  return highest;
};
