import { TesseraError } from '@tesserakit/client';
import type { Organization, OrganizationChange } from '@tesserakit/contract';
import { imageFault, imageTypeOf, webAddress, type ImageFault } from '@tesserakit/domain';
import { html, nothing, type TemplateResult } from 'lit';
import { DeedController } from '../data/deed.js';
import { isolated } from '../text/open-words.js';
import { avatar } from '../theme/avatar.js';
import { triangleAlertIcon, uploadIcon } from '../theme/icons.js';
import { refusal } from '../theme/refusal.js';
import { contrastOf, isColour, pagesTooAlike, textOn } from './contrast.js';
import type { OrganizationHost, OrganizationInHand } from './organization-in-hand.js';
import { ProfileDraft } from './profile-draft.js';
import { draftForm, fieldFault, section, type ProfileWords } from './profile-parts.js';

/** Keeps a picture whose content was checked. @returns the web address where everybody finds it. */
export type LogoStore = (
  picture: Blob,
  scope: { readonly organizationId: string; readonly signal: AbortSignal },
) => Promise<string>;

interface Look {
  readonly logoUrl: string;
  /** `#rrggbb`; empty for the usual colour. */
  readonly colour: string;
}

const usualColour = '#3b5bdb';

/** How the organization looks where its members sign in, with what becomes of it at once. */
export class ProfileBranding {
  readonly #host: OrganizationHost & { readonly storeLogo: LogoStore | undefined };
  readonly #view: OrganizationInHand;
  readonly #draft: ProfileDraft<Look>;
  readonly #storing: DeedController;
  #fault: ImageFault | undefined;
  #turn = new AbortController();

