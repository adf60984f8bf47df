import type { TesseraError, WriteOptions } from '@tesserakit/client';
import type { ReactiveControllerHost } from 'lit';
import { DeedController } from '../data/deed.js';
import type { MemberAsked } from './member-roles.js';
import { choiceIn, versionIn, type Holding, type RoleDraft, type RolePart } from './role-draft.js';

/** Why something was not saved, and whether it may have been after all. */
export interface Failure {
  readonly error: TesseraError;
  readonly uncertain: boolean;
}

/**
 * Writes the parts of a draft one by one, and knows of each why it was refused. A part whose answer
 * was lost is sent again under the same key.
 */
export class RoleSaving {
  readonly #host: ReactiveControllerHost;
  #deeds = new Map<string, DeedController>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Why a part was not saved the last time. */
  failureOf({ key }: RolePart): Failure | undefined {
    const { error, uncertain = false } = this.#deeds.get(key) ?? {};
    return error && { error, uncertain };
  }

  /**
   * Saves parts, in order, also when all is forgotten in between: it was asked for. A refusal of one
   * keeps none of the others from being saved.
   *
   * @param done is told each part that was saved.
   */
  async save(
    asked: MemberAsked,
    parts: readonly RolePart[],
    draft: RoleDraft,
    done: (part: RolePart) => void,
  ): Promise<void> {
    const deeds = this.#deeds;
    for (const part of parts) {
      const [chosen, version] = [choiceIn(part, draft), versionIn(part, draft)];
      const { organizationId, userId } = asked;
      const subject = JSON.stringify([organizationId, userId, part.key, chosen, version]);
      const deed = deeds.get(part.key) ?? new DeedController(this.#host);
      deeds.set(part.key, deed);
      await deed.run(subject, async (options) => {
        await write(asked, part, chosen, version, options);
        done(part);
      });
    }
  }

  /** Forgets why a part was refused. */
  forgive({ key }: RolePart): void {
    this.#deeds.get(key)?.forget();
  }

  /** Forgets everything: it was about somebody else. What is under way is not waited for any more. */
  forget(): void {
    for (const deed of this.#deeds.values()) {
      deed.forget();
      this.#host.removeController(deed);
    }
    this.#deeds = new Map();
  }
}

function write(
  { client, ...scope }: MemberAsked,
  { applicationId }: RolePart,
  { granted, roleIds, expiresAt }: Holding,
  version: number | undefined,
  options: WriteOptions,
): Promise<unknown> {
  if (applicationId === undefined) {
    const change = { ...scope, organizationRoleIds: roleIds, version };
    return client.members.setOrganizationRoles(change, options);
  }
  const about = { ...scope, applicationId, version };
  return granted
    ? client.access.grant({ ...about, roleIds: [...roleIds], expiresAt }, options)
    : client.access.withdraw(about, options);
}
