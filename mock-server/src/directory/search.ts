/** Says whether a text holds every word of a search, upper or lower case alike. */
export function finder(search: string | undefined): (text: string) => boolean {
  const words = wordsOf(search);
  if (words.length === 0) return () => true;
  return (text) => {
    const folded = fold(text);
    return words.every((word) => folded.includes(word));
  };
}

/** The words of a search, folded; none when it looks for nothing. */
export function wordsOf(search = ''): string[] {
  return fold(search)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** The form in which texts and words are compared. */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().trim();
}
