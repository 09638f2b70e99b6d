import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { renderOutcome } from '../../lambda/render/render-outcome.ts';
import { renderQuestion } from '../../lambda/render/render-question.ts';
import { readAsked } from '../../lambda/skill/asked.ts';
import { buildSkill } from '../../lambda/skill/build-skill.ts';
import { featuresOf } from '../../lambda/skill/features.ts';
import type { SkillNeeds } from '../../lambda/skill/needs.ts';
import { openEnvelope } from '../../lambda/skill/open-envelope.ts';
import { aReminderDelivery, aResident, aVisit } from '../render/support/builders.ts';
import { conversation, envelopeOf, open, type Said, say, script } from '../support/conversation.ts';
import { SKILL_ID, type SkillHome, skillHome } from '../support/skill-home.ts';

const atHome = (more = {}) =>
  skillHome({ residents: [aResident()], diary: [aVisit('2026-11-24T12:30', '2026-11-24T13:00')], ...more });

const wire = (home: SkillHome, said: Said = open) => envelopeOf(home, said, { isNew: true, attributes: {} });

type Wire = Readonly<Record<string, unknown>>;
const responseOf = (answer: unknown): Wire => (answer as { response: Wire }).response;

describe('a request that is not for this skill', () => {
  test('Q17: a wrong skill id is refused with a line in the log, and nothing is read', async () => {
    const home = await atHome();
    home.counting.reset();
    const envelope = wire(home);
    const foreign = JSON.parse(JSON.stringify(envelope).replaceAll(SKILL_ID, 'amzn1.ask.skill.other'));
    await assert.rejects(home.answer(foreign), /refused: wrong-skill-id/);
    assert.deepEqual(home.logged, [
      { code: 'skill.wrong-skill-id', fields: { council: 'harbour', reason: 'wrong-skill-id' } },
    ]);
    assert.equal(home.counting.requests(), 0);
  });

  test('Q17: context and session must both be for this skill', () => {
    const application = (applicationId: string) => ({ application: { applicationId } });
    const mixed = {
      session: application('other'),
      context: { System: application(SKILL_ID) },
      request: { type: 'LaunchRequest' },
    };
    assert.deepEqual(openEnvelope(mixed, SKILL_ID), { kind: 'refused', why: 'wrong-skill-id' });
  });

  for (const [title, event] of [
    ['nothing', undefined],
    ['null', null],
    ['text', 'open'],
    ['a list', []],
  ] as const)
    test(`${title} is refused as malformed`, async () => {
      await assert.rejects((await atHome()).answer(event), /refused: malformed/);
    });

  test('no skill id at all, and no request, are refused', async () => {
    const home = await atHome();
    await assert.rejects(home.answer({}), /refused: wrong-skill-id/);
    await assert.rejects(home.answer({ session: { application: { applicationId: SKILL_ID } } }), /refused: malformed/);
  });
});

