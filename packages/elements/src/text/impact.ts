import { plural } from './plural.js';

/** Sentences about what a deed would do beside what it says. */
export interface ImpactWords {
  readonly title: string;
  readonly none: string;
  readonly losesRole: (count: number, role: string) => string;
  /** How many of each kind of consequence, by its action. */
  readonly counts: Record<string, (count: number) => string>;
  readonly other: (count: number) => string;
  readonly looking: string;
  readonly changed: string;
  readonly forGood: string;
}

const count = plural('en');

export const impactWords: ImpactWords = {
  title: 'What else this does',
  none: 'Nothing else changes.',
  losesRole: (number, role) =>
    count(number, { one: `# member loses ${role}`, other: `# members lose ${role}` }),
  counts: {
    'access.withdraw': (number) =>
      count(number, { one: '# member can enter no more', other: '# members can enter no more' }),
    'access.grant': (number) =>
      count(number, { one: '# member keeps fewer roles', other: '# members keep fewer roles' }),
    'onboarding.withdraw': (number) =>
      count(number, {
        one: '# organization loses the application',
        other: '# organizations lose the application',
      }),
    'onboarding.update': (number) =>
      count(number, {
        one: '# organization can hand out less',
        other: '# organizations can hand out less',
      }),
    'onboarding.setDefaults': (number) =>
      count(number, {
        one: '# organization gives new members fewer roles',
        other: '# organizations give new members fewer roles',
      }),
    'roleGroup.update': (number) =>
      count(number, { one: '# role group shrinks', other: '# role groups shrink' }),
    'connection.update': (number) =>
      count(number, {
        one: '# identity provider hands out less',
        other: '# identity providers hand out less',
      }),
    'member.setOrganizationRoles': (number) =>
      count(number, { one: '# member loses this role', other: '# members lose this role' }),
    'apiKey.revoke': (number) => count(number, { one: '# API key ends', other: '# API keys end' }),
  },
  other: (number) => count(number, { one: '# other change', other: '# other changes' }),
  looking: 'Looking at what else this does…',
  changed: 'What this does has changed in the meantime. Look again.',
  forGood: 'What is taken away does not come back by itself.',
};
