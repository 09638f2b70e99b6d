/** Ringing back. A request passed on is not a promise that anybody has seen it (promise G13). */
export const callBacks = {
  'calls.title': 'Ring me back',
  'calls.passed-on': "I've passed that on.",
  'calls.already': "You have asked for a call already, and it is on the office's list.",
  'calls.office-open': 'The office is open now.',
  'calls.office-opens': 'The office opens {{when}}.',
  'calls.not-known-when': "I don't know yet when somebody will ring.",
  'calls.nobody': "I can't arrange a call back.",
  'calls.not-sent': "I couldn't pass that on just now.",
  'calls.not-wanted': "All right. I haven't asked anybody to ring.",
} as const;