  constructor(
    host: OrganizationHost & { readonly storeLogo: LogoStore | undefined },
    view: OrganizationInHand,
  ) {
    this.#host = host;
    this.#view = view;
    this.#storing = new DeedController(host);
    this.#draft = new ProfileDraft<Look>(host, view, {
      of: ({ logoUrl = '', branding }) => ({ logoUrl, colour: branding?.accentColor ?? '' }),
      change: (look) => this.#changeTo(look),
    });
  }

  forget(): void {
    this.#turn.abort();
    this.#fault = undefined;
    this.#storing.forget();
    this.#draft.forget();
  }

  render(words: ProfileWords, organization: Organization, mayChange: boolean): TemplateResult {
    return section(
      words,
      'branding',
      mayChange
        ? this.#form(words, organization)
        : preview(words, organization, this.#draft.of(organization)),
    );
  }

  #form(words: ProfileWords, organization: Organization) {
    const look = this.#draft.of(organization);
    const { logoUrl, colour } = look;
    const valid = (logoUrl === '' || !!webAddress(logoUrl)) && (colour === '' || isColour(colour));
    return draftForm(
      words,
      this.#draft,
      html`${this.#logo(words, organization, look)} ${this.#colour(words, organization, look)}
      ${preview(words, organization, look)}`,
      valid,
    );
  }

  #logo(words: ProfileWords, organization: Organization, { logoUrl }: Look) {
    const { organizationProfile: own } = words;
    const isWrong = logoUrl !== '' && !webAddress(logoUrl);
    const enter = (address: string) => this.#draft.enter(organization, { logoUrl: address });
    return html`<div>
      <label class="label" for="logo-address">${own.logoAddress}</label>
      <div class="logo">
        ${avatar(
          { id: organization.organizationId, name: organization.name, picture: logoUrl },
          'square',
        )}
        <input
          class="field"
          id="logo-address"
          type="url"
          dir="ltr"
          autocomplete="off"
          maxlength="2048"
          placeholder="https://"
          aria-invalid=${isWrong}
          aria-describedby="logo-hint ${isWrong ? 'logo-wrong' : ''}"
          .value=${logoUrl}
          @input=${({ target }: Event) => enter((target as HTMLInputElement).value.trim())}
        />
        ${
          logoUrl
            ? html`<button type="button" class="button" @click=${() => enter('')}>
                ${own.logoRemove}
              </button>`
            : nothing
        }
      </div>
      <p class="hint" id="logo-hint">${own.logoHint}</p>
      ${fieldFault('logo-wrong', isWrong ? own.logoInvalid : undefined)}
      ${this.#host.storeLogo ? this.#file(words, organization) : nothing}
    </div>`;
  }

  #file(words: ProfileWords, organization: Organization) {
    const { organizationProfile: own } = words;
    const { error, busy } = this.#storing;
    return html`<div class="file">
      <label class="button">
        ${uploadIcon} ${own.logoChoose}
        <input
          class="hidden"
          type="file"
          accept="image/png,image/jpeg,image/webp,image/gif"
          aria-describedby="file-hint ${this.#fault ? 'file-fault' : ''}"
          aria-busy=${busy}
          @change=${(event: Event) => void this.#store(event, organization)}
        />
      </label>
      <span class="hint" id="file-hint">${own.logoFileHint}</span>
      <div role="alert">
        ${fieldFault('file-fault', this.#fault && own.logoFaults[this.#fault])}
      </div>
      ${refusal(words, { error })}
    </div>`;
  }

  #colour(words: ProfileWords, organization: Organization, { colour }: Look) {
    const { organizationProfile: own } = words;
    const isWrong = colour !== '' && !isColour(colour);
    const enter = ({ target }: Event) =>
      this.#draft.enter(organization, {
        colour: (target as HTMLInputElement).value.trim().toLowerCase(),
      });
    return html`<div>
      <label class="label" for="colour">${own.colour}</label>
      <div class="colour">
        <input
          type="color"
          aria-label=${own.colour}
          .value=${isColour(colour) ? colour : usualColour}
          @input=${enter}
        />
        <input
          class="field code"
          id="colour"
          dir="ltr"
          autocomplete="off"
          spellcheck="false"
          maxlength="7"
          placeholder="#3b5bdb"
          aria-invalid=${isWrong}
          aria-describedby="colour-hint ${isWrong ? 'colour-wrong' : ''}"
          .value=${colour}
          @input=${enter}
        />
        ${
          colour
            ? html`<button
                type="button"
                class="button"
                @click=${() => this.#draft.enter(organization, { colour: '' })}
              >
                ${own.colourDefault}
              </button>`
            : nothing
        }
      </div>
      <p class="hint" id="colour-hint">${own.colourHint}</p>
      ${fieldFault('colour-wrong', isWrong ? own.colourInvalid : undefined)}
      ${isColour(colour) ? contrast(words, colour) : nothing}
    </div>`;
  }

  #changeTo({ logoUrl, colour }: Look): OrganizationChange {
    const changed = this.#draft.changedFields;
    const logo = this.#view.organization?.branding?.logoUrl;
    const branding = {
      ...(colour && { accentColor: colour }),
      ...(logo !== undefined && { logoUrl: logo }),
    };
    return {
      ...(changed.includes('logoUrl') && { logoUrl: logoUrl || null }),
      ...(changed.includes('colour') && {
        branding: Object.keys(branding).length > 0 ? branding : null,
      }),
    };
  }

  /** A file counts by what is in it, whatever it is called, and is kept where the host keeps such. */
  async #store(event: Event, organization: Organization): Promise<void> {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    const { storeLogo } = this.#host;
    if (!file || !storeLogo) return;
    // The same file can be chosen again.
    input.value = '';
    this.#turn.abort();
    const { signal } = (this.#turn = new AbortController());
    const bytes = new Uint8Array(await file.arrayBuffer());
    this.#fault = imageFault(bytes);
    this.#storing.forget();
    const type = imageTypeOf(bytes);
    if (this.#fault || !type || signal.aborted) return;
    const { organizationId } = organization;
    await this.#storing.run(crypto.randomUUID(), async () => {
      const address = await storeLogo(new Blob([bytes], { type }), { organizationId, signal });
      if (signal.aborted) return;
      if (!webAddress(address)) throw new TesseraError('invalid_response');
      this.#draft.enter(organization, { logoUrl: address });
    });
  }
}

function contrast({ organizationProfile: own, language }: ProfileWords, colour: string) {
  const ratio = contrastOf(colour, textOn(colour));
  const spoken = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(ratio);
  return html`<div class="contrast" aria-live="polite">
    <p class="hint">${own.contrast(`\u2066${spoken} : 1\u2069`)}</p>
    ${pagesTooAlike(colour).map(
      (page) =>
        html`<p class="warning">${triangleAlertIcon} <span>${own.tooAlike[page]}</span></p>`,
    )}
  </div>`;
}

/** What a member will see, in small; nothing in it can be pressed. */
function preview(
  { organizationProfile: own }: ProfileWords,
  organization: Organization,
  look: Look,
) {
  const { organizationId: id, name } = organization;
  const colour = isColour(look.colour) ? look.colour : undefined;
  const tint = colour ? `--_brand:${colour};--_on-brand:${textOn(colour)}` : '';
  return html`<figure class="preview" part="preview" .style=${tint}>
    <figcaption class="hint">${own.preview}</figcaption>
    <div aria-hidden="true">
      ${avatar({ id, name, picture: look.logoUrl }, 'square')}
      <strong>${own.previewTitle(isolated(name))}</strong>
      <i></i>
      <span class="press">${own.previewButton}</span>
      <span class="link">${own.previewLink}</span>
    </div>
  </figure>`;
}
