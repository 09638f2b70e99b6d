import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { all, attribute } from '../../support/page.ts';
import { visitor } from '../support/visitor.ts';
import { aWorld } from '../support/world.ts';

const PAGE = '/console/residents/res-margaret/how-we-tell-you';
const HOURS = { agreed: 'yes', from: '8am', to: '9pm' };

/** Mark on the page that says how he is told about Margaret. */
const mark = async () => {
  const world = await aWorld();
  const visit = visitor(world);
  await visit.signIn('carer', 'carer-mark');
  const save = async (typed: Record<string, string>) =>
    visit.press(await visit.get(PAGE), 'Save how we tell you', { ...HOURS, text: '', email: '', ...typed });
  const carer = async () => (await world.stores.carers.stored('harbour', 'carer-mark'))?.value;
  const agreed = async (id = 'carer-mark') =>
    (await world.stores.residents.ofId('harbour', 'res-margaret'))?.value.circle.find(({ carerId }) => carerId === id)
      ?.agreedToBeTold;
  return { world, visit, save, carer, agreed };
};

describe('how we tell you', () => {
  test('a carer gives a number, an address, agreement and hours; all of it is kept, and the page says so', async () => {
    const { save, carer, agreed, visit } = await mark();
    const page = await save({ text: '07700 900123', email: 'mark@example.org' });
    assert.match(page.text, /How we tell you is saved/);
    assert.match(page.text, /You agreed to be told, 8:00am to 9:00pm: on your page and by text/);
    assert.deepEqual((await carer())?.contact, { text: '+447700900123', email: 'mark@example.org' });
    assert.deepEqual(await agreed(), { from: '08:00', to: '21:00' });
    assert.doesNotMatch(page.path, /7700|example/, 'nothing of it stands in an address');
    const form = await visit.get(PAGE);
    const typed = all(form.root, 'input').map((field) => attribute(field, 'value'));
    for (const value of ['8:00am', '9:00pm', '07700 900123', 'mark@example.org']) assert.ok(typed.includes(value));
  });

  test('an emptied field is taken away, and no agreement means that nobody is told', async () => {
    const { save, carer, agreed } = await mark();
    await save({ text: '07700 900123', email: 'mark@example.org' });
    assert.match((await save({ email: 'mark@example.org' })).text, /on your page and by e-mail/);
    const page = await save({ agreed: 'no' });
    assert.match(page.text, /You have not agreed to be told when Margaret does not reply/);
    assert.deepEqual([(await carer())?.contact, await agreed()], [{}, undefined]);
  });

  test('what cannot be right stands beside its field, and nothing is kept', async () => {
    const { save, carer } = await mark();
    const wrong = async (typed: Record<string, string>) => {
      const page = await save(typed);
      assert.equal(page.status, 422);
      return page.mistakes.map(({ field }) => field);
    };
    assert.deepEqual(await wrong({ text: '01632 960100' }), ['text']);
    assert.deepEqual(await wrong({ text: '+1 202 555 0100' }), ['text']);
    assert.deepEqual(await wrong({ email: 'mark at home' }), ['email']);
    assert.deepEqual(await wrong({ agreed: '' }), ['agreed']);
    assert.deepEqual(await wrong({ from: '', to: 'late' }), ['from', 'to']);
    assert.deepEqual(await wrong({ to: '8am' }), ['to']);
    assert.equal((await carer())?.contact, undefined);
  });

  test('nobody can say it for a carer: for an officer the page is not there', async () => {
    const { world } = await mark();
    const visit = visitor(world);
    await visit.signIn('officer', 'officer-priya');
    assert.equal((await visit.get(PAGE)).status, 404);
  });

  test('it changes nobody else’s agreement', async () => {
    const { world, agreed } = await mark();
    const sue = visitor(world);
    await sue.signIn('carer', 'carer-sue');
    await sue.press(await sue.get(PAGE), 'Save how we tell you', { agreed: 'yes', from: '10am', to: '4pm' });
    assert.deepEqual(await agreed('carer-sue'), { from: '10:00', to: '16:00' });
    assert.deepEqual(await agreed(), { from: '07:00', to: '22:00' });
  });

  test('G11 each change leaves one entry; the trail holds which ways there are, not the number', async () => {
    const { world, save } = await mark();
    await save({ text: '07700 900123' });
    await save({ text: '07700 900123' });
    const trail = [
      ...(await world.stores.audit.of('harbour', 'CARER#carer-mark')),
      ...(await world.stores.audit.of('harbour', 'RES#res-margaret')),
    ];
    assert.deepEqual(
      trail.map(({ act }) => act.did).filter((did) => did !== 'seed'),
      ['change-contact', 'agreed-to-be-told'],
    );
    assert.doesNotMatch(JSON.stringify(trail), /7700/);
    assert.match(JSON.stringify(trail), /"ways":\["text"\]/);
  });

  test('SEC-23 neither the number nor the address is logged', async () => {
    const { world, save } = await mark();
    await save({ text: '07700 900123', email: 'mark@example.org' });
    await save({ text: '07700', email: 'mark@' });
    assert.doesNotMatch(JSON.stringify(world.log), /7700|mark/i);
  });

  test('in Welsh', async () => {
    const { visit } = await mark();
    const page = await visit.get(`${PAGE}?lang=cy`);
    assert.equal(page.heading, 'Sut rydym yn rhoi gwybod i chi');
    assert.match(page.text, /Eich rhif ffôn symudol yn y DU/);
  });
});
