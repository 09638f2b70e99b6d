/** Who asked to be forgotten. */
export const forgetting = {
  title: 'To be forgotten',
  about:
    'These people said to their Echo, and said yes twice, that they want to be forgotten. Everything stopped for them at once: nothing is spoken, shown or sent.',
  what: 'The council has one month to delete what is kept about them, or to tell them why it may not. They were told so.',
  empty: 'Nobody has asked to be forgotten.',
  gone: 'Somebody who is no longer kept here',
  asked: (when: string) => `Asked for at ${when}`,
  by: (day: string) => `To be answered by ${day}`,
  done: 'It is deleted, or they were told why not',
  doneAt: (when: string) => `Closed at ${when}`,
  saved: 'The request is closed.',
};
