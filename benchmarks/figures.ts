/** The value below which that share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

/** Parts of people's names as somebody types them, none of them twice. */
export function searchesOf(names: readonly string[], count: number): string[] {
  const parts = names.flatMap((name) => name.split(/[ -]/));
  const lengths = [3, 4, 5, 6, 2, 7];
  const searches = new Set<string>();
  for (let number = 0; searches.size < count; number += 1) {
    const part = parts[(number * 7919) % parts.length]!.slice(0, lengths[number % lengths.length]);
    searches.add(number % 5 === 0 ? `${part} ${parts[number % parts.length]!.slice(0, 3)}` : part);
  }
  return [...searches];
}
