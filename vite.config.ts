import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vite'

/** The console. `--outDir` must be absolute: Vite reads a relative one from the console's folder. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'src/doors/web/console'),
  publicDir: false,
  plugins: [react(), preloadFont()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/console'),
    emptyOutDir: true,
    target: 'es2023',
    // Charts are a chunk of their own and lazy; it is large and never in the first load.
    chunkSizeWarningLimit: 700,
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
