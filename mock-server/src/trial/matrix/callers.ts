import { issueAccessToken } from '../../oidc/access-token.ts';
import { newSigningKeys } from '../../oidc/keys.ts';
import { keySecret, matrixWorld, userIdOf, type PlaceName } from './seed.ts';

/** Somebody who asks, and what of them decides about the answer. */
export interface MatrixCaller {
  readonly name: string;
  /** `nobody` where there is no good token. */
  readonly as: 'platform' | 'organization' | 'person' | 'nobody';
  /** For whom they act. */
  readonly place?: PlaceName;
  readonly role?: 'administrator' | 'creator' | 'member';
  readonly suspended?: true;
  /** Whether it is a program with a key. */
  readonly program?: true;
  readonly userId?: string;
  /** What stands in the header; nothing is sent without. */
  readonly authorization?: string;
}

const world = matrixWorld();

const bearer = async (userId: string, place?: PlaceName, clientId = 'client_one') =>
  `Bearer ${await issueAccessToken(world, userId, place && `org_${place}`, clientId)}`;

const roles = {
  admin: 'administrator',
  creator: 'creator',
  member: 'member',
  suspended: 'member',
  'suspended-admin': 'administrator',
} as const;

async function of(place: PlaceName, person: keyof typeof roles): Promise<MatrixCaller> {
  const userId = userIdOf(place, person);
  return {
    name: `${person} of ${place}`,
    as: 'organization',
    place,
    role: roles[person],
    ...(person.startsWith('suspended') && { suspended: true }),
    userId,
    authorization: await bearer(userId, place),
  };
}

/** The very claims of the administrator of `own`, signed by another tenant. */
async function tokenOfAnotherTenant(): Promise<string> {
  const another = matrixWorld(newSigningKeys());
  return `Bearer ${await issueAccessToken(another, userIdOf('own', 'admin'), 'org_own', 'client_one')}`;
}

const administrator = await of('own', 'admin');

/** Everybody who asks in the matrix. */
export const callers: readonly MatrixCaller[] = [
  {
    name: 'platform',
    as: 'platform',
    userId: 'user_platform',
    authorization: await bearer('user_platform', undefined, 'admin-portal'),
  },
  {
    name: 'platform outside the Admin Portal',
    as: 'person',
    userId: 'user_platform',
    authorization: await bearer('user_platform'),
  },
  administrator,
  {
    ...administrator,
    name: 'program of own',
    program: true,
    authorization: `Bearer ${keySecret}`,
  },
  {
    name: 'admin of own for themselves',
    as: 'person',
    userId: userIdOf('own', 'admin'),
    authorization: await bearer(userIdOf('own', 'admin')),
  },
  await of('own', 'creator'),
  await of('own', 'member'),
  await of('own', 'suspended'),
  await of('own', 'suspended-admin'),
  await of('parent', 'admin'),
  await of('parent', 'creator'),
  await of('parent', 'member'),
  await of('child', 'admin'),
  await of('sibling', 'admin'),
  await of('foreign', 'admin'),
  {
    name: 'token of another tenant',
    as: 'nobody',
    authorization: await tokenOfAnotherTenant(),
  },
  { name: 'nobody', as: 'nobody' },
];
