/** The switch that holds back sending. */
export const sending = {
  banner: {
    routine: 'Only urgent things are being sent. Everything else is held back.',
    everything: 'Nothing is being sent. Everything is held back.',
  },
  service: 'This was switched for the whole service, by those who run it.',
  look: 'See who held it back and why',
  title: 'Sending',
  now: {
    nothing: 'Bellbird is sending. Nothing is held back.',
    routine: 'Only urgent alerts are sent now.',
    everything: 'Nothing is sent now.',
  },
  last: (by: string, at: string) => `Switched by ${by}, ${at}.`,
  reasonGiven: (reason: string) => `Reason: ${reason}`,
  choose: 'What should be so?',
  choices: {
    nothing: {
      text: 'Send everything',
      hint: 'What waited is looked at within a minute. What is too late by then is missed and stands on each page; it does not come in a burst.',
    },
    routine: {
      text: 'Send urgent alerts only',
      hint: 'Reminders, messages, notices and texts to carers wait. Urgent alerts are still spoken.',
    },
    everything: {
      text: 'Send nothing',
      hint: 'Nothing is spoken by itself and nobody is texted, urgent alerts included. It takes effect within seconds.',
    },
  },
  stays:
    'Whatever you choose, an Echo still answers when it is asked, televisions still show what has arrived, and these pages work. To take back one wrong alert, stop that alert instead.',
  reason: 'Why?',
  reasonHint: 'Everybody at the council can read it. Do not name a resident.',
  button: 'Switch now',
  done: 'Sending is switched.',
  errors: {
    choose: 'Choose what should be so',
    changed: 'Somebody else has switched it meanwhile. Look at how it stands now, and choose again',
    'reason-missing': 'Say why',
    'reason-too-long': (atMost: number) => `The reason can have at most ${atMost} characters`,
  },
};
