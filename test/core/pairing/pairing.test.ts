import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pairingSecrets } from '../../../lambda/adapters/secrets/pairing-secrets.ts';
import { triesKey } from '../../../lambda/adapters/table/keys.ts';
import { DAY, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { completePairing } from '../../../lambda/core/pairing/complete-pairing.ts';
import { confirmPairing } from '../../../lambda/core/pairing/confirm-pairing.ts';
import { identifySpeaker } from '../../../lambda/core/pairing/identify-speaker.ts';
import {
  CODE_LIVES,
  isPairingCode,
  TRIES_PER_COUNCIL,
  TRIES_PER_ECHO,
  UNASKED,
} from '../../../lambda/core/pairing/pairing-code.ts';
import { startPairing } from '../../../lambda/core/pairing/start-pairing.ts';
import { unpairEcho } from '../../../lambda/core/pairing/unpair-echo.ts';
import { STAYS_OPEN } from '../../../lambda/core/set-up/set-up-visit.ts';
import { leaveVisit } from '../../../lambda/core/set-up/write-in-visit.ts';
import { aCareService } from '../../support/builders/a-care-service.ts';
import { aHome, anEcho, anOfficer, aResident } from '../../support/builders/people.ts';
import { aSetUpVisit, openSetUpVisit } from '../../support/builders/set-up-visits.ts';

const by = { kind: 'officer', id: 'olga' } as const;

/** Bill's Home without an Echo, and what an installer and an Echo may do there. */
const aHomeToPair = async () => {
  const service = await aCareService({ homes: [aHome({ echos: [] })], echos: [] });
  const visit = () => openSetUpVisit(service.stores, 'home', service.clock());
  await visit();
  const secrets = pairingSecrets('a key');
  const needs = { ...service.needs, secrets };
  const echo = (hash: string) =>
    ({ hash, kind: 'consumer', sealedIds: `sealed ${hash}`, apiEndpoint: 'https://eu' }) as const;
  return {
    service,
    visit,
    needs,
    start: async (homeId = 'home') => {
      const started = await startPairing(needs)({ council: 'harbour', homeId, startedBy: 'olga' });
      assert.ok(started.kind === 'pairing-started', started.kind);
      return started;
    },
    tell: (code: string, hash = 'lounge', council = 'harbour') =>
      completePairing(needs)({ council, code, echo: echo(hash) }),
    confirm: (codeHash: string) =>
      confirmPairing(needs)({ council: 'harbour', codeHash, speakingLevel: 'ask-first', by }),
    unpair: (hash = 'lounge') => unpairEcho(needs)({ council: 'harbour', hash, by }),
    echoAt: async (hash = 'lounge') => (await service.stores.echos.ofHash('harbour', hash, { strong: true }))?.value,
    echosOfHome: async () => (await service.stores.homes.ofId('harbour', 'home'))?.value.echos,
    auditOfHome: async () => (await service.stores.audit.of('harbour', 'HOME#home')).map(({ act }) => act.did),
  };
};

const WRONG = '99999999';

describe('pairing an Echo', () => {
  test('a code is given out, told to the Echo, which says two words, and confirmed: the Echo belongs to the Home', async () => {
    const home = await aHomeToPair();
    const { code, codeHash, expiresAt } = await home.start();
    assert.equal(expiresAt, home.service.clock() + CODE_LIVES);
    const asked = await home.tell(code);
    assert.ok(asked.kind === 'pairing-asked' && asked.words[0] !== asked.words[1]);
    assert.deepEqual(await home.confirm(codeHash), { kind: 'echo-paired', homeId: 'home' });
    const echo = await home.echoAt();
    assert.deepEqual(
      [echo?.state, echo?.linkVersion, echo?.residents, echo?.speakingLevel, echo?.sealedIds],
      ['paired', 1, ['bill'], 'ask-first', 'sealed lounge'],
    );
    assert.deepEqual(await home.echosOfHome(), ['lounge']);
    assert.deepEqual(await home.auditOfHome(), ['set-up', 'pair-echo']);
  });

  test('SEC-05 before the two words are confirmed nothing ties the Echo to anybody', async () => {
    const home = await aHomeToPair();
    const { code, codeHash } = await home.start();
    assert.deepEqual(await home.confirm(codeHash), { kind: 'not-asked-yet' });
    await home.tell(code);
    assert.equal(await home.echoAt(), undefined);
    assert.deepEqual(await home.echosOfHome(), []);
    assert.deepEqual(identifySpeaker(await home.echoAt()), { kind: 'unpaired' });
  });

  test('the words stay the same when the same Echo asks again', async () => {
    const home = await aHomeToPair();
    const { code } = await home.start();
    assert.deepEqual(await home.tell(code), await home.tell(code));
  });

  test('the code itself is stored nowhere', async () => {
    const home = await aHomeToPair();
    const { code } = await home.start();
    await home.tell(code);
    assert.ok(home.service.hooked.written.length > 0);
    assert.ok(!JSON.stringify(home.service.hooked.written).includes(code));
  });

  test('SEC-04 a code is over after ten minutes, for asking and for confirming', async () => {
    const home = await aHomeToPair();
    const { code } = await home.start();
    home.service.clock.move(CODE_LIVES - 1);
    assert.equal((await home.tell(code)).kind, 'pairing-asked');
    const later = await aHomeToPair();
    const started = await later.start();
    await later.tell(started.code);
    later.service.clock.move(CODE_LIVES);
    assert.deepEqual(await later.tell(started.code), { kind: 'code-not-known' });
    assert.deepEqual(await later.confirm(started.codeHash), { kind: 'code-expired' });
    assert.equal(await later.echoAt(), undefined);
  });

  test('SEC-04 a code serves one Echo once', async () => {
    const home = await aHomeToPair();
    const { code, codeHash } = await home.start();
    const came = await Promise.all([home.tell(code, 'lounge'), home.tell(code, 'hall')]);
    assert.deepEqual(came.map(({ kind }) => kind).sort(), ['code-not-known', 'pairing-asked']);
    assert.equal((await home.tell(code, 'shed')).kind, 'code-not-known');
    await home.confirm(codeHash);
    assert.equal((await home.tell(code, 'shed')).kind, 'code-not-known');
  });

  test('SEC-42 a wrong, a used, an old and another council’s code are answered alike', async () => {
    const home = await aHomeToPair();
    const used = await home.start();
    await home.tell(used.code, 'hall');
    await home.confirm(used.codeHash);
    const old = await home.start();
    home.service.clock.move(CODE_LIVES);
    const good = await home.start();
    const elsewhere = aSetUpVisit(home.service.clock(), { council: 'valley' });
    await home.service.stores.setUpVisits.save({ value: elsewhere, version: 0 });
    const answers = [
      await home.tell(WRONG),
      await home.tell(used.code),
      await home.tell(old.code),
      await home.tell(good.code, 'lounge', 'valley'),
    ];
    for (const answer of answers) assert.deepEqual(answer, { kind: 'code-not-known' });
  });

  test('a code is eight digits and does not begin with a nought', () => {
    const codes = ['12345678', '02345678', '1234567', '123456789', '1234567a', '1234 5678', ''];
    assert.deepEqual(codes.map(isPairingCode), [true, false, false, false, false, false, false]);
    for (let n = 0; n < 500; n += 1) assert.ok(isPairingCode(pairingSecrets('a key').newCode()));
  });

  test('a Home that is not there is not paired', async () => {
    const home = await aHomeToPair();
    const request = { council: 'harbour', homeId: 'nowhere', startedBy: 'olga' };
    assert.deepEqual(await startPairing(home.needs)(request), { kind: 'no-such-home' });
  });
});

describe('SEC-03 guessing codes', () => {
  test('one Echo has ten tries a day, right ones counted, even fifty at once', async () => {
    const home = await aHomeToPair();
    const { code } = await home.start();
    const came = await Promise.all(Array.from({ length: 50 }, () => home.tell(WRONG)));
    assert.equal(came.filter(({ kind }) => kind === 'code-not-known').length, TRIES_PER_ECHO);
    assert.equal(came.filter(({ kind }) => kind === 'too-many-tries').length, 50 - TRIES_PER_ECHO);
    assert.deepEqual(await home.tell(code), { kind: 'too-many-tries' });
    home.service.clock.move(DAY);
    await home.visit();
    const fresh = await home.start();
    assert.equal((await home.tell(fresh.code)).kind, 'pairing-asked', 'the next day it may try again');
  });

  test('the tenth try with the right code is still heard', async () => {
    const home = await aHomeToPair();
    const { code } = await home.start();
    for (let n = 1; n < TRIES_PER_ECHO; n += 1) await home.tell(WRONG);
    assert.equal((await home.tell(code)).kind, 'pairing-asked');
  });

  test('a council has two hundred wrong tries a day, and a right code is not refused for the guesses of others', async () => {
    const home = await aHomeToPair();
    const { code } = await home.start();
    const guess = (n: number) => home.tell(WRONG, `guesser-${n}`);
    for (let n = 0; n < TRIES_PER_COUNCIL; n += 1) assert.equal((await guess(n)).kind, 'code-not-known');
    assert.equal((await guess(TRIES_PER_COUNCIL)).kind, 'too-many-tries');
    assert.equal((await home.tell(code)).kind, 'pairing-asked');
  });

  test('words that are no code, and a paired Echo, cost no try', async () => {
    const home = await aHomeToPair();
    await home.service.stores.echos.save({ value: anEcho({ hash: 'hall' }), version: 0 });
    for (let n = 0; n < TRIES_PER_ECHO + 1; n += 1) {
      assert.deepEqual(await home.tell('1234'), { kind: 'code-not-eight-digits' });
      assert.deepEqual(await home.tell(WRONG, 'hall'), { kind: 'already-paired' });
    }
    assert.equal((await home.tell(WRONG)).kind, 'code-not-known');
  });
});

describe('a set-up visit is open, or no Echo is paired', () => {
  test('without a visit, or without consent, no code is given out', async () => {
    const home = await aHomeToPair();
    const start = () => startPairing(home.needs)({ council: 'harbour', homeId: 'home', startedBy: 'olga' });
    const consent = (state: 'not-asked' | 'withdrawn') =>
      home.service.change(home.service.stores.residents, home.service.stores.residents.ofId('harbour', 'bill'), {
        consent: { ...aResident().consent, state },
      });
    for (const state of ['not-asked', 'withdrawn'] as const) {
      await consent(state);
      assert.deepEqual(await start(), { kind: 'no-consent' }, state);
    }
    home.service.clock.move(STAYS_OPEN);
    assert.deepEqual(await start(), { kind: 'no-visit-open' });
  });

  test('a visit that is left, or consent that is withdrawn, before the words are matched pairs nothing', async () => {
    const home = await aHomeToPair();
    const { code, codeHash } = await home.start();
    await home.tell(code);
    await home.service.change(home.service.stores.residents, home.service.stores.residents.ofId('harbour', 'bill'), {
      consent: { ...aResident().consent, state: 'withdrawn' },
    });
    assert.deepEqual(await home.confirm(codeHash), { kind: 'no-consent' });
    const left = await aHomeToPair();
    const started = await left.start();
    await left.tell(started.code);
    await leaveVisit(left.needs)({ officer: anOfficer(), council: 'harbour', homeId: 'home' });
    assert.deepEqual(await left.confirm(started.codeHash), { kind: 'no-visit-open' });
    assert.equal(await left.echoAt(), undefined);
  });

  test('SEC-03 a number that nobody needs is turned away and counted, whatever it is', async () => {
    const home = await aHomeToPair();
    const { code } = await home.start();
    await leaveVisit(home.needs)({ officer: anOfficer(), council: 'harbour', homeId: 'home' });
    for (const said of [code, WRONG, '12']) assert.deepEqual(await home.tell(said), { kind: 'no-number-needed' });
    const counted = await home.service.table.get(triesKey('harbour', UNASKED, '2026-11-24'));
    assert.equal(counted?.count, 3);
    assert.equal(home.service.log.lines.filter((line) => line.code === 'pairing.unasked').length, 3);
  });

  test('SEC-42 while another Home is set up, the code of one that is not works nowhere', async () => {
    const home = await aHomeToPair();
    const { code } = await home.start();
    await leaveVisit(home.needs)({ officer: anOfficer(), council: 'harbour', homeId: 'home' });
    await openSetUpVisit(home.service.stores, 'elsewhere', home.service.clock());
    assert.deepEqual(await home.tell(code), { kind: 'code-not-known' });
  });

  test('SEC-03 guessing is alarmed: one Echo past its tries, a council past its own', async () => {
    const home = await aHomeToPair();
    const alarms = () => home.service.log.lines.filter((line) => line.code === 'pairing.guessed').length;
    for (let n = 0; n < TRIES_PER_ECHO; n += 1) await home.tell(WRONG);
    assert.equal(alarms(), 0);
    await home.tell(WRONG);
    assert.equal(alarms(), 1);
    for (let n = TRIES_PER_ECHO; n <= TRIES_PER_COUNCIL; n += 1) await home.tell(WRONG, `guesser-${n}`);
    assert.equal(alarms(), 2);
  });
});

describe('confirming again', () => {
  test('a retry goes on where a try stopped, after each of its writes', async () => {
    for (const kind of ['echo', 'home', 'audit'] as const) {
      const home = await aHomeToPair();
      const { code, codeHash } = await home.start();
      await home.tell(code);
      home.service.hooked.onNextPut(
        (item) => item.kind === kind,
        () => Promise.reject(new Error('died')),
      );
      await assert.rejects(home.confirm(codeHash), kind);
      assert.deepEqual(await home.confirm(codeHash), { kind: 'echo-paired', homeId: 'home' }, kind);
      assert.deepEqual(await home.echosOfHome(), ['lounge'], kind);
      assert.equal((await home.echoAt())?.linkVersion, 1, kind);
    }
  });

  test('a double click pairs once: the link version does not rise again', async () => {
    const home = await aHomeToPair();
    const { code, codeHash } = await home.start();
    await home.tell(code);
    await home.confirm(codeHash);
    assert.equal((await home.confirm(codeHash)).kind, 'echo-paired');
    assert.equal((await home.echoAt())?.linkVersion, 1);
    assert.deepEqual(await home.auditOfHome(), ['set-up', 'pair-echo']);
  });

  test('D47 the page sent again after the code is over does not undo an unpairing', async () => {
    const home = await aHomeToPair();
    const { code, codeHash } = await home.start();
    await home.tell(code);
    await home.confirm(codeHash);
    await home.unpair();
    home.service.clock.move(CODE_LIVES + MINUTE);
    assert.deepEqual(await home.confirm(codeHash), { kind: 'code-expired' });
    assert.equal((await home.echoAt())?.state, 'unpaired');
  });
});

describe('unpairing', () => {
  test('D48 from that write on the Echo knows nobody; paired anew, its link version has risen', async () => {
    const home = await aHomeToPair();
    const pair = async () => {
      const { code, codeHash } = await home.start();
      await home.tell(code);
      await home.confirm(codeHash);
    };
    await pair();
    assert.deepEqual(await home.unpair(), { kind: 'echo-unpaired' });
    assert.deepEqual(identifySpeaker(await home.echoAt()), { kind: 'unpaired' });
    assert.deepEqual(await home.echosOfHome(), []);
    await pair();
    assert.equal((await home.echoAt())?.linkVersion, 2);
    assert.deepEqual(await home.auditOfHome(), ['set-up', 'pair-echo', 'unpair-echo', 'pair-echo']);
  });

  test('it may be repeated, and finishes what a first try left', async () => {
    const home = await aHomeToPair();
    const { code, codeHash } = await home.start();
    await home.tell(code);
    await home.confirm(codeHash);
    home.service.hooked.onNextPut(
      ({ kind }) => kind === 'home',
      () => Promise.reject(new Error('died')),
    );
    await assert.rejects(home.unpair());
    assert.deepEqual(await home.echosOfHome(), ['lounge']);
    assert.deepEqual(await home.unpair(), { kind: 'echo-unpaired' });
    assert.deepEqual(await home.echosOfHome(), []);
    assert.deepEqual(await home.unpair(), { kind: 'echo-unpaired' });
    assert.deepEqual(await home.unpair('nowhere'), { kind: 'not-paired' });
  });
});

describe('who is talking', () => {
  const two = anEcho({ residents: ['bill', 'joan'] });

  test('the first resident by default, the one named in this session if they live here, and nobody at an Echo that is not paired', () => {
    assert.deepEqual(identifySpeaker(two), { kind: 'speaker', residentId: 'bill', others: ['joan'] });
    assert.deepEqual(identifySpeaker(two, 'joan'), { kind: 'speaker', residentId: 'joan', others: ['bill'] });
    assert.deepEqual(identifySpeaker(two, 'mallory'), { kind: 'speaker', residentId: 'bill', others: ['joan'] });
    for (const echo of [undefined, anEcho({ state: 'unpaired' }), anEcho({ residents: [] })])
      assert.deepEqual(identifySpeaker(echo, 'bill'), { kind: 'unpaired' });
  });
});
