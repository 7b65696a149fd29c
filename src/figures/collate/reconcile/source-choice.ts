import type { Outcome } from '#kernel'
import { accept, refuse, tidyText } from '#kernel'
import type { SourceView } from './reconciliation.ts'

/**
 * The source that somebody means: by its id, its name, the layout of its files, or a beginning of a
 * name or layout that only one of them has.
 */
export function chooseSource(
  sources: readonly SourceView[],
  said: string,
): Outcome<SourceView, 'source_unknown'> {
  const text = plain(said)
  const inBrackets = / \((\d+)\)$/.exec(text)?.[1]
  const names = (source: SourceView) => [source.name, ...source.layouts].map(plain)
  const ways: readonly ((source: SourceView) => boolean)[] = [
    ({ id }) => id === text,
    ({ name }) => tidyText(name) === tidyText(said),
    ({ id }) => id === inBrackets,
    (source) => names(source).includes(text),
    (source) => text !== '' && names(source).some((name) => name.startsWith(text)),
  ]
  for (const way of ways) {
    const found = sources.filter(way)
    const [only] = found
    if (only && found.length === 1) return accept(only)
    if (found.length > 1) {
      return refuse('source_unknown', `“${said}” may be any of several sources.`, choices(found))
    }
  }
  if (sources.length === 0) {
    return refuse('source_unknown', 'No source has figures yet: import a file first.', [])
  }
  return refuse('source_unknown', `There is no source “${said}”.`, choices(sources))
}

/** The name where it is the only one of its kind, else the id beside it. */
function choices(sources: readonly SourceView[]): readonly string[] {
  return sources.map(({ id, name }) =>
    sources.some((other) => other.id !== id && other.name === name) ? `${name} (${id})` : name,
  )
}

function plain(text: string): string {
  return tidyText(text).toLowerCase()
}
