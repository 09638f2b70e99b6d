import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pairingSecrets } from '../../../lambda/adapters/secrets/pairing-secrets.ts';
import { DAY } from '../../../lambda/core/kernel/clock.ts';
import { agreeOnScreen, agreeOnWords, refuseScreen } from '../../../lambda/core/pairing/agree-on-screen.ts';
import { claimScreen } from '../../../lambda/core/pairing/claim-screen.ts';
import { CODE_LIVES, TRIES_PER_COUNCIL } from '../../../lambda/core/pairing/pairing-code.ts';
import { SCREENS_PER_HOME } from '../../../lambda/core/pairing/screen.ts';
import { CODES_PER_SCREEN, SCREEN_TRIES_PER_HOME } from '../../../lambda/core/pairing/screen-pairing.ts';
import { showScreenCode } from '../../../lambda/core/pairing/show-screen-code.ts';
import { unpairScreen } from '../../../lambda/core/pairing/unpair-screen.ts';
import { aCareService } from '../../support/builders/a-care-service.ts';
import { dies } from '../../support/builders/a-hooked-table.ts';
import { aHome, aResident } from '../../support/builders/people.ts';

const by = { kind: 'officer', id: 'olga' } as const;
const WRONG = '99999999';

/** Two Homes, and what a Screen, and somebody of a Home, may do there. */
const aHomeWithTelevision = async (screens: readonly string[] = []) => {
  const service = await aCareService({
    homes: [aHome({ screens }), aHome({ id: 'other', residents: ['vera'], echos: [] })],
    residents: [aResident(), aResident({ id: 'vera', homeId: 'other' })],
  });
  const needs = { ...service.needs, secrets: pairingSecrets('a key') };
  const { stores } = service;
  return {
    service,
    show: (screenHash = 'lounge') => showScreenCode(needs)({ council: 'harbour', screenHash }),
    showCode: async (screenHash = 'lounge'): Promise<string> => {
      const shown = await showScreenCode(needs)({ council: 'harbour', screenHash });
      assert.ok(shown.kind === 'screen-code', shown.kind);
      return shown.code;
    },
    claim: (code: string, homeId = 'home', council = 'harbour') => claimScreen(needs)({ council, homeId, code, by }),
    match: (homeId = 'home', screenHash = 'lounge') =>
      agreeOnWords(needs)({ council: 'harbour', homeId, screenHash, by }),
    ok: (screenHash = 'lounge') => agreeOnScreen(needs)({ council: 'harbour', screenHash }),
    refuse: (homeId = 'home') => refuseScreen(needs)({ council: 'harbour', homeId, screenHash: 'lounge' }),
    unpair: (hash = 'lounge') => unpairScreen(needs)({ council: 'harbour', homeId: 'home', hash, by }),
    screen: async (hash = 'lounge') => (await stores.screens.ofHash('harbour', hash))?.value,
    screensOf: async (homeId = 'home') => (await stores.homes.ofId('harbour', homeId))?.value.screens,
    audit: async () => (await stores.audit.of('harbour', 'HOME#home')).map(({ act }) => act.did),
  };
};
type Home = Awaited<ReturnType<typeof aHomeWithTelevision>>;

const paired = async (home: Home, screenHash = 'lounge'): Promise<void> => {
  await home.claim(await home.showCode(screenHash));
  await home.match('home', screenHash);
  assert.deepEqual(await home.ok(screenHash), { kind: 'screen-paired', homeId: 'home' });
};

