import type { Decorator, Preview } from '@storybook/web-components-vite';
import '@tesserakit/elements/provider.js';
import { html } from 'lit';
import { setupWorker } from 'msw/browser';
import { configure, expect, waitFor } from 'storybook/test';
import '../checks/index.js';
import { people, stage, type Backend, type Scenario, type Scene } from '../scene.js';

// A machine with much to do draws more slowly; nobody waits longer than it takes.
configure({ asyncUtilTimeout: 5000 });

const worker = setupWorker();
/** On a page of documentation a story can stand twice: each time with a world of its own. */
let worlds = 0;
let started: Promise<unknown> | undefined;

/** The worker lies beside the page, wherever the built Storybook is put. */
function startWorker(): Promise<unknown> {
  return (started ??= worker.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: {
      url: new URL('mockServiceWorker.js', document.baseURI).href,
      options: { scope: new URL('./', document.baseURI).pathname },
    },
  }));
}

const densities: Record<string, number> = { compact: -1, standard: 0, roomy: 1 };

const onStage: Decorator = (story, { globals, loaded, parameters }) => {
  const { language, theme, density } = globals as Record<string, string>;
  const { client, organizationId } = loaded.backend as Backend;
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  const look = `color-scheme: ${theme}; --tessera-density: ${densities[density ?? ''] ?? 0}`;
  return html`<div class="stage" lang=${language} dir=${direction} .style=${look}>
    ${
      parameters.provider === false
        ? story()
        : html`<tessera-provider
            lang=${language}
            .client=${client}
            .organizationId=${organizationId}
            >${story()}</tessera-provider
          >`
    }
  </div>`;
};

function isLoading(place: ParentNode): boolean {
  return [...place.querySelectorAll('*')].some(
    (element) =>
      element.matches(':state(loading)') ||
      (element.shadowRoot !== null && isLoading(element.shadowRoot)),
  );
}

const preview: Preview = {
  tags: ['autodocs'],
  loaders: [
    async ({ id, globals, parameters, viewMode }) => {
      await startWorker();
      const baseUrl = new URL(`worlds/${++worlds}/${id}`, document.baseURI).href;
      const { person = '', scenario } = globals as { person?: string; scenario?: Scenario };
      const scene = (parameters.scene ?? {}) as Scene;
      const { backend, handlers } = stage(scene, person, baseUrl, scenario);
      // On a page of documentation the worlds of several stories stand side by side.
      if (viewMode === 'story') worker.resetHandlers(...handlers);
      else worker.use(...handlers);
      return { backend };
    },
  ],
  decorators: [onStage],
  // The check for accessibility comes after this, so that it sees what a person sees.
  afterEach: async ({ canvasElement, parameters, viewMode }) => {
    if (parameters.loading || viewMode !== 'story') return;
    await waitFor(() => expect(isLoading(canvasElement)).toBe(false), { timeout: 5000 });
  },
  parameters: {
    layout: 'fullscreen',
    controls: { disable: true },
    a11y: { test: 'error' },
    docs: { story: { inline: true } },
  },
  initialGlobals: {
    person: 'user_both',
    scenario: 'own',
    language: 'en',
    theme: 'light',
    density: 'standard',
  },
  globalTypes: {
    person: {
      description: 'Who is signed in',
      toolbar: {
        icon: 'user',
        dynamicTitle: true,
        items: people.map(({ userId, name, email }) => ({
          value: userId,
          title: name,
          right: email,
        })),
      },
    },
    scenario: {
      description: 'What people have written',
      toolbar: {
        icon: 'document',
        dynamicTitle: true,
        items: [
          { value: 'own', title: "The story's own texts" },
          { value: 'hostile', title: 'Hostile texts' },
        ],
      },
    },
    language: {
      description: 'Language and direction',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'en', title: 'English' },
          { value: 'ar', title: 'العربية' },
        ],
      },
    },
    theme: {
      description: 'Colour scheme',
      toolbar: {
        icon: 'mirror',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
          { value: 'light dark', title: "The system's" },
        ],
      },
    },
    density: {
      description: 'Density',
      toolbar: {
        icon: 'component',
        dynamicTitle: true,
        items: [
          { value: 'compact', title: 'Compact' },
          { value: 'standard', title: 'Standard' },
          { value: 'roomy', title: 'Roomy' },
        ],
      },
    },
  },
};

export default preview;
