/** What is heard and read at a screening, as BCP 47. */
export type Spoken = { readonly language: string; readonly subtitles: readonly string[] }

/** As facts carry it, one text for each way to show a film: `en`, or `fr (en)` with English subtitles. */
export function spokenText({ language, subtitles }: Spoken): string {
  return subtitles.length === 0 ? language : `${language} (${subtitles.join(', ')})`
}

/** What `spokenText` wrote; undefined for what a file says in words of its own, such as 国语. */
export function readSpoken(text: string): Spoken | undefined {
  const [, language, subtitles] = SPOKEN.exec(text) ?? []
  return language === undefined ? undefined : { language, subtitles: subtitles?.split(', ') ?? [] }
}

const TAG = '[a-z]{2,3}(?:-[A-Za-z\\d]{2,8})*'
const SPOKEN = new RegExp(`^(${TAG})(?: \\((${TAG}(?:, ${TAG})*)\\))?$`)
