import type { Organization } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { EndingQuestions } from './ending-questions.js';
import type { OrganizationHost, OrganizationInHand } from './organization-in-hand.js';
import { deedRow, section, type ProfileWords } from './profile-parts.js';

/** What a person is asked whether they are sure of it. */
export type Question = 'leave' | 'transfer' | 'suspend' | 'remove';

/** How it ended for the person. */
export interface Ending {
  readonly how: 'left' | 'gone';
  readonly name: string;
}

/**
 * What ends something: the person's membership, their administration, the organization's work, or it.
 * What asks whether they are sure is loaded with the first question.
 */
export class ProfileEndings {
  readonly #host: OrganizationHost;
  readonly #view: OrganizationInHand;
  #questions: EndingQuestions | undefined;
  #ending: Ending | undefined;

  constructor(host: OrganizationHost, view: OrganizationInHand) {
    this.#host = host;
    this.#view = view;
  }

  get ending(): Ending | undefined {
    return this.#ending;
  }

  /** Another organization is shown. */
  forget(): void {
    this.#ending = undefined;
    this.#questions?.forget();
  }

  render(words: ProfileWords, organization: Organization): TemplateResult {
    const can = this.#view.can?.organizations;
    const { isManaged } = this.#view;
    const { actions } = organization;
    const own = !isManaged && (can?.leave || can?.transferOwnership);
    const ends = can?.delete && this.#isOffered(actions['organization.delete']);
    // Only those above ever suspend an organization; to others it is no question.
    const mayStand =
      actions['organization.suspend'] === true || actions['organization.reactivate'] === true;
    const stands = can?.suspend && (isManaged || mayStand);
    const failure = this.#questions?.failure(words, organization) ?? nothing;
    return html`${own ? section(words, 'membership', this.#membership(words, organization)) : nothing}
    ${
      stands || ends
        ? section(
            words,
            'standing',
            html`${stands ? this.#standing(words, organization) : nothing}
            ${ends ? this.#removal(words, organization) : nothing} ${failure}`,
          )
        : nothing
    }
    ${this.#questions?.render(words, organization) ?? nothing}`;
  }

  /** What somebody who only looks may not do is not said again at each deed. */
  #isOffered(verdict: true | string | undefined): boolean {
    return verdict !== 'forbidden' || !this.#view.isReadOnly;
  }

  #membership(words: ProfileWords, { actions }: Organization) {
    const { organizationProfile: own } = words;
    const can = this.#view.can?.organizations;
    return html`${
      can?.transferOwnership && this.#isOffered(actions['organization.transferOwnership'])
        ? deedRow(words, {
            id: 'transfer',
            label: own.transfer,
            hint: own.transferHint,
            verdict: actions['organization.transferOwnership'],
            run: () => this.#ask('transfer'),
          })
        : nothing
    }
    ${
      can?.leave
        ? deedRow(words, {
            id: 'leave',
            label: own.leave,
            hint: own.leaveHint,
            look: 'destructive',
            verdict: actions['organization.leave'],
            run: () => this.#ask('leave'),
          })
        : nothing
    }`;
  }

  #standing(words: ProfileWords, organization: Organization) {
    const { organizationProfile: own } = words;
    const verb = organization.status === 'suspended' ? 'reactivate' : 'suspend';
    return deedRow(words, {
      id: 'stand',
      label: own[verb],
      hint: own[`${verb}Hint`],
      verdict: organization.actions[`organization.${verb}`],
      busy: this.#questions?.busy === true,
      run: () =>
        verb === 'suspend'
          ? this.#ask('suspend')
          : void this.#with((questions) => void questions.reactivate(words, organization)),
    });
  }

  #removal(words: ProfileWords, { actions }: Organization) {
    const { organizationProfile: own } = words;
    return deedRow(words, {
      id: 'remove',
      label: own.remove,
      hint: own.removeHint,
      look: 'destructive',
      verdict: actions['organization.delete'],
      run: () => this.#ask('remove'),
    });
  }

  async #with(run: (questions: EndingQuestions) => void): Promise<void> {
    const { EndingQuestions } = await import('./ending-questions.js');
    this.#questions ??= new EndingQuestions(this.#host, this.#view, (ending) => {
      this.#ending = ending;
      this.#host.requestUpdate();
      this.#view.focusOn('.panel');
    });
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    run(this.#questions);
  }

  #ask(question: Question): void {
    void this.#with((questions) => questions.ask(question));
  }
}
