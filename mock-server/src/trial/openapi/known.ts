import { seeds } from '../../seeds/index.ts';
import type { Known } from './values.ts';

const { users, organizations, applications, roles, roleGroups } = seeds.default;
const organizationId = organizations.map((one) => one.organizationId);
const userId = users.map((one) => one.userId);
const applicationId = applications.map((one) => one.applicationId);
const roleId = roles.map((one) => one.roleId);
const organizationRoleId = [
  'organizationMember',
  'organizationCreator',
  'organizationAdmin',
  'orgrole_auditor',
];

/** What means something in the scenario `default`, and in what legal requests prepare there. */
export const known: Known = {
  organizationId,
  userId,
  applicationId,
  roleId,
  organizationRoleId,
  roleGroupId: roleGroups.map((one) => one.roleGroupId),
  connectionId: ['connection_acme', 'connection_cirrus'],
  domainId: ['domain_acme', 'domain_acme_travel', 'domain_borealis'],
  invitationId: ['invitation_newcorp'],
  directoryTokenId: ['token_acme'],
  apiKeyId: ['key_acme'],
  sessionId: ['session_admin_acme'],
  transactionId: ['tx_trial'],
  slug: ['acme', 'delta', 'delta-two', 'acme-south'],
  email: [...users.map((one) => one.email), 'one@partner.example', 'two@partner.example'],
  identifier: users.map((one) => one.email),
  issuer: ['https://login.acme.example', 'https://login.cirrus.example/saml'],
  singleSignOnUrl: ['https://login.cirrus.example/saml/sso'],
  clientId: ['tessera'],
  life: ['2880'],
  organization: organizationId,
  organizationRole: organizationRoleId,
  application: applicationId,
  applicationRole: roleId,
  actor: userId,
  target: userId,
  search: ['acme', 'a', 'flights', 'zzz'],
  key: ['auditor', 'viewer', 'agent_two'],
  token: ['tsd_trial'],
};
