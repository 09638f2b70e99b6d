import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { IntentRequest, LaunchRequest, SessionEndedRequest } from 'ask-sdk-model';
import { notify } from '../../../../infra/local/virtual-alexa/notifications.ts';
import { alexaIds } from '../../../../infra/local/virtual-alexa/virtual-echo.ts';
import {
  answer,
  FLAT_4,
  intent,
  KITCHEN,
  LOUNGE,
  requestAt,
  SKILL_ID,
  says,
  scriptedAlexa,
  types,
} from './scripted-alexa.ts';

const card = (title: string) => ({
  type: 'Alexa.Presentation.APL.RenderDocument' as const,
  token: 'bellbird-card',
  document: { type: 'APL', version: '2023.3' },
  datasources: {
    card: { type: 'object', properties: { title, lines: ['Amina, at ten'], footnote: '', tone: 'calm' } },
  },
});

describe('opening and asking', () => {
  test('"open bell bird" is a LaunchRequest in a new session, and what is said next continues it', async () => {
    const { alexa, sent } = await scriptedAlexa([
      answer(says('Hello Bill. Shall I read it?'), { state: 'IDLE' }),
      says('Amina, at ten.', { shouldEndSession: true }),
    ]);
    const opened = await alexa.say('kitchen', 'Alexa, open bell bird');
    assert.equal(opened.requestType, 'LaunchRequest');
    assert.equal(opened.spoken, 'Hello Bill. Shall I read it?');
    assert.equal(opened.sessionOpen, true);
    const told = await alexa.say('kitchen', 'who is coming');
    assert.equal(told.intent, 'WhoIsComingIntent');
    assert.equal(told.sessionOpen, false);
    assert.deepEqual(sent[1]?.session?.attributes, { state: 'IDLE' });
    assert.equal(sent[0]?.session?.new, true);
    assert.equal(sent[1]?.session?.new, false);
    assert.equal(sent[0]?.session?.sessionId, sent[1]?.session?.sessionId);
  });

  test('a question in one breath is an IntentRequest in a new session', async () => {
    const { alexa, sent } = await scriptedAlexa([says('Amina, at ten.', { shouldEndSession: true })]);
    const turn = await alexa.say('kitchen', 'ask bell bird who is coming');
    assert.equal(turn.requestType, 'IntentRequest');
    assert.equal(sent[0]?.session?.new, true);
    assert.equal(requestAt<IntentRequest>(sent, 0, 'IntentRequest').dialogState, undefined);
  });

  test('the envelope is what Alexa sends: British, timed by the demo clock, with a token and no person', async () => {
    const { alexa, sent } = await scriptedAlexa([says('Hello.', { shouldEndSession: true })]);
    await alexa.say('kitchen', 'open bell bird');
    const [envelope] = sent;
    assert.equal(envelope?.version, '1.0');
    assert.equal(envelope?.request.timestamp, '2026-11-24T10:00:00Z');
    assert.equal(requestAt<LaunchRequest>(sent, 0, 'LaunchRequest').locale, 'en-GB');
    const { System } = envelope?.context ?? assert.fail();
    const ids = alexaIds(SKILL_ID, KITCHEN);
    assert.equal(System.application.applicationId, SKILL_ID);
    assert.equal(System.user.userId, ids.userId);
    assert.equal(System.device?.deviceId, ids.deviceId);
    assert.equal(System.apiEndpoint, 'http://127.0.0.1:4000/alexa-api');
    assert.ok(System.apiAccessToken);
    assert.equal(System.person, undefined);
    assert.equal(System.unit, undefined);
    assert.deepEqual(System.device?.supportedInterfaces, {});
    assert.equal(envelope?.context.Viewport, undefined);
  });

  test('an Echo with a screen says so, and a managed one carries its unit and its endpoint', async () => {
    const { alexa, sent } = await scriptedAlexa([says('Hello.', { shouldEndSession: true })]);
    await alexa.say('flat-4', 'open bell bird');
    const { System, Viewport } = sent[0]?.context ?? assert.fail();
    assert.ok(System.device?.supportedInterfaces['Alexa.Presentation.APL']);
    assert.equal(Viewport?.mode, 'HUB');
    assert.equal(System.device?.persistentEndpointId, FLAT_4.kind === 'managed' ? FLAT_4.endpointId : '');
    assert.equal(System.unit?.persistentUnitId, FLAT_4.kind === 'managed' ? FLAT_4.unitId : '');
  });

  test('out of a session, words without the invocation name are not ours', async () => {
    const { alexa, sent } = await scriptedAlexa([]);
    const turn = await alexa.say('kitchen', 'who is coming');
    assert.equal(turn.by, 'alexa');
    assert.match(turn.spoken, /^Alexa herself would answer that/);
    assert.deepEqual(sent, []);
  });

  test('"exit" ends the session without an intent, and the skill is told USER_INITIATED', async () => {
    const { alexa, sent } = await scriptedAlexa([says('Hello. What would you like?')]);
    await alexa.say('kitchen', 'open bell bird');
    const turn = await alexa.say('kitchen', 'exit');
    assert.equal(turn.spoken, '');
    assert.equal(requestAt<SessionEndedRequest>(sent, 1, 'SessionEndedRequest').reason, 'USER_INITIATED');
  });

  test('a routine starts a task of the skill with a LaunchRequest', async () => {
    const { alexa, sent } = await scriptedAlexa([says('Good morning.', { shouldEndSession: true })]);
    const turn = await alexa.runRoutine('kitchen', 'MyDay');
    assert.equal(turn.spoken, 'Good morning.');
    assert.deepEqual(requestAt<LaunchRequest>(sent, 0, 'LaunchRequest').task, {
      name: `${SKILL_ID}.MyDay`,
      version: '1',
      input: {},
    });
  });
});

