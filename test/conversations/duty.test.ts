import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { echoHasher, idSealer } from '../../lambda/adapters/secrets/echo-ids.ts';
import type { Table } from '../../lambda/adapters/table/table.ts';
import { SAFETY_CLASSES, type SafetyClass } from '../../lambda/core/safeguarding/safety-class.ts';
import type { SafetyMode } from '../../lambda/core/safeguarding/safety-mode.ts';
import type { IntentName } from '../../lambda/skill/intents.ts';
import { wireSkill } from '../../lambda/wiring/skill.ts';
import { aResident } from '../render/support/builders.ts';
import { conversation, pardon, say, script, yes } from '../support/conversation.ts';
import { type HomeSetUp, SKILL_ID, type SkillHome, skillHome } from '../support/skill-home.ts';

const INTENTS: Readonly<Record<SafetyClass, IntentName>> = {
  urgent: 'UrgentHelpIntent',
  'self-harm': 'SelfHarmIntent',
  abuse: 'AbuseIntent',
  'too-many-tablets': 'TooManyTabletsIntent',
  'low-mood': 'LowMoodIntent',
};

const DUTY: SafetyMode = {
  kind: 'duty',
  queue: {
    name: 'Adult safeguarding duty desk',
    hours: [{ weekday: 2, from: '09:00', to: '17:00' }],
    responseMinutes: 60,
    lead: 'Nadia Frost',
    onward: { name: 'Peter Holm', contact: { email: 'peter@example.com' } },
  },
  lastAct: { number: 1, at: 0, by: { kind: 'officer', id: 'mina' }, did: 'safety-duty' },
};

const withDuty = async (setUp: HomeSetUp = { residents: [aResident()] }): Promise<SkillHome> => {
  const home = await skillHome(setUp);
  await home.stores.safetyModes.save('harbour', { value: DUTY, version: 0 });
  return home;
};
const entriesOf = ({ stores }: SkillHome) => stores.dutyEntries.ofCouncil('harbour');

describe('safety words where a duty was chosen', () => {
  for (const safety of SAFETY_CLASSES)
    test(`${safety}: word for word what is said where they are only counted, and the log learns nothing`, async () => {
      const [counting, passing] = [await skillHome({ residents: [aResident()] }), await withDuty()];
      const said = say(INTENTS[safety]);
      const before = passing.logged.length;
      const [one, other] = [await conversation(counting).turn(said), await conversation(passing).turn(said)];
      assert.equal(other.ssml, one.ssml);
      assert.doesNotMatch(other.speech, /passed|told somebody|sent|on (its|their) way/);
      assert.deepEqual(passing.logged.slice(before), []);
      assert.deepEqual(await entriesOf(counting), []);
      const entries = await entriesOf(passing);
      assert.deepEqual(
        entries.map((entry) => [entry.residentId, entry.homeId, entry.safety, entry.state]),
        [['bill', 'home', safety, 'waiting']],
      );
      const counts = await passing.stores.safetyCounts.ofMonth('harbour', '2026-11');
      assert.equal(counts[safety], 1, 'the month is counted in both');
    });

  test('a repeat is no second entry, and only a yes to a call is passed on aloud', async () => {
    const home = await withDuty();
    await script(home, [say('LowMoodIntent'), /ring you\?$/], [pardon, /ring you\?$/], [yes, /^I've passed that on\./]);
    assert.equal((await entriesOf(home)).length, 1);
  });

  test('of two who share an Echo nobody is guessed: it was somebody there, until it is known who', async () => {
    const home = await withDuty({ residents: [aResident(), aResident({ nameToUse: 'Joyce' }, { id: 'joyce' })] });
    await script(home, [say('AbuseIntent'), /./]);
    await script(home, [say('WhoIsComingIntent'), /Is it/], [yes, /./]);
    await script(home, [say('MyMessagesIntent'), /Is it/], [yes, /./]);
    assert.deepEqual(
      (await entriesOf(home)).map(({ residentId, homeId }) => [residentId, homeId]),
      [[undefined, 'home']],
    );
  });

  test('an Echo that nobody has paired puts nobody on the list', async () => {
    const home = await withDuty({ residents: [aResident()], paired: false });
    await script(home, [say('AbuseIntent'), /./]);
    assert.deepEqual(await entriesOf(home), []);
  });

  /** The skill over the table of a home in which something fails. */
  const failing = (home: SkillHome, change: (table: Table) => Partial<Table>) =>
    wireSkill({
      table: { ...home.counting.table, ...change(home.counting.table) },
      council: 'harbour',
      skillId: SKILL_ID,
      hashEcho: echoHasher('a key'),
      sealIds: idSealer('another'),
      pairingSecrets: home.secrets,
      clock: home.clock,
      bell: { ring: async () => undefined },
      realNow: home.clock,
      newId: () => 'id',
      log: (code, fields = {}) => home.logged.push({ code, fields }),
    });
  const codes = ({ logged }: SkillHome) => logged.map(({ code }) => code);
  const urgent = [say('UrgentHelpIntent'), /^I can't ring nine nine nine for you\./] as const;

  test('a list that cannot be written keeps nobody from the words, and whoever keeps the service is alarmed', async () => {
    const home = await withDuty();
    const answer = failing(home, (table) => ({
      put: async (item, condition) =>
        item.kind === 'duty-entry' ? assert.fail('the table is down') : table.put(item, condition),
    }));
    await script({ ...home, answer }, urgent);
    assert.deepEqual(codes(home), ['duty.not-noted']);
    assert.doesNotMatch(JSON.stringify(home.logged), /bill|urgent/);
  });

  test('where it cannot be read whose Echo it is the words are said all the same, and it is known that nobody is on the list', async () => {
    const home = await withDuty();
    const answer = failing(home, (table) => ({
      get: async (key, options) =>
        key.pk.includes('#ECHO#') ? assert.fail('the table is down') : table.get(key, options),
    }));
    await script({ ...home, answer }, urgent);
    assert.ok(codes(home).includes('duty.not-noted'), codes(home).join());
    assert.deepEqual(await entriesOf(home), []);
  });
});
