/** How many recovery codes a person gets at once. */
export const recoveryCodeCount = 10;

/** Letters and digits that are hard to take for one another: 32, so that a byte has no favourites. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A recovery code of 80 bits from sixteen random bytes, in groups that can be copied by hand. */
export function recoveryCodeOf(bytes: Uint8Array): string {
  return grouped([...bytes].map((byte) => letters[byte % letters.length]).join(''));
}

/** A code as it was typed, in the form in which it was given. */
export function typedRecoveryCode(text: string): string {
  return grouped(
    text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, ''),
  );
}

function grouped(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}
