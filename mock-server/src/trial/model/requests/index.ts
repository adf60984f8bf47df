import { routes, type Operation, type Route } from '@tesserakit/contract';
import type { Question } from '../arena.ts';
import type { Hand } from '../hand.ts';
import { access } from './access.ts';
import { applications, onboardings, organizationRoles, roleGroups, roles } from './applications.ts';
import { apiKeys, audit, connections, directoryTokens, domains } from './connecting.ts';
import type { Draft, Parameters } from './draft.ts';
import { invitations } from './invitations.ts';
import { members } from './members.ts';
import { managedOrganizations, organizations } from './organizations.ts';
import { me, sessions, users } from './people.ts';

const drafts: Record<Operation, Draft> = {
  ...me,
  ...sessions,
  ...organizations,
  ...managedOrganizations,
  ...members,
  ...invitations,
  ...access,
  ...organizationRoles,
  ...applications,
  ...onboardings,
  ...roles,
  ...roleGroups,
  ...domains,
  ...connections,
  ...directoryTokens,
  ...apiKeys,
  ...users,
  ...audit,
};

/** Every operation, with how often it is drawn beside the others. */
export const operations = (Object.keys(drafts) as Operation[]).map((operation) => ({
  operation,
  weight: drafts[operation].weight ?? (isWrite(operation) ? 2 : 1),
}));

/** Whether it is meant to change something; a preview is not. */
export function isWrite(operation: Operation): boolean {
  const { action }: Route = routes[operation];
  return action !== undefined;
}

/** Draws a request of an operation; mostly with a look at its impact where it has one. */
export async function requestOf(hand: Hand, operation: Operation): Promise<Question> {
  const { path, query: asks }: Route = routes[operation];
  const { asker, parameters: more, query, body } = drafts[operation];
  let parameters: Parameters = { ...homeOf(hand, path), ...more?.(hand, {}) };
  for (const [, name = ''] of path.matchAll(/\{(\w+)\}/g)) {
    if (name in parameters) continue;
    parameters = { ...parameters, [name]: parameterOf(hand, name, parameters) };
  }
  const { organizationId } = parameters;
  const request: Question = {
    operation,
    asker: asker?.(hand, parameters) ?? hand.asker(organizationId ?? hand.organizationId()),
    parameters,
    query: query?.(hand, parameters) ?? {},
    body: body?.(hand, parameters),
    headers: {},
  };
  if (!asks || !('impact' in asks.entries) || hand.chance(15)) return request;
  const { token } = (await hand.arena.ask(previewOf(request))).answer;
  return typeof token === 'string' ? { ...request, query: { impact: token } } : request;
}

/** The look at what a request would do. */
function previewOf(request: Question): Question {
  const { operation, body } = request;
  const preview = operation.replace(/\.(\w)/, (_, letter: string) => {
    return `.preview${letter.toUpperCase()}`;
  }) as Operation;
  if (routes[preview].method !== 'GET') return { ...request, operation: preview };
  const { parentOrganizationId } = (body ?? {}) as Record<string, string | null>;
  const query = parentOrganizationId ? { parentOrganizationId } : {};
  return { ...request, operation: preview, query, body: undefined };
}

const homes = {
  invitationId: 'invitations',
  domainId: 'domains',
  connectionId: 'connections',
  directoryTokenId: 'directoryTokens',
  apiKeyId: 'apiKeys',
  applicationId: 'onboardings',
  userId: 'members',
} as const;

/** Mostly an organization that has something of what the path names. */
function homeOf({ picture, chance, pick }: Hand, path: string): Parameters {
  const name = Object.keys(homes).find((one) => path.includes(`{${one}}`));
  if (name === undefined || !path.includes('{organizationId}') || chance(10)) return {};
  const organizationId = pick(picture[homes[name as keyof typeof homes]].keys());
  return organizationId === undefined ? {} : { organizationId };
}

function parameterOf(
  hand: Hand,
  name: string,
  { organizationId = '', applicationId = '' }: Parameters,
): string {
  const { picture, id, chance, pick } = hand;
  const near = <V>(tables: ReadonlyMap<string, ReadonlyMap<string, V>>) =>
    id((chance(90) ? tables.get(organizationId) : pick(tables.values()))?.keys());
  const ofApplication = (table: ReadonlyMap<string, { applicationId: string }>) =>
    id([...table].filter(([, one]) => one.applicationId === applicationId).map(([key]) => key));
  switch (name) {
    case 'organizationId':
      return hand.organizationId();
    case 'userId':
      return hand.userId(organizationId);
    case 'applicationId':
      return hand.applicationId(organizationId);
    case 'roleId':
      return ofApplication(picture.roles);
    case 'roleGroupId':
      return ofApplication(picture.roleGroups);
    case 'sessionId':
      return id(picture.sessions.keys());
    case 'invitationId':
      return near(picture.invitations);
    case 'domainId':
      return near(picture.domains);
    case 'connectionId':
      return near(picture.connections);
    case 'directoryTokenId':
      return near(picture.directoryTokens);
    case 'apiKeyId':
      return near(picture.apiKeys);
    default:
      throw new TypeError(`The model does not know what ${name} is.`);
  }
}
