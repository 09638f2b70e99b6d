/** What the terminal suggests saying first. */
export const FIRST_PHRASE = "Alexa, ask bell bird who's coming today";

/** What the virtual Echo offers to try, most useful first. */
export const PHRASES = [
  'open bell bird',
  "ask bell bird who's coming today",
  'ask bell bird when my next appointment is',
  'ask bell bird what my reminders are',
  "tell bell bird I've done my eight o'clock one",
  'ask bell bird for my messages',
  'ask bell bird how I get meals on wheels',
  'ask bell bird what day it is',
  'tell bell bird to speak slower',
  'ask bell bird to get somebody to ring me back',
] as const;
