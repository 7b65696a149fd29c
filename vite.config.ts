import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vite'

const folder = resolve(import.meta.dirname, 'src/doors/web/console')

/** The console. `--outDir` must be absolute: Vite reads a relative one from the console's folder. */
export default defineConfig({
  root: folder,
  publicDir: false,
  plugins: [react(), preloadFont()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/console'),
    emptyOutDir: true,
    target: 'es2023',
    // Fonts come from here, and never from within a style sheet: our own policy forbids it.
    assetsInlineLimit: (path) => (path.endsWith('.woff2') ? false : undefined),
    // Charts are a chunk of their own and lazy; it is large and never in the first load.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: { index: resolve(folder, 'index.html'), worker: resolve(folder, 'gate/worker.ts') },
      output: {
        // The gate's worker is asked for by its name.
        entryFileNames: ({ name }) =>
          name === 'worker' ? 'gate-worker.js' : 'assets/[name]-[hash].js',
      },
    },
  },
})

/** Names the Latin font in the page's head, so that it does not wait for the style sheet. */
function preloadFont(): Plugin {
  return {
    name: 'fullhouse-preload-font',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const font = Object.keys(bundle ?? {}).find((name) => /archivo-latin-standard-/.test(name))
        if (!font) return []
        const attrs = {
          rel: 'preload',
          as: 'font',
          type: 'font/woff2',
          href: `/${font}`,
          crossorigin: '',
        }
        return [{ tag: 'link', attrs, injectTo: 'head-prepend' }]
      },
    },
  }
}
