import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aMonthAfter } from '../../lambda/core/people/forget-request.ts';
import { aResident } from '../render/support/builders.ts';
import { no, open, pardon, say, script, yes } from '../support/conversation.ts';
import { type SkillHome, skillHome } from '../support/skill-home.ts';

const forget = say('ForgetMeIntent');
const MEANS =
  'Then I stop, and Harbour County Council is asked to delete what is kept about you. Shall I stop, and ask them to forget you?';
const FOR_GOOD = 'That ends the service here for good. It cannot be undone. Is that what you want?';
const ASKED =
  "I've stopped. I have asked Harbour County Council to delete what is kept about you. They have one month to do that, or to tell you why not.";

const requestOf = async ({ stores }: SkillHome) => (await stores.forgetRequests.of('harbour', 'bill'))?.value;
const consentOf = async ({ stores }: SkillHome) =>
  (await stores.residents.ofId('harbour', 'bill', { strong: true }))?.value.consent.state;

describe('"forget me"', () => {
  test('is asked twice; from the second yes on everything has stopped, and the request stands with its date', async () => {
    const home = await skillHome({ residents: [aResident()] });
    await script(
      home,
      [open, /./],
      [forget, MEANS],
      [pardon, MEANS],
      [yes, FOR_GOOD],
      [pardon, FOR_GOOD],
      [yes, ASKED],
    );
    assert.equal(await consentOf(home), 'withdrawn');
    const request = await requestOf(home);
    assert.deepEqual([request?.state, request?.answerBy], ['asked', '2026-12-24']);
    const acts = await home.stores.audit.of('harbour', 'FORGET#bill');
    assert.deepEqual(
      acts.map(({ act }) => [act.did, act.by]),
      [['ask-to-be-forgotten', { kind: 'resident', id: 'bill' }]],
    );
    await script(home, [say('WhoIsComingIntent'), /^This service is switched off here\./]);
  });

  test('a no, at either question, changes nothing', async () => {
    const home = await skillHome({ residents: [aResident()] });
    await script(home, [forget, MEANS], [no, "All right. I've left it."]);
    await script(home, [forget, MEANS], [yes, FOR_GOOD], [no, "All right. I've left it."]);
    assert.deepEqual([await consentOf(home), await requestOf(home)], ['given', undefined]);
  });

  test('while somebody else is there, nobody is asked', async () => {
    const home = await skillHome({ residents: [aResident()] });
    await script(home, [say('SomeoneHereIntent'), /./], [forget, /just me/]);
    await script(home, [forget, /just me/]);
    assert.deepEqual([await consentOf(home), await requestOf(home)], ['given', undefined]);
  });

  test('no log line names anybody', async () => {
    const home = await skillHome({ residents: [aResident()] });
    await script(home, [forget, MEANS], [yes, FOR_GOOD], [yes, ASKED]);
    assert.doesNotMatch(JSON.stringify(home.logged), /bill/i);
  });
});

test('a month ends on the same day of the next one, or on its last', () => {
  assert.deepEqual(['2026-11-24', '2026-12-31', '2027-01-31', '2028-01-31'].map(aMonthAfter), [
    '2026-12-24',
    '2027-01-31',
    '2027-02-28',
    '2028-02-29',
  ]);
});
