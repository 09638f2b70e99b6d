/** After a restore: nothing is sent until an officer lets the council go on. */
export const restored = {
  banner: 'Nothing is being sent. Bellbird was put back from an older copy, and has to be let go on.',
  releasing: 'Nothing is being sent yet. What was due before is being closed.',
  look: 'See what would be closed, and let it go on',
  title: 'Bellbird was put back from an older copy',
  lead: 'Nothing is spoken or sent to anybody until somebody lets it go on. The Echo still answers when it is asked, televisions still show what was open when the copy was made, and these pages still work.',
  why: 'What was due meanwhile may have been told already, and nobody knows. So it is not told again: it is closed unsent, and stands on the page of each resident.',
  counts: 'If you let it go on now, this is closed unsent',
  delivery: 'Messages and reminders that wait to be told',
  reminder: 'Times of reminders that have passed',
  alert: 'Alerts not released, or released in part',
  more: (count: number) => `Counted as far as ${count} things; there are more.`,
  later:
    'Alerts that start later stay approved. Look at each before it starts: it may have been stopped or changed in the time that is lost.',
  button: 'Close these unsent and go on',
  underWay: 'What was due is being closed',
  underWayLead: 'This goes on by itself, also if you leave this page. Bellbird sends again when all is closed.',
  soFar: 'Closed unsent so far',
  again: 'Look again',
  open: 'Bellbird is sending',
  openLead: 'Nothing is held back.',
  last: (by: string, at: string) => `Last let go on by ${by}, ${at}.`,
  closed: 'Closed unsent then',
  notErasedAgain:
    'Not yet. People who had asked to be forgotten stand in this older copy again. Whoever runs Bellbird must take them out first (runbook R15).',
  changed: 'Somebody else has let it go on at the same time. Look again.',
};
