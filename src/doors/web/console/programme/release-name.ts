import type { Lang } from '../../shared/numbers.ts'
import { LOCALES } from '../../shared/numbers.ts'
import { useText } from '../texts/text.tsx'

type Named = {
  readonly format: string
  readonly language: string
  readonly subtitles: readonly string[]
}

/** A release in the words that tell it from the film's others: "IMAX · English, subtitles Chinese". */
export function useReleaseName(): (release: Named) => string {
  const { t, lang } = useText()
  return ({ format, language, subtitles }) => {
    const spoken = languageName(language, lang)
    if (subtitles.length === 0) return `${format} · ${spoken}`
    const read = subtitles.map((tag) => languageName(tag, lang)).join(t('comma'))
    return `${format} · ${t('releaseSpoken', { spoken, read })}`
  }
}

const NAMES = new Map<Lang, Intl.DisplayNames>()

/** A language by its name; its tag where there is no name for it. */
export function languageName(tag: string, lang: Lang): string {
  const names = NAMES.get(lang) ?? new Intl.DisplayNames(LOCALES[lang], { type: 'language' })
  NAMES.set(lang, names)
  try {
    return names.of(tag) ?? tag
  } catch {
    // No tag of BCP 47: a RangeError is how the platform says so.
    return tag
  }
}
