import { errorSentences } from '@tesserakit/domain';
import type { Catalogue } from './catalogue.js';
import { plural } from './plural.js';

const count = plural('en');

export const en: Catalogue = {
  language: 'en',
  direction: 'ltr',
  errors: errorSentences,
  common: {
    retry: 'Try again',
    retryIn: (when) => `Try again ${when}`,
    loading: 'Loading',
    never: 'Never',
    unknown: 'Unknown',
    unharmed: 'Nothing was changed.',
    partly: 'Some of what you can do here could not be loaded.',
    requestId: (id) => `Request ${id}`,
    retryAfter: (seconds) =>
      count(seconds, { one: 'Try again in # second.', other: 'Try again in # seconds.' }),
    demo: 'Demo data',
    demoHint: 'These people and organizations are made up and live in this page only.',
  },
  organizations: {
    choose: 'Choose an organization',
    switchFrom: (name) => `${name}. Switch organization`,
    search: 'Find an organization',
    found: (number) => count(number, { one: '# organization', other: '# organizations' }),
    none: 'No organization yet',
    noneHint: 'An administrator can invite you to theirs.',
    noMatch: (search) => `Nothing found for “${search}”`,
    noMatchHint: 'Check the spelling, or try a shorter word.',
    failed: 'Organizations could not be loaded',
    lastUsed: 'Last used',
    switching: (name) => `Switching to ${name}…`,
    switched: (name) => `You now act for ${name}.`,
    more: 'Loading more organizations',
  },
};
