import type { ImportView } from '#collate/pure'
import type { Lang } from '../../shared/numbers.ts'
import { LOCALES, UNKNOWN } from '../../shared/numbers.ts'

/** Whose figures an import brings: a cinema's, a country's, or nobody's in particular. */
export function whoseOf({ cinema, territory }: ImportView, lang: Lang): string {
  if (cinema !== undefined) return cinema
  return territory === undefined ? UNKNOWN : territoryName(territory, lang)
}

/** "Ireland", "爱尔兰"; 001 is the world. */
export function territoryName(territory: string, lang: Lang): string {
  try {
    const names = new Intl.DisplayNames(LOCALES[lang], { type: 'region', fallback: 'code' })
    return names.of(territory) ?? territory
  } catch {
    // A code that no standard knows stands as it is.
    return territory
  }
}
