/** What the clock of the page says at an instant, UK wall time (epoch milliseconds in). */
export type ClockWords = {
  readonly weekday: string;
  readonly part: 'morning' | 'afternoon' | 'evening' | 'night';
  /** "8:30" and "am" */
  readonly digits: string;
  readonly half: 'am' | 'pm';
  /** "24 November 2026" */
  readonly date: string;
};

const PART = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
} as const;

const partOf = (hour: number): ClockWords['part'] => {
  if (hour >= 5 && hour < 12) return 'morning';
  if (hour >= 12 && hour < 18) return 'afternoon';
  return hour >= 18 && hour < 22 ? 'evening' : 'night';
};

/** Makes the clock once, because a formatter is slow to make on a television. */
export const ukClock = (): ((at: number) => ClockWords) => {
  const format = new Intl.DateTimeFormat('en-GB', { ...PART, hour12: false, timeZone: 'Europe/London' });
  return (at) => {
    const parts: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(at)) parts[type] = value;
    // Some browsers write midnight as 24.
    const hour = Number(parts.hour) % 24;
    const minute = `0${parts.minute}`.slice(-2);
    return {
      weekday: parts.weekday ?? '',
      part: partOf(hour),
      digits: `${hour % 12 === 0 ? 12 : hour % 12}:${minute}`,
      half: hour < 12 ? 'am' : 'pm',
      date: `${parts.day} ${parts.month} ${parts.year}`,
    };
  };
};
