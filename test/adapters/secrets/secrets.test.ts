import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { echoHasher, idOpener, idSealer } from '../../../lambda/adapters/secrets/echo-ids.ts';
import { pairingSecrets } from '../../../lambda/adapters/secrets/pairing-secrets.ts';
import { sealer } from '../../../lambda/adapters/secrets/seal.ts';
import { isId } from '../../../lambda/core/kernel/ids.ts';
import { isPairingCode } from '../../../lambda/core/pairing/pairing-code.ts';

const ids = { userId: 'amzn1.ask.account.A', deviceId: 'amzn1.ask.device.D' };

describe('the ids of an Echo', () => {
  test('are opened only with the key they were sealed with', () => {
    const sealed = idSealer('right')(ids);
    assert.deepEqual(idOpener('right')(sealed), ids);
    assert.throws(() => idOpener('wrong')(sealed));
    assert.ok(!sealed.includes('account'));
  });

  test('a sealed text that was changed is refused', () => {
    const { seal, open } = sealer('key');
    const sealed = Buffer.from(seal('text'), 'base64url');
    sealed.set([(sealed.at(-1) ?? 0) ^ 1], sealed.length - 1);
    assert.throws(() => open(sealed.toString('base64url')));
  });

  test('two Echos of one account have different hashes, and each may stand in a key', () => {
    const hash = echoHasher('key');
    const other = hash({ ...ids, deviceId: 'amzn1.ask.device.E' });
    assert.notEqual(hash(ids), other);
    assert.ok(isId(other));
    assert.notEqual(hash(ids), echoHasher('another key')(ids));
  });

  test('a managed Echo is known by its endpoint, whatever its other ids become', () => {
    const hash = echoHasher('key');
    const endpointId = 'amzn1.alexa.endpoint.did.1';
    assert.equal(hash({ ...ids, endpointId }), hash({ userId: 'new', deviceId: 'new', endpointId }));
  });
});

describe('pairing secrets', () => {
  test('SEC-04 every code has eight digits and is stored only as a keyed hash', () => {
    const secrets = pairingSecrets('key');
    for (let n = 0; n < 500; n += 1) {
      const code = secrets.newCode();
      assert.ok(isPairingCode(code));
      assert.ok(!secrets.hashCode(code).includes(code));
    }
  });

  test('the two words are always different', () => {
    const { newWords } = pairingSecrets('key');
    for (let n = 0; n < 2_000; n += 1) {
      const [first, second] = newWords();
      assert.notEqual(first, second);
    }
  });
});
