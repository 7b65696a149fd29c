const OURS = 'http://ours.invalid'
const LENGTH_MAX = 2_000

/**
 * The path of ours that a guest may be sent back to, spelt as a Location header needs it; undefined
 * for whatever a browser would take for another site ("//evil", "/\evil", "/.//evil").
 */
export function returnPath(text: string): string | undefined {
  if (!text.startsWith('/') || text.length > LENGTH_MAX || /[\\\p{Cc}]/u.test(text))
    return undefined
  const found = URL.parse(text, OURS)
  if (found?.origin !== OURS || found.pathname.startsWith('//')) return undefined
  return found.pathname + found.search + found.hash
}
