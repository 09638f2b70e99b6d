/** The accessibility statement and the privacy page. */
export const about = {
  accessibility: {
    title: 'Accessibility statement',
    parts: [
      {
        heading: 'What this statement covers',
        lines: [
          'These are the pages on which carers and council staff look after a resident’s reminders and diary. We want as many people as possible to be able to use them.',
          'You should be able to zoom to 400% without scrolling sideways, use every page with a keyboard alone, listen to it with a screen reader, and use it without JavaScript.',
        ],
      },
      {
        heading: 'How accessible it is',
        lines: [
          'We test every page against the Web Content Accessibility Guidelines version 2.2, level AA, with automatic checks and with a keyboard. We know of no failure. Automatic checks do not find everything, and the pages have not yet been tested by people who use assistive technology every day.',
          'The Welsh pages have not yet been checked by a translator.',
        ],
      },
      {
        heading: 'What to do if you have difficulty',
        lines: [
          'Tell us, and say how you would like to be answered: large print, easy read, audio, or on paper. We answer within ten working days.',
        ],
      },
      {
        heading: 'If you are not happy with our answer',
        lines: [
          'The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. Contact the Equality Advisory and Support Service.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Privacy',
    parts: [
      {
        heading: 'What we keep',
        lines: [
          'The name a resident wants to be called, how they want to be spoken to, their reminders, their diary, and what was told when and what they replied.',
          'We do not ask for and do not keep anything about health: no medicine, no illness, no reason for an appointment.',
          'For you: your name, which residents you may see, what you changed and when.',
        ],
      },
      {
        heading: 'Why we keep it',
        lines: [
          'The council runs this service as part of adult social care and is responsible for the information. Each resident, or somebody who may decide for them, has agreed to it and can withdraw at any time.',
        ],
      },
      {
        heading: 'Who sees it',
        lines: [
          'Carers in the resident’s circle of care, for as long as their place in it lasts, and council staff who need it. Amazon receives the words that an Echo speaks and hears.',
          'If a carer asks to be told by text or e-mail, GOV.UK Notify receives their number or address and the message: who has not replied, and to which reminder.',
        ],
      },
      {
        heading: 'How long we keep it',
        lines: [
          'What was told and replied: 90 days. Reminders: until they are cancelled, and 30 days after. The record of who changed what: six years.',
        ],
      },
      {
        heading: 'Cookies',
        lines: [
          'We use four cookies and no others: one keeps you signed in, two hold your place while you sign in, and one remembers the language you chose. They are needed for the service to work.',
        ],
      },
    ],
  },
  ring: (council: string, phone: string) => `Ring ${council} on ${phone}.`,
};
