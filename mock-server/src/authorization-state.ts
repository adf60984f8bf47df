import type { Transaction } from './login/transaction.ts';
import { newSigningKeys, type SigningKeys } from './oidc/keys.ts';

/** A person who has proved who they are, in one browser. */
export interface BrowserSession {
  /** Public name of the session, as tokens carry it. */
  readonly sid: string;
  /** What the browser's cookie holds; new with every proof. */
  secret: string;
  readonly userId: string;
  /** When they proved it, in milliseconds. */
  authenticatedAt: number;
  readonly methods: readonly string[];
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
  readonly scope: readonly string[];
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

/** Wrong passwords for one address, whether there is an account behind it or not. */
export interface FailedTries {
  count: number;
  /** No password is looked at before this moment. */
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
  /** By canonical address. */
  readonly failedTries: Map<string, FailedTries>;
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
    failedTries: new Map(),
    passwordHashes: 0,
  };
}
