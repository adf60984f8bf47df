import type { Capabilities } from '@tesserakit/contract';

type Life = NonNullable<NonNullable<Capabilities['invitations']>['life']>;

const minutes = { hour: 60, day: 1440 } as const;
const sensible = [5, minutes.hour, minutes.day, 2 * minutes.day, 3 * minutes.day, 7 * minutes.day];

/** How long an invitation may live, in minutes, as far as the server lets one choose. */
export function lifeChoices({ least, most, usual }: Life): number[] {
  const possible = sensible.filter((life) => life >= least && life <= most);
  return [...new Set([...possible, usual])].sort((a, b) => a - b);
}

/** A number of minutes as people say it: "2 days". */
export function spokenLife(life: number, language: string): string {
  const unit = (['day', 'hour'] as const).find((unit) => life % minutes[unit] === 0);
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: unit ?? 'minute',
    unitDisplay: 'long',
  });
  return format.format(unit ? life / minutes[unit] : life);
}