describe('pairing a Screen', () => {
  test('a code is shown, entered for a Home, both sides agree: the Screen belongs to the Home', async () => {
    const home = await aHomeWithTelevision();
    const asked = await home.claim(await home.showCode());
    assert.ok(asked.kind === 'screen-asked' && asked.words[0] !== asked.words[1]);
    assert.deepEqual(await home.match(), { kind: 'waits-for-ok' });
    assert.deepEqual(await home.ok(), { kind: 'screen-paired', homeId: 'home' });
    const screen = await home.screen();
    assert.deepEqual([screen?.state, screen?.linkVersion, screen?.residents], ['paired', 1, ['bill']]);
    assert.deepEqual(await home.screensOf(), ['lounge']);
    assert.deepEqual(await home.audit(), ['set-up', 'pair-screen']);
  });

  test('the two sides may agree in either order, and again', async () => {
    const home = await aHomeWithTelevision();
    await home.claim(await home.showCode());
    assert.deepEqual(await home.ok(), { kind: 'waits-for-words' });
    assert.deepEqual(await home.ok(), { kind: 'waits-for-words' });
    assert.equal((await home.match()).kind, 'screen-paired');
    assert.equal((await home.match()).kind, 'screen-paired');
    assert.equal((await home.ok()).kind, 'screen-paired');
    assert.deepEqual(await home.audit(), ['set-up', 'pair-screen']);
  });

  test('SEC-05 one side alone ties nothing, and neither does OK before a code was entered', async () => {
    for (const act of ['match', 'ok'] as const) {
      const home = await aHomeWithTelevision();
      const code = await home.showCode();
      assert.deepEqual(await home[act](), { kind: 'nothing-asked' });
      await home.claim(code);
      await home[act]();
      assert.equal(await home.screen(), undefined);
      assert.deepEqual(await home.screensOf(), []);
    }
  });

  test('both at the same moment: the Screen is paired once', async () => {
    const home = await aHomeWithTelevision();
    await home.claim(await home.showCode());
    const came = await Promise.all([home.match(), home.ok()]);
    assert.ok(came.some(({ kind }) => kind === 'screen-paired'));
    assert.deepEqual(await home.screensOf(), ['lounge']);
    assert.deepEqual(await home.audit(), ['set-up', 'pair-screen']);
  });

  test('the code itself is stored nowhere', async () => {
    const home = await aHomeWithTelevision();
    const code = await home.showCode();
    await home.claim(code);
    assert.ok(home.service.hooked.written.length > 0);
    assert.ok(!JSON.stringify(home.service.hooked.written).includes(code));
  });

  test('SEC-04 a code is over after ten minutes, for entering it and for agreeing', async () => {
    const home = await aHomeWithTelevision();
    const old = await home.showCode();
    home.service.clock.move(CODE_LIVES);
    assert.deepEqual(await home.claim(old), { kind: 'code-not-known' });
    await home.claim(await home.showCode());
    home.service.clock.move(CODE_LIVES);
    assert.deepEqual(await home.match(), { kind: 'nothing-asked' });
    assert.deepEqual(await home.ok(), { kind: 'nothing-asked' });
    assert.equal(await home.screen(), undefined);
  });

  test('SEC-04 a code serves one Home, and a new code makes the one before void', async () => {
    const home = await aHomeWithTelevision();
    const first = await home.showCode();
    const code = await home.showCode();
    assert.deepEqual(await home.claim(first), { kind: 'code-not-known' });
    const came = await Promise.all([home.claim(code, 'home'), home.claim(code, 'other')]);
    assert.deepEqual(came.map(({ kind }) => kind).sort(), ['code-not-known', 'screen-asked']);
    const again = await home.claim(code, came[0]?.kind === 'screen-asked' ? 'home' : 'other');
    assert.deepEqual(
      again,
      came.find(({ kind }) => kind === 'screen-asked'),
      'the same Home gets the same words',
    );
  });

  test('another Home cannot agree to it', async () => {
    const home = await aHomeWithTelevision();
    await home.claim(await home.showCode());
    await home.ok();
    assert.deepEqual(await home.match('other'), { kind: 'nothing-asked' });
    assert.equal(await home.screen(), undefined);
  });

  test('two different words: the code is over, whoever presses OK then', async () => {
    const home = await aHomeWithTelevision();
    const code = await home.showCode();
    await home.claim(code);
    await home.refuse();
    assert.deepEqual(await home.ok(), { kind: 'nothing-asked' });
    assert.deepEqual(await home.match(), { kind: 'nothing-asked' });
    assert.deepEqual(await home.claim(code), { kind: 'code-not-known' });
  });

  test('SEC-42 a wrong, a used, an old and another council’s code are answered alike', async () => {
    const home = await aHomeWithTelevision();
    const used = await home.showCode('hall');
    await home.claim(used, 'other');
    const old = await home.showCode('shed');
    home.service.clock.move(CODE_LIVES);
    const good = await home.showCode();
    await home.service.stores.homes.save({ value: aHome({ council: 'valley' }), version: 0 });
    for (const answer of [
      await home.claim(WRONG),
      await home.claim(used),
      await home.claim(old),
      await home.claim(good, 'home', 'valley'),
    ])
      assert.deepEqual(answer, { kind: 'code-not-known' });
  });

  test('what is no code, and a Home that is not there', async () => {
    const home = await aHomeWithTelevision();
    assert.deepEqual(await home.claim('1234'), { kind: 'code-not-eight-digits' });
    assert.deepEqual(await home.claim(await home.showCode(), 'nowhere'), { kind: 'no-such-home' });
  });

  test('a paired Screen shows no code; unpaired it does, and its link version rises', async () => {
    const home = await aHomeWithTelevision();
    await paired(home);
    assert.deepEqual(await home.show(), { kind: 'already-paired' });
    await home.unpair();
    await paired(home);
    assert.equal((await home.screen())?.linkVersion, 2);
  });

  test('a Home has at most four Screens, also when two are paired at once', async () => {
    const home = await aHomeWithTelevision(['a', 'b', 'c']);
    await home.claim(await home.showCode('lounge'));
    await home.claim(await home.showCode('hall'));
    await home.match('home', 'lounge');
    await home.match('home', 'hall');
    const came = await Promise.all([home.ok('lounge'), home.ok('hall')]);
    assert.equal(came.filter(({ kind }) => kind === 'screen-paired').length, 1);
    assert.equal((await home.screensOf())?.length, SCREENS_PER_HOME);
    assert.deepEqual(await home.claim(await home.showCode('shed')), { kind: 'too-many-screens' });
  });
});

