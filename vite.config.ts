import { minifyHTMLLiterals } from 'minify-literals';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

/**
 * Takes comments and white space out of `html` and `css` templates, when building. White space
 * between words is kept as one blank, since a template may end in the middle of a sentence.
 */
export function minifiedTemplates(): Plugin {
  return {
    name: 'minified-templates',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: { include: /\.ts$/, exclude: /node_modules/ }, code: /(html|svg|css)`/ },
      async handler(code, id) {
        // Shapes of an svg template are closed by their slash; without it one swallows the next.
        const html = { conservativeCollapse: true, keepClosingSlash: true };
        return (await minifyHTMLLiterals(code, { fileName: id, html })) ?? undefined;
      },
    },
  };
}

/** What every build and server of this repository shares: packages are read from their sources. */
export default defineConfig({
  plugins: [minifiedTemplates()],
  resolve: { conditions: ['tessera-source', ...defaultClientConditions] },
  build: { target: 'es2022', modulePreload: { polyfill: false } },
});
