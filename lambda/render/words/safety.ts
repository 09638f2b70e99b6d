/**
 * Fixed, calm words for the five safety classes. They never sound as if help were coming, never repeat what was said, and never
 * speak of doses. A safeguarding lead signs them off before they are changed.
 *
 * `safety.asks` and the words after it are for what may be a manner of speaking: one question, and nothing is assumed.
 */
export const safety = {
  'safety.title-urgent': 'Ring 999',
  'safety.title-help': 'People you can ring',
  'safety.urgent': "I can't ring {{nineNineNine}} for you.",
  'safety.urgent-ring': 'If you can reach a phone, ring {{nineNineNine}} now.',
  'safety.pendant': 'Press your pendant button now.',
  'safety.urgent-shout': 'If you cannot, call out loudly to somebody near you.',
  'safety.self-harm': "I'm glad you told me, and you don't have to face this alone.",
  'safety.danger': 'If you are in danger now, ring {{nineNineNine}}.',
  'safety.samaritans': 'The Samaritans are there day and night, and it is free.',
  'safety.samaritans-number': 'Their number is {{samaritans}}.',
  'safety.abuse': 'Thank you for telling me. It is not your fault.',
  'safety.abuse-no-telling': 'I tell none of your carers, and none of your family.',
  'safety.abuse-ring': 'For adult safeguarding, ring {{council}} on {{phone}}.',
  'safety.abuse-ring-nobody': 'Your council has people for adult safeguarding, and you can ring them.',
  'safety.tablets': "I can't give advice about that.",
  'safety.tablets-111': 'Please ring {{oneOneOne}} now and tell them.',
  'safety.tablets-999': 'If you feel very unwell, ring {{nineNineNine}}.',
  'safety.low-mood': "I'm sorry it's hard at the moment.",
  'safety.low-mood-talk': 'Talking to a person can help.',
  'safety.asks': 'I want to be sure that you are all right.',
  'safety.not-hurt': 'All right, thank you for telling me.',
  'safety.not-hurt-person': 'You can always ask for somebody to ring you.',
} as const;
