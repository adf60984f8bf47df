const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

const made = new Map<string, Intl.RelativeTimeFormat>();

function formatOf(language: string): Intl.RelativeTimeFormat {
  let format = made.get(language);
  if (!format) {
    format = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
    made.set(language, format);
  }
  return format;
}

/**
 * Says how long something still takes, or has been over, in the largest unit that fits and to the
 * nearest whole: "in 2 days", "3 hours ago". Unlike a moment it counts from now and knows no calendar.
 */
export function spokenSpan(seconds: number, language: string): string {
  const [unit, size] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return formatOf(language).format(Math.round(seconds / size), unit);
}
