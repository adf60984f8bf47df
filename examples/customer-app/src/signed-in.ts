const key = 'example.signed-in';

/**
 * Who is signed in to this tab, so that a reload signs the same person in again without asking. An
 * identifier, never a token.
 */
export const signedIn = {
  get subject(): string | undefined {
    return sessionStorage.getItem(key) ?? undefined;
  },
  remember(subject: string): void {
    sessionStorage.setItem(key, subject);
  },
  forget(): void {
    sessionStorage.removeItem(key);
  },
};
