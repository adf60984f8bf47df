import { TesseraError } from '@tesserakit/client';
import type { Member } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { MemberHost } from './member-in-view.js';
import {
  section,
  sectionFailure,
  skeletonLines,
  type DetailWords,
  type SectionName,
} from './member-section.js';

/** What is in a section once it is unfolded. */
export interface FoldedContent {
  content(words: DetailWords, member: Member): TemplateResult;
  /** Somebody else is shown. */
  forget(): void;
}

/** A section that is folded at first; how it is shown is fetched when it is first unfolded. */
export class FoldedSection {
  readonly #host: MemberHost;
  readonly #name: SectionName;
  readonly #load: () => Promise<FoldedContent>;
  #content: FoldedContent | undefined;
  #isOpen = false;
  #error: TesseraError | undefined;

  constructor(host: MemberHost, name: SectionName, load: () => Promise<FoldedContent>) {
    this.#host = host;
    this.#name = name;
    this.#load = load;
  }

  /** Whether anything of it is to be asked for. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  forget(): void {
    this.#isOpen = false;
    this.#error = undefined;
    this.#content?.forget();
  }

  render(words: DetailWords, member: Member): TemplateResult {
    const fold = { open: this.#isOpen, toggle: () => this.#toggle() };
    return section(
      words,
      this.#name,
      html`${this.#isOpen ? this.#inside(words, member) : nothing}`,
      fold,
    );
  }

  #inside(words: DetailWords, member: Member): TemplateResult {
    if (this.#content) return this.#content.content(words, member);
    if (!this.#error) return skeletonLines(words);
    return sectionFailure(words, this.#error, () => void this.#fetch());
  }

  #toggle(): void {
    this.#isOpen = !this.#isOpen;
    this.#host.requestUpdate();
    if (this.#isOpen && !this.#content) void this.#fetch();
  }

  async #fetch(): Promise<void> {
    this.#error = undefined;
    this.#host.requestUpdate();
    try {
      this.#content = await this.#load();
    } catch {
      // A module that does not come is a matter of the way to it.
      this.#error = new TesseraError('network');
    }
    this.#host.requestUpdate();
  }
}
