import type { Page, TesseraError } from '@tesserakit/client';
import type { Application, Impact } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { impactList, isHarmless } from '../applications/impact-list.js';
import { refresh } from '../data/query.js';
import { ResourceController } from '../data/resource.js';
import { isolated, seen } from '../text/open-words.js';
import { refusal } from '../theme/refusal.js';
import type { TreeWords } from './tree-cells.js';
import { BeforeRoleGroupsChangeEvent, RoleGroupsChangedEvent } from './tree-events.js';
import type { TreeScope, TreeTask } from './tree-task.js';

/** Role groups of one application that can be chosen from, and those that are. */
interface Choice {
  readonly applicationId: string;
  readonly name: string;
  readonly groups: Application['onboarding']['roleGroups'];
  readonly present: readonly string[];
  readonly version: number | undefined;
}

type Kind = 'limit' | 'expose';

/**
 * What an organization may hand out of an application, or what those below it may be given. What it
 * would take from people is shown before it is done.
 */
export class TreeGroups implements TreeTask {
  readonly #scope: TreeScope;
  readonly #kind: Kind;
  readonly #applications: ResourceController<Page<Application>>;
  #shown = 0;
  /** Nothing until the person has chosen. */
  #chosen: readonly string[] | undefined;
  #impact: Impact | undefined;

