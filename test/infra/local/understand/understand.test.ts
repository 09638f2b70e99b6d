import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { understand } from '../../../../infra/local/understand/understand.ts';
import { heard, idOf, intentOf, MODEL, modelOf, NOW, slotOf } from './real-model.ts';

const SPOKEN: Readonly<Record<string, readonly string[]>> = {
  day: ['tomorrow', 'friday', 'the twenty sixth of november'],
  partOfDay: ['morning', 'to put me to bed'],
  missed: ['come', 'turned up'],
  notCome: ["hasn't come", 'never turned up'],
  reminderTime: ["eight o'clock", 'half past eight'],
  subject: ['meals on wheels', 'blue badge'],
  speechChange: ['slower', 'one at a time'],
  alexaThing: ['music', 'lights'],
  programme: ['coronation street', 'the news'],
  relation: ['daughter', 'friend next door'],
  carerName: ['karen', 'mohammed'],
  followUp: ['whereabouts', 'who sent it'],
  firstName: ['mary', 'arthur'],
  newName: ['mary', 'arthur'],
  howOften: ['every day', 'weekdays'],
  newTime: ["nine o'clock", 'quarter past ten'],
  onOff: ['on', 'off'],
  quietStart: ["nine o'clock", 'half past ten'],
  quietEnd: ["seven o'clock", 'half past six'],
  reminderLabel: ['have a drink', 'eat something'],
  snoozeFor: ['ten minutes', 'half an hour'],
  pairingCode: ['one two three four five six seven eight', '12345678'],
};

const spokenForms = (sample: string): readonly string[] => [
  ...new Set(
    [0, 1, 2].map((form) =>
      sample.replace(/\{(\w+)\}/g, (_, slot: string) => SPOKEN[slot]?.[form] ?? SPOKEN[slot]?.[0] ?? slot),
    ),
  ),
];

const slotNamesIn = (sample: string): readonly string[] =>
  [...sample.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot ?? '');

