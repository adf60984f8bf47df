import type { StorybookConfig } from '@storybook/web-components-vite';
import { msw } from 'msw/vite';
import { defaultClientConditions, mergeConfig } from 'vite';

const config: StorybookConfig = {
  stories: ['../*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: '@storybook/web-components-vite',
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (given) =>
    mergeConfig(given, {
      plugins: [msw({ mode: 'worker-only' })],
      resolve: { conditions: ['tessera-source', ...defaultClientConditions] },
    }),
};

export default config;
