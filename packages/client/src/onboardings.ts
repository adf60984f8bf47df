/** What an organization may hand out of an application. */
export interface OnboardingDirectory {}
