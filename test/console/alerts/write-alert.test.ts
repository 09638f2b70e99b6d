import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Alert } from '../../../lambda/core/alerts/alert.ts';
import { MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { instantOf } from '../../../lambda/core/kernel/uk-time.ts';
import { FLOOD } from '../../support/alert-states.ts';
import { all, attribute, elementsIn, textOf } from '../../support/page.ts';
import { type AlertWorld, anAlertWorld, pageOf, practiceResidents } from '../support/alert-world.ts';
import { type Fields, fieldsOf, type Seen, type Visitor } from '../support/visitor.ts';

const start = async (now = '2026-11-24T10:00') => {
  const world = await anAlertWorld({ now: instantOf(now) });
  await practiceResidents(world, 12);
  return { world, tom: await world.as('tom'), helen: await world.as('helen') };
};

const newest = async (world: AlertWorld): Promise<Alert> => {
  const { alerts } = await world.stores.alerts.newest('harbour');
  return alerts[0] ?? assert.fail('no alert stands');
};

const WORDS = { title: 'Bins', text: 'The bins are emptied on Thursday this week.' };
const SOON = { handling: 'urgent', start: 'on-approval' };

const texts = (page: Seen): readonly string[] => page.mistakes.map(({ text }) => text);

/** Each link of the error summary leads to something on the page. */
const assertLinksLead = (page: Seen): void => {
  const ids = new Set(elementsIn(page.root).map((element) => attribute(element, 'id')));
  for (const { field } of page.mistakes) assert.ok(ids.has(field), `#${field} is not on the page`);
};

const boxOf = (page: Seen, name: string): string =>
  elementsIn(page.root)
    .filter(({ tag }) => tag === 'form')
    .flatMap(fieldsOf)
    .find(([field]) => field === name)?.[1] ?? assert.fail(`no box ${name}`);

describe('an officer writes an alert and another one approves it', () => {
  test('from the list to the release, as practice, with the reach before it', async () => {
    const { world, tom, helen } = await start();
    let page = await tom.get('/console/alerts');
    assert.match(page.text, /No alert has been written yet/);
    page = await tom.click(page, 'Write an alert');
    page = await tom.press(page, 'Continue');
    assert.equal(page.path, '/console/alerts/practice/new', 'practice is chosen already');
    page = await tom.press(page, 'Save and continue', WORDS);
    assert.equal(page.heading, 'How it is said and shown');
    assert.match(page.text, /The bins are emptied on Thursday this week/);
    page = await tom.click(page, 'Continue');
    page = await tom.press(page, 'Save and count', { areas: ['north'] });
    assert.match(page.text, /This alert is for 6 people/);
    page = await tom.press(page, 'Save and continue', { areas: ['north', 'south'] });
    page = await tom.press(page, 'Save and continue', SOON);
    assert.equal(page.heading, 'Check your answers');
    assert.match(page.text, /In North or South/);
    assert.match(page.text, /Starts As soon as it is approved/);
    assert.match(page.text, /Ends 10:00am on Wednesday 25 November/);
    page = await tom.press(page, 'Submit for approval');
    assert.match(page.text, /It waits for another officer to approve it/);

    page = await helen.click(await helen.get('/console/alerts'), 'Bins');
    page = await helen.click(page, 'Look at it and decide');
    assert.match(page.text, /Written by Tom Okafor. Submitted by Tom Okafor/);
    assert.match(page.text, /This alert is for 12 people/);
    page = await helen.press(page, 'Approve for practice', { people: '12' });
    assert.match(page.text, /The alert is approved/);
    const alert = await newest(world);
    assert.deepEqual(world.rung.at(-1), { council: 'harbour', alertId: alert.id });
    await world.states.tell(await world.states.look(alert));
    page = await helen.get(pageOf(alert));
    assert.match(page.text, /Worked through so far: 11 of 12 people/);
  });

  test('practice and live are told apart on every page: address, band, title and button (C05)', async () => {
    const { world, tom, helen } = await start();
    for (const mode of ['practice', 'live'] as const) {
      const draft = await world.states.draft({ mode });
      const submitted = await world.states.submitted({ mode });
      const stopped = await world.states.stopped({ mode });
      const visits: readonly (readonly [Visitor, string])[] = [
        [tom, `/console/alerts/${mode}/new`],
        [tom, `/console/alerts/${mode}/from/flood`],
        ...['', '/words', '/preview', '/audience', '/when', '/check', '/discard'].map(
          (page) => [tom, `${pageOf(draft)}${page}`] as const,
        ),
        ...['', '/decide'].map((page) => [helen, `${pageOf(submitted)}${page}`] as const),
        ...['', '/correct', '/report', '/not-reached'].map((page) => [helen, `${pageOf(stopped)}${page}`] as const),
      ];
      for (const [visit, path] of visits) {
        const page = await visit.get(path);
        assert.equal(page.path, path);
        assert.match(page.path, new RegExp(`^/console/alerts/${mode}/`));
        const [isThis, other] =
          mode === 'live'
            ? [/^LIVE: this reaches real people\./, /sample residents only\. No real/]
            : [/^Practice: this goes to sample residents only\./, /LIVE: this reaches/];
        assert.match(page.text, isThis, path);
        assert.doesNotMatch(page.text, other, path);
        assert.match(page.title, mode === 'live' ? /^LIVE: / : /^Practice: /);
      }
    }
  });
});

describe('the words of an alert', () => {
  const refusals: readonly (readonly [string, Fields, string, string])[] = [
    ['no title', { title: '' }, 'title', 'Write the title'],
    ['no words', { text: '' }, 'text', 'Write the words'],
    ['a title that is too long', { title: 'x'.repeat(41) }, 'title', 'Make the title shorter: at most 40 characters'],
    ['words that are too long', { text: 'word '.repeat(70) }, 'text', 'Make the words shorter: at most'],
    ['a placeholder', { text: 'Ring ((name)) now.' }, 'text', 'Fill in what stands in double brackets'],
    ['a key-safe code', { text: 'The key safe code is 4821.' }, 'text', 'Take the key-safe or door code out'],
    ['a card number', { text: 'Pay with 4111 1111 1111 1111.' }, 'text', 'Take the card number out'],
    ['an NHS number', { text: 'It is for 943 476 5919.' }, 'text', 'Take the NHS number out'],
    ['the name of a medicine', { text: 'Take your warfarin now.' }, 'text', 'Take the name of the medicine out'],
    ['half a correction', { correctionTitle: 'Wrong' }, 'correctionText', 'Write both the title and the words'],
    [
      'a code in the correction',
      { correctionTitle: 'No', correctionText: 'The door code is 1234.' },
      'correctionText',
      'Take the key-safe or door code out of the words of the correction',
    ],
    ['nothing said of privacy', { private: 'perhaps' }, 'private', 'Choose whether it is private'],
  ];
  for (const [what, typed, field, text] of refusals) {
    test(`with ${what} are refused with what to do, and what was typed is kept (SEC-08)`, async () => {
      const { world, tom } = await start();
      const page = await tom.press(await tom.get('/console/alerts/live/new'), 'Save and continue', {
        ...WORDS,
        ...typed,
      });
      assert.equal(page.status, 422);
      assert.equal(page.mistakes.length, 1, texts(page).join('; '));
      assert.equal(page.mistakes[0]?.field, field);
      assert.ok(page.mistakes[0]?.text.startsWith(text), page.mistakes[0]?.text);
      assertLinksLead(page);
      const wanted = { ...WORDS, ...typed };
      for (const name of ['title', 'text', 'correctionTitle', 'correctionText'] as const)
        if (name in wanted) assert.equal(boxOf(page, name), String(Reflect.get(wanted, name)).trim());
      assert.equal((await world.stores.alerts.newest('harbour')).alerts.length, 0);
    });
  }

  test('say how long they take, also when they are refused', async () => {
    const { tom } = await start();
    const page = await tom.press(await tom.get('/console/alerts/live/new'), 'Save and continue', {
      ...WORDS,
      title: '',
    });
    assert.match(page.text, /About 3 seconds to say/);
  });

  test('of a form that is sent twice begin one alert, also across a minute (C02)', async () => {
    const { world, tom } = await start();
    const form = await tom.get('/console/alerts/practice/new');
    const once = await tom.press(form, 'Save and continue', WORDS);
    world.time.now += 2 * MINUTE;
    const again = await tom.press(form, 'Save and continue', WORDS);
    assert.equal(again.path, once.path);
    assert.equal((await world.stores.alerts.newest('harbour')).alerts.length, 1);
    const other = await tom.press(form, 'Save and continue', { ...WORDS, text: 'Something else.' });
    assert.equal(other.status, 422);
    assert.match(texts(other).join(), /already begun an alert with other words/);
  });

  test('of a form whose age or key was tampered with begin an alert of now', async () => {
    const { world, tom } = await start();
    const form = await tom.get('/console/alerts/practice/new');
    for (const odd of [{ begun: '0' }, { begun: 'x' }, { begun: String(world.time.now + MINUTE) }, { key: 'mine' }])
      await tom.press(form, 'Save and continue', { ...WORDS, ...odd });
    const { alerts } = await world.stores.alerts.newest('harbour');
    assert.equal(alerts.length, 4);
    for (const { id } of alerts) assert.match(id, /^20261124T1000-[0-9a-f]{40}$/);
  });

  test('keep their lines, and a markup in them is only text', async () => {
    const { world, tom } = await start();
    const text = 'First line.\r\nSecond <script>alert(1)</script> line.';
    const page = await tom.press(await tom.get('/console/alerts/practice/new'), 'Save and continue', {
      ...WORDS,
      text,
    });
    assert.equal((await newest(world)).content.words.text, text.replace('\r\n', '\n'));
    assert.equal(all(page.root, 'script').length, 1);
  });

  test('can be begun from a template, whose placeholders all want filling in', async () => {
    const { world, tom } = await start();
    let page = await tom.press(await tom.get('/console/alerts/new'), 'Continue', { mode: 'live', from: 'flood' });
    assert.equal(page.path, '/console/alerts/live/from/flood');
    page = await tom.press(page, 'Continue', { 'fill-1': 'Old Town' });
    assert.deepEqual(texts(page), ['Fill in “time”']);
    assertLinksLead(page);
    assert.equal(boxOf(page, 'fill-1'), 'Old Town');
    page = await tom.press(page, 'Continue', { 'fill-2': '6pm' });
    assert.equal(page.heading, 'How it is said and shown');
    const { content } = await newest(world);
    assert.deepEqual(content.words, {
      title: 'Flood in Old Town',
      text: 'The river may flood Old Town from 6pm. Stay in.',
    });
    assert.equal(content.correction?.title, 'No flood in Old Town');
    assert.equal(content.handling, 'urgent');
  });

  test('of a template that become too long are shown where they can be made shorter', async () => {
    const { tom } = await start();
    const form = await tom.get('/console/alerts/live/from/flood');
    const page = await tom.press(form, 'Continue', { 'fill-1': 'x'.repeat(50), 'fill-2': '6pm' });
    assert.equal(page.status, 422);
    assert.match(texts(page).join(), /Make the title shorter/);
    const fixed = await tom.press(page, 'Save and continue', { title: 'Flood', correctionTitle: 'No flood' });
    assert.equal(fixed.heading, 'How it is said and shown');
  });

  test('of a template that is not there, or a mode that is none, are not begun', async () => {
    const { tom } = await start();
    assert.equal((await tom.get('/console/alerts/live/from/nothing')).status, 404);
    assert.equal((await tom.get('/console/alerts/other/new')).status, 404);
    const page = await tom.press(await tom.get('/console/alerts/new'), 'Continue', { mode: 'real', from: '' });
    assert.deepEqual(texts(page), ['Choose practice or live', 'Choose what to begin with']);
    assertLinksLead(page);
  });

  test('lose their correction when both its boxes are emptied', async () => {
    const { world, tom } = await start();
    const draft = await world.states.draft();
    const page = await tom.get(`${pageOf(draft)}/words`);
    await tom.press(page, 'Save and continue', { correctionTitle: '', correctionText: '' });
    assert.equal((await world.states.stands(draft)).content.correction, undefined);
  });

  test('are heard and seen before anybody approves: spoken, hidden, on the television, and the correction', async () => {
    const { world, tom } = await start();
    const open = await world.states.draft();
    const page = await tom.get(`${pageOf(open)}/preview`);
    assert.match(page.text, /An Echo that the council manages says.*The river may flood Old Town/);
    assert.match(page.text, /An Echo where nothing may be said aloud says.*message/);
    assert.match(page.text, /The television shows Urgent Flood warning for Old Town/);
    assert.match(page.text, /The correction, if it is ever sent.*That was wrong/);
    const hidden = await world.states.draft({ isPrivate: true });
    const shown = all((await tom.get(`${pageOf(hidden)}/preview`)).root, 'div').find(
      (each) => attribute(each, 'class')?.startsWith('app-tv') ?? false,
    );
    assert.equal(textOf(shown), 'Urgent You have a message');
  });
});

describe('for whom an alert is', () => {
  const counted = async (chosen: Fields): Promise<string> => {
    const { world, tom } = await start();
    const draft = await world.states.begun();
    const page = await tom.press(await tom.get(`${pageOf(draft)}/audience`), 'Save and count', chosen);
    assert.equal(page.path, `${pageOf(draft)}/audience`);
    return page.text;
  };

  test('everybody of the mode, when nothing is chosen; the ways to reach them add up', async () => {
    const text = await counted({});
    assert.match(text, /This alert is for 12 people/);
    assert.match(text, /3can be spoken to now/);
    assert.match(text, /2have an Echo that only chimes/);
    assert.match(text, /2have only a screen/);
    assert.match(text, /1are in their quiet hours/);
    assert.match(text, /4cannot be reached/);
    assert.match(text, /3 \+ 2 \+ 2 \+ 1 \+ 4 = 12\. Counted at 10:00am/);
    assert.match(text, /Counted as a notice/);
  });

  test('an area, a group, a language and a kind of Echo, all that were chosen', async () => {
    assert.match(await counted({ areas: 'north' }), /for 6 people/);
    assert.match(await counted({ areas: ['north', 'south'], groups: 'lunch-club' }), /for 3 people/);
    assert.match(await counted({ languages: 'cy' }), /for 3 people/);
    assert.match(await counted({ echo: 'managed' }), /for 3 people/);
    assert.match(await counted({ areas: 'south', echo: 'managed' }), /Nobody is in this audience/);
  });

  test('quiet hours keep nobody back from an urgent alert', async () => {
    const { world, tom } = await start();
    const notice = await tom.get(`${pageOf(await world.states.draft({ handling: 'notice' }))}/audience`);
    assert.match(notice.text, /2have an Echo that only chimes.*1are in their quiet hours/);
    const urgent = await tom.get(`${pageOf(await world.states.draft())}/audience`);
    assert.match(urgent.text, /3have an Echo that only chimes.*0are in their quiet hours/);
    assert.doesNotMatch(urgent.text, /Counted as a notice/);
  });

  test('an area that is not there is refused', async () => {
    const { world, tom } = await start();
    const draft = await world.states.begun();
    const form = await tom.get(`${pageOf(draft)}/audience`);
    const page = await tom.press(form, 'Save and continue', { areas: 'atlantis' });
    assert.deepEqual(texts(page), ['One of the areas is no longer there. Choose again']);
    assertLinksLead(page);
  });
});

describe('when and how an alert is told', () => {
  const sent = async (typed: Fields, now?: string) => {
    const { world, tom } = await start(now);
    const draft = await world.states.begun();
    const page = await tom.press(await tom.get(`${pageOf(draft)}/when`), 'Save and continue', typed);
    return { page, content: (await world.states.stands(draft)).content, tom, draft };
  };
  const AT = { 'startDate-day': '25', 'startDate-month': '11', 'startDate-year': '2026', startTime: '9am' };
  const END = { 'endDate-day': '25', 'endDate-month': '11', 'endDate-year': '26', endTime: '17:30' };

  test('at a day and time, until a day and time', async () => {
    const { content } = await sent({ handling: 'notice', start: 'at', ...AT, ...END });
    assert.deepEqual(content.starts, { kind: 'at', at: '2026-11-25T09:00' });
    assert.equal(content.expires, '2026-11-25T17:30');
  });

  for (const [handling, expires] of [
    ['urgent', '2026-11-26T09:00'],
    ['notice', '2026-11-27T09:00'],
    ['social', '2026-11-25T21:00'],
  ] as const)
    test(`the end that is left empty is the one we suggest for ${handling}`, async () => {
      assert.equal((await sent({ handling, start: 'at', ...AT })).content.expires, expires);
    });

  const wrong: readonly (readonly [string, Fields, readonly string[]])[] = [
    ['nothing', {}, ['Choose how it is treated', 'Choose when it starts']],
    ['no day and time', { handling: 'urgent', start: 'at' }, ['Enter a day', 'Enter a time']],
    [
      'half a day',
      { handling: 'urgent', start: 'at', ...AT, 'startDate-month': '' },
      ['Enter a day, a month and a year'],
    ],
    ['no real day', { ...SOON, ...END, 'endDate-day': '31' }, ['Enter a real date, such as 27 3 2027']],
    ['half a time', { ...SOON, ...END, endTime: '8' }, ['Say whether it is morning or afternoon, such as 8am or 8pm']],
    ['only the day of the end', { ...SOON, ...END, endTime: '' }, ['Enter a time']],
    [
      'a start that has passed',
      { handling: 'urgent', start: 'at', ...AT, 'startDate-day': '23' },
      ['This time has passed. Choose a start that is still to come'],
    ],
    [
      'a start that is too far',
      { handling: 'urgent', start: 'at', ...AT, 'startDate-year': '2027' },
      ['Choose a start within the next 90 days'],
    ],
    [
      'an end that is too soon',
      { handling: 'urgent', start: 'at', ...AT, ...END, endTime: '9:05am' },
      ['It must end at least 10 minutes after it starts. Choose a later end'],
    ],
    [
      'an end that is too late',
      { ...SOON, ...END, 'endDate-month': '12' },
      ['It must end at most 7 days after it starts. Choose an earlier end'],
    ],
  ];
  for (const [what, typed, expected] of wrong)
    test(`${what} is refused with what to do, and what was typed is kept`, async () => {
      const { page, content } = await sent(typed);
      assert.equal(page.status, 422);
      assert.deepEqual(texts(page), expected);
      assertLinksLead(page);
      for (const [name, value] of Object.entries(typed))
        if (name !== 'handling' && name !== 'start') assert.equal(boxOf(page, name), value);
      assert.equal(content.handling, undefined);
    });

  test('says from the rules what a resident will notice of each', async () => {
    const { page } = await sent({});
    assert.match(page.text, /Urgent Spoken by night too\. Said again after 10 minutes and 30 minutes/);
    assert.match(page.text, /Social.*not spoken when it is more than 60 minutes late/);
  });

  test('warns of the two nights on which the clocks change', async () => {
    const back = await sent(
      {
        handling: 'urgent',
        start: 'at',
        'startDate-day': '25',
        'startDate-month': '10',
        'startDate-year': '2026',
        startTime: '1:30am',
      },
      '2026-10-20T10:00',
    );
    assert.match((await back.tom.get(`${pageOf(back.draft)}/when`)).text, /The clocks go back that night/);
    const forward = await sent(
      {
        handling: 'urgent',
        start: 'at',
        'startDate-day': '28',
        'startDate-month': '3',
        'startDate-year': '2027',
        startTime: '1:30am',
      },
      '2027-03-20T10:00',
    );
    assert.match((await forward.tom.get(`${pageOf(forward.draft)}/check`)).text, /The clocks go forward that night/);
    const plain = await sent(SOON);
    assert.doesNotMatch((await plain.tom.get(`${pageOf(plain.draft)}/when`)).text, /clocks go/);
  });

  test('warns with a link of the same words to the same people within a day, of another that day, and of one at nearly the same time (C08)', async () => {
    const { world, tom } = await start();
    const first = await world.states.released();
    const same = await world.states.draft();
    let page = await tom.get(`${pageOf(same)}/check`);
    assert.match(
      page.text,
      /The same words go, or went, to the same people: “Flood warning for Old Town”, 10:00am today/,
    );
    assert.equal(tom.linkTo(page, 'See it'), pageOf(first));
    page = await tom.get(`${pageOf(await world.states.draft({ words: WORDS }))}/when`);
    assert.match(page.text, /The same people are, or were, told something else that day/);
    const audience = { kind: 'residents', areas: ['north'], groups: [], languages: [] } as const;
    page = await tom.get(`${pageOf(await world.states.draft({ words: WORDS, audience }))}/when`);
    assert.match(page.text, /Another alert starts at nearly the same time/);
    page = await tom.get(`${pageOf(await world.states.draft({ mode: 'live' }))}/when`);
    assert.doesNotMatch(page.text, /Look at these first/, 'practice does not warn of live');
  });
});

describe('checking and submitting', () => {
  test('a draft that is not whole says what is missing, with a way to each', async () => {
    const { world, tom } = await start();
    const draft = await world.states.begun();
    const page = await tom.get(`${pageOf(draft)}/check`);
    assert.deepEqual(texts(page), [
      'Choose who it is for',
      'Choose how it is treated',
      'Choose when it starts',
      'Say when it ends',
    ]);
    assertLinksLead(page);
    assert.doesNotMatch(page.text, /Submit for approval/);
    const { version } = await world.states.at(draft);
    const token = await tom.formToken();
    const response = await tom.post(`${pageOf(draft)}/submit`, [
      ['token', token],
      ['version', String(version)],
    ]);
    assert.equal(response.status, 422);
    assert.equal((await world.states.stands(draft)).state, 'draft');
  });

  test('a draft whose start has passed meanwhile cannot be submitted', async () => {
    const { world } = await start();
    const draft = await world.states.draft({ starts: { kind: 'at', at: '2026-11-24T10:30' } });
    world.time.now += 40 * MINUTE;
    const fresh = await world.as('tom');
    const page = await fresh.get(`${pageOf(draft)}/check`);
    assert.deepEqual(texts(page), ['This time has passed. Choose a start that is still to come']);
    assert.doesNotMatch(page.text, /Submit for approval/);
  });

  test('submitting twice is submitting once, and the second answer says the same', async () => {
    const { world, tom } = await start();
    const draft = await world.states.draft();
    const form = await tom.get(`${pageOf(draft)}/check`);
    await tom.press(form, 'Submit for approval');
    const again = await tom.press(form, 'Submit for approval');
    assert.match(again.text, /It waits for another officer to approve it/);
    const acts = await world.stores.audit.of('harbour', `ALERT#${draft.id}`);
    assert.deepEqual(
      acts.map(({ act }) => act.did),
      ['draft', 'submit'],
    );
  });

  test('a double click is one act, for each form: both are answered as if it were the only one (C02)', async () => {
    const { world, tom } = await start();
    const twice = async (path: string, name: string, typed: Fields = {}): Promise<void> => {
      const form = await tom.get(path);
      const answers = await Promise.all([tom.press(form, name, typed), tom.press(form, name, typed)]);
      assert.deepEqual(
        answers.map(({ status }) => status),
        [200, 200],
        `${name}: ${answers[1]?.text}`,
      );
    };
    await twice('/console/alerts/practice/new', 'Save and continue', WORDS);
    const path = pageOf(await newest(world));
    await twice(`${path}/words`, 'Save and continue', { ...WORDS, title: 'Bins today' });
    await twice(`${path}/audience`, 'Save and continue', { areas: 'north' });
    await twice(`${path}/when`, 'Save and continue', SOON);
    await twice(`${path}/check`, 'Submit for approval');
    const acts = await world.stores.audit.of('harbour', `ALERT#${(await newest(world)).id}`);
    assert.deepEqual(
      acts.map(({ act }) => act.did),
      ['draft', 'change', 'change', 'change', 'submit'],
    );
  });

  test('whoever only looks at the pages of a draft and goes on does not become one of its writers', async () => {
    const { world } = await start();
    const draft = await world.states.draft();
    const beth = await world.as('both');
    for (const part of ['words', 'audience', 'when'])
      await beth.press(await beth.get(`${pageOf(draft)}/${part}`), 'Save and continue');
    assert.deepEqual((await world.states.stands(draft)).writers, ['officer-tom']);
    assert.equal((await world.stores.audit.of('harbour', `ALERT#${draft.id}`)).length, 1);
  });

  test('a submitted one is taken back, changed, and its history says by whom and what', async () => {
    const { world, tom } = await start();
    const wanda = await world.as('wanda');
    const alert = await world.states.submitted();
    let page = await wanda.press(await wanda.get(pageOf(alert)), 'Take it back to change it');
    assert.match(page.text, /It is a draft again/);
    await wanda.press(await wanda.get(`${pageOf(alert)}/words`), 'Save and continue', WORDS);
    page = await tom.get(pageOf(alert));
    assert.match(page.text, /Changed \(the words\) by Wanda Price, 10:00am today/);
    assert.match(page.text, /Taken back by Wanda Price/);
    assert.match(page.text, /Submitted by you/);
  });

  test('a draft is discarded after a question, and stays in the list', async () => {
    const { world, tom } = await start();
    const draft = await world.states.draft();
    let page = await tom.click(await tom.get(pageOf(draft)), 'Discard this draft');
    page = await tom.press(page, 'Yes, discard it');
    assert.match(page.text, /The draft is discarded/);
    assert.match((await tom.get('/console/alerts')).text, /Over.*Discarded/);
  });
});

describe('two officers at one draft (C01)', () => {
  test('the second sees both versions and who changed it, and nothing of what was typed is lost', async () => {
    const { world, tom } = await start();
    const wanda = await world.as('wanda');
    const draft = await world.states.draft();
    const form = await wanda.get(`${pageOf(draft)}/words`);
    await tom.press(await tom.get(`${pageOf(draft)}/words`), 'Save and continue', { ...FLOOD, title: 'Flood tonight' });
    let page = await wanda.press(form, 'Save and continue', { title: 'Flood this evening' });
    assert.equal(page.status, 409);
    assert.match(page.text, /As it is now Title Flood tonight.*As you wanted it Title Flood this evening/);
    assert.match(page.text, /Changed by Tom Okafor, 10:00am today/);
    page = await wanda.press(page, 'Use mine instead');
    const now = await world.states.stands(draft);
    assert.equal(now.content.words.title, 'Flood this evening');
    assert.deepEqual(now.writers, ['officer-tom', 'officer-wanda']);
  });

  test('the same change by both is no conflict', async () => {
    const { world, tom } = await start();
    const wanda = await world.as('wanda');
    const draft = await world.states.draft();
    const form = await wanda.get(`${pageOf(draft)}/audience`);
    await tom.press(await tom.get(`${pageOf(draft)}/audience`), 'Save and continue', { areas: 'north' });
    assert.equal((await wanda.press(form, 'Save and continue', { areas: 'north' })).heading, 'Check your answers');
  });
});
