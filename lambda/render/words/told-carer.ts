/**
 * What a Carer is told when nobody replies, by text or e-mail (promise G14): who, which reminder, and that there is no
 * reply yet. Only letters of the GSM alphabet, so that a text stays one (3GPP TS 23.038): no curly quotes, no dashes.
 */
export const toldCarer = {
  'carer.reminder.routine': 'the {{time}} reminder',
  'carer.reminder.drink': 'the {{time}} reminder to have a drink',
  'carer.reminder.meal': 'the {{time}} reminder for a meal',
  'carer.reminder.lock-up': 'the {{time}} reminder to lock up',
  'carer.reminder.bins': 'the {{time}} reminder about the bins',
  'carer.reminder.phone-call': 'the {{time}} reminder about a phone call',
  'carer.reminder.get-ready': 'the {{time}} reminder to get ready',
  'carer.reminder.visitor': 'the {{time}} reminder about a visitor',
  'carer.reminder.programme': 'the {{time}} reminder about a programme',
  'carer.message': 'the {{time}} message',
  'carer.no-reply': 'No reply yet from {{name}} to {{reminder}}.',
  'carer.not-yet': '{{name}} said "not yet" to {{reminder}}.',
  'carer.not-told': 'We could not tell {{name}}: {{reminder}}.',
  'carer.several': '{{number}} reminders for {{name}} have no reply yet: {{times}}.',
  'carer.unplaced':
    '{{name}} has not yet said yes to having reminders on the Echo, so it only chimes. Ask {{name}} to open Bellbird on it.',
  'carer.unplaced-title': 'Reminders are not on the Echo yet',
  'carer.duty-title': 'Something waits on a Bellbird duty list',
  'carer.duty-waits': 'Something on the list of {{queue}} was not taken in the agreed time. Please look now.',
  'carer.title': 'No reply yet to a Bellbird reminder',
} as const;
