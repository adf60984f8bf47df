import type { User } from '@tesserakit/domain';
import { juniperPeople } from './juniper.ts';
import type { PasswordRecord } from '../login/password.ts';

/** `Tessera-demo-1!`, as every seeded person's password is stored. */
export const seededPassword: PasswordRecord = {
  salt: 'dGVzc2VyYS1kZW1vLXNhbHQ',
  iterations: 100_000,
  hash: 'Vkh2O3m0bKxMogWjjxjyGZtM4GZ1MHy68Ifd_KLiFQw',
};

function person(userId: string, email: string, name: string, some: Partial<User> = {}): User {
  return {
    userId,
    email,
    emailVerified: true,
    name,
    locale: 'en',
    status: 'active',
    platformAdministrator: false,
    ...some,
  };
}

/** The people of the scenario `default`. */
export const people: readonly User[] = [
  person('user_admin_acme', 'admin@acme.example', 'Ingrid Solheim'),
  person('user_agent_acme', 'agent@acme.example', 'Tomás Ribeiro'),
  person('user_both', 'both@acme.example', 'Noor Haddad'),
  person('user_admin_borealis', 'admin@borealis.example', 'Aino Korhonen'),
  person('user_admin_cirrus', 'admin@cirrus.example', 'Marek Nowak'),
  person('user_cirrus', 'user@cirrus.example', 'Chiara Conti'),
  person('user_creator_acme', 'creator@acme.example', 'Kwame Mensah'),
  person('user_invited', 'invited@newcorp.example', 'Lena Vogt', { emailVerified: false }),
  person('user_suspended_acme', 'suspended@acme.example', 'Pavel Dvořák'),
  person('user_dormant', 'user@dormant.example', 'Grace Okafor'),
  person('user_shopper', 'shopper@mail.example', 'Yuki Tanaka'),
  person('user_platform', 'platform@tessera.example', 'Renée Dubois', {
    platformAdministrator: true,
  }),
  ...juniperPeople,
];
