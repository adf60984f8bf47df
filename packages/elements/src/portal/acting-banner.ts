import type { Organization } from '@tesserakit/contract';
import { html, nothing } from 'lit';
import { DeedController } from '../data/deed.js';
import { ResourceController } from '../data/resource.js';
import { organizationQuery } from '../organizations/organization-query.js';
import type { Words } from '../text/catalogue.js';
import { isolated } from '../text/open-words.js';
import { building2Icon, undo2Icon } from '../theme/icons.js';
import type { PortalStage } from './portal-stage.js';

/** Says over everything that what is in view is looked after from another organization, and leads back. */
export class ActingBanner {
  readonly #stage: PortalStage;
  readonly #words: () => Words<'portalScreens'>;
  readonly #own: ResourceController<Organization>;
  readonly #leaving: DeedController;

  constructor(stage: PortalStage, words: () => Words<'portalScreens'>) {
    this.#stage = stage;
    this.#words = words;
    this.#leaving = new DeedController(stage.host);
    this.#own = new ResourceController<Organization>(stage.host, () => {
      const { client, organization } = stage.context;
      const from = organization?.actingFrom;
      return client && from ? organizationQuery(client, from) : undefined;
    });
  }

  /** Another organization is in view. */
  forget(): void {
    this.#leaving.forget();
  }

  render(name: string | undefined) {
    const { portalScreens: portal, errors } = this.#words();
    if (!this.#stage.context.organization?.actingFrom) return nothing;
    const own = this.#own.value?.name;
    const { error, busy } = this.#leaving;
    // Whoever chose another organization meanwhile wants no way back any more.
    const failure = error?.code === 'aborted' ? undefined : error;
    return html`<div class="banner" part="acting">
      ${building2Icon}
      <p>
        <strong><bdi>${portal.actingFor(isolated(name ?? '…'))}</bdi></strong>
        ${own === undefined ? nothing : html` <bdi>${portal.onBehalf(isolated(own))}</bdi>`}
      </p>
      ${failure ? html`<p role="alert">${errors[failure.code]}</p>` : nothing}
      <button
        type="button"
        aria-disabled=${busy ? 'true' : nothing}
        @click=${() => void this.#leave()}
      >
        ${undo2Icon}
        <bdi class="truncated"
          >${own === undefined ? portal.back : portal.backTo(isolated(own))}</bdi
        >
      </button>
    </div>`;
  }

  async #leave(): Promise<void> {
    const { organization, switching } = this.#stage.context;
    const { actingFrom } = organization ?? {};
    if (!organization || !actingFrom) return;
    await this.#leaving.run(actingFrom, () => (switching ?? organization).switchTo(actingFrom));
  }
}
