/** How carers are told when nobody replies: on their page, by text, by e-mail. */
export const telling = {
  title: 'How we tell you',
  about: (name: string) =>
    `When ${name} does not reply to a reminder that names you, it stands on your page. We can also send you a text or an e-mail.`,
  says: 'It says who it is about, which reminder, and that there is no reply yet. Nothing else. A link in it leads to your page after you sign in.',
  agree: (name: string) => `Do you agree to be told when ${name} does not reply?`,
  yes: 'Yes, in the hours below',
  hours: 'In which hours?',
  no: 'No',
  from: 'From',
  to: 'Until',
  hoursHint: 'For example, 8:00am. Outside these hours it stands on your page only.',
  text: 'Your UK mobile number',
  textHint: 'For example, 07700 900123. Leave it empty for no texts.',
  email: 'Your e-mail address',
  emailHint: 'Used when there is no mobile number. Leave it empty for no e-mails.',
  forEverybody: 'The number and the address are the same for everybody you care for. Only you can change them.',
  save: 'Save how we tell you',
  saved: 'How we tell you is saved',
  change: 'Change how we tell you',
  now: {
    notAgreed: (name: string) => `You have not agreed to be told when ${name} does not reply.`,
    onPage: (hours: string) =>
      `You agreed to be told, ${hours}. It stands on your page only: we have no number or address.`,
    byText: (hours: string) => `You agreed to be told, ${hours}: on your page and by text.`,
    byEmail: (hours: string) => `You agreed to be told, ${hours}: on your page and by e-mail.`,
  },
  errors: {
    agreed: 'Say whether you agree to be told',
    from: 'Enter the time from which we may tell you, for example 8:00am',
    to: 'Enter the time until which we may tell you, for example 9:00pm',
    noHours: 'The two times must be different',
    text: 'Enter a UK mobile number, for example 07700 900123',
    email: 'Enter an e-mail address, for example name@example.org',
    meanwhile: 'Something was changed while you were writing. Check it and save again.',
  },
  by: { text: 'text', email: 'e-mail' },
  sent: (by: string, who: string, at: string) =>
    `We sent ${who} a message by ${by} at ${at}. We do not know if they have seen it.`,
  opened: (who: string, at: string) => `${who} opened the message at ${at}.`,
  notSurelySent: (by: string, who: string) =>
    `We do not know if the message to ${who} by ${by} was sent. It stands on their page.`,
  notSent: (by: string, who: string) => `The message to ${who} by ${by} could not be sent. It stands on their page.`,
  triedAgain: (by: string, who: string) =>
    `The message to ${who} by ${by} has not been sent yet. It is tried again, and it stands on their page.`,
  told: {
    title: 'There is something for you to see',
    lines: [
      'Bellbird sent you a message about somebody you care for.',
      'To keep it private, what it is about is shown after you sign in.',
    ],
    signIn: 'Sign in to see it',
    see: 'See what it is about',
    over: 'This link leads no further',
    overLines: [
      'A link in a message works for 48 hours, and only for whoever it was sent to.',
      'Whatever still needs attention stands on your page.',
    ],
  },
};