describe('a pairing that breaks off', () => {
  test('after the Home was pointed to it, OK again finishes it', async () => {
    const home = await aHomeWithTelevision();
    await home.claim(await home.showCode());
    await home.match();
    const { hooked } = home.service;
    hooked.onNextPut(({ kind }) => kind === 'screen', dies);
    await assert.rejects(home.ok());
    assert.deepEqual([await home.screen(), await home.screensOf()], [undefined, ['lounge']]);
    assert.equal((await home.ok()).kind, 'screen-paired');
    assert.deepEqual(await home.audit(), ['set-up', 'pair-screen']);
  });

  test('one that is never finished can be taken off the Home', async () => {
    const home = await aHomeWithTelevision(['ghost']);
    assert.deepEqual(await home.unpair('ghost'), { kind: 'screen-unpaired' });
    assert.deepEqual(await home.screensOf(), []);
  });
});

describe('unpairing a Screen', () => {
  test('the Screen first, then the Home; audited', async () => {
    const home = await aHomeWithTelevision();
    await paired(home);
    assert.deepEqual(await home.unpair(), { kind: 'screen-unpaired' });
    assert.equal((await home.screen())?.state, 'unpaired');
    assert.deepEqual(await home.screensOf(), []);
    assert.deepEqual(await home.audit(), ['set-up', 'pair-screen', 'unpair-screen']);
    assert.deepEqual(await home.unpair(), { kind: 'not-paired' });
  });

  test('a confirmation that is sent again does not undo it', async () => {
    const home = await aHomeWithTelevision();
    await paired(home);
    await home.unpair();
    assert.deepEqual([await home.ok(), await home.match()], [{ kind: 'nothing-asked' }, { kind: 'nothing-asked' }]);
    assert.equal((await home.screen())?.state, 'unpaired');
    assert.deepEqual(await home.screensOf(), []);
  });
});

describe('SEC-03 guessing codes of Screens', () => {
  test('a Home has ten tries a day, even fifty at once', async () => {
    const home = await aHomeWithTelevision();
    const came = await Promise.all(Array.from({ length: 50 }, () => home.claim(WRONG)));
    assert.equal(came.filter(({ kind }) => kind === 'code-not-known').length, SCREEN_TRIES_PER_HOME);
    assert.deepEqual(await home.claim(await home.showCode()), { kind: 'too-many-tries' });
    home.service.clock.move(DAY);
    assert.equal((await home.claim(await home.showCode())).kind, 'screen-asked');
  });

  test('wrong tries of Screens and of Echos count together for the council', async () => {
    const home = await aHomeWithTelevision();
    const { pairingCodes } = home.service.stores;
    for (let n = 0; n < TRIES_PER_COUNCIL; n += 1)
      await pairingCodes.countTry('harbour', 'COUNCIL', '2026-11-24', TRIES_PER_COUNCIL, home.service.clock());
    assert.deepEqual(await home.claim(WRONG), { kind: 'too-many-tries' });
    assert.equal(
      (await home.claim(await home.showCode())).kind,
      'screen-asked',
      'a right code is not refused for others',
    );
  });

  test('one Screen shows a limited number of codes a day', async () => {
    const home = await aHomeWithTelevision();
    for (let n = 0; n < CODES_PER_SCREEN; n += 1) assert.equal((await home.show()).kind, 'screen-code');
    assert.deepEqual(await home.show(), { kind: 'too-many-codes' });
    assert.equal((await home.show('hall')).kind, 'screen-code');
  });
});
