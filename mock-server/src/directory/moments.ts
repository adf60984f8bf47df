/** A moment as answers carry it: ISO 8601, in UTC. */
export function timestamp(moment: number): string {
  return new Date(moment).toISOString();
}

/** A moment that was sent, in milliseconds since the epoch; what is no text stays what it is. */
export function momentOf<T extends null | undefined>(sent: string | T): number | T {
  return typeof sent === 'string' ? Date.parse(sent) : sent;
}
