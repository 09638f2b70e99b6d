import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { askCallBack } from '../../../lambda/core/call-backs/ask-call-back.ts';
import { CALL_BACK_MOVES, CALL_BACK_STATES, type CallBack, isOpen } from '../../../lambda/core/call-backs/call-back.ts';
import { moveCallBack, NOTE_LENGTH, noteCallBack } from '../../../lambda/core/call-backs/handle-call-back.ts';
import { MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { localDateTime } from '../../../lambda/core/kernel/uk-time.ts';
import type { Council } from '../../../lambda/core/people/council.ts';
import type { Officer } from '../../../lambda/core/people/officer.ts';
import { aCareService, type CareService, type SetUp } from '../../support/builders/a-care-service.ts';
import { aCouncil, anOfficer } from '../../support/builders/people.ts';
import { aCallBack } from '../../support/builders/things-told.ts';

const OLGA = anOfficer();
const OSCAR = anOfficer({ id: 'oscar' });
const by = { kind: 'resident', id: 'bill' } as const;

const aDesk = async (call: CallBack | undefined = undefined, setUp: SetUp = {}) => {
  const service = await aCareService(setUp);
  if (call !== undefined) await service.stores.callBacks.save({ value: call, version: 0 });
  const one = (officer: Officer) => ({ officer, askedAt: call?.askedAt ?? 0, id: call?.id ?? 'none' });
  return {
    service,
    ask: (council: Council = aCouncil(), residentId = 'bill') =>
      askCallBack(service.needs)({ council, residentId, subject: 'respite', origin: 'resident', by }),
    ladder: () =>
      askCallBack(service.needs)({
        council: aCouncil(),
        residentId: 'bill',
        origin: 'no-reply',
        by: { kind: 'system', id: 'ladder' },
      }),
    move: (to: CallBack['state'], officer = OLGA) => moveCallBack(service.needs)(one(officer), to),
    note: (text: string, officer = OLGA) => noteCallBack(service.needs)(one(officer), text),
    open: async () => (await service.stores.callBacks.open('harbour')).callBacks.map(({ id }) => id),
    openOfBill: () => service.stores.callBacks.openOf('harbour', 'bill'),
  };
};
const trailOf = async (service: CareService, id: string) =>
  (await service.stores.audit.of('harbour', `CALL#${id}`)).map(({ act }) => `${act.number} ${act.did}`);

describe('asking for a call back', () => {
  test('it is stored for the desk, audited once, and the office hours are part of the answer', async () => {
    const { service, ask, open } = await aDesk();
    const outcome = await ask();
    assert.ok(outcome.kind === 'call-asked');
    assert.deepEqual(
      [outcome.callBack.state, outcome.callBack.subject, outcome.office.kind],
      ['asked', 'respite', 'open'],
    );
    assert.deepEqual([await open(), await trailOf(service, 'id-1')], [['id-1'], ['1 ask-call-back']]);
  });

  test('out of hours it is taken all the same, and says when the office opens', async () => {
    const { ask } = await aDesk(undefined, { at: '2026-11-24T18:00' });
    const outcome = await ask();
    assert.ok(outcome.kind === 'call-asked' && outcome.office.kind === 'opens');
    assert.equal(localDateTime(outcome.office.at), '2026-11-25T08:30');
  });

  test('with no staffed hours nothing is promised: the council’s number is the answer, and nothing is stored', async () => {
    const { ask, open } = await aDesk();
    assert.deepEqual(await ask(aCouncil({ staffedHours: [] })), { kind: 'nobody-rings-back', phone: '01632 960100' });
    assert.deepEqual(await open(), []);
  });

  test('asked twice it is the one that stands, until it is done', async () => {
    const { service, ask, open } = await aDesk();
    const first = await ask();
    assert.ok(first.kind === 'call-asked');
    service.clock.move(MINUTE);
    const second = await ask();
    assert.ok(second.kind === 'call-already-asked');
    assert.deepEqual([second.callBack, await open()], [first.callBack, ['id-1']]);
    const one = { officer: OLGA, askedAt: first.callBack.askedAt, id: 'id-1' };
    await moveCallBack(service.needs)(one, 'taken');
    await moveCallBack(service.needs)(one, 'could-not-reach');
    assert.equal((await ask()).kind, 'call-already-asked', 'one that could not be made is still open');
    await moveCallBack(service.needs)(one, 'done');
    assert.equal((await ask()).kind, 'call-asked');
  });

  test('a ladder that finds an open call writes its reason on it, once for each reason, with the latest time, and is audited', async () => {
    const { service, ask, open, ladder } = await aDesk();
    const first = await ask();
    assert.ok(first.kind === 'call-asked');
    await moveCallBack(service.needs)({ officer: OLGA, askedAt: first.callBack.askedAt, id: 'id-1' }, 'taken');
    for (let n = 0; n < 2; n += 1) {
      service.clock.move(MINUTE);
      assert.equal((await ladder()).kind, 'call-already-asked');
    }
    const stored = await service.stores.callBacks.ofId('harbour', first.callBack.askedAt, 'id-1');
    assert.deepEqual(stored?.value.again, [{ origin: 'no-reply', at: service.clock() }]);
    assert.deepEqual([stored?.value.state, stored?.value.owner], ['taken', 'olga']);
    assert.deepEqual(await open(), ['id-1']);
    assert.deepEqual(await trailOf(service, 'id-1'), [
      '1 ask-call-back',
      '2 call-back-taken',
      '3 ask-call-back-again',
      '4 ask-call-back-again',
    ]);
  });

  test('what a resident asks for besides stands on the open call; repeating it adds nothing', async () => {
    const { service, ask, ladder } = await aDesk();
    const first = await ladder();
    assert.ok(first.kind === 'call-asked');
    for (let n = 0; n < 3; n += 1) {
      service.clock.move(MINUTE);
      await ask();
    }
    const stored = await service.stores.callBacks.ofId('harbour', first.callBack.askedAt, 'id-1');
    const at = first.callBack.askedAt + MINUTE;
    assert.deepEqual(stored?.value.again, [{ origin: 'resident', subject: 'respite', at }]);
    assert.equal((await trailOf(service, 'id-1')).length, 2);
  });

  test('an officer who changes the call at the same moment loses nothing, and one that is done meanwhile is asked for anew', async () => {
    for (const to of ['taken', 'done'] as const) {
      const { service, ladder, open } = await aDesk(aCallBack({ state: 'could-not-reach', owner: 'olga' }));
      service.hooked.onNextPut(
        ({ kind }) => kind === 'call-back',
        async (_item, put) => {
          await moveCallBack(service.needs)({ officer: OLGA, askedAt: aCallBack().askedAt, id: 'call' }, to);
          return put();
        },
      );
      assert.equal((await ladder()).kind, to === 'done' ? 'call-asked' : 'call-already-asked');
      const stored = await service.stores.callBacks.ofId('harbour', aCallBack().askedAt, 'call');
      assert.deepEqual([stored?.value.state, stored?.value.again?.length], [to, to === 'done' ? undefined : 1]);
      assert.deepEqual(await open(), [to === 'done' ? 'id-1' : 'call']);
    }
  });

  test('a call that an officer ends while the ladder reads it gets no further reason: a new one is asked for', async () => {
    const { service, open } = await aDesk(aCallBack({ state: 'taken', owner: 'olga' }));
    const { callBacks } = service.stores;
    const openOf: typeof callBacks.openOf = async (council, residentId) => {
      const found = await callBacks.openOf(council, residentId);
      if (found !== undefined)
        await moveCallBack(service.needs)({ officer: OLGA, askedAt: found.askedAt, id: found.id }, 'done');
      return found;
    };
    const ask = askCallBack({ ...service.needs, callBacks: { ...callBacks, openOf } });
    const outcome = await ask({
      council: aCouncil(),
      residentId: 'bill',
      origin: 'no-reply',
      by: { kind: 'system', id: 'ladder' },
    });
    assert.equal(outcome.kind, 'call-asked');
    assert.deepEqual(await open(), ['id-1']);
  });

  test('the pointer to a resident’s open call is checked at use', async () => {
    const { openOfBill } = await aDesk(aCallBack());
    assert.equal((await openOfBill())?.id, 'call');
    const done = await aDesk(aCallBack({ state: 'done' }));
    assert.equal(await done.openOfBill(), undefined);
    assert.equal(await done.service.stores.callBacks.openOf('harbour', 'joan'), undefined);
  });

  test('each resident has their own', async () => {
    const { ask, open } = await aDesk();
    await ask();
    assert.equal((await ask(aCouncil(), 'joan')).kind, 'call-asked');
    assert.deepEqual(await open(), ['id-1', 'id-2']);
  });
});

describe('handling a call back', () => {
  test('from every state only the moves of the table are made', async () => {
    for (const from of CALL_BACK_STATES)
      for (const to of CALL_BACK_STATES) {
        const { move, service } = await aDesk(aCallBack({ state: from, owner: 'olga' }));
        const outcome = await move(to);
        const isAllowed = CALL_BACK_MOVES[from].includes(to);
        assert.equal(outcome.kind, isAllowed ? 'call-back-moved' : 'not-from-here', `${from} ${to}`);
        const stored = await service.stores.callBacks.ofId('harbour', aCallBack().askedAt, 'call');
        assert.equal(stored?.value.state, isAllowed ? to : from);
        assert.equal((await trailOf(service, 'call')).length, isAllowed ? 2 : 0);
      }
  });

  test('a done call is over and cannot be opened again; all others are open', () => {
    assert.deepEqual(CALL_BACK_MOVES.done, []);
    assert.deepEqual(
      CALL_BACK_STATES.filter((state) => isOpen(aCallBack({ state }))),
      ['asked', 'taken', 'could-not-reach'],
    );
  });

  test('taken by one officer it is not another’s to move, but a note may be added', async () => {
    const { move, note } = await aDesk(aCallBack());
    await move('taken');
    const outcome = await move('done', OSCAR);
    assert.ok(outcome.kind === 'taken-by-another');
    assert.equal(outcome.callBack.owner, 'olga');
    assert.equal((await note('He is out until noon.', OSCAR)).kind, 'note-added');
    assert.equal((await move('could-not-reach')).kind, 'call-back-moved');
    const taken = await move('taken', OSCAR);
    assert.ok(taken.kind === 'call-back-moved', 'one that could not be made is anybody’s');
    assert.equal(taken.callBack.owner, 'oscar');
  });

  test('of two officers who take it at once one has it', async () => {
    const { move } = await aDesk(aCallBack());
    const came = await Promise.all([move('taken'), move('taken', OSCAR)]);
    assert.deepEqual(came.map(({ kind }) => kind).toSorted(), ['call-back-moved', 'changed-meanwhile']);
  });

  test('a note has 1 to 500 characters, blanks around it not counted', async () => {
    const { note } = await aDesk(aCallBack());
    assert.deepEqual(await note('  \n '), { kind: 'note-empty' });
    assert.deepEqual(await note('a'.repeat(501)), { kind: 'note-too-long', atMost: NOTE_LENGTH });
    const outcome = await note(` ${'a'.repeat(500)} `);
    assert.ok(outcome.kind === 'note-added');
    assert.equal(outcome.callBack.notes[0]?.text.length, 500);
  });

  test('notes stand in order with who wrote them', async () => {
    const { service, note } = await aDesk(aCallBack());
    await note('first');
    await note('second', OSCAR);
    const stored = await service.stores.callBacks.ofId('harbour', aCallBack().askedAt, 'call');
    assert.deepEqual(
      stored?.value.notes.map(({ by: who, text }) => `${who} ${text}`),
      ['olga first', 'oscar second'],
    );
    assert.deepEqual(await trailOf(service, 'call'), ['1 set-up', '2 note-call-back', '3 note-call-back']);
  });

  test('not by an officer who may not see, nor one of another council', async () => {
    const { move, note } = await aDesk(aCallBack());
    assert.deepEqual(await move('taken', anOfficer({ rights: ['manage'] })), { kind: 'not-allowed' });
    assert.deepEqual(await note('x', anOfficer({ rights: [] })), { kind: 'not-allowed' });
    assert.deepEqual(await move('taken', anOfficer({ council: 'valley' })), { kind: 'no-such-call-back' });
  });

  test('the list is oldest first, done ones left out', async () => {
    const { service, open } = await aDesk(aCallBack({ id: 'later', askedAt: 2_000_000_000_000 }));
    const { callBacks } = service.stores;
    await callBacks.save({ value: aCallBack({ id: 'done', askedAt: 3, state: 'done' }), version: 0 });
    await callBacks.save({ value: aCallBack({ id: 'oldest', askedAt: 900_000_000 }), version: 0 });
    assert.deepEqual(await open(), ['oldest', 'later']);
  });
});
