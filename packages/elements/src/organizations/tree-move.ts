import type { Page, TesseraError } from '@tesserakit/client';
import type { Impact, Organization } from '@tesserakit/contract';
import { html, type TemplateResult } from 'lit';
import { impactList } from '../applications/impact-list.js';
import { Pause } from '../data/pause.js';
import { ResourceController } from '../data/resource.js';
import { isolated } from '../text/open-words.js';
import { searchField } from '../theme/search-field.js';
import { refusal } from '../theme/refusal.js';
import type { TreeWords } from './tree-cells.js';
import { BeforeOrganizationMoveEvent, OrganizationMovedEvent } from './tree-events.js';
import type { TreeScope, TreeTask } from './tree-task.js';

/** Puts an organization below another, or below none; for platform administrators. */
export class TreeMoving implements TreeTask {
  readonly #scope: TreeScope;
  readonly #typing = new Pause(180);
  readonly #found: ResourceController<Page<Organization>>;
  readonly #impact: ResourceController<Impact>;
  #words = '';
  /** `null` for nobody. */
  #target: string | null | undefined;
  /** Whether the person wants to see what it takes away. */
  #looks = false;

  constructor(scope: TreeScope) {
    this.#scope = scope;
    const { host, nodes, node } = scope;
    const { organizationId } = node.organization;
    this.#found = new ResourceController(host, () => {
      const client = scope.clientFor(nodes.rootId);
      const search = this.#words || undefined;
      return {
        owner: client,
        key: [client.identity(), nodes.rootId, 'all-organizations', search],
        fetch: (signal) => client.organizations.listAll({ search, limit: 20 }, { signal }),
      };
    });
    this.#impact = new ResourceController(host, () => {
      const target = this.#target;
      if (!this.#looks || target === undefined) return undefined;
      const client = scope.clientFor(organizationId);
      const move = { organizationId, parentOrganizationId: target ?? undefined };
      return {
        owner: scope.clientFor(nodes.rootId),
        key: [client.identity(), nodes.rootId, 'move', organizationId, target],
        fetch: (signal) => client.organizations.previewMove(move, { signal }),
      };
    });
  }

  end(): void {
    this.#typing.end();
    for (const one of [this.#found, this.#impact]) {
      this.#scope.host.removeController(one);
      one.hostDisconnected();
    }
  }

  readonly title = ({ organizationTree: own }: TreeWords): string =>
    own.moveQuestion(isolated(this.#scope.node.organization.name));

  readonly body = (words: TreeWords): TemplateResult => {
    const { organizationTree: own, common } = words;
    const { organizationId } = this.#scope.node.organization;
    const others = this.#found.value?.items.filter((one) => one.organizationId !== organizationId);
    const { value: impact, error: lost } = this.#impact;
    return html`<p class="muted">${own.moveHint}</p>
      ${searchField({ label: own.moveSearch, type: this.#type })}
      <fieldset class="targets" aria-label=${own.moveSearch}>
        ${this.#choice(null, own.moveRoot)}
        ${
          others
            ? others.map((one) => this.#choice(one.organizationId, one.name))
            : this.#found.error
              ? refusal(words, { error: this.#found.error, again: () => this.#found.reload() })
              : html`<p class="muted">${common.loading}</p>`
        }
      </fieldset>
      ${
        impact
          ? impactList(words, impact)
          : refusal(words, { error: lost, again: () => this.#impact.reload() })
      }`;
  };

  readonly button = ({ organizationTree: own }: TreeWords) => ({
    label: this.#impact.value ? own.move : own.lookFirst,
    look: 'primary' as const,
    isOff: this.#target === undefined,
    run: () => void this.#move(own.done.move(this.#scope.node.organization.name)),
  });

  get error(): TesseraError | undefined {
    return this.#scope.deed.error;
  }

  get busy(): boolean {
    return this.#scope.deed.busy;
  }

  #choice(target: string | null, name: string) {
    return html`<label class="check">
      <input
        type="radio"
        name="target"
        .checked=${this.#target === target}
        @change=${() => {
          this.#target = target;
          this.#looks = false;
          this.#scope.deed.forget();
          this.#scope.host.requestUpdate();
        }}
      />
      <bdi>${name}</bdi>
    </label>`;
  }

  readonly #type = (typed: string): void => {
    this.#typing.after(() => {
      this.#words = typed.trim();
      this.#scope.host.requestUpdate();
    });
  };

  /** The first press shows what it takes away, the second does it. */
  async #move(outcome: string): Promise<void> {
    const { node, deed, host, nodes } = this.#scope;
    const target = this.#target;
    const known = this.#impact.value;
    if (target === undefined || deed.busy) return;
    if (!known) {
      this.#looks = true;
      return host.requestUpdate();
    }
    const { organizationId } = node.organization;
    // As it is now: somebody else may have changed it since.
    const { version } = nodes.node(organizationId)?.organization ?? node.organization;
    if (!host.dispatchEvent(new BeforeOrganizationMoveEvent(organizationId, target))) return;
    const subject = JSON.stringify(['move', organizationId, target, version, known.token]);
    const client = this.#scope.clientFor(organizationId);
    const done = await deed.run(subject, async (options) => {
      const move = { organizationId, parentOrganizationId: target, version, impact: known.token };
      await client.organizations.move(move, options);
      host.dispatchEvent(new OrganizationMovedEvent(organizationId, target));
    });
    const { code } = deed.error ?? {};
    if (code === 'impact_unconfirmed') this.#impact.reload();
    if (done || code === 'version_conflict') nodes.reload();
    if (done) this.#scope.done(outcome);
  }
}
