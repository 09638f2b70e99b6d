/** Signing in, and the pages that say that something is not there or went wrong. */
export const signIn = {
  title: 'Sign in',
  lead: 'For carers and council staff. You sign in with the account that the council has given you.',
  button: 'Sign in',
  notices: {
    'signed-out': 'You are signed out.',
    'timed-out':
      'You were signed out because you had not used this page for a while. Nothing was lost that you had saved.',
    refused: 'Signing in did not work. Please try again.',
    'not-known': 'Your account is not known here. Ask the council to give you access.',
    'took-too-long': 'Signing in took too long. Please try again.',
  },
  notFound: {
    title: 'Page not found',
    lines: [
      'If you typed the address, check that it is right.',
      'If you followed a link, what it led to may have been removed, or you may no longer have access to it.',
    ],
  },
  fault: {
    title: 'Sorry, something went wrong',
    lines: ['What you were doing was not finished. Please try again in a few minutes.'],
    ring: (phone: string) => `If it goes on, ring the council on ${phone}.`,
  },
  refusedForm: {
    title: 'This form could not be accepted',
    lines: [
      'Nothing was changed.',
      'The form may have been open for too long, or it did not come from this page. Go back, load the page again, and send it once more.',
    ],
  },
  tooLarge: {
    title: 'This form is too long',
    lines: ['Nothing was changed. Go back and make what you wrote shorter.'],
  },
  notAllowed: {
    title: 'You may not do this',
    lines: ['You have not been given the right to do this. Ask the council.'],
  },
  goToStart: 'Go to the first page',
};
