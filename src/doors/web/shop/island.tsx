import type { ComponentChildren } from 'preact'
import { hydrate } from 'preact'
import type { Lang } from '../shared/numbers.ts'
import type { ShopPage } from './page.ts'
import type { ShopText } from './texts/en.ts'
import { WordsContext, wordsOf } from './words.ts'

/** Brings a page to life as the server drew it. */
export async function wake(draw: (page: ShopPage) => ComponentChildren): Promise<void> {
  const place = document.getElementById('shop')
  const text = document.getElementById('page')?.textContent
  if (!place || !text) throw new Error('The page has no state')
  // Written by the same build on the server, in `document.tsx`.
  const page = JSON.parse(text) as ShopPage
  const words = wordsOf(page.lang, await textOf(page.lang))
  hydrate(<WordsContext.Provider value={words}>{draw(page)}</WordsContext.Provider>, place)
}

/** Only the language that is spoken comes to the phone; the page's head has named it already. */
async function textOf(lang: Lang): Promise<ShopText> {
  if (lang === 'zh') return (await import('./texts/zh.ts')).zh
  return (await import('./texts/en.ts')).en
}
