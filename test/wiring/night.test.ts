import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Listing } from '../../lambda/core/answers/listing.ts';
import type { Directory, DirectoryRead } from '../../lambda/core/answers/take-in-directory.ts';
import { MINUTE, SECOND } from '../../lambda/core/kernel/clock.ts';
import { wireTick } from '../../lambda/wiring/tick.ts';
import { aCareService } from '../support/builders/a-care-service.ts';

const listing = (id: string): Listing => ({ council: 'harbour', id, name: `Service ${id}`, description: '' });
const lists = (...ids: readonly string[]): DirectoryRead => ({ kind: 'directory', listings: ids.map(listing) });

/** A council at ten to three, whose directory says what the test lets it say; each process has a tick of its own. */
const atNight = async (tells: DirectoryRead) => {
  const service = await aCareService({ at: '2026-11-25T02:50' });
  const { clock, log, stores } = service;
  const state = { tells, reads: 0, isBroken: false, readTakes: 0, spent: 0 };
  const directory: Directory = {
    read: async () => {
      state.reads += 1;
      state.spent += state.readTakes;
      if (state.isBroken) throw new TypeError('no network');
      return state.tells;
    },
  };
  const aProcess = () =>
    wireTick({
      table: service.table,
      bell: service.bell.bell,
      clock,
      realNow: () => clock() + state.spent,
      clockSkew: () => 0,
      log: log.log,
      council: 'harbour',
      dispatchEpoch: '1',
      directory,
    });
  const tick = aProcess();
  return {
    state,
    aProcess,
    stores,
    pass: async (minutes: number, ticks = tick) => {
      for (let n = 0; n < minutes; n += 1) {
        clock.move(MINUTE);
        await ticks();
      }
    },
    kept: async () => (await stores.listings.ofCouncil('harbour')).map(({ id }) => id),
    logged: () =>
      log.lines.filter(({ code }) => code.startsWith('directory.')).map(({ code, fields }) => [code, fields]),
  };
};

describe('the directory of services is taken in at night', () => {
  test('once, after the comparison of that night, by whichever process comes to it', async () => {
    const night = await atNight(lists('a', 'b'));
    await night.pass(9);
    assert.equal(night.state.reads, 0, 'not before three');
    await night.pass(20);
    assert.deepEqual(await night.kept(), ['a', 'b']);
    assert.deepEqual(night.logged(), [['directory.taken-in', { council: 'harbour', kind: 'taken-in', count: 2 }]]);
    await night.pass(5, night.aProcess());
    assert.equal(night.state.reads, 1, 'a new process finds it done');
    night.state.tells = lists('b');
    await night.pass(24 * 60);
    assert.equal(night.state.reads, 2, 'and the next night once more');
    assert.deepEqual(await night.kept(), ['b']);
  });

  test('what cannot be read, or is not believed, changes nothing and is left until the next night', async () => {
    const ten = Array.from({ length: 10 }, (_, n) => `s${n}`);
    const night = await atNight(lists(...ten));
    await night.pass(30);
    night.state.tells = { kind: 'not-read', reason: 'status-503' };
    await night.pass(24 * 60);
    night.state.tells = lists('s1');
    await night.pass(24 * 60);
    assert.equal(night.state.reads, 3);
    assert.equal((await night.kept()).length, 10);
    assert.deepEqual(night.logged().slice(1), [
      ['directory.not-taken-in', { council: 'harbour', kind: 'not-read', reason: 'status-503' }],
      ['directory.not-taken-in', { council: 'harbour', kind: 'far-fewer', count: 1 }],
    ]);
  });

  test('a fault is logged by its class, and the next tick tries again', async () => {
    const night = await atNight(lists('a'));
    night.state.isBroken = true;
    await night.pass(12);
    assert.deepEqual(night.logged()[0], ['directory.fault', { council: 'harbour', fault: 'TypeError' }]);
    night.state.isBroken = false;
    await night.pass(1);
    assert.deepEqual(await night.kept(), ['a']);
  });

  test('when its minute is over it stops, and goes on with the next tick', async () => {
    const night = await atNight(lists('a', 'b', 'c'));
    night.state.readTakes = 50 * SECOND;
    await night.pass(11);
    assert.deepEqual(await night.kept(), []);
    assert.deepEqual(night.logged(), [['directory.taken-in', { council: 'harbour', kind: 'not-finished' }]]);
    night.state.readTakes = SECOND;
    await night.pass(1);
    assert.deepEqual(await night.kept(), ['a', 'b', 'c']);
  });
});
