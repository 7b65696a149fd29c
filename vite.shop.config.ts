import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const shop = resolve(import.meta.dirname, 'src/doors/web/shop')
const at = (name: string) => resolve(shop, name)

/** The shop: pages drawn on the server (`--ssr`), and the few scripts that some of them bring along. */
export default defineConfig(({ isSsrBuild }) => ({
  root: shop,
  base: '/shop/',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  ssr: { noExternal: true },
  build: {
    emptyOutDir: true,
    target: 'es2022',
    // One small style sheet, which each page carries in its head.
    cssCodeSplit: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: isSsrBuild ? false : 'manifest.json',
    rolldownOptions: isSsrBuild
      ? { input: at('server.tsx'), output: { entryFileNames: 'server.mjs' } }
      : {
          input: {
            seats: at('entry-seats.tsx'),
            order: at('entry-order.tsx'),
            tickets: at('entry-tickets.tsx'),
            style: at('style/shop.css'),
            worker: at('worker.ts'),
          },
          output: {
            // The worker is asked for by its name, and says which build it belongs to.
            entryFileNames: ({ name }) =>
              name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js',
          },
        },
  },
}))
