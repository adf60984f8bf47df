export type { Claims } from './claims.ts';
export {
  createSessions,
  type Sessions,
  type SessionsOptions,
  type SignedIn,
  type SignInRequest,
} from './sessions.ts';
export { SignInError, type Refusal } from './sign-in-error.ts';
