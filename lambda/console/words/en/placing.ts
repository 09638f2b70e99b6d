/** Whether a reminder stands on the Echo itself, and if not, why. */
export const placing = {
  title: 'On the Echo',
  onTheEcho: 'The Echo rings for it by itself, even when the internet is down.',
  rang: (when: string) => `It last rang at ${when}. We do not know if anybody heard it.`,
  movedAtEcho: (rule: string) => `Moved at the Echo, or in the Alexa app. It rings there by itself now: ${rule}`,
  movedMeans:
    'Bellbird does not move it back. At the time that stands here the Echo chimes. Change this reminder to make both the same.',
  mayRingAsBefore: 'This is not changed on the Echo yet. It may still ring as before.',
  troubles: {
    'no-permission': 'The Echo has been told not to let Bellbird set reminders.',
    'link-stale': 'Bellbird has been switched off in the Alexa app.',
  },
  atARoutine: 'A routine on the Echo starts Bellbird at this time. Bellbird then says what is due.',
  waitsForYes: (name: string) =>
    `The Echo chimes. It can ring by itself when ${name} has said yes: Bellbird asks when they next open it.`,
  tooLong: (label: string, name: string) =>
    `The Echo only chimes for ${label}. ${name} has not been asked yet, or has not answered, for two days.`,
  helpThem: (name: string) => `Ask ${name} to say: Alexa, open bell bird.`,
  whyNot: {
    'said-no': (name: string) => `${name} said no to having it on the Echo. The Echo chimes instead.`,
    'no-permission': (name: string) =>
      `${name} has not let Alexa set reminders for Bellbird. The Echo chimes instead. It can be allowed in the Alexa app.`,
    'removed-at-echo': (name: string) =>
      `Removed at the Echo, by ${name} or somebody with the Alexa app. Bellbird does not put it back. The Echo chimes instead.`,
    'device-cannot-ring': () => 'This Echo cannot ring for reminders. It chimes instead.',
    'too-many-on-echo': () => 'There are too many reminders on this Echo. It chimes for this one instead.',
  },
  cannotHold: {
    title: 'The Echo chimes for this one. It cannot hold this rule by itself:',
    'counts-days': 'it counts days or weeks.',
    'counts-hours': 'it counts hours.',
    'nth-weekday': 'it names the first, second, third, fourth or last of a weekday.',
    'end-of-month': 'it falls on the last days of a month.',
    'bank-holidays': 'it knows bank holidays.',
    'leaves-out-days': 'it leaves out days.',
    'clock-change-hour': 'it falls into the hour in which the clocks change.',
    'many-times': 'it has more than three times a day.',
    'follows-bin-days': 'it follows the bin days, which the council may move.',
  },
};
