/** Forgetting a resident: two officers decide, the operator carries it out. */
export const erasing = {
  link: 'Forget this resident',
  title: (name: string) => `Forget ${name}`,
  goes: 'Everything that says who they are goes for ever: name, settings, reminders, diary, what they were told, call-backs, and their home if nobody else lives there.',
  stays:
    'What stays is who did what and when, without names or words, for six years. Backups end by themselves 35 days later. Give them a copy of what is held before, if they want one.',
  how: 'Two officers decide. Then whoever runs Bellbird carries it out.',
  notEnded:
    'First say that the service has ended. Then nothing is told to them any more, and what stands on their Echo is taken away.',
  sayEnded: 'Say where they are now',
  state: {
    asked: (name: string, at: string) => `Asked by ${name}, ${at}. Another officer must agree.`,
    agreed: (name: string, at: string) => `Agreed by ${name}, ${at}. It waits for whoever runs Bellbird.`,
    'taken-back': (name: string, at: string) => `Taken back by ${name}, ${at}.`,
    erased: (name: string, at: string) => `Carried out, ${at}. Asked by ${name}.`,
  },
  confirm: 'What do you confirm?',
  sure: {
    ask: 'They, or somebody who may decide for them, asked to be forgotten',
    agree: 'I have looked at the request myself, and nothing has to be kept',
  },
  button: { ask: 'Ask for it', agree: 'Agree', 'take-back': 'Take it back' },
  errors: {
    sure: 'Confirm it before you go on',
    'needs-another-officer': 'You asked for it yourself. Another officer must agree.',
    'nothing-to-decide': 'It was decided already. Look again.',
    'changed-meanwhile': 'Somebody else decided at the same time. Look again.',
    'not-ended': 'The service has not ended for this resident.',
  },
};
