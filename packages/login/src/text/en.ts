import { errorSentences } from '@tesserakit/domain';
import type { LoginCatalogue } from './catalogue.js';
import { duration } from './duration.js';

const lasting = duration('en');

export const en: LoginCatalogue = {
  language: 'en',
  direction: 'ltr',
  errors: errorSentences,
  common: {
    retry: 'Try again',
    working: 'One moment',
    continueTo: 'to continue to #',
    useAnotherAccount: 'Use another account',
    backTo: 'Back to #',
    requestId: 'Request',
  },
  identifier: {
    title: 'Sign in',
    email: 'Email',
    next: 'Continue',
    missing: 'Enter your email address.',
  },
  password: {
    title: 'Enter your password',
    password: 'Password',
    signIn: 'Sign in',
    change: 'Not you?',
    missing: 'Enter your password.',
    show: 'Show password',
    hide: 'Hide password',
    wait: (seconds) => `You can try again in ${lasting(seconds)}.`,
    waitOver: 'You can try again now.',
  },
  ways: {
    list: 'Other ways',
    password: 'Use a password',
    'email-code': 'Get a code by email',
    'magic-link': 'Get a link by email',
    passkey: 'Use a passkey instead',
  },
  federated: {
    title: 'Sign in at your organization',
    sentence: '# finds out who you are, and sends you back here.',
    go: 'Continue',
    password: 'Use a password',
  },
  organization: {
    title: 'Choose an organization',
    list: 'Your organizations',
    refused: 'That organization no longer gives you access. Choose another one.',
  },
  consent: {
    title: 'Allow # to sign you in?',
    list: 'What it gets',
    actingFor: 'Acting for',
    change: 'Change',
    scopes: {
      openid: 'Knows that it is you each time you come back',
      profile: 'Sees your name, picture and language',
      email: 'Sees your email address',
      offline_access: 'Keeps this access while you are away',
    },
    compare: 'Go on only if your device shows the same code:',
    allow: 'Allow',
    deny: 'Do not allow',
  },
  device: {
    title: 'Connect a device',
    sentence: 'Enter the code that your device shows.',
    code: 'Code',
    next: 'Continue',
    missing: 'Enter the code.',
    unknown: 'No device shows this code, or it has expired. Check it, or get a new one.',
    over: 'You can close this page',
    approved: '# is signed in on your device. Go on there.',
    denied: '# was not signed in on the device.',
  },
  noAccess: {
    title: 'No access to #',
    account: 'You are signed in as #.',
    instead: 'This one gives you access, but the application asked for another.',
    ask: 'If you expected access, ask an administrator of your organization.',
    askWithoutOrganization:
      'This account belongs to no organization. Ask whoever told you about the application to invite you.',
  },
  error: {
    title: 'Signing in is not possible',
    refused: 'The application asked for something that this server cannot do.',
    whatNow: 'Go back to the application and try once more. If it happens again, tell its support.',
    requestId: 'Request number for the support',
  },
  expired: {
    title: 'This sign-in has expired',
    sentence: 'It was left open for too long, or has been completed already.',
    whatNow: 'Go back to the application and sign in again.',
    whatNowAt: 'Go back to # and sign in again.',
  },
  signedOut: {
    title: 'You are signed out',
    sentence: 'You can close this page.',
    sentenceAt: 'You have left #. You can close this page.',
  },
  done: {
    title: 'Taking you back',
    sentence: 'This takes a moment.',
    link: 'Continue without waiting',
  },
  footer: {
    language: 'Language',
    help: 'Help',
    helpAccess:
      'Forgotten password, lost address or no access: ask an administrator of your organization.',
    helpAddress: 'Enter your password only while the address bar shows #.',
  },
};