describe('a phrase is understood from the interaction model', () => {
  test('every sample, with its slots filled, goes back to its own intent word for word, and no slot comes back empty', () => {
    const strays = MODEL.intents.flatMap((intent) =>
      intent.samples.flatMap((sample) =>
        spokenForms(sample).flatMap((phrase) => {
          const { intent: found, how } = heard(phrase);
          const isOwn = found.name === intent.name && how === 'exact';
          const empty = slotNamesIn(sample).filter((slot) => found.slots?.[slot]?.value === undefined);
          return isOwn && empty.length === 0 ? [] : [`${intent.name}: "${phrase}" → ${found.name} (${how}) ${empty}`];
        }),
      ),
    );
    assert.deepEqual(strays, []);
  });

  test('a phrase of no sample is not known: there is no list but the model', () => {
    const other = understand(modelOf([{ name: 'KettleIntent', samples: ['put the kettle on'] }]));
    assert.equal(other('put the kettle on', { now: NOW }).intent.name, 'KettleIntent');
    assert.equal(other('who is coming', { now: NOW }).how, 'fallback');
    assert.equal(other('i have fallen', { now: NOW }).how, 'fallback');
  });

  test("Amazon's own phrases reach the built-ins that are declared, and no others", () => {
    assert.equal(intentOf('stop'), 'AMAZON.StopIntent');
    assert.equal(intentOf('cancel'), 'AMAZON.CancelIntent');
    assert.equal(intentOf('yes'), 'AMAZON.YesIntent');
    const without = understand(modelOf([{ name: 'KettleIntent', samples: ['put the kettle on'] }]));
    assert.equal(without('yes', { now: NOW }).how, 'fallback');
  });

  test('whatever is said, the answer is an intent of the model', () => {
    const names = new Set(MODEL.intents.map(({ name }) => name));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fc.constantFrom('who', 'is', 'coming', 'not', 'bins', '8')).map((words) => words.join(' ')),
        ),
        (phrase) => {
          assert.ok(names.has(intentOf(phrase)));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('nothing said is not understood', () => {
    assert.deepEqual(heard(' ... '), {
      heard: '',
      intent: { name: 'AMAZON.FallbackIntent', confirmationStatus: 'NONE' },
      how: 'fallback',
    });
  });
});

describe('an intent has the shape that Alexa gives it', () => {
  test('a custom slot carries what was heard and what it resolved to; a slot that was not heard has no value', () => {
    assert.deepEqual(heard('Can someone ring me about the Blue Badges?'), {
      heard: 'can someone ring me about the blue badges',
      intent: {
        name: 'RingMeIntent',
        confirmationStatus: 'NONE',
        slots: {
          subject: {
            name: 'subject',
            confirmationStatus: 'NONE',
            value: 'the blue badges',
            resolutions: RESOLVED,
            slotValue: { type: 'Simple', value: 'the blue badges', resolutions: RESOLVED },
          },
        },
      },
      how: 'exact',
    });
    assert.deepEqual(heard('ring me').intent.slots, { subject: { name: 'subject', confirmationStatus: 'NONE' } });
  });

  test('a built-in slot has a value and no resolutions', () => {
    assert.deepEqual(slotOf('who is coming tomorrow', 'day'), {
      name: 'day',
      confirmationStatus: 'NONE',
      value: '2026-11-25',
      slotValue: { type: 'Simple', value: '2026-11-25' },
    });
  });

  test('an intent without slots has no slots', () => {
    assert.equal('slots' in heard('what day is it').intent, false);
  });

  test('what is not in the list is heard and not matched', () => {
    const slot = slotOf('tell me about penguins', 'subject');
    assert.equal(slot?.value, 'penguins');
    const [only, ...more] = slot?.resolutions?.resolutionsPerAuthority ?? [];
    assert.deepEqual([only?.status, only?.values, more], [{ code: 'ER_SUCCESS_NO_MATCH' }, [], []]);
  });

  test('what is no number where a code was clearly meant is a question mark', () => {
    assert.equal(slotOf('the code on the screen is banana', 'pairingCode')?.value, '?');
  });

  test('two slots are found though no sample has them side by side', () => {
    const slots = heard("who's coming tuesday morning").intent.slots;
    assert.equal(slots?.day?.value, '2026-11-24');
    assert.equal(idOf("who's coming tuesday morning", 'partOfDay'), 'MORNING');
  });
});

const RESOLVED = {
  resolutionsPerAuthority: [
    {
      authority: 'amzn1.er-authority.echo-sdk.amzn1.ask.skill.bell-bird.CareSubject',
      status: { code: 'ER_SUCCESS_MATCH' },
      values: [{ value: { name: 'blue badge', id: 'BLUE_BADGE' } }],
    },
  ],
};

describe('residents are understood as they speak', () => {
  const cases: readonly (readonly [why: string, phrase: string, intent: string])[] = [
    ['a stammer', 'w w when is my carer coming', 'WhoIsComingIntent'],
    ['a stammer with hyphens', 'w-w-when is my ca-ca-carer coming', 'WhoIsComingIntent'],
    ['a repeated start', 'when is when is my my carer coming', 'WhoIsComingIntent'],
    ['sounds and endearments', 'um er who is coming today please love', 'WhoIsComingIntent'],
    ['courtesy', 'excuse me duck have i got any messages thank you very much', 'MyMessagesIntent'],
    ['another word order', 'tuesday who is coming', 'WhoIsComingIntent'],
    ['keywords only', 'hospital appointment when', 'NextAppointmentIntent'],
    ['a sound-alike of carer', 'when is my career coming', 'WhoIsComingIntent'],
    ['a sound-alike of bins', 'what day do the beans go out', 'CareQuestionIntent'],
    ['a slip of the finger', 'have i got any mesages', 'MyMessagesIntent'],
    ['missing apostrophes', 'whens my carer coming', 'WhoIsComingIntent'],
    ['a contraction opened', 'i have done it', 'ReminderDoneIntent'],
    ['chat around the request', "i'm going out so when is my carer coming", 'WhoIsComingIntent'],
    ['the same thing said twice', 'aye go on then', 'AMAZON.YesIntent'],
    ['a name in it', "when's sandra coming to wash me", 'WhoIsComingIntent'],
    ['a name of the family', "when's our sandra coming", 'FamilyComingIntent'],
  ];
  for (const [why, phrase, intent] of cases) {
    test(`${why}: "${phrase}"`, () => assert.equal(intentOf(phrase), intent));
  }

  test('a stammered or repeated first word changes nothing', () => {
    const samples = MODEL.intents.filter(({ name }) => !name.startsWith('AMAZON.')).flatMap(({ samples }) => samples);
    const plain = samples
      .filter((sample) => /^(?:who|what|when|where|which) /.test(sample))
      .map((s) => spokenForms(s)[0] ?? '');
    fc.assert(
      fc.property(fc.constantFrom(...plain), fc.integer({ min: 1, max: 3 }), (phrase, times) => {
        const [first = ''] = phrase.split(' ');
        assert.equal(intentOf(`${`${first[0]} `.repeat(times)}${phrase}`), intentOf(phrase));
        assert.equal(intentOf(`${`${first} `.repeat(times)}${phrase}`), intentOf(phrase));
      }),
      { numRuns: 100 },
    );
  });
});

describe('"council" and "cancel" are told apart by what stands around them', () => {
  test('cancel tax is the council tax, and the cancel sends messages', () => {
    assert.equal(idOf('how much is the cancel tax', 'subject'), 'COUNCIL_TAX');
    assert.equal(intentOf('has the cancel sent me anything'), 'MyMessagesIntent');
  });

  test('council alone never cancels', () => {
    assert.equal(heard('council').how, 'fallback');
    assert.equal(heard('counsel').how, 'fallback');
  });
});

describe('one of a kind is heard by its name', () => {
  for (const phrase of [
    'tell me about the tern bay lunch club',
    'what is the tern bay lunch club',
    'is there a tern bay lunch club',
  ])
    test(`"${phrase}" holds the whole name, and matches no kind`, () => {
      assert.equal(slotOf(phrase, 'subject')?.value?.replace(/^the /, ''), 'tern bay lunch club');
      assert.equal(idOf(phrase, 'subject'), undefined);
    });

  test('a misheard word before a value is no name', () => {
    assert.equal(slotOf('who is coming tomorow evening', 'partOfDay')?.value, 'evening');
    assert.equal(idOf('tell me about the lunch club', 'subject'), 'DAY_CENTRE');
  });
});

describe('a wrong intent is worse than none', () => {
  const outside = [
    ...['how tall is the queen', 'who won the football', 'where are my glasses', 'the cat sat on the mat'],
    ...['what is two plus two', 'how far is the moon', 'spell accommodation', 'who wrote hamlet'],
  ];
  for (const phrase of outside) {
    test(`"${phrase}" is not understood`, () => assert.equal(intentOf(phrase), 'AMAZON.FallbackIntent'));
  }

  const kettles = understand(
    modelOf([
      { name: 'KettleOnIntent', samples: ['put the big blue kettle on', 'boil some water'] },
      { name: 'KettleOffIntent', samples: ['take the big blue kettle off', 'stop the water boiling'] },
      { name: 'AMAZON.HelpIntent', samples: ['how ever does this contraption work'] },
    ]),
  );

  test('what two intents are equally like is not understood', () => {
    assert.equal(kettles('kettle big blue on', { now: NOW }).intent.name, 'KettleOnIntent');
    assert.equal(kettles('the big blue kettle', { now: NOW }).how, 'fallback');
  });

  test('a sentence that holds a request of two intents is not understood', () => {
    const overlapping = understand(
      modelOf([
        { name: 'RingIntent', samples: ['ring somebody about the kettle'] },
        { name: 'WaitIntent', samples: ['somebody about the kettle waits'] },
      ]),
    );
    assert.equal(overlapping('ring somebody about the kettle waits', { now: NOW }).how, 'fallback');
  });

  test('a built-in fires on its own phrases, and is not guessed from some of their words', () => {
    assert.equal(kettles('how ever does this contraption work please', { now: NOW }).intent.name, 'AMAZON.HelpIntent');
    assert.equal(kettles('how does this contraption ever work', { now: NOW }).how, 'fallback');
  });

  test('a question is never taken for "it is done"', () => {
    for (const phrase of [
      'have i done it',
      'did i do it',
      "have i done my eight o'clock one",
      'was it done',
      'have i been and done it',
    ]) {
      assert.notEqual(intentOf(phrase), 'ReminderDoneIntent', phrase);
    }
  });

  test('a "not" is never lost', () => {
    for (const phrase of ["i've not done my eight one love", 'no i have not done that one at all', 'not yet done it']) {
      assert.notEqual(intentOf(phrase), 'ReminderDoneIntent', phrase);
    }
  });
});

describe('words of danger are told apart (residents 7.1, rules 26 and 27)', () => {
  const cases: readonly (readonly [phrase: string, intent: string])[] = [
    ["I've fallen and I can't get up!", 'UrgentHelpIntent'],
    ['help me please i have fallen over', 'UrgentHelpIntent'],
    ['call 999', 'UrgentHelpIntent'],
    ["i can't breathe", 'UrgentHelpIntent'],
    ['there is a fire', 'UrgentHelpIntent'],
    ["i don't want to be here anymore", 'SelfHarmIntent'],
    ['my carer hits me', 'AbuseIntent'],
    ["i think i've taken too many tablets", 'TooManyTabletsIntent'],
    ["i'm ever so lonely", 'LowMoodIntent'],
    ['i nearly died laughing', 'PerhapsHurtIntent'],
    ["i've fallen out with our janet", 'PerhapsHurtIntent'],
    ["i've not fallen", 'AMAZON.FallbackIntent'],
    ['i am not lonely', 'AMAZON.FallbackIntent'],
    ["i don't want to die", 'SelfHarmIntent'],
    ['how many tablets am i on', 'HealthQuestionIntent'],
    ['this heat is killing me', 'PerhapsHurtIntent'],
  ];
  for (const [phrase, intent] of cases) {
    test(`"${phrase}" is ${intent}`, () => assert.equal(intentOf(phrase), intent));
  }
});

describe('a slot that was asked for is answered with its bare value', () => {
  const code = { eliciting: { intent: 'PairEchoIntent', slot: 'pairingCode' } };
  const subject = { eliciting: { intent: 'RingMeIntent', slot: 'subject' } };

  test('digits alone are the code', () => {
    assert.equal(intentOf('double four oh one two three four five', code), 'PairEchoIntent');
    assert.equal(slotOf('double four oh one two three four five', 'pairingCode', code)?.value, '44012345');
    assert.equal(slotOf("um it's 1234 5678", 'pairingCode', code)?.value, '12345678');
  });

  test('a subject alone belongs to the intent that asked, not to the one that takes bare subjects', () => {
    assert.equal(intentOf('blue badge', subject), 'RingMeIntent');
    assert.equal(intentOf('blue badge'), 'CareQuestionIntent');
  });

  test("one of the slot's own samples", () => {
    assert.equal(idOf("it's about my blue badge", 'subject', subject), 'BLUE_BADGE');
  });

  test('something not in the list is heard and not matched; something that is no number is a question mark', () => {
    const slot = slotOf('penguins', 'subject', subject);
    assert.deepEqual(
      [slot?.value, slot?.resolutions?.resolutionsPerAuthority?.[0]?.status.code],
      ['penguins', 'ER_SUCCESS_NO_MATCH'],
    );
    assert.equal(slotOf('banana', 'pairingCode', code)?.value, '?');
  });

  test('another request, a stop or a cry for help breaks in', () => {
    assert.equal(intentOf('stop', code), 'AMAZON.StopIntent');
    assert.equal(intentOf('who is coming today', code), 'WhoIsComingIntent');
    assert.equal(intentOf("i've fallen", subject), 'UrgentHelpIntent');
  });

  test('a slot that the model does not have is ignored', () => {
    assert.equal(intentOf('stop', { eliciting: { intent: 'PairEchoIntent', slot: 'colour' } }), 'AMAZON.StopIntent');
  });
});

describe('a yes or no that was asked for is a confirmation', () => {
  const ringing = { eliciting: { intent: 'RingMeIntent', slot: 'subject' }, confirming: 'intent' } as const;

  test('of the intent', () => {
    const yes = heard('yes please love', ringing).intent;
    assert.deepEqual([yes.name, yes.confirmationStatus], ['RingMeIntent', 'CONFIRMED']);
    const no = heard('no thank you', ringing).intent;
    assert.deepEqual([no.name, no.confirmationStatus], ['RingMeIntent', 'DENIED']);
  });

  test('of the slot', () => {
    const { confirmationStatus, slots } = heard('aye', { ...ringing, confirming: 'slot' }).intent;
    assert.deepEqual([confirmationStatus, slots?.subject?.confirmationStatus], ['NONE', 'CONFIRMED']);
  });

  test('as yes or no itself when the caller does not say of what', () => {
    assert.equal(intentOf('yes', { confirming: 'intent' }), 'AMAZON.YesIntent');
  });

  test('with more words after it, but not with the other word in it', () => {
    assert.equal(heard('yes i should think so', ringing).intent.confirmationStatus, 'CONFIRMED');
    assert.equal(heard('yes no', ringing).intent.confirmationStatus, 'NONE');
  });

  test('anything else is what it always is', () => {
    assert.equal(intentOf('who is coming today', ringing), 'WhoIsComingIntent');
    assert.equal(intentOf('stop', ringing), 'AMAZON.StopIntent');
  });
});

describe('values given for a session', () => {
  const given = {
    dynamicEntities: [
      { name: 'CareSubject', values: [{ id: 'CHOIR', name: { value: 'harbour choir', synonyms: ['the singing'] } }] },
    ],
  };

  test('are matched by an authority of their own, which comes first', () => {
    const [dynamic, fixed] =
      slotOf('tell me about the singing', 'subject', given)?.resolutions?.resolutionsPerAuthority ?? [];
    assert.match(dynamic?.authority ?? '', /dynamic/);
    assert.deepEqual(dynamic?.values, [{ value: { name: 'harbour choir', id: 'CHOIR' } }]);
    assert.equal(fixed?.status.code, 'ER_SUCCESS_NO_MATCH');
  });

  test("leave the model's own values as they were", () => {
    const [dynamic, fixed] =
      slotOf('tell me about the blue badge', 'subject', given)?.resolutions?.resolutionsPerAuthority ?? [];
    assert.deepEqual([dynamic?.status.code, fixed?.values[0]?.value.id], ['ER_SUCCESS_NO_MATCH', 'BLUE_BADGE']);
  });

  test('are gone in the next call', () => {
    assert.equal(slotOf('tell me about the singing', 'subject')?.resolutions?.resolutionsPerAuthority?.length, 1);
  });
});

describe('free text', () => {
  const messenger = understand(
    modelOf([
      {
        name: 'SendMessageIntent',
        slots: [{ name: 'body', type: 'AMAZON.SearchQuery' }],
        samples: ['send a message saying {body}'],
      },
      { name: 'SendNothingIntent', samples: ['send a message saying nothing'] },
    ]),
  );

  test('is passed on as it was said, courtesies and all', () => {
    const { slots } = messenger("Send a message saying I've run out of milk, please love", { now: NOW }).intent;
    assert.equal(slots?.body?.value, "i've run out of milk please love");
  });

  test('gives way to a sample word for word', () => {
    assert.equal(messenger('send a message saying nothing', { now: NOW }).intent.name, 'SendNothingIntent');
  });

  test('that was asked for is taken whole, but for another request word for word', () => {
    const asked = { now: NOW, eliciting: { intent: 'SendMessageIntent', slot: 'body' } };
    assert.equal(messenger('see you on tuesday', asked).intent.slots?.body?.value, 'see you on tuesday');
    assert.equal(messenger('send a message saying nothing', asked).intent.name, 'SendNothingIntent');
  });
});
