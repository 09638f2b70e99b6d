/** What a managed Echo says by itself, into the room. */
export const toldUnasked = {
  'told.hello': 'Hello {{name}}.',
  'told.steady': 'All is in hand.',
  'told.reminder': 'This is {{reminder}}.',
  'told.reminder-for': 'This is {{reminder}}, for {{dial}}.',
  'told.day': 'It is for {{date}}, {{time}}.',
  'told.when-done': "When it's done, say: Alexa, open bell bird.",
  'told.alert': 'A message from {{from}}.',
  'told.alert-urgent': 'An urgent message from {{from}}.',
  'told.when-heard': "When you've heard it, say: Alexa, open bell bird.",
  'told.hear-again': 'To hear it again, say: Alexa, open bell bird.',
  'told.hidden-reminder': 'There is a reminder for you.',
  'told.hidden-message': 'There is a message for you.',
  'told.to-hear': 'To hear it, say: Alexa, open bell bird.',
} as const;
