/** Puts a waiting time into the words of a language: seconds up to a minute and a half, then minutes. */
export function duration(language: string): (seconds: number) => string {
  const words = (unit: 'second' | 'minute') =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
  return (seconds) =>
    seconds > 90
      ? words('minute').format(Math.ceil(seconds / 60))
      : words('second').format(Math.ceil(seconds));
}
