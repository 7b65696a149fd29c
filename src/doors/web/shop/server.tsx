import { render } from 'preact-render-to-string'
import { ShopDocument } from './document.tsx'
import type { RenderShop } from './page.ts'

/** A page as the server sends it: all of its words stand in it, whatever scripts do later. */
export const renderShop: RenderShop = (page, assets) =>
  `<!doctype html>${render(<ShopDocument page={page} assets={assets} />)}`
