import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { anAlertWorld, pageOf, practiceResidents } from '../support/alert-world.ts';

/** Words that the pages themselves would say in English. */
const ENGLISH =
  /\b(Continue|Change|Back|Save|Title|Words|Private|Practice|people|Approve|Reject|Stop|Report|Draft|Submitted|Waiting|Nobody|Everybody|today|Urgent|Ends|Starts|by|What|Who|How)\b/;

describe('the pages of alerts in Welsh', () => {
  test('leave no English word of ours on any page (what officers wrote stays as they wrote it)', async () => {
    const world = await anAlertWorld();
    await practiceResidents(world, 30);
    const { states } = world;
    const words = { title: 'Llifogydd', text: 'Mae llifogydd yn yr harbwr.' };
    const correction = { title: 'Dim llifogydd', text: 'Nid oes llifogydd.' };
    const over = { words, correction };
    const [begun, draft, submitted] = [
      await states.begun(over),
      await states.draft(over),
      await states.submitted(over),
    ];
    const stop = async (alert: Parameters<typeof states.stop>[0]) =>
      states.look(await states.stop(alert, 'Camgymeriad'));
    const stopped = await stop(await states.tell(await states.releasing(over)));
    const released = await states.tell(await states.released(over));
    const beth = await world.as('both');
    const tom = await world.as('tom');
    const helen = await world.as('helen');
    await tom.get('/console/alerts?lang=cy');
    await helen.get('/console/alerts?lang=cy');
    await beth.get('/console/alerts?lang=cy');
    for (const [who, path] of [
      [helen, '/console/alerts'],
      [tom, '/console/alerts/new'],
      [tom, '/console/alerts/live/new'],
      [tom, '/console/alerts/templates/new'],
      ...['', '/words', '/audience', '/when', '/check', '/discard'].map(
        (page) => [tom, `${pageOf(draft)}${page}`] as const,
      ),
      ...['', '/check', '/audience'].map((page) => [tom, `${pageOf(begun)}${page}`] as const),
      [helen, pageOf(submitted)],
      [tom, pageOf(submitted)],
      ...['', '/correct', '/report', '/not-reached'].map((page) => [helen, `${pageOf(stopped)}${page}`] as const),
      ...['', '/stop', '/report', '/not-reached'].map((page) => [beth, `${pageOf(released)}${page}`] as const),
    ] as const) {
      const page = await who.get(path);
      assert.equal(page.status, 200, path);
      const ours = page.text.replaceAll(/Sample \d+|\d+ Practice Row|“?Alexa, open bell bird”?/g, '');
      assert.equal(ENGLISH.exec(ours)?.[0], undefined, `${path}: ${ours}`);
    }
  });
});
