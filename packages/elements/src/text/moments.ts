const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** A moment as people say it ("2 hours ago"), and in full for the pointer that rests on it. */
export interface SpokenMoment {
  readonly relative: string;
  readonly absolute: string;
}

interface Formats {
  readonly relative: Intl.RelativeTimeFormat;
  readonly absolute: Intl.DateTimeFormat;
}

// Making a format takes fifty times as long as using it, and a table uses one in every row.
const made = new Map<string, Formats>();

function formatsOf(language: string): Formats {
  let formats = made.get(language);
  if (!formats) {
    formats = {
      relative: new Intl.RelativeTimeFormat(language, { numeric: 'auto' }),
      absolute: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }),
    };
    made.set(language, formats);
  }
  return formats;
}

/** Says an ISO 8601 moment in a language; `undefined` for what is no date. */
export function spokenMoment(
  iso: string | undefined,
  language: string,
  now = Date.now(),
): SpokenMoment | undefined {
  const time = Date.parse(iso ?? '');
  if (Number.isNaN(time)) return undefined;
  const seconds = (time - now) / 1000;
  const [unit, size] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? ['minute', 60];
  const { relative, absolute } = formatsOf(language);
  return {
    relative: relative.format(Math.trunc(seconds / size), unit),
    absolute: absolute.format(time),
  };
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Says the day of an ISO 8601 moment in few letters, with the year where it is another one. */
export function spokenDay(iso: string, language: string, now = Date.now()): string | undefined {
  const day = new Date(iso);
  if (Number.isNaN(day.getTime())) return undefined;
  const isThisYear = day.getFullYear() === new Date(now).getFullYear();
  const key = `${language} ${isThisYear}`;
  let format = dayFormats.get(key);
  if (!format) {
    const year = isThisYear ? {} : { year: 'numeric' as const };
    format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', ...year });
    dayFormats.set(key, format);
  }
  return format.format(day);
}
