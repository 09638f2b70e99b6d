/** When a reminder comes; put together into one sentence. */
export const recurrences = {
  'plan.once': 'Once, {{day}} at {{time}}',
  'plan.daily': 'Every day at {{time}}',
  'plan.weekdays': 'Every weekday at {{time}}',
  'plan.chosen-weekdays': 'Every {{days}} at {{time}}',
  'plan.from': 'from {{date}}',
  'plan.until': 'until {{date}}',
} as const;
