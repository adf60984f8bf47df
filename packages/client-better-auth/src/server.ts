import {
  createTransport,
  TesseraError,
  type CallOptions,
  type OrganizationScope,
  type TransportOptions,
} from '@tesserakit/client';
import * as v from 'valibot';
import { codeOf } from './refusals.ts';

export interface ServerOptions extends TransportOptions {
  /**
   * Headers of every call: an `Authorization` for the `bearer` plugin, or an `Origin` outside a
   * browser. Without it the session's cookie goes along.
   */
  readonly getHeaders?: ((scope: CallOptions) => Promise<HeadersInit>) | undefined;
}

const user = v.object({
  id: v.string(),
  name: v.string(),
  email: v.string(),
  emailVerified: v.boolean(),
  image: v.nullish(v.string()),
});
const session = v.nullable(v.object({ user }));
const organization = v.object({
  id: v.string(),
  name: v.string(),
  slug: v.string(),
  logo: v.nullish(v.string()),
  createdAt: v.optional(v.string()),
});
const member = v.object({
  id: v.string(),
  organizationId: v.string(),
  userId: v.string(),
  role: v.string(),
  createdAt: v.optional(v.string()),
  user: v.object({ name: v.string(), email: v.string(), image: v.nullish(v.string()) }),
});
const members = v.object({ members: v.array(member), total: v.number() });

const invitation = v.object({
  id: v.string(),
  organizationId: v.string(),
  /** Of the caller's own ones alone. */
  organizationName: v.optional(v.string()),
  email: v.string(),
  role: v.nullish(v.string()),
  status: v.string(),
  inviterId: v.string(),
  createdAt: v.string(),
  expiresAt: v.string(),
});

export type ServerInvitation = v.InferOutput<typeof invitation>;
export type ServerUser = v.InferOutput<typeof user>;
export type ServerOrganization = v.InferOutput<typeof organization>;
export type ServerMember = v.InferOutput<typeof member>;

/** Whom to ask to join, as what; `resend` renews the one that waits, with the roles that it had. */
export interface ServerOffer {
  readonly email: string;
  readonly role: readonly string[];
  readonly resend: boolean;
}

/** What is asked of the list of members. */
export interface ServerMemberQuery {
  readonly limit: number;
  readonly offset?: number;
  readonly filterField?: 'userId' | 'role' | undefined;
  readonly filterOperator?: 'eq' | 'contains' | undefined;
  readonly filterValue?: string | undefined;
}

/** The calls to the organization plugin. Each names its organization: the session's is never used. */
export interface BetterAuthServer {
  /** @throws TesseraError `unauthenticated` without a session */
  user(options?: CallOptions): Promise<ServerUser>;
  /** Those that the user is a member of, all of them. */
  organizations(options?: CallOptions): Promise<readonly ServerOrganization[]>;
  /** The user's own roles, as one text. @throws TesseraError `not_found` where they are no member */
  role(scope: OrganizationScope, options?: CallOptions): Promise<string>;
  members(
    scope: OrganizationScope,
    query: ServerMemberQuery,
    options?: CallOptions,
  ): Promise<v.InferOutput<typeof members>>;
  setRole(member: ServerMember, roles: readonly string[], options?: CallOptions): Promise<void>;
  remove(member: ServerMember, options?: CallOptions): Promise<void>;
  /** All that there ever were. */
  invitations(
    scope: OrganizationScope,
    options?: CallOptions,
  ): Promise<readonly ServerInvitation[]>;
  ownInvitations(options?: CallOptions): Promise<readonly ServerInvitation[]>;
  invite(
    scope: OrganizationScope,
    offer: ServerOffer,
    options?: CallOptions,
  ): Promise<ServerInvitation>;
  cancel(invitation: ServerInvitation, options?: CallOptions): Promise<void>;
  accept(invitationId: string, options?: CallOptions): Promise<ServerInvitation>;
  decline(invitationId: string, options?: CallOptions): Promise<void>;
}

export function createServer({ getHeaders, ...transport }: ServerOptions): BetterAuthServer {
  const send = createTransport({ ...transport, codeOf });

  const call = <S extends v.GenericSchema>(
    path: string,
    answer: S,
    sent: { readonly query?: object; readonly body?: object },
    { signal }: CallOptions = {},
  ) =>
    send({
      path,
      answer,
      ...sent,
      credentials: getHeaders ? 'omit' : 'include',
      headers: async (ours) => new Headers(await headersOf(getHeaders, ours)),
      signal,
    });

  return {
    user: async (options) => {
      const answer = await call('/get-session', session, {}, options);
      if (!answer) throw new TesseraError('unauthenticated');
      return answer.user;
    },
    organizations: (options) => call('/organization/list', v.array(organization), {}, options),
    role: async ({ organizationId }, options) => {
      const path = '/organization/get-active-member-role';
      const answer = v.object({ role: v.string() });
      return (await call(path, answer, { query: named(organizationId) }, options)).role;
    },
    members: async ({ organizationId }, query, options) => {
      // The id alone gives an order in which no two are equal, so that positions hold.
      const asked = { ...named(organizationId), sortBy: 'id', sortDirection: 'asc', ...query };
      return call('/organization/list-members', members, { query: asked }, options);
    },
    setRole: async ({ id, organizationId }, role, options) => {
      const body = { organizationId, memberId: id, role };
      await call('/organization/update-member-role', v.object({}), { body }, options);
    },
    remove: async ({ id, organizationId }, options) => {
      const body = { organizationId, memberIdOrEmail: id };
      await call('/organization/remove-member', v.object({}), { body }, options);
    },
    invitations: async ({ organizationId }, options) => {
      const path = '/organization/list-invitations';
      return call(path, v.array(invitation), { query: named(organizationId) }, options);
    },
    ownInvitations: (options) =>
      call('/organization/list-user-invitations', v.array(invitation), {}, options),
    invite: async ({ organizationId }, offer, options) => {
      const body = { ...named(organizationId), ...offer };
      return call('/organization/invite-member', invitation, { body }, options);
    },
    cancel: async ({ id }, options) => {
      const body = { invitationId: id };
      await call('/organization/cancel-invitation', v.object({}), { body }, options);
    },
    accept: async (invitationId, options) => {
      const answer = v.object({ invitation });
      const path = '/organization/accept-invitation';
      return (await call(path, answer, { body: { invitationId } }, options)).invitation;
    },
    decline: async (invitationId, options) => {
      const body = { invitationId };
      await call('/organization/reject-invitation', v.object({}), { body }, options);
    },
  };
}

/** An empty id would leave the choice to the session. */
function named(organizationId: string) {
  if (organizationId === '') throw new TesseraError('not_found');
  return { organizationId };
}

async function headersOf(getHeaders: ServerOptions['getHeaders'], signal: AbortSignal) {
  try {
    return await getHeaders?.({ signal });
  } catch (cause) {
    throw cause instanceof TesseraError ? cause : new TesseraError('unauthenticated', { cause });
  }
}
