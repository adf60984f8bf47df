/** Says whether a text holds every word of a search, upper or lower case alike. */
export function finder(search: string | undefined): (text: string) => boolean {
  const words = fold(search ?? '').split(/\s+/);
  return (text) => {
    const folded = fold(text);
    return words.every((word) => folded.includes(word));
  };
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().trim();
}
