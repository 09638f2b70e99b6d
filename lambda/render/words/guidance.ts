/**
 * Where to turn for what Bellbird cannot do. What Alexa does herself is taught as one phrase. Nothing here says back what
 * somebody told us (promise G14), and nothing claims that it was passed on (promise G13).
 */
export const guidance = {
  'guidance.title': 'Bellbird',
  'guidance.weather': "I don't have the weather. Alexa has it.",
  'guidance.weather-say': 'When we are done, say: Alexa, weather today.',
  'guidance.volume': 'To make me louder, say: Alexa, volume eight.',
  'guidance.volume-down': 'To make me quieter, say: Alexa, volume three.',
  'guidance.alexa': 'Alexa does that herself, without me.',
  'guidance.alexa-say': 'When we are done, say her name, and then what you want.',
  'guidance.visit-change': "I can't change a visit. The care office can.",
  'guidance.appointment-change': "I can't change or confirm that. Whoever booked it can.",
  'guidance.appointment-letter': 'Their number is on your letter.',
  'guidance.caller': "I can't tell who that is.",
  'guidance.caller-do': 'Keep the chain on, and ask to see a badge.',
  'guidance.caller-no': 'If you are not sure, do not let them in. If they are on the phone, hang up.',
  'guidance.not-doing-it': "All right. I've written nothing down.",
  'guidance.not-doing-it-ask': "I can't give advice. A pharmacist can, or ring {{oneOneOne}}.",
  'guidance.health': "I can't give advice about that. A pharmacist can, or ring {{oneOneOne}}.",
  'guidance.carer-off': "I can't take anybody off by voice. {{council}} can do it with you.",
  'guidance.carer-here': 'Hello. You can ask for them, just as they would.',
  'guidance.carer-here-say': 'Try: who is coming today.',
  'guidance.i-am-okay': "I'm glad to hear it. I have told no one.",
  'guidance.greeting': "Hello. I'm here to help.",
} as const;
