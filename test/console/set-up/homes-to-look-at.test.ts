import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DAY, HOUR } from '../../../lambda/core/kernel/clock.ts';
import { instantOf } from '../../../lambda/core/kernel/uk-time.ts';
import type { Sign } from '../../../lambda/core/people/sign-of-life.ts';
import type { SetUpVisit } from '../../../lambda/core/set-up/set-up-visit.ts';
import { aSetUpVisit } from '../../support/builders/set-up-visits.ts';
import { visitor } from '../support/visitor.ts';
import { aHome, aWorld, TUESDAY_AT_TEN, type World } from '../support/world.ts';

const asOfficer = async () => {
  const world = await aWorld();
  const omar = visitor(world);
  await omar.signIn('officer', 'officer-omar');
  return { world, omar };
};

const note = (world: World, home: string, sign: Sign, at: string) =>
  world.stores.homeSigns.note('harbour', home, sign, instantOf(at));

describe('quiet homes', () => {
  test('a home with an Echo of which nothing was heard for three days stands there, with the last sign', async () => {
    const { world, omar } = await asOfficer();
    await note(world, 'home-1', 'reminder-rang', '2026-11-20T08:02');
    await note(world, 'home-2', 'asked', '2026-11-22T09:00');
    const page = await omar.click(await omar.get('/console/homes'), 'Quiet homes');
    assert.match(page.text, /4 Quay Street Last sign of life: 8:02am on Friday 20 November, reminder rang\./);
    assert.doesNotMatch(page.text, /9 Mill Lane/, 'heard of two days ago');
    assert.doesNotMatch(page.text, /1 Church Row/, 'it has no Echo');
  });

  test('whoever is away or has not agreed is expected to be quiet', async () => {
    const { world, omar } = await asOfficer();
    for (const [id, change] of [
      ['res-margaret', { presence: { kind: 'away', reason: 'hospital', since: '2026-11-01' } as const }],
      ['res-bill', {}],
    ] as const) {
      const stored = await world.stores.residents.ofId('harbour', id);
      assert.ok(stored);
      const consent = { ...stored.value.consent, state: 'withdrawn' as const };
      const value = id === 'res-bill' ? { ...stored.value, consent } : { ...stored.value, ...change };
      await world.stores.residents.save({ ...stored, value });
    }
    assert.match((await omar.get('/console/quiet-homes')).text, /No home on this page is quiet/);
  });

  test('a county is gone through page by page, and no quiet home is left out', async () => {
    const { world, omar } = await asOfficer();
    for (let count = 10; count < 70; count += 1)
      await world.stores.homes.save({
        value: aHome({ id: `home-9${count}`, residents: ['res-vera'], echos: [`e-${count}`], label: `Flat ${count}` }),
        version: 0,
      });
    let page = await omar.get('/console/quiet-homes');
    let all = page.text;
    while (page.text.includes('Next page')) {
      page = await omar.click(page, 'Next page');
      all += page.text;
    }
    for (let count = 10; count < 70; count += 1) assert.equal(all.match(new RegExp(`Flat ${count} `, 'g'))?.length, 1);
    assert.equal((await omar.get('/console/quiet-homes/after/a%20b')).status, 404);
  });

  test('carers have no such list', async () => {
    const { world } = await asOfficer();
    const mark = visitor(world);
    await mark.signIn('carer', 'carer-mark');
    for (const path of ['/console/quiet-homes', '/console/after-visits'])
      assert.equal((await mark.get(path)).status, 404);
  });
});

describe('after set-up visits', () => {
  const finished = (days: number) => ({ finishedAt: TUESDAY_AT_TEN - days * DAY });

  const visited = async (world: World, homeId: string, days: number, more: Partial<SetUpVisit> = {}) => {
    const openedAt = TUESDAY_AT_TEN - days * DAY - HOUR;
    const value = aSetUpVisit(openedAt, { homeId, ...more });
    await world.stores.setUpVisits.save({ value, version: 0 });
  };

  test('day 3 and day 14: never used, not placed, no sign of life, never finished', async () => {
    const { world, omar } = await asOfficer();
    await visited(world, 'home-1', 3, finished(3));
    await visited(world, 'home-2', 14, finished(14));
    await note(world, 'home-2', 'asked', '2026-11-24T08:00');
    await visited(world, 'home-3', 5);
    const page = await omar.click(await omar.get('/console/homes'), 'After set-up visits');
    assert.match(page.text, /4 Quay Street 3 days ago Never used: .*No sign of life for three days or more/);
    assert.match(page.text, /1 Church Row 5 days ago The visit was begun and never finished/);
    assert.doesNotMatch(page.text, /9 Mill Lane/, 'it does well');
  });

  test('two days after, or when all is well, nobody needs to look', async () => {
    const { world, omar } = await asOfficer();
    await visited(world, 'home-1', 2, finished(2));
    assert.match((await omar.get('/console/after-visits')).text, /Every home that was set up lately does well/);
  });
});

describe('the page of a resident tells the truth about the Echo', () => {
  const marksPage = async (id: string, world: World) => {
    const mark = visitor(world);
    await mark.signIn('carer', 'carer-mark');
    return (await mark.get(`/console/residents/${id}`)).text;
  };

  test('a managed one speaks up by itself; a consumer one chimes, and nobody can know whether it is off line', async () => {
    const { world } = await asOfficer();
    assert.match(
      await marksPage('res-margaret', world),
      /can speak up by itself on this Echo, because the council manages it/,
    );
    const bill = await marksPage('res-bill', world);
    assert.match(bill, /This Echo chimes; the words are heard when they are asked for\./);
    assert.match(
      bill,
      /There has been no sign of life yet\. Whether an Echo of the home’s own is off line cannot be known/,
    );
  });

  test('what is missing is said with what to do about it', async () => {
    const { world } = await asOfficer();
    const echo = await world.stores.echos.ofHash('harbour', 'echo-consumer');
    assert.ok(echo);
    await world.stores.echos.save({ ...echo, value: { ...echo.value, notifications: { on: false, at: 0 } } });
    assert.match(await marksPage('res-bill', world), /Notifications are off, .* In the Alexa app: More, Skills/);
  });

  test('the last sign of life is said with what it was', async () => {
    const { world } = await asOfficer();
    await note(world, 'home-2', 'opened', '2026-11-23T19:00');
    await note(world, 'home-2', 'card-shown', '2026-11-24T08:02');
    await note(world, 'home-2', 'card-shown', '2026-11-24T07:00');
    assert.match(await marksPage('res-bill', world), /Last sign of life: 8:02am today, the television showed a card\./);
  });

  test('a review that is overdue warns, and then says that Bellbird has paused', async () => {
    const { world } = await asOfficer();
    const stored = await world.stores.residents.ofId('harbour', 'res-bill');
    assert.ok(stored);
    const review = async (reviewOn: string) => {
      const now = await world.stores.residents.ofId('harbour', 'res-bill');
      assert.ok(now);
      await world.stores.residents.save({
        ...now,
        value: { ...now.value, consent: { ...now.value.consent, reviewOn } },
      });
      return marksPage('res-bill', world);
    };
    assert.doesNotMatch(await review('2026-11-24'), /looked at again/);
    assert.match(await review('2026-11-23'), /Four weeks after that day Bellbird stops/);
    assert.match(await review('2026-10-01'), /tells nothing unasked but what is urgent/);
  });
});
