import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  changeSpeech,
  SPEECH_CHANGES,
  type SpeechChange,
  withSpeechChange,
} from '../../../lambda/core/people/change-settings.ts';
import { defaultSettings } from '../../../lambda/core/people/settings.ts';
import { aCareService, type CareService } from '../../support/builders/a-care-service.ts';

const BILL = { council: 'harbour', residentId: 'bill', by: { kind: 'resident', id: 'bill' } } as const;
const asking = (service: CareService, change: SpeechChange) => changeSpeech(service.needs)({ ...BILL, change });
const settingsOf = async (service: CareService) =>
  (await service.stores.residents.ofId('harbour', 'bill', { strong: true }))?.value.settings;

/** What goes a step further each time it is asked. */
const STEPS: readonly SpeechChange[] = ['slower', 'faster', 'bigger-text', 'smaller-text'];

describe('changing how Bellbird speaks', () => {
  test('slower goes down a step and lengthens the pauses, until it is as slow as it gets', async () => {
    const service = await aCareService();
    const kinds: string[] = [];
    for (let n = 0; n < 3; n += 1) kinds.push((await asking(service, 'slower')).kind);
    assert.deepEqual(kinds, ['speech-changed', 'speech-changed', 'speech-already-so']);
    const settings = await settingsOf(service);
    assert.deepEqual([settings?.rate, settings?.longerPauses], ['slower', true]);
  });

  test('every change leaves one audit entry, and one that changes nothing leaves none', async () => {
    const service = await aCareService();
    await asking(service, 'shorter');
    await asking(service, 'shorter');
    const trail = await service.stores.audit.of('harbour', 'RES#bill');
    assert.deepEqual(
      trail.map(({ act }) => [act.number, act.did]),
      [
        [1, 'set-up'],
        [2, 'change-speech'],
      ],
    );
  });

  test('a change asked twice is already so, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...SPEECH_CHANGES)),
        fc.constantFrom(...SPEECH_CHANGES),
        (before, change) => {
          fc.pre(!STEPS.includes(change));
          const start = before.reduce(withSpeechChange, defaultSettings('Bill'));
          const once = withSpeechChange(start, change);
          assert.deepEqual(withSpeechChange(once, change), once);
          assert.equal(once.nameToUse, 'Bill');
        },
      ),
    );
  });

  test('somebody else’s change meanwhile is kept, and ours is made over it', async () => {
    const service = await aCareService();
    const { residents } = service.stores;
    service.hooked.onNextPut(
      ({ kind }) => kind === 'resident',
      async (_item, put) => {
        await service.change(residents, residents.ofId('harbour', 'bill'), { fullName: 'William Harris' });
        return put();
      },
    );
    assert.equal((await asking(service, 'slower')).kind, 'speech-changed');
    const bill = (await residents.ofId('harbour', 'bill'))?.value;
    assert.deepEqual([bill?.fullName, bill?.settings.rate], ['William Harris', 'slow']);
  });

  test('for somebody who is not there nothing is changed', async () => {
    const service = await aCareService({ residents: [] });
    assert.deepEqual(await asking(service, 'slower'), { kind: 'speech-not-changed' });
  });
});
