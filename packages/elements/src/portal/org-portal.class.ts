import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { cache } from 'lit/directives/cache.js';
import { ContextController } from '../data/context-controller.js';
import { isFocusNowhere } from '../data/focus.js';
import type { PathRouter } from '../data/router.js';
import { portalWords } from '../text/portal.js';
import { TextController } from '../text/text-controller.js';
import { avatarStyles } from '../theme/avatar.js';
import { controls } from '../theme/controls.js';
import { building2Icon, menuIcon, searchIcon, xIcon } from '../theme/icons.js';
import { failureNotice, noticeStyles } from '../theme/notice.js';
import { skeletonStyles } from '../theme/skeleton.js';
import { tokens } from '../theme/tokens.js';
import { BeforePortalNavigateEvent, PortalNavigatedEvent } from './events.js';
import type { ManagedView } from './managed-view.js';
import { styles } from './org-portal.styles.js';
import { PortalFacts } from './portal-facts.js';
import { closed, instead, navigation, skeleton, titleLine } from './portal-parts.js';
import { PortalPlace } from './portal-place.js';
import { PortalScreens } from './screens.js';
import { standingOf, type Section } from './sections.js';
import { toOverview } from './portal-link.js';

/**
 * Everything about one organization, for the people in it and those who look after it: overview,
 * members, invitations, roles, access, applications, managed organizations, settings. What the
 * backend cannot do, and what the person may not see, is not there. Each screen is loaded when somebody
 * goes there, and has a path of its own.
 *
 * @slot navigation - Links of the host's own, below those to the screens.
 * @csspart acting - Says on whose behalf the organization in view is looked after, and leads back.
 * @csspart head - The organization, and on narrow screens the button that opens the navigation.
 * @csspart trigger - The button with the organization in view, which opens the choice of another one.
 * @csspart popover - The choice of another organization.
 * @csspart navigation - The links to the screens.
 * @csspart header - The title of a screen, and its one obvious next thing to do.
 * @csspart content - The screen.
 * @csspart limits - What a managed organization has from the one above.
 * @csspart notice - What stands in place of a screen that cannot be shown.
 * @cssprop --tessera-portal-block-size - The least height, as of a page; less than a screenful otherwise.
 * @cssstate loading - The organization is on its way.
 * @fires {BeforePortalNavigateEvent} tessera-before-portal-navigate - A person is about to go to another screen; cancelable.
 * @fires {PortalNavigatedEvent} tessera-portal-navigated - Another screen is shown.
 */
export class TesseraOrgPortal extends LitElement {
  static override styles = [tokens, controls, avatarStyles, noticeStyles, skeletonStyles, styles];

  /**
   * Where the portal's paths begin in the address of the page, as `/portal/`. Without it, and without a
   * router, the address is left alone.
   */
  @property() base: string | undefined;

  /** Reads and writes the paths in place of the address of the page: the host's own router. */
  @property({ attribute: false }) router: PathRouter | undefined;

  @state() private menuOpen = false;
  @state() private managed: ManagedView | undefined;
  @query('h1') private heading!: HTMLElement | null;
  @query('.menu') private menu!: HTMLElement | null;

