import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { changePresence, type WantedPresence } from '../../../lambda/core/people/change-presence.ts';
import type { Acting } from '../../../lambda/core/people/may-act-for.ts';
import { presenceMark } from '../../../lambda/core/people/presence.ts';
import { aCareService, type CareService } from '../../support/builders/a-care-service.ts';
import { aCarer, aCircleMember, anOfficer, aResident } from '../../support/builders/people.ts';

const HOSPITAL = { kind: 'away', reason: 'hospital', since: '2026-11-24' } as const;
const MOVED = { kind: 'ended', reason: 'moved' } as const;
const PRIYA: Acting = { kind: 'carer', carer: aCarer() };
const OLGA: Acting = { kind: 'officer', officer: anOfficer() };

const bill = async (service: CareService) => {
  const stored = await service.stores.residents.ofId('harbour', 'bill', { strong: true });
  return stored?.value ?? assert.fail();
};

const say = async (service: CareService, wanted: WantedPresence, acting: Acting = PRIYA, seen?: string) =>
  changePresence(service.needs)({
    acting,
    council: 'harbour',
    residentId: 'bill',
    seen: seen ?? presenceMark((await bill(service)).presence),
    wanted,
  });

const auditOf = async (service: CareService) =>
  (await service.stores.audit.of('harbour', 'RES#bill')).map(({ act }) => [act.number, act.did, act.by.id]);

describe('where a resident is', () => {
  test('is at home, then away, then at home again, each with one entry of the audit trail (G11)', async () => {
    const service = await aCareService();
    assert.equal((await say(service, { ...HOSPITAL, until: '2026-12-01' })).kind, 'presence-changed');
    assert.deepEqual((await bill(service)).presence, { ...HOSPITAL, until: '2026-12-01' });
    service.clock.move(1);
    assert.equal((await say(service, { kind: 'home' }, OLGA)).kind, 'presence-changed');
    assert.deepEqual((await bill(service)).presence, { kind: 'home', cameHomeAt: service.clock() });
    assert.deepEqual(await auditOf(service), [
      [1, 'set-up', 'set-up'],
      [2, 'went-away', 'priya'],
      [3, 'came-home', 'olga'],
    ]);
  });

  test('may be another place away from home, and is not noted twice', async () => {
    const service = await aCareService();
    await say(service, HOSPITAL);
    assert.equal((await say(service, HOSPITAL)).kind, 'already-so');
    assert.equal((await say(service, { ...HOSPITAL, reason: 'respite' })).kind, 'presence-changed');
    await say(service, { kind: 'home' });
    assert.equal((await say(service, { kind: 'home' })).kind, 'already-so');
  });

  test('has dates that can be: since today or before, until today or later', async () => {
    const service = await aCareService();
    const came = async (wanted: WantedPresence) => (await say(service, wanted)).kind;
    assert.equal(await came({ ...HOSPITAL, since: '2026-11-25' }), 'since-not-possible');
    assert.equal(await came({ ...HOSPITAL, since: '2025-01-01' }), 'since-not-possible');
    assert.equal(await came({ ...HOSPITAL, until: '2026-11-23' }), 'until-not-possible');
    assert.equal(await came({ ...HOSPITAL, until: '2029-01-01' }), 'until-not-possible');
    assert.equal(await came({ ...HOSPITAL, since: '2026-11-20', until: '2026-11-24' }), 'presence-changed');
  });

  test('is said by whoever may set reminders, by an officer who manages, and by nobody else', async () => {
    const service = await aCareService({ residents: [aResident({ circle: [aCircleMember({ rights: ['see'] })] })] });
    const officer = (rights: ReturnType<typeof anOfficer>['rights'], council = 'harbour'): Acting => ({
      kind: 'officer',
      officer: anOfficer({ rights, council }),
    });
    const came = async (acting: Acting, wanted: WantedPresence = HOSPITAL) => (await say(service, wanted, acting)).kind;
    assert.equal(await came(PRIYA), 'not-allowed');
    assert.equal(await came({ kind: 'resident', residentId: 'bill' }), 'not-allowed');
    assert.equal(await came(officer(['see', 'write-alerts', 'approve-alerts'])), 'not-allowed');
    assert.equal(await came(officer(['manage'], 'inland')), 'not-allowed');
    assert.equal(await came(officer(['set-reminders'])), 'presence-changed');
    assert.equal(await came(officer(['manage']), { kind: 'home' }), 'presence-changed');
  });

  test('is ended only by an officer who manages, with a reason, and is final', async () => {
    const service = await aCareService();
    assert.equal((await say(service, MOVED)).kind, 'not-allowed');
    const mayRemind: Acting = { kind: 'officer', officer: anOfficer({ rights: ['see', 'set-reminders'] }) };
    assert.equal((await say(service, MOVED, mayRemind)).kind, 'not-allowed');
    assert.equal((await say(service, MOVED, OLGA)).kind, 'presence-changed');
    assert.deepEqual((await bill(service)).presence, { kind: 'ended', since: '2026-11-24', reason: 'moved' });
    for (const wanted of [{ kind: 'home' }, HOSPITAL, MOVED] as const)
      assert.equal((await say(service, wanted, OLGA)).kind, 'ended-is-final');
  });

  test('is not overwritten when somebody else has said so meanwhile; other changes are gone round (C01)', async () => {
    const service = await aCareService();
    const seen = presenceMark((await bill(service)).presence);
    await say(service, HOSPITAL, OLGA);
    const outcome = await say(service, { ...HOSPITAL, reason: 'holiday' }, PRIYA, seen);
    assert.equal(outcome.kind, 'changed-meanwhile');
    assert.deepEqual((await bill(service)).presence, HOSPITAL);
    const { residents } = service.stores;
    service.hooked.onNextPut(
      ({ kind }) => kind === 'resident',
      async (_item, put) => {
        service.hooked.letPass();
        const { settings } = await bill(service);
        await service.change(residents, residents.ofId('harbour', 'bill'), {
          settings: { ...settings, volumeHint: true },
        });
        return put();
      },
    );
    assert.equal((await say(service, { kind: 'home' })).kind, 'presence-changed');
    assert.equal((await bill(service)).settings.volumeHint, true);
    assert.deepEqual((await auditOf(service)).at(-1), [3, 'came-home', 'priya']);
  });

  test('nobody of that id is nobody', async () => {
    const service = await aCareService();
    const request = { acting: OLGA, council: 'harbour', residentId: 'nobody', seen: 'home.', wanted: HOSPITAL };
    assert.deepEqual(await changePresence(service.needs)(request), { kind: 'no-such-resident' });
  });
});
