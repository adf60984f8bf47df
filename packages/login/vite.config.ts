import { join } from 'node:path';
import { defaultClientConditions, defineConfig } from 'vite';
import { staticFirstStep } from './static-first-step.ts';

/** The hosted pages, as static files that any server can give out under `/login/`. */
export default defineConfig({
  root: join(import.meta.dirname, 'pages'),
  base: '/login/',
  plugins: [staticFirstStep()],
  resolve: { conditions: ['tessera-source', ...defaultClientConditions] },
  build: {
    target: 'es2022',
    outDir: join(import.meta.dirname, 'dist/pages'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // All that the first step needs comes in one file.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'first-step', tags: ['$initial'] }] } },
    },
  },
});
