import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { HANDLINGS } from '../../../lambda/core/delivery/handling.ts';
import { type PinnedAlert, takesItsPlace } from '../../../lambda/core/delivery/pinned-alerts.ts';
import { FLAT_4, TEN } from '../../infra/local/virtual-alexa/scripted-alexa.ts';
import { pairedEcho, withProperty } from './managed-property.ts';

const HOUR = 3_600_000;
const FLOOD: PinnedAlert = {
  title: 'Flood warning',
  body: 'The river is high. Stay upstairs & keep warm.',
  handling: 'urgent',
  until: TEN + HOUR,
};
const BINS: PinnedAlert = { title: 'Bins', body: 'Bins go out on Thursday.', handling: 'notice', until: TEN + HOUR };

describe('an alert pinned on the screen of a managed Echo', () => {
  test('stays there with its words until its time, and is removed when it is cleared', () =>
    withProperty(async ({ pinned, alexa, time }) => {
      const echo = pairedEcho(FLAT_4);
      assert.deepEqual(await pinned.pin([echo], FLOOD), [{ kind: 'sent' }]);
      assert.equal(alexa.view('flat-4').pinned?.title, 'Flood warning');
      assert.equal(alexa.view('flat-4').pinned?.body, 'The river is high. Stay upstairs & keep warm.');
      assert.deepEqual(await pinned.unpin(echo), { kind: 'sent' });
      assert.equal(alexa.view('flat-4').pinned, undefined);
      assert.deepEqual(await pinned.unpin(echo), { kind: 'sent' }, 'clearing twice is clearing once');
      await pinned.pin([echo], FLOOD);
      time.now += HOUR;
      assert.equal(alexa.view('flat-4').pinned, undefined, 'it goes by itself at its time');
    }));

  test('a second one fails while the first stands, unless it takes its place', () =>
    withProperty(async ({ pinned, alexa }) => {
      const echo = pairedEcho(FLAT_4);
      await pinned.pin([echo], BINS);
      assert.deepEqual(await pinned.pin([echo], FLOOD), [{ kind: 'unreachable', reason: 'occupied' }]);
      assert.equal(alexa.view('flat-4').pinned?.title, 'Bins');
      assert.deepEqual(await pinned.pin([echo], FLOOD, { replacing: true }), [{ kind: 'sent' }]);
      assert.equal(alexa.view('flat-4').pinned?.title, 'Flood warning');
    }));

  test('only a more urgent one takes the place of one that stands (property)', () => {
    const alert = fc.record({
      title: fc.constant('t'),
      body: fc.constant('b'),
      handling: fc.constantFrom(...HANDLINGS),
      until: fc.integer({ min: 0, max: 100 }),
    });
    fc.assert(
      fc.property(alert, alert, fc.integer({ min: 0, max: 100 }), (one, other, now) => {
        assert.equal(takesItsPlace(one, undefined, now), true);
        if (other.until <= now) assert.equal(takesItsPlace(one, other, now), true);
        else assert.ok(!(takesItsPlace(one, other, now) && other.handling === 'urgent'));
        if (one.until > now && other.until > now)
          assert.ok(!(takesItsPlace(one, other, now) && takesItsPlace(other, one, now)), 'never both');
      }),
    );
  });

  test('each Echo of a call has its own result', () =>
    withProperty(async ({ pinned }) => {
      const gone = pairedEcho(FLAT_4, { endpointId: 'amzn1.alexa.endpoint.did.gone' });
      const unreadable = { ...pairedEcho(FLAT_4), sealedIds: 'changed' };
      assert.deepEqual(await pinned.pin([gone, pairedEcho(FLAT_4), unreadable], FLOOD), [
        { kind: 'unreachable', reason: 'echo-not-found' },
        { kind: 'sent' },
        { kind: 'unreachable', reason: 'ids-unreadable' },
      ]);
    }));

  test('more than a hundred Echos go in several calls', () =>
    withProperty(async ({ pinned, calls }) => {
      const echos = Array.from({ length: 201 }, (_, n) => pairedEcho(FLAT_4, { endpointId: `gone-${n}` }));
      const results = await pinned.pin(echos, FLOOD);
      assert.equal(results.length, 201);
      assert.equal(calls.filter((one) => one === 'POST /alexa-api/v3/notifications').length, 3);
    }));

  test('without a clear answer nobody knows whether it stands', () =>
    withProperty(async ({ pinned, failNext }) => {
      failNext('notifications', { kind: 'status', status: 503 });
      assert.deepEqual(await pinned.pin([pairedEcho(FLAT_4)], FLOOD), [{ kind: 'unknown', reason: 'alexa-error' }]);
    }));
});