describe('when the session stays open', () => {
  test('silence plays the reprompt once, then the session ends', async () => {
    const reprompt = { outputSpeech: { type: 'PlainText' as const, text: 'Shall I read it?' } };
    const { alexa, sent } = await scriptedAlexa([says('You have a message. Shall I read it?', { reprompt })]);
    await alexa.say('kitchen', 'open bell bird');
    const again = await alexa.silence('kitchen');
    assert.equal(again.spoken, 'Shall I read it?');
    assert.equal(again.sessionOpen, true);
    const over = await alexa.silence('kitchen');
    assert.equal(over.sessionOpen, false);
    assert.equal(requestAt<SessionEndedRequest>(sent, 1, 'SessionEndedRequest').reason, 'EXCEEDED_MAX_REPROMPTS');
  });

  test('without a reprompt the first silence ends it', async () => {
    const { alexa, sent } = await scriptedAlexa([says('Shall I read it?')]);
    await alexa.say('kitchen', 'open bell bird');
    const turn = await alexa.silence('kitchen');
    assert.equal(turn.spoken, '');
    assert.deepEqual(types(sent), ['LaunchRequest', 'SessionEndedRequest']);
  });

  const unsaid = (more = {}) => ({
    outputSpeech: { type: 'SSML' as const, ssml: '<speak>Amina, at ten.</speak>' },
    ...more,
  });

  test('nothing said about the session ends it on an Echo without a screen', async () => {
    const { alexa } = await scriptedAlexa([unsaid()]);
    assert.equal((await alexa.say('kitchen', 'open bell bird')).sessionOpen, false);
  });

  test('with a card on the screen it stays open, with the microphone closed', async () => {
    const { alexa } = await scriptedAlexa([unsaid({ directives: [card('Today')] }), unsaid()]);
    const shown = await alexa.say('lounge', 'open bell bird');
    assert.deepEqual([shown.sessionOpen, shown.microphone], [true, 'closed']);
    assert.equal(shown.screen?.token, 'bellbird-card');
    assert.deepEqual(alexa.view('lounge').screen, {
      kind: 'card',
      token: 'bellbird-card',
      title: 'Today',
      lines: ['Amina, at ten'],
      footnote: '',
      tone: 'calm',
    });
    assert.equal((await alexa.say('lounge', 'who is coming')).requestType, 'IntentRequest');
  });

  test('with the microphone closed nobody is asked again: the first silence ends it', async () => {
    const reprompt = { outputSpeech: { type: 'PlainText' as const, text: 'Anything else?' } };
    const { alexa, sent } = await scriptedAlexa([unsaid({ directives: [card('Today')], reprompt })]);
    await alexa.say('lounge', 'open bell bird');
    assert.equal((await alexa.silence('lounge')).spoken, '');
    assert.deepEqual(types(sent), ['LaunchRequest', 'SessionEndedRequest']);
  });

  test('what the screen showed is gone when the next session begins', async () => {
    const { alexa } = await scriptedAlexa([unsaid({ directives: [card('Today')], shouldEndSession: true }), unsaid()]);
    await alexa.say('lounge', 'open bell bird');
    assert.equal(alexa.view('lounge').screen?.kind, 'card');
    await alexa.say('lounge', 'open bell bird');
    assert.equal(alexa.view('lounge').screen, null);
  });

  test('two things said at once to one Echo are answered one after the other', async () => {
    const order: string[] = [];
    const slow = (name: string) => async () => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      order.push(`${name} ends`);
      return says('Hello?');
    };
    const { alexa } = await scriptedAlexa([slow('first'), slow('second')]);
    await Promise.all([alexa.say('kitchen', 'open bell bird'), alexa.say('kitchen', 'who is coming')]);
    assert.deepEqual(order, ['first begins', 'first ends', 'second begins', 'second ends']);
  });
});

