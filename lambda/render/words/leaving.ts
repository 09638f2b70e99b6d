/** Untying an Echo, and stopping everything. */
export const leaving = {
  'leaving.title': 'Stopping',
  'leaving.means-unpair': 'Then this Echo says nothing about you any more.',
  'leaving.unpaired': 'This Echo is no longer connected to {{council}}.',
  'leaving.not-unpaired': "That didn't work just now.",
  'leaving.means-stop': 'Then I tell you nothing more, and nobody hears from me about you.',
  'leaving.for-good': 'That ends the service here for good.',
  'leaving.means-forget': 'Then I stop, and {{council}} is asked to delete what is kept about you.',
  'leaving.not-undone': 'It cannot be undone.',
  'leaving.forget-asked': 'I have asked {{council}} to delete what is kept about you.',
  'leaving.forget-when': 'They have one month to do that, or to tell you why not.',
  'leaving.stopped': "I've stopped.",
  'leaving.nothing-more': 'Nothing more is sent to you.',
  'leaving.again': 'If you change your mind, ring {{council}} on {{phone}}.',
  'leaving.ring': 'Please ring {{council}} on {{phone}}.',
} as const;
