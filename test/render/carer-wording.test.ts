import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DEMO_HOMES } from '../../infra/local/demo-council/demo-homes.ts';
import { filled, TEXT_TEMPLATE } from '../../infra/local/virtual-notify/templates.ts';
import { carerWording } from '../../lambda/render/carer-wording.ts';
import { aReminderDelivery, aResident } from './support/builders.ts';
import { everyWordToCarers } from './support/every-word-to-carers.ts';

/** The GSM alphabet (3GPP TS 23.038, 6.2.1), without the letters that count twice. */
const GSM = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/;

const LINK = `https://console.harbour.example/console/told/${'x'.repeat(22)}`;

const textFor = (delivery: (typeof everyWordToCarers)[number], nameToUse: string): string =>
  filled(TEXT_TEMPLATE.body, { ...carerWording([delivery], aResident({ nameToUse })), link: LINK });

describe('what a carer is told by text', () => {
  test('who, which reminder by its neutral label and time, and that there is no reply yet', () => {
    const told = { ...aReminderDelivery('2026-11-24T20:00', 'lock-up'), state: 'sent' as const };
    assert.equal(
      carerWording([told], aResident({ nameToUse: 'Bill' })).words,
      'No reply yet from Bill to the 8:00pm reminder to lock up.',
    );
  });

  test('G13 "not yet" is said as such, and what was never told is not called unanswered', () => {
    const delivery = aReminderDelivery('2026-11-24T20:00');
    const bill = aResident({ nameToUse: 'Bill' });
    assert.equal(
      carerWording([{ ...delivery, state: 'sent', notYetAt: 1 }], bill).words,
      'Bill said "not yet" to the 8:00pm reminder.',
    );
    for (const state of ['held', 'missed', 'unreachable', 'claimed'] as const)
      assert.equal(
        carerWording([{ ...delivery, state }], bill).words,
        'We could not tell Bill: the 8:00pm reminder.',
        state,
      );
  });

  test('G14 nothing about anybody’s health, and nobody is said to have taken or not taken anything', () => {
    for (const delivery of everyWordToCarers)
      assert.doesNotMatch(textFor(delivery, 'Bill'), /tak(e|en)|tablet|pill|medic|dose|ill\b(?<!Bill)|forgot|fail/i);
  });

  test('several reminders are named by their times, the earliest first, in one text', () => {
    const late = aReminderDelivery('2026-11-24T20:10');
    const early = aReminderDelivery('2026-11-24T20:00', 'lock-up');
    const { words } = carerWording([late, early], aResident({ nameToUse: 'Bill' }));
    assert.equal(words, '2 reminders for Bill have no reply yet: 8:00pm, 8:10pm.');
  });

  test('it fits into one text with the link, for everybody in the demo whose name the alphabet of texts can write', () => {
    const names = DEMO_HOMES.flatMap(({ residents }) => residents.map(({ nameToUse }) => nameToUse));
    const writable = names.filter((name) => GSM.test(name));
    assert.ok(writable.length > 45);
    for (const name of writable)
      for (const delivery of everyWordToCarers) {
        const text = textFor(delivery, name);
        assert.match(text, GSM);
        assert.ok(text.length <= 160, `${text.length}: ${text}`);
      }
  });
});