describe('dialogues', () => {
  const elicit = (slotToElicit: string) => ({ type: 'Dialog.ElicitSlot' as const, slotToElicit });

  test('a slot that the skill asks for is filled, and those before it are carried', async () => {
    const { alexa, sent, listened } = await scriptedAlexa([
      says('At what time?', { directives: [elicit('time')] }),
      says('Shall I set it?', { directives: [{ type: 'Dialog.ConfirmIntent' }] }),
      says('Done.', { shouldEndSession: true }),
    ]);
    await alexa.say('kitchen', 'ask bell bird remind me today');
    await alexa.say('kitchen', 'at eight');
    assert.deepEqual(listened[1], {
      now: listened[1] && Date.parse('2026-11-24T10:00:00Z'),
      eliciting: { intent: 'RemindIntent', slot: 'time' },
    });
    const carried = requestAt<IntentRequest>(sent, 1, 'IntentRequest');
    assert.equal(carried.dialogState, 'IN_PROGRESS');
    assert.deepEqual([carried.intent.slots?.day?.value, carried.intent.slots?.time?.value], ['2026-11-24', '08:00']);
    await alexa.say('kitchen', 'yes');
    const confirmed = requestAt<IntentRequest>(sent, 2, 'IntentRequest');
    assert.equal(confirmed.intent.name, 'RemindIntent');
    assert.equal(confirmed.intent.confirmationStatus, 'CONFIRMED');
  });

  test('a spoken no to ConfirmIntent reaches the skill as a completed, denied intent, not as NoIntent', async () => {
    const { alexa, sent } = await scriptedAlexa([
      says('Shall I set it?', { directives: [{ type: 'Dialog.ConfirmIntent' }] }),
      says('All right.', { shouldEndSession: true }),
    ]);
    await alexa.say('kitchen', 'ask bell bird remind me');
    await alexa.say('kitchen', 'no');
    const denied = requestAt<IntentRequest>(sent, 1, 'IntentRequest');
    assert.deepEqual(
      [denied.intent.name, denied.intent.confirmationStatus, denied.dialogState],
      ['RemindIntent', 'DENIED', 'COMPLETED'],
    );
  });

  test('ConfirmSlot sets the confirmation of that slot', async () => {
    const updatedIntent = intent('RemindIntent', { day: '2026-11-24', time: '08:00' });
    const { alexa, sent } = await scriptedAlexa([
      says('At eight?', { directives: [{ type: 'Dialog.ConfirmSlot', slotToConfirm: 'time', updatedIntent }] }),
      says('Done.', { shouldEndSession: true }),
    ]);
    await alexa.say('kitchen', 'open bell bird');
    await alexa.say('kitchen', 'yes');
    assert.equal(
      requestAt<IntentRequest>(sent, 1, 'IntentRequest').intent.slots?.time?.confirmationStatus,
      'CONFIRMED',
    );
  });

  test('changing the subject loses the slots so far', async () => {
    const { alexa, sent } = await scriptedAlexa([
      says('At what time?', { directives: [elicit('time')] }),
      says('Amina. Anything else?'),
      says('Which day?', { directives: [elicit('day')] }),
    ]);
    await alexa.say('kitchen', 'ask bell bird remind me today');
    assert.equal((await alexa.say('kitchen', 'who is coming')).intent, 'WhoIsComingIntent');
    await alexa.say('kitchen', 'remind me');
    const begun = requestAt<IntentRequest>(sent, 2, 'IntentRequest');
    assert.equal(begun.dialogState, 'STARTED');
    assert.deepEqual(begun.intent.slots?.day, { name: 'day', confirmationStatus: 'NONE' });
  });

  test('a delegated dialogue is asked in the words of the model, and comes back COMPLETED', async () => {
    const delegate = { directives: [{ type: 'Dialog.Delegate' as const }] };
    const { alexa, sent } = await scriptedAlexa([
      delegate,
      delegate,
      delegate,
      delegate,
      says('Set.', { shouldEndSession: true }),
    ]);
    assert.equal((await alexa.say('kitchen', 'ask bell bird remind me today')).spoken, 'At what time?');
    assert.equal((await alexa.say('kitchen', 'at eight')).spoken, 'At 08:00, is that right?');
    assert.equal((await alexa.say('kitchen', 'yes')).spoken, 'Shall I set it?');
    const done = await alexa.say('kitchen', 'yes');
    assert.equal(done.spoken, 'Set.');
    const states = sent.map(({ request }) => (request as IntentRequest).dialogState);
    assert.deepEqual(states, ['STARTED', 'IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS', 'COMPLETED']);
  });

  test('with delegation ALWAYS the skill is called once, when all is known', async () => {
    const { alexa, sent } = await scriptedAlexa([says('Slower from now on.', { shouldEndSession: true })]);
    assert.equal((await alexa.say('kitchen', 'ask bell bird change the speed')).spoken, 'Slower or faster?');
    assert.equal((await alexa.say('kitchen', 'slower')).spoken, 'Slower from now on.');
    assert.equal(sent.length, 1);
    assert.equal(sent[0]?.session?.new, true);
    assert.equal(requestAt<IntentRequest>(sent, 0, 'IntentRequest').dialogState, 'COMPLETED');
  });

  test('names that the skill gives are listened for until the session ends', async () => {
    const types = [{ name: 'Speed', values: [{ id: 'SLOW', name: { value: 'gently', synonyms: [] } }] }];
    const { alexa, listened } = await scriptedAlexa([
      says('Hello?', { directives: [{ type: 'Dialog.UpdateDynamicEntities', updateBehavior: 'REPLACE', types }] }),
      says('Yes?'),
      says('Yes?', { directives: [{ type: 'Dialog.UpdateDynamicEntities', updateBehavior: 'CLEAR' }] }),
      says('Yes?'),
    ]);
    await alexa.say('kitchen', 'open bell bird');
    for (const words of ['who is coming', 'who is coming', 'who is coming']) await alexa.say('kitchen', words);
    const names = listened.map((context) => (context as { dynamicEntities?: unknown }).dynamicEntities);
    assert.deepEqual(names, [types, types, undefined]);
  });
});

