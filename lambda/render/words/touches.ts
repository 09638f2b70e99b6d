/** What may be pressed on a screen instead of saying it: each is something that is understood when it is said. */
export const touches = {
  'touch.yes': 'Yes',
  'touch.no': 'No',
  'touch.again': 'Say it again',
  'touch.leave-it': 'Leave it',
  'touch.stop': "That's all",
  'touch.visits': 'My visits',
  'touch.messages': 'My messages',
  'touch.reminders': 'My reminders',
  'touch.appointments': 'My appointments',
  'touch.day-and-time': 'Day and time',
  'touch.slower': 'Slower',
  'touch.faster': 'Faster',
  'touch.shorter': 'Shorter answers',
  'tone.urgent': 'Urgent',
  'tone.done': 'Done',
} as const;
