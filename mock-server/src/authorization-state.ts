import type { FactorProof, Passage } from '@tesserakit/domain';
import type { MailedLink } from './login/mailbox-stage.ts';
import type { Transaction } from './login/transaction.ts';
import type { RequestedClaims } from './oidc/requested-claims.ts';
import type { EntryRequest } from './oidc/authorization-request.ts';
import { newSigningKeys, type KeptKeys, type SigningKeys } from './oidc/keys.ts';

/** A person who has proved who they are, in one browser. */
export interface BrowserSession {
  /** Public name of the session, as tokens carry it. */
  readonly sid: string;
  /** What the browser's cookie holds; new with every proof. */
  secret: string;
  readonly userId: string;
  /** When they proved it, in milliseconds. */
  authenticatedAt: number;
  methods: readonly string[];
  /** The connections of organizations through which they came. */
  through?: readonly Passage[] | undefined;
  /** What they proved beside that. */
  factor?: FactorProof;
  expiresAt: number;
}

/** For whom, where and how a person was let in. */
export interface Entry {
  readonly userId: string;
  readonly clientId: string;
  /** Absent for a person who acts for themselves. */
  readonly organizationId?: string;
  readonly sid: string;
  readonly authenticatedAt: number;
  readonly methods: readonly string[];
  readonly through?: readonly Passage[] | undefined;
  readonly factor?: FactorProof;
  readonly scope: readonly string[];
  /** Claims that were asked for beside those of the scopes. */
  readonly claims?: RequestedClaims;
}

/** An authorization code: one use, sixty seconds, bound to client, address and challenge. */
export interface AuthorizationCode {
  readonly entry: Entry;
  readonly redirectUri: string;
  readonly codeChallenge: string;
  readonly nonce?: string;
  readonly expiresAt: number;
  /** What it gave, once it was used. */
  familyId?: string;
}

/** All refresh tokens that follow from one code or one switch; only the current one is good. */
export interface TokenFamily {
  readonly familyId: string;
  /** The family of the code that all of these came from, by one switch or several. */
  readonly rootId: string;
  readonly entry: Entry;
  readonly expiresAt: number;
  current: string;
  revoked: boolean;
}

/** What an application sent ahead (RFC 9126), for one use. */
export interface PushedRequest {
  readonly clientId: string;
  readonly parameters: Entries<string>;
  readonly expiresAt: number;
}

/** What a device asked for (RFC 8628), until it was told what became of it. */
export interface DeviceAuthorization {
  /** Short, so that a person can copy it from one screen to the other. */
  readonly userCode: string;
  readonly request: EntryRequest;
  readonly expiresAt: number;
  /** Milliseconds between two questions of the device. */
  interval: number;
  askedAt?: number;
  /** What the person decided. */
  outcome?: Entry | 'denied';
}

/** Wrong tries in a row. */
export interface FailedTries {
  count: number;
  /** No other one is looked at before this moment. */
  waitUntil: number;
  lastAt: number;
}

/** What the authorization server remembers. */
export interface AuthorizationState {
  readonly keys: SigningKeys;
  readonly transactions: Map<string, Transaction>;
  /** By `sid`. */
  readonly sessions: Map<string, BrowserSession>;
  readonly codes: Map<string, AuthorizationCode>;
  readonly families: Map<string, TokenFamily>;
  /** Family ids by refresh token, used ones included. */
  readonly refreshTokens: Map<string, string>;
  /** By the reference that the application got for them. */
  readonly pushedRequests: Map<string, PushedRequest>;
  /** By the secret that the device holds. */
  readonly devices: Map<string, DeviceAuthorization>;
  /** What people let other companies' clients have; see `oidc/consent.ts`. */
  readonly consents: Map<string, readonly string[]>;
  /** Of passwords and mailed codes, by canonical address, whether there is an account behind it or not. */
  readonly failedTries: Map<string, FailedTries>;
  /** Of second factors, by user id. */
  readonly failedFactors: Map<string, FailedTries>;
  /** When codes and links were mailed within the hour, by canonical address, known or not. */
  readonly mailedAt: Map<string, readonly number[]>;
  /** Links that were mailed, by the digests of their secrets. */
  readonly links: Map<string, MailedLink>;
  /** When an assertion ends that a client proved itself with, by client and name. */
  readonly usedAssertions: Map<string, number>;
  /** When a key or directory token was last used, by its id, to the minute. */
  readonly lastUses: Map<string, number>;
  /** How many passwords were hashed: equal work for known and unknown addresses can be asserted. */
  passwordHashes: number;
}

export function newAuthorizationState(): AuthorizationState {
  return {
    keys: newSigningKeys(),
    transactions: new Map(),
    sessions: new Map(),
    codes: new Map(),
    families: new Map(),
    refreshTokens: new Map(),
    pushedRequests: new Map(),
    devices: new Map(),
    consents: new Map(),
    failedTries: new Map(),
    failedFactors: new Map(),
    mailedAt: new Map(),
    links: new Map(),
    usedAssertions: new Map(),
    lastUses: new Map(),
    passwordHashes: 0,
  };
}

/** What is in a map, as plain data. */
export type Entries<V> = readonly (readonly [string, V])[];

/** The state as plain data: what a person was given stays good, and what they used stays used. */
export type KeptAuthorization = {
  readonly [Name in keyof AuthorizationState]: AuthorizationState[Name] extends Map<string, infer V>
    ? Entries<V>
    : Name extends 'keys'
      ? KeptKeys
      : AuthorizationState[Name];
};

/** The state beside its keys, for another life of the same world. */
export function keptAuthorization(state: AuthorizationState, keys: KeptKeys): KeptAuthorization {
  return {
    keys,
    transactions: [...state.transactions],
    sessions: [...state.sessions],
    codes: [...state.codes],
    families: [...state.families],
    refreshTokens: [...state.refreshTokens],
    pushedRequests: [...state.pushedRequests],
    devices: [...state.devices],
    consents: [...state.consents],
    failedTries: [...state.failedTries],
    failedFactors: [...state.failedFactors],
    mailedAt: [...state.mailedAt],
    links: [...state.links],
    usedAssertions: [...state.usedAssertions],
    lastUses: [...state.lastUses],
    passwordHashes: state.passwordHashes,
  };
}

/** Replaces the state by a kept one. */
export function restoreAuthorization(state: AuthorizationState, kept: KeptAuthorization): void {
  for (const [name, value] of Object.entries(kept)) {
    const own = state[name as keyof AuthorizationState];
    if (own instanceof Map) refill(own as Map<string, unknown>, value as Entries<unknown>);
  }
  state.keys.restore(kept.keys);
  state.passwordHashes = kept.passwordHashes;
}

/** Gives a map other content, in the order of the entries. */
export function refill<V>(map: Map<string, V>, entries: Entries<V>): void {
  map.clear();
  for (const [key, value] of entries) map.set(key, value);
}
