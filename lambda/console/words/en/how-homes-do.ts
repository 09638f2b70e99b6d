/** How homes do: what each Echo can do by itself, the last sign of life, and the lists of homes to look at. */
export const howHomesDo = {
  after: {
    title: 'After set-up visits',
    intro: 'Homes that were set up in the last four weeks and need somebody to look, from the third day on.',
    none: 'Every home that was set up lately does well.',
    days: (days: number) => `${days} days ago`,
    problems: {
      'not-finished': 'The visit was begun and never finished',
      'never-used': 'Never used: nobody has asked anything since the visit',
      'not-placed': 'Not placed: reminders wait for a yes at the Echo',
      'no-sign-of-life': 'No sign of life for three days or more',
    },
    check: 'Day 3: a first look. Day 14: if it still stands here, somebody should go back.',
  },
  quiet: {
    title: 'Quiet homes',
    intro:
      'Homes with an Echo or a television and no sign of life for three days or more. Quiet does not mean off line: nobody may have asked anything.',
    none: 'No home on this page is quiet.',
  },
  speaks: {
    managed: 'Bellbird can speak up by itself on this Echo, because the council manages it.',
    anchor: (times: string) =>
      `Bellbird can speak up by itself on this Echo at ${times}, by a routine that the person said yes to.`,
    placed: (count: number) =>
      count === 1
        ? 'Bellbird can speak up by itself on this Echo: 1 reminder is placed there and rings even if we are down.'
        : `Bellbird can speak up by itself on this Echo: ${count} reminders are placed there and ring even if we are down.`,
    asked: 'This Echo chimes; the words are heard when they are asked for.',
  },
  lacks: {
    notifications:
      'Notifications are off, so it does not even chime. In the Alexa app: More, Skills, Bellbird, Settings, Notifications.',
    'placed-reminders':
      'Reminders are not placed on the Echo yet. They wait for the person’s yes at their next conversation with it.',
  },
  managed: {
    online: (when: string) => `Amazon said at ${when} that it is on line.`,
    offline: (when: string) =>
      `Amazon said at ${when} that it is off line. It cannot speak until it is plugged in and on the Wi-Fi again.`,
    notKnown: 'Whether it is on line is not known now.',
    pinned: 'An urgent alert stands on its screen until somebody says they have heard it.',
    perhapsPinned: 'An urgent alert may stand on its screen. It is being made sure of.',
    noScreen: 'It has no screen on which an alert could stand.',
  },
  widget: {
    shows: 'Its screen shows what is next today.',
    waits: 'One Echo Show is off. It shows what is next when it is plugged in again.',
  },
  signs: {
    opened: 'the skill was opened',
    asked: 'something was asked',
    'reminder-rang': 'reminder rang',
    'card-shown': 'the television showed a card',
    pressed: 'OK was pressed on the television',
    last: (when: string, what: string) => `Last sign of life: ${when}, ${what}.`,
    never: 'There has been no sign of life yet.',
    cannotKnow: 'Whether an Echo of the home’s own is off line cannot be known.',
  },
};
