/**
 * The phrase card that stands beside an Echo, and how somebody is spoken to. What is said to Alexa is English in every language: she
 * understands no other here.
 */
export const phraseCard = {
  link: 'A card of what to say, to print',
  title: (name: string) => `Bellbird for ${name}`,
  print: 'Print it on one side of A4, and stand it beside the Echo.',
  whatIsNotThere: 'No names of carers and no times stand on it: whoever comes in can read it.',
  first: 'First say',
  or: 'or, for today',
  next: 'Then you can say',
  louder: 'If it is too quiet, say',
  person: (council: string) => `To talk to a person, ring ${council}`,
  notAnAlarm: 'This is not an alarm. If it is urgent, ring 999.',
  orPendant: 'Or press your pendant.',
  settings: {
    title: 'How Bellbird speaks to them',
    note: 'They can change it by saying so, for example: “speak slower”.',
    rate: {
      slower: 'Much slower than usual',
      slow: 'A little slower than usual',
      normal: 'At the usual speed',
      fast: 'A little faster than usual',
    },
    pauses: 'with longer pauses',
    length: { short: 'Short answers', full: 'Full answers' },
    oneAtATime: 'One thing at a time',
    voice: {
      alexa: 'In Alexa’s own voice',
      amy: 'In the voice called Amy',
      brian: 'In the voice called Brian',
      emma: 'In the voice called Emma',
    },
    textSize: {
      large: 'Large letters on screens',
      larger: 'Larger letters on screens',
      largest: 'The largest letters on screens',
    },
    quiet: (from: string, to: string) => `Messages wait from ${from} to ${to}; urgent ones do not`,
    noQuiet: 'Messages come at any time',
    screen: { on: 'Messages are put on the television', off: 'Nothing is put on the television' },
  },
};