  constructor(scope: TreeScope, kind: Kind) {
    this.#scope = scope;
    this.#kind = kind;
    const { node, parentId = '' } = scope;
    // What there is to choose from: of the organization above, or for exposing, one's own.
    const organizationId = kind === 'limit' ? parentId : node.organization.organizationId;
    const client = scope.clientFor(organizationId);
    this.#applications = new ResourceController(scope.host, () => ({
      owner: client,
      key: [client.identity(), organizationId, 'applications'],
      fetch: (signal) => client.applications.list({ organizationId }, { signal }),
    }));
  }

  end(): void {
    this.#scope.host.removeController(this.#applications);
    this.#applications.hostDisconnected();
  }

  readonly title = ({ organizationTree: own }: TreeWords): string => {
    const { name = '' } = this.#choice ?? {};
    const organization = isolated(this.#scope.node.organization.name);
    return this.#kind === 'limit'
      ? own.groupsTitle(organization, isolated(name))
      : own.exposeTitle(isolated(name));
  };

  readonly body = (words: TreeWords): TemplateResult => {
    const { organizationTree: own, common } = words;
    const choices = this.#choices;
    const { error } = this.#applications;
    if (!choices && error) {
      return html`${refusal(words, { error, again: () => this.#applications.reload() })}`;
    }
    const choice = this.#choice;
    if (!choices) return html`<p class="muted" role="status">${common.loading}</p>`;
    if (!choice) return html`<p class="muted">${own.groupsNone}</p>`;
    return html`${choices.length > 1 ? this.#choiceOfApplication(choices) : nothing}
      <p class="muted">${this.#kind === 'limit' ? own.groupsHint : own.exposeHint}</p>
      <fieldset aria-label=${this.title(words)}>
        ${
          choice.groups.length === 0
            ? html`<p class="muted">${own.groupsNone}</p>`
            : choice.groups.map(({ roleGroupId, name }) => this.#group(roleGroupId, name))
        }
      </fieldset>
      ${this.#impact ? impactList(words, this.#impact) : nothing}`;
  };

  readonly button = ({ organizationTree: own }: TreeWords) => {
    const harms = this.#impact !== undefined && !isHarmless(this.#impact);
    return {
      label: harms ? own.confirmLoss : own.confirm,
      look: harms ? ('danger' as const) : ('primary' as const),
      isOff: !this.#isChanged,
      run: () => void this.#save(own.done[this.#kind](this.#scope.node.organization.name)),
    };
  };

  get error(): TesseraError | undefined {
    return this.#scope.deed.error;
  }

  get busy(): boolean {
    return this.#scope.deed.busy;
  }

  #choiceOfApplication(choices: readonly Choice[]) {
    return html`<select
      class="field"
      aria-label=${choices[this.#shown]?.name ?? ''}
      @change=${({ target }: Event) => this.#show((target as HTMLSelectElement).selectedIndex)}
    >
      ${choices.map(
        ({ name }, index) => html`<option .selected=${index === this.#shown}>${name}</option>`,
      )}
    </select>`;
  }

  #group(roleGroupId: string, name: string) {
    return html`<label class="check">
      <input
        type="checkbox"
        .checked=${this.#now.includes(roleGroupId)}
        @change=${({ target }: Event) => {
          const others = this.#now.filter((one) => one !== roleGroupId);
          const { checked } = target as HTMLInputElement;
          this.#choose(checked ? [...others, roleGroupId] : others);
        }}
      />
      <bdi>${seen(name, roleGroupId)}</bdi>
    </label>`;
  }

  get #choices(): readonly Choice[] | undefined {
    return this.#applications.value?.items.flatMap((one) => this.#choiceOf(one));
  }

  get #choice(): Choice | undefined {
    return this.#choices?.[this.#shown];
  }

  /** What is ticked. */
  get #now(): readonly string[] {
    return this.#chosen ?? this.#choice?.present ?? [];
  }

  get #isChanged(): boolean {
    const { present = [] } = this.#choice ?? {};
    const now = new Set(this.#now);
    return now.size !== present.length || present.some((id) => !now.has(id));
  }

  #show(index: number): void {
    this.#shown = index;
    this.#choose(undefined);
  }

  #choose(chosen: readonly string[] | undefined): void {
    this.#chosen = chosen;
    this.#impact = undefined;
    this.#scope.deed.forget();
    this.#scope.host.requestUpdate();
  }

  #choiceOf({ applicationId, name, onboarding }: Application): readonly Choice[] {
    const ids = (groups: Choice['groups']) => groups.map(({ roleGroupId }) => roleGroupId);
    if (this.#kind === 'expose') {
      const { roleGroups: groups, exposedRoleGroups, version } = onboarding;
      return [{ applicationId, name, groups, present: ids(exposedRoleGroups), version }];
    }
    const { node, nodes } = this.#scope;
    const { applications } = nodes.node(node.organization.organizationId) ?? node;
    const share = applications.find((one) => one.applicationId === applicationId);
    if (!share) return [];
    const groups = onboarding.exposedRoleGroups;
    const present = ids(share.roleGroups);
    return [{ applicationId, name, groups, present, version: share.version }];
  }

  /** Looks at what it would take away first; a person confirms what harms somebody. */
  async #save(outcome: string): Promise<void> {
    const { node, nodes, deed, host } = this.#scope;
    const choice = this.#choice;
    if (!choice || !this.#isChanged || deed.busy) return;
    const { organizationId } = node.organization;
    const client = this.#scope.clientFor(organizationId);
    const { applicationId, version } = choice;
    if (!host.dispatchEvent(new BeforeRoleGroupsChangeEvent(organizationId, applicationId))) return;
    const { managedOrganizations } = client;
    const change = { organizationId, applicationId, roleGroupIds: [...this.#now] };
    const isLimit = this.#kind === 'limit';
    const subject = JSON.stringify([this.#kind, change, version]);
    let isAsking = false;
    const done = await deed.run(subject, async (options) => {
      const known = this.#impact;
      const preview = () =>
        isLimit
          ? managedOrganizations.previewSetRoleGroups(change)
          : managedOrganizations.previewExpose(change);
      const impact = known ?? (await preview());
      this.#impact = impact;
      isAsking = known === undefined && !isHarmless(impact);
      if (isAsking) return;
      const confirmed = { ...change, version, impact: impact.token };
      if (isLimit) {
        const { applications } = await managedOrganizations.setRoleGroups(confirmed, options);
        nodes.replace(node.organization, applications);
      } else await managedOrganizations.expose(confirmed, options);
      host.dispatchEvent(new RoleGroupsChangedEvent(organizationId, applicationId));
    });
    const { error } = deed;
    // What it does has changed meanwhile, or what is there: the person looks again.
    if (error?.code === 'impact_unconfirmed') this.#impact = undefined;
    if (error?.code === 'version_conflict') {
      this.#impact = undefined;
      nodes.reload();
      this.#applications.reload();
    }
    if (done && !isAsking) {
      refresh(client, [client.identity(), organizationId], ['applications']);
      this.#scope.done(outcome);
    }
    host.requestUpdate();
  }
}
