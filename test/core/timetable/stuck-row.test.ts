import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collectDue } from '../../../lambda/core/timetable/collect-due.ts';
import type { DueRef } from '../../../lambda/core/timetable/due.ts';

const ref = (id: string): DueRef => ({ kind: 'reminder', council: 'harbour', residentId: 'rosa', id, at: 0 });

test('D33 a row that cannot even be set back does not keep the rows behind it waiting', async () => {
  const looked: string[] = [];
  const collect = collectDue({
    index: {
      due: async () => ({ refs: [ref('stuck'), ref('whole')] }),
      setBack: async () => {
        throw new Error('throttled');
      },
    },
    onDue: {
      reminder: async ({ id }) => {
        if (id === 'stuck') throw new Error('cannot be read');
        looked.push(id);
      },
      delivery: async () => undefined,
      alert: async () => undefined,
      mirror: async () => undefined,
      'home-mirror': async () => undefined,
    },
    clock: () => 0,
    log: () => undefined,
  });
  assert.deepEqual(await collect({ council: 'harbour', lane: 'routine', number: 0 }), {
    looked: 1,
    failed: 1,
    closed: 0,
  });
  assert.deepEqual(looked, ['whole']);
});