describe('cards, events and memory', () => {
  test('a consent card lies in the phone app, not in speech', async () => {
    const permissions = ['alexa::devices:all:notifications:write'];
    const { alexa } = await scriptedAlexa([
      says('Look at your phone.', { shouldEndSession: true, card: { type: 'AskForPermissionsConsent', permissions } }),
    ]);
    const turn = await alexa.say('kitchen', 'open bell bird');
    assert.deepEqual(turn.card?.permissions, permissions);
    assert.deepEqual(alexa.view('lounge').cards, [turn.card]);
  });

  test('opting in to notifications tells the skill, without a session or a device', async () => {
    const { alexa, sent } = await scriptedAlexa([]);
    await alexa.setNotifications('bill', true);
    await alexa.setNotifications('bill', true);
    assert.deepEqual(types(sent), ['AlexaSkillEvent.ProactiveSubscriptionChanged']);
    assert.equal(sent[0]?.session, undefined);
    assert.equal(sent[0]?.context.System.device, undefined);
    assert.equal(sent[0]?.context.System.user.userId, alexaIds(SKILL_ID, KITCHEN).userId);
  });

  test('a skill that was disabled comes back with new ids, and "open" enables it', async () => {
    const { alexa, sent, world } = await scriptedAlexa([says('Hello?'), says('Welcome?')]);
    await alexa.say('kitchen', 'open bell bird');
    notify(world, ['kitchen'], { id: 'one', words: 'A message.', expiresAt: Number.POSITIVE_INFINITY });
    await alexa.disableSkill('bill');
    assert.equal(alexa.view('kitchen').sessionOpen, false);
    assert.equal(alexa.view('kitchen').waiting, 0);
    await alexa.say('kitchen', 'open bell bird');
    assert.deepEqual(types(sent), [
      'LaunchRequest',
      'AlexaSkillEvent.SkillDisabled',
      'AlexaSkillEvent.SkillEnabled',
      'LaunchRequest',
    ]);
    const users = sent.map(({ context }) => context.System.user.userId);
    assert.equal(users[0], users[1]);
    assert.equal(users[2], users[3]);
    assert.notEqual(users[1], users[2]);
    assert.equal(users[3], alexaIds(SKILL_ID, KITCHEN, 2).userId);
    assert.notEqual(sent[0]?.context.System.device?.deviceId, sent[3]?.context.System.device?.deviceId);
  });

  test('a restart continues an open session from what was saved', async () => {
    const before = await scriptedAlexa([
      answer(says('At what time?', { directives: [{ type: 'Dialog.ElicitSlot', slotToElicit: 'time' }] }), {
        state: 'ASKED',
      }),
    ]);
    await before.alexa.say('lounge', 'ask bell bird remind me today');
    const saved = JSON.parse(JSON.stringify(before.saves.at(-1)));
    const { alexa, sent } = await scriptedAlexa([says('Done.', { shouldEndSession: true })], { saved });
    await alexa.say('lounge', 'at eight');
    const carried = requestAt<IntentRequest>(sent, 0, 'IntentRequest');
    assert.equal(carried.intent.slots?.day?.value, '2026-11-24');
    assert.deepEqual(sent[0]?.session?.attributes, { state: 'ASKED' });
  });

  test('a saved state that is not one is refused in one line', async () => {
    await assert.rejects(scriptedAlexa([], { saved: { version: 2 } }), /cannot be read/);
  });

  test('whoever follows an Echo sees what a person would notice, in order, and nothing of the skill', async () => {
    const { alexa } = await scriptedAlexa([answer(says('Hello <break time="1s"/> Bill?'), { secret: 'state' })]);
    const seen: unknown[] = [];
    const stop = alexa.follow('lounge', (event) => seen.push(event));
    await alexa.say('lounge', 'open bell bird');
    stop();
    await alexa.silence('lounge');
    assert.deepEqual(seen, [
      {
        id: 1,
        at: Date.parse('2026-11-24T10:00:00Z'),
        happening: {
          kind: 'turn',
          said: 'open bell bird',
          spoken: 'Hello Bill?',
          by: 'skill',
          sessionOpen: true,
          microphone: 'open',
          card: null,
          screen: null,
        },
      },
    ]);
    assert.equal(alexa.view('lounge').recent.length, 2);
  });

  test('the ids of an Echo are the same every time, and differ between Echos and accounts', () => {
    assert.deepEqual(alexaIds(SKILL_ID, LOUNGE), alexaIds(SKILL_ID, LOUNGE));
    assert.equal(alexaIds(SKILL_ID, LOUNGE).userId, alexaIds(SKILL_ID, KITCHEN).userId);
    assert.notEqual(alexaIds(SKILL_ID, LOUNGE).deviceId, alexaIds(SKILL_ID, KITCHEN).deviceId);
    assert.notEqual(alexaIds(SKILL_ID, LOUNGE).userId, alexaIds('amzn1.ask.skill.other', LOUNGE).userId);
  });
});
