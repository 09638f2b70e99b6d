/** When a reminder comes, as one sentence or two. */
export const recurrences = {
  'plan.once': 'Once, {{day}} at {{time}}.',
  'plan.daily': 'Every day at {{time}}.',
  'plan.weekdays': 'Every weekday at {{time}}.',
  'plan.chosen-weekdays': 'Every {{days}} at {{time}}.',
  'plan.daily-until': 'Every day at {{time}}, until {{until}}.',
  'plan.weekdays-until': 'Every weekday at {{time}}, until {{until}}.',
  'plan.chosen-weekdays-until': 'Every {{days}} at {{time}}, until {{until}}.',
  'plan.next': 'Next: {{date}}.',
} as const;