describe('real requests lack what the documentation promises', () => {
  test('no context: help with pairing, because nobody knows which Echo it is', async () => {
    const home = await atHome();
    const { context: _context, ...bare } = wire(home);
    const answer = responseOf(await home.answer(bare));
    assert.match(JSON.stringify(answer.outputSpeech), /isn&apos;t set up yet|isn't set up yet/);
    const nulled = responseOf(await home.answer({ ...bare, context: null }));
    assert.match(JSON.stringify(nulled.outputSpeech), /set up yet/);
  });

  test('no device, no slots, no attributes, an intent that nobody knows', async () => {
    const home = await atHome();
    const envelope = wire(home, say('WhoIsComingIntent'));
    const { session, request, context } = envelope;
    const without = { ...context, System: { ...context.System, device: undefined } };
    assert.match(JSON.stringify(await home.answer({ ...envelope, context: without })), /set up yet/);
    const bare = { ...request, intent: { name: 'WhoIsComingIntent' } };
    assert.match(JSON.stringify(await home.answer({ ...envelope, request: bare })), /Amina is coming/);
    const { attributes: _attributes, ...plain } = session ?? {};
    assert.match(JSON.stringify(await home.answer({ ...envelope, session: plain })), /Amina is coming/);
    const strange = { ...request, intent: { name: 'SingIntent', slots: null, confirmationStatus: 'MAYBE' } };
    assert.match(JSON.stringify(await home.answer({ ...envelope, request: strange })), /catch that/);
    assert.match(
      JSON.stringify(await home.answer({ ...envelope, request: { ...request, intent: undefined } })),
      /catch that/,
    );
  });

  test('a slot with several values gives its first, and dynamic values are resolved ones', () => {
    const value = (id: string) => ({
      type: 'Simple',
      value: id,
      resolutions: {
        resolutionsPerAuthority: [
          { status: { code: 'ER_ERROR_TIMEOUT' }, values: [{ value: { id: 'RESPITE' } }] },
          { status: { code: 'ER_SUCCESS_MATCH' }, values: [{ value: { id } }] },
        ],
      },
    });
    const slots = {
      subject: { name: 'subject', slotValue: { type: 'List', values: [value('BINS'), value('MEALS_AT_HOME')] } },
    };
    const asked = readAsked({ request: { type: 'IntentRequest', intent: { name: 'CareQuestionIntent', slots } } });
    assert.deepEqual(asked.slots.subject, { value: 'BINS', id: 'BINS' });
  });
});

describe('requests that are no talk', () => {
  const background = [
    'AlexaSkillEvent.ProactiveSubscriptionChanged',
    'AlexaSkillEvent.SkillDisabled',
    'Reminders.ReminderStarted',
    'Messaging.MessageReceived',
    'Alexa.DataStore.PackageManager.InstallationError',
    'System.ExceptionEncountered',
    'Something.New',
  ];
  for (const type of background)
    test(`${type} is answered with nothing, and logged by its kind`, async () => {
      const home = await atHome();
      const { session: _session, ...rest } = wire(home);
      const event = {
        ...rest,
        request: { type, requestId: 'r', timestamp: '2026-11-24T10:00:00Z', body: { userId: 'secret' } },
      };
      assert.deepEqual(responseOf(await home.answer(event)), {});
      assert.deepEqual(home.logged, [{ code: 'skill.background-request', fields: { council: 'harbour', kind: type } }]);
    });

  test('a screen event inside a session, and a resumed session, are answered with nothing', async () => {
    const home = await atHome();
    for (const type of ['Alexa.Presentation.APL.UserEvent', 'SessionResumedRequest', 'Connections.Response'])
      assert.deepEqual(responseOf(await home.answer({ ...wire(home), request: { type } })), {});
  });

  test('whether it could fulfil an intent: no', async () => {
    const home = await atHome();
    const event = { ...wire(home), request: { type: 'CanFulfillIntentRequest' } };
    assert.deepEqual(responseOf(await home.answer(event)), { canFulfillIntent: { canFulfill: 'NO' } });
  });

  test('a launch without a session is no talk', async () => {
    const home = await atHome();
    const { session: _session, ...rest } = wire(home);
    assert.deepEqual(responseOf(await home.answer(rest)), {});
  });

  test('the end of a session is answered with nothing, and logged by its reason and error', async () => {
    const home = await atHome();
    const request = {
      type: 'SessionEndedRequest',
      reason: 'ERROR',
      error: { type: 'INVALID_RESPONSE', message: 'Bill said …' },
    };
    assert.deepEqual(responseOf(await home.answer({ ...wire(home), request })), {});
    assert.deepEqual(home.logged, [
      { code: 'skill.session-ended', fields: { council: 'harbour', reason: 'ERROR', fault: 'INVALID_RESPONSE' } },
    ]);
  });

  test('a reason that is not a word is not logged', async () => {
    const home = await atHome();
    await home.answer({ ...wire(home), request: { type: 'SessionEndedRequest', reason: 'Bill, 3 Gull Court' } });
    assert.deepEqual(home.logged, [{ code: 'skill.session-ended', fields: { council: 'harbour' } }]);
  });
});

describe('when something is thrown', () => {
  const broken = async (logFails: string[] = []) => {
    const home = await atHome();
    const fail = async (): Promise<never> => {
      throw new TypeError('Bill at 3 Gull Court cannot be read');
    };
    const logged: SkillHome['logged'] = [];
    const needs: SkillNeeds = {
      skillId: SKILL_ID,
      council: 'harbour',
      councilOf: fail,
      readEcho: fail,
      readResident: fail,
      readPage: fail,
      changeSpeech: fail,
      replyDone: fail,
      replyNotYet: fail,
      acknowledge: fail,
      markReadOut: fail,
      markSpoken: fail,
      askCallBack: fail,
      binDays: fail,
      findAnswer: fail,
      listingOf: fail,
      completePairing: fail,
      isCodeExpected: fail,
      turnAwayCode: fail,
      unpairEcho: fail,
      withdrawConsent: fail,
      askToBeForgotten: fail,
      noteSign: fail,
      claimScreen: fail,
      agreeOnWords: fail,
      refuseScreen: fail,
      switchScreen: fail,
      countSafety: fail,
      noteForDuty: fail,
      readDuty: fail,
      setReminder: fail,
      changeReminder: fail,
      cancelReminder: fail,
      keepLeftOff: fail,
      hushEcho: fail,
      changeManner: fail,
      hashEcho: () => home.hash,
      sealIds: () => 'sealed',
      clock: home.clock,
      log: (code, fields = {}) => {
        if (logFails.includes(code)) throw new TypeError('the log is full');
        logged.push({ code, fields });
      },
      render: { outcome: async (outcome, voice) => renderOutcome(outcome, voice), question: renderQuestion },
    };
    const skill = buildSkill(needs, async () => featuresOf(needs));
    const answer = async (event: unknown) => {
      const invoked = await skill(event);
      return invoked.kind === 'answered' ? invoked.response : undefined;
    };
    return { ...home, answer, logged };
  };

  test('an apology and one next step; the second time the end; the log learns the class and nothing else', async () => {
    const home = await broken();
    const talk = conversation(home);
    const first = await talk.turn(open);
    assert.equal(first.speech, 'Sorry, something went wrong. What would you like?');
    const second = await talk.turn(say('WhoIsComingIntent'));
    assert.equal(second.speech, 'Sorry, something went wrong. Please try again in a few minutes.');
    assert.deepEqual(
      home.logged.filter(({ code }) => code === 'skill.fault').map(({ fields }) => fields),
      [
        { council: 'harbour', fault: 'TypeError' },
        { council: 'harbour', fault: 'TypeError', intent: 'WhoIsComingIntent' },
      ],
    );
    assert.doesNotMatch(JSON.stringify(home.logged), /Bill|Gull/);
  });

  test('outside a conversation it is answered with nothing', async () => {
    const home = await broken(['skill.background-request']);
    const { session: _session, ...rest } = wire(home);
    const answer = await home.answer({ ...rest, request: { type: 'Messaging.MessageReceived' } });
    assert.deepEqual(responseOf(answer), {});
    assert.deepEqual(
      home.logged.map(({ code }) => code),
      ['skill.fault'],
    );
  });

  test('evidence that cannot be written down does not stop the answer', async () => {
    const home = await atHome({ deliveries: [aReminderDelivery('2026-11-24T08:00')] });
    const { table } = home.counting;
    const original = table.put;
    Object.assign(table, {
      put: async () => {
        throw new RangeError('no');
      },
    });
    await script(home, [open, /Is it done\?$/]);
    Object.assign(table, { put: original });
    assert.ok(home.logged.some(({ code, fields }) => code === 'skill.fault' && fields.fault === 'RangeError'));
  });
});

describe('what a turn tells', () => {
  test('its kind and family to whoever invoked it, its kind to the log, and neither to Amazon', async () => {
    const home = await atHome();
    const turn = await script(home, [say('WhoIsComingIntent'), /^Amina/]);
    assert.deepEqual(home.told, [{ kind: 'visits', family: 'visits', intent: 'WhoIsComingIntent', safety: undefined }]);
    assert.deepEqual(home.logged, [
      { code: 'skill.turn', fields: { council: 'harbour', kind: 'visits', intent: 'WhoIsComingIntent' } },
    ]);
    assert.doesNotMatch(JSON.stringify(turn.attributes), /family|outcome/);
  });
});
