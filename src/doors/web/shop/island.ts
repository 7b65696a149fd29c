import type { ShopPage } from './page.ts'

/** A value as text within a script element: no tag can begin or end in it. */
export function scriptText(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

/** The page as the server drew it, and the element that it was drawn into. */
export function readPage(): { readonly page: ShopPage; readonly place: Element } {
  const place = document.getElementById('shop')
  const text = document.getElementById('page')?.textContent
  if (!place || !text) throw new Error('The page has no state')
  // Written by the same build on the server, in `document.tsx`.
  return { page: JSON.parse(text) as ShopPage, place }
}