  readonly #internals = this.attachInternals();
  readonly #text = new TextController(this, { portal: portalWords });
  readonly #context = new ContextController(this);
  readonly #place = new PortalPlace(
    this,
    () => this.#went(),
    () => this.#tell(),
  );
  readonly #stage = new PortalFacts(this, {
    context: this.#context,
    place: this.#place,
    words: () => this.#text.words,
    go: (path) => this.#go(path),
  });
  readonly #screens = new PortalScreens(this, this.#stage);
  #shown: string | undefined;
  #hadOrganization = false;
  #isComing = false;
  #title = '';
  /** Where the focus is to be once the screen is drawn: at its title, or there only if it went away. */
  #focus: 'title' | 'lost' | undefined;
  /** Another organization has come, which may not have the screen. */
  #isSwitched = false;

  protected override willUpdate(_: PropertyValues<this>): void {
    this.#place.use(this.router, this.base);
    const { client, organization } = this.#context;
    const shown = JSON.stringify([client?.identity(), organization]);
    if (shown !== this.#shown) this.#enter(shown);
  }

  protected override updated(): void {
    // Only now what was asked for is that of the organization in view.
    const { known: organization, isReady, error } = this.#stage;
    this.#leaveAbsent();
    if (this.#context.organization?.actingFrom ?? organization?.managedBy) void this.#loadManaged();
    const isLoading = this.#context.organization && !isReady && !error;
    if (isLoading) this.#internals.states.add('loading');
    else this.#internals.states.delete('loading');
    const title = [this.#heading, ...(organization ? [organization.name] : [])].join(' · ');
    if (title !== this.#title) this.#place.router.entitle?.((this.#title = title));
    if (this.#focus === 'title' || (this.#focus === 'lost' && isFocusNowhere())) {
      this.heading?.focus();
    }
    if (isReady || error) this.#focus = undefined;
  }

  override render() {
    const { words } = this.#text;
    return html`<div class="portal" @click=${this.#follow} @keydown=${this.#escape}>
      ${this.managed?.banner.render(this.#stage.known?.name) ?? nothing}
      <div class="frame">
        <div
          class="head"
          part="head"
          @focusin=${loadPicker}
          @pointerenter=${loadPicker}
          @pointerdown=${loadPicker}
        >
          <button
            type="button"
            class="button icon-only menu"
            aria-label=${words.portal.menu}
            aria-expanded=${this.menuOpen}
            aria-controls="navigation"
            @click=${() => (this.menuOpen = !this.menuOpen)}
          >
            ${this.menuOpen ? xIcon : menuIcon}
          </button>
          <tessera-org-switcher exportparts="trigger, popover"></tessera-org-switcher>
        </div>
        ${navigation(this.#stage, this.#place.now?.section, this.menuOpen)}
        <section
          class="screen"
          aria-labelledby="title"
          aria-busy=${!this.#stage.isReady && !this.#stage.error}
        >
          ${this.#content()}
        </section>
      </div>
    </div>`;
  }

  #content() {
    const { words } = this.#text;
    const { portal } = words;
    const { now } = this.#place;
    const { error, isReady } = this.#stage;
    if (!this.#context.organization) {
      return instead(building2Icon, portal.noOrganization, portal.noOrganizationHint);
    }
    if (error) {
      return html`${titleLine(this.#stage, this.#heading, now?.section)}
        <div class="block">
          ${failureNotice(words, portal.failed, error, () => this.#retry())}
        </div>`;
    }
    if (!isReady)
      return html`${titleLine(this.#stage, this.#heading, now?.section)}
      ${skeleton(words.common.loading)}`;
    if (!now) {
      const way = toOverview(this.#stage, words);
      return instead(searchIcon, portal.notFound, portal.notFoundHint, way);
    }
    const standing = standingOf(now.section, this.#stage.can, this.#stage.organization);
    return standing === true
      ? this.#screen(now.section)
      : closed(this.#stage, now.section, standing);
  }

  #screen(section: Section) {
    const { words } = this.#text;
    const { portal } = words;
    const screen = this.#screens.of(section);
    const failure = this.#screens.failureOf(section);
    return html`${titleLine(this.#stage, this.#heading, section, screen)}
      <div class="content" part="content">
        ${this.managed?.limits.render() ?? nothing}
        ${cache(
          failure
            ? html`<div class="block">
                ${failureNotice(
                  words,
                  portal.sectionFailed(portal.sections[section]),
                  failure,
                  () => this.#screens.retry(section),
                )}
              </div>`
            : ((screen ? screen.render() : skeleton(words.common.loading)) as TemplateResult),
        )}
      </div>`;
  }

  get #heading(): string {
    const { portal } = this.#text.words;
    const { now } = this.#place;
    if (!this.#context.organization) return portal.noOrganization;
    if (!now) return portal.notFound;
    const { section, detail } = now;
    const isFound = this.#stage.isOpen(section);
    const own = isFound && detail.length > 0 ? this.#screens.of(section)?.title?.() : undefined;
    return own ?? portal.sections[section];
  }

  #enter(shown: string): void {
    const isFirst = this.#shown === undefined || !this.#hadOrganization;
    this.#shown = shown;
    this.#hadOrganization = this.#context.organization !== undefined;
    this.managed?.banner.forget();
    if (isFirst) return;
    this.menuOpen = false;
    this.#place.enter();
    this.#isSwitched = true;
    this.#focus = 'lost';
  }

  /** The organization that has just come may not have the screen. */
  #leaveAbsent(): void {
    if (!this.#isSwitched || !this.#stage.isReady) return;
    this.#isSwitched = false;
    const { now } = this.#place;
    if (now && !this.#stage.isOpen(now.section)) this.#place.leaveFor('overview');
  }

  /** A link of the portal's own is followed here; one that is to open elsewhere is the browser's. */
  readonly #follow = (event: MouseEvent): void => {
    const { path } = (event.target as Element).closest<HTMLElement>('a[data-path]')?.dataset ?? {};
    if (path === undefined || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.#go(path);
  };

  #go(path: string): void {
    const organizationId = this.#context.organization?.organizationId ?? '';
    if (this.dispatchEvent(new BeforePortalNavigateEvent(organizationId, path))) {
      this.#place.go(path);
    }
  }

  #went(): void {
    this.menuOpen = false;
    this.#focus = 'title';
    this.requestUpdate();
    this.#tell();
  }

  #tell(): void {
    const { organizationId = '' } = this.#context.organization ?? {};
    const { path } = this.#place;
    void this.updateComplete.then(() =>
      this.dispatchEvent(new PortalNavigatedEvent(organizationId, path)),
    );
  }

  readonly #escape = ({ key }: KeyboardEvent): void => {
    if (key !== 'Escape' || !this.menuOpen) return;
    this.menuOpen = false;
    this.menu?.focus();
  };

  #retry(): void {
    this.#stage.reload();
    this.heading?.focus();
  }

  /** Few organizations are managed by another. */
  async #loadManaged(): Promise<void> {
    if (this.managed || this.#isComing) return;
    this.#isComing = true;
    try {
      const { ManagedView } = await import('./managed-view.js');
      this.managed = new ManagedView(this.#stage);
    } catch {
      // Tried again with whatever is drawn next; the switcher says on whose behalf one acts, too.
    }
    this.#isComing = false;
  }
}

/** The choice of another organization is loaded when somebody comes near it. */
function loadPicker(): void {
  void import('../organizations/org-picker.js').catch(() => undefined);
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-org-portal': TesseraOrgPortal;
  }
}
