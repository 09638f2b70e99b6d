import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { anAlertWorld } from '../support/alert-world.ts';
import type { Seen } from '../support/visitor.ts';

const texts = (page: Seen): readonly string[] => page.mistakes.map(({ text }) => text);

const WATER = {
  name: 'Water off',
  title: 'No water in ((street))',
  text: 'The water in ((street)) is off until ((time)).',
  handling: 'urgent',
};

const start = async () => {
  const world = await anAlertWorld();
  return { world, tom: await world.as('tom'), mina: await world.as('mina') };
};

const SAVE = 'Save this template';

describe('templates of alerts', () => {
  test('are added with their placeholders, once however often the form is sent, and who did is written down', async () => {
    const { world, mina } = await start();
    const form = await mina.click(await mina.get('/console/alerts/templates'), 'Add a template');
    const page = await mina.press(form, SAVE, WATER);
    assert.match(page.text, /The template is saved/);
    assert.match(page.text, /Water off No water in \(\(street\)\).*To fill in: street and time/);
    await mina.press(form, SAVE, WATER);
    const templates = await world.stores.templates.ofCouncil('harbour');
    const added = templates.find(({ name }) => name === 'Water off') ?? assert.fail();
    assert.equal(templates.length, 2);
    const acts = await world.stores.audit.of('harbour', `TEMPLATE#${added.id}`);
    assert.deepEqual(
      acts.map(({ act }) => [act.did, act.by.id]),
      [['keep-template', 'officer-mina']],
    );
  });

  const refusals = [
    [{ name: '' }, 'Enter a name'],
    [{ name: 'x'.repeat(61) }, 'The name must be at most 60 letters'],
    [{ title: '' }, 'Write the title'],
    [{ text: 'The key safe code is 4821.' }, 'Take the key-safe or door code out of the words'],
    [{ correctionTitle: 'Wrong' }, 'Write the words of the correction'],
    [{ handling: 'loud' }, 'Choose how it is treated'],
  ] as const;
  for (const [typed, text] of refusals)
    test(`are refused with “${text}”, and what was typed is kept`, async () => {
      const { world, tom } = await start();
      const page = await tom.press(await tom.get('/console/alerts/templates/new'), SAVE, { ...WATER, ...typed });
      assert.equal(page.status, 422);
      assert.equal(texts(page).length, 1);
      assert.ok(texts(page)[0]?.startsWith(text), texts(page)[0]);
      const fixed = await tom.press(page, SAVE, { ...WATER, correctionTitle: '' });
      assert.match(fixed.text, /The template is saved/);
      assert.equal((await world.stores.templates.ofCouncil('harbour')).length, 2);
    });

  test('that somebody else changed meanwhile show what they say now, and are saved at the second try', async () => {
    const { world, tom, mina } = await start();
    const form = await mina.get('/console/alerts/templates/flood');
    await tom.press(await tom.get('/console/alerts/templates/flood'), SAVE, { title: 'Flood at ((place))' });
    const page = await mina.press(form, SAVE, { title: 'Water at ((place))' });
    assert.equal(page.status, 409);
    assert.match(texts(page).join(), /Somebody else changed this template meanwhile/);
    assert.match(page.text, /What the template says now Flood: Flood at \(\(place\)\)/);
    await mina.press(page, SAVE);
    const now = await world.stores.templates.ofId('harbour', 'flood');
    assert.equal(now?.words.title, 'Water at ((place))');
  });

  test('that are saved without a change leave no trace', async () => {
    const { world, tom } = await start();
    await tom.press(await tom.get('/console/alerts/templates/flood'), SAVE);
    assert.deepEqual(await world.stores.audit.of('harbour', 'TEMPLATE#flood'), []);
  });
});
