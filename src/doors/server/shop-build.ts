import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Log } from '#kernel'
import type { RenderShop, ShopAssets } from '#web'
import type { Assets } from './shop-assets.ts'
import { readAssets } from './shop-assets.ts'
import type { WebBuild } from './web-build.ts'
import { builtFolder, prepareBuild } from './web-build.ts'

const SHOP: WebBuild = {
  name: 'shop',
  config: 'vite.shop.config.ts',
  sources: ['src/doors/web/shop', 'src/doors/web/shared', 'src/base/kernel', 'src/trade'],
  runs: [
    { into: 'client', words: [] },
    { into: 'server', words: ['--ssr'] },
  ],
}

/** The shop as built: what draws its pages here, and what they bring to the phone. */
export type BuiltShop = {
  readonly render: RenderShop
  readonly assets: ShopAssets
  /** Files under /shop/assets/. */
  readonly files: Assets
  /** The service worker's text. */
  readonly worker: string
}

export async function openShop(dataFolder: string, log: Log): Promise<BuiltShop> {
  const folder = await builtFolder(SHOP, dataFolder, log)
  const client = join(folder, 'client')
  const assets = assetsOf(JSON.parse(await readFile(join(client, 'manifest.json'), 'utf8')))
  return {
    render: await loadRender(join(folder, 'server/server.mjs')),
    assets: { ...assets, style: await readFile(join(client, assets.styleFile), 'utf8') },
    files: await readAssets(join(client, 'assets')),
    worker: await readFile(join(client, 'worker.js'), 'utf8'),
  }
}

/** Builds into the checkout, for `prepare`. */
export async function prepareShop(): Promise<void> {
  await prepareBuild(SHOP)
}

async function loadRender(path: string): Promise<RenderShop> {
  const loaded: unknown = await import(pathToFileURL(path).href)
  const held = typeof loaded === 'object' && loaded !== null && 'renderShop' in loaded
  if (!held || typeof loaded.renderShop !== 'function') throw new Error(`${path} draws no pages`)
  // Built of the sources that declare this very type; nothing more can be checked of a function.
  return loaded.renderShop as RenderShop
}

type Entry = {
  readonly file: string
  readonly src?: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
  readonly assets?: readonly string[]
}

/** What Vite's manifest says of the scripts of each page, the style sheet and the font. */
function assetsOf(manifest: Readonly<Record<string, Entry>>) {
  const entries = Object.entries(manifest)
  const named = (name: RegExp) => {
    const found = entries.flatMap(([key]) => {
      const one = name.exec(key)?.[1]
      return one === undefined ? [] : [[one, withImports(manifest, key).map(addressOf)] as const]
    })
    return Object.fromEntries(found)
  }
  const style = entries.flatMap(([, entry]) => [entry.file, ...(entry.css ?? [])])
  const styleFile = style.find((file) => file.endsWith('.css'))
  const font = entries.flatMap(([, entry]) => [entry.file, ...(entry.assets ?? [])])
  const fontFile = font.find((file) => /archivo-latin-wght-normal/.test(file))
  if (styleFile === undefined || fontFile === undefined) throw new Error('The shop has no style')
  return {
    scripts: named(/entry-(\w+)\.tsx$/),
    texts: named(/texts\/(\w+)\.ts$/),
    styleFile,
    font: addressOf(fontFile),
  }
}

/** The entry's own file first, then what it imports. */
function withImports(manifest: Readonly<Record<string, Entry>>, key: string): string[] {
  const entry = manifest[key]
  if (!entry) return []
  const more = (entry.imports ?? []).flatMap((one) => withImports(manifest, one))
  return [...new Set([entry.file, ...more])]
}

function addressOf(file: string): string {
  return `/shop/${file}`
}
