/** Setting up an Echo. Nothing here says whether anybody is known. */
export const pairing = {
  'pairing.title': 'Setting up',
  'pairing.words': 'Your two words are {{first}} and {{second}}.',
  'pairing.words-again': 'Once more: {{first}} and {{second}}.',
  'pairing.tell-words': 'Tell them to the person who is setting this up with you.',
  'pairing.not-paired': "This Echo isn't set up yet.",
  'pairing.how': 'The person from {{council}} has a code of eight numbers.',
  'pairing.who-helps': 'To have it set up, ring {{council}} on {{phone}}.',
  'pairing.already': 'This Echo is set up already.',
  'pairing.no-number-needed': 'Nobody needs a number from you today.',
  'pairing.if-asked': 'If someone rang and asked, please hang up.',
  'pairing.check': 'You can ring {{council}} on {{phone}}.',
  'pairing.eight-digits': 'I need eight numbers.',
  'pairing.part-heard': 'I have {{digits}}.',
  'pairing.not-known': "That code didn't work.",
  'pairing.ten-minutes': 'A code works for ten minutes, and once.',
  'pairing.too-many': 'That was too many tries for today.',
} as const;
