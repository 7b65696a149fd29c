import type { Outcome } from '#kernel/pure'
import { refuse, tidyText } from '#kernel/pure'

/** Codes of authorities and standards by scheme (EIDR, ISAN, a registry's number), kept as given. */
export type OfficialCodes = Readonly<Record<string, string>>

/** What a poster says of a film. */
export type FilmDetails = {
  readonly title: string
  readonly originalTitle: string
  readonly runtimeMinutes?: number
  readonly rating: string
  readonly synopsis: string
  readonly officialCodes: OfficialCodes
}

/** As a film is described by whoever adds it: only the title must be said. */
export type FilmSaid = {
  readonly title: string
  readonly originalTitle?: string | undefined
  readonly runtimeMinutes?: number | undefined
  readonly rating?: string | undefined
  readonly synopsis?: string | undefined
  readonly officialCodes?: OfficialCodes | undefined
}

/** One version of a film as it is shown: 2D or IMAX, dubbed or subtitled. */
export type ReleaseDetails = {
  /** As the trade says it: 2D, 3D, IMAX, 35 mm. */
  readonly format: string
  /** Spoken, BCP 47. */
  readonly language: string
  /** BCP 47, in the order of the screen. */
  readonly subtitles: readonly string[]
  readonly distributor?: string
  /** ISO date. */
  readonly opensOn?: string
  readonly officialCodes: OfficialCodes
}

export type ReleaseSaid = {
  readonly format: string
  readonly language: string
  readonly subtitles: readonly string[]
  readonly distributor?: string | undefined
  readonly opensOn?: string | undefined
  readonly officialCodes?: OfficialCodes | undefined
}

export type ReleaseView = ReleaseDetails & { readonly id: string }

export type FilmView = FilmDetails & {
  readonly id: string
  readonly organisationId: string
  readonly releases: readonly ReleaseView[]
}

export const TITLE_CHARACTERS_MAX = 200
export const RUNTIME_MINUTES_MAX = 1440
export const RELEASES_MAX = 60
const SYNOPSIS_CHARACTERS_MAX = 4_000
const RATING_CHARACTERS_MAX = 40
const FORMAT_CHARACTERS_MAX = 40
const SUBTITLES_MAX = 4
const CODES_MAX = 20
const SCHEME_CHARACTERS_MAX = 40
const CODE_CHARACTERS_MAX = 120

/** A film's details, tidied, or what is wrong with them. */
export function readFilm(said: FilmSaid): Outcome<FilmDetails, 'film_unusable'> {
  const title = tidyText(said.title)
  if (!isText(title, 1, TITLE_CHARACTERS_MAX)) {
    return unusableFilm(`A title has 1 to ${TITLE_CHARACTERS_MAX} characters.`)
  }
  const originalTitle = tidyText(said.originalTitle ?? '')
  const rating = tidyText(said.rating ?? '')
  const synopsis = (said.synopsis ?? '').normalize('NFC').trim()
  if (!isText(originalTitle, 0, TITLE_CHARACTERS_MAX)) {
    return unusableFilm(`An original title has up to ${TITLE_CHARACTERS_MAX} characters.`)
  }
  if (!isText(rating, 0, RATING_CHARACTERS_MAX)) {
    return unusableFilm(`A rating has up to ${RATING_CHARACTERS_MAX} characters.`)
  }
  if (synopsis.length > SYNOPSIS_CHARACTERS_MAX || synopsis.includes('\0')) {
    return unusableFilm(`A synopsis has up to ${SYNOPSIS_CHARACTERS_MAX} characters.`)
  }
  const { runtimeMinutes } = said
  if (runtimeMinutes !== undefined && !isWithin(runtimeMinutes, 1, RUNTIME_MINUTES_MAX)) {
    return unusableFilm(`A film runs 1 to ${RUNTIME_MINUTES_MAX} minutes.`)
  }
  const officialCodes = readCodes(said.officialCodes ?? {})
  if (!officialCodes) return unusableFilm(CODES_SAY)
  const runtime = runtimeMinutes === undefined ? {} : { runtimeMinutes }
  const value = { title, originalTitle, ...runtime, rating, synopsis, officialCodes }
  return { ok: true, value }
}

/** A release's details, tidied, or what is wrong with them. */
export function readRelease(said: ReleaseSaid): Outcome<ReleaseDetails, 'release_unusable'> {
  const format = tidyText(said.format)
  if (!isText(format, 1, FORMAT_CHARACTERS_MAX)) {
    return unusableRelease(`A format has 1 to ${FORMAT_CHARACTERS_MAX} characters, such as 2D.`)
  }
  const language = languageNamed(said.language)
  const subtitles = said.subtitles.map(languageNamed)
  const named = subtitles.filter((one) => one !== undefined)
  if (language === undefined || named.length < subtitles.length) {
    return unusableRelease('A language is a BCP 47 tag such as en, pt-BR or zh-Hans.')
  }
  if (named.length > SUBTITLES_MAX || new Set(named).size < named.length) {
    return unusableRelease(`There are up to ${SUBTITLES_MAX} subtitles, each named once.`)
  }
  const distributor = tidyText(said.distributor ?? '')
  if (!isText(distributor, 0, TITLE_CHARACTERS_MAX)) {
    return unusableRelease(`A distributor’s name has up to ${TITLE_CHARACTERS_MAX} characters.`)
  }
  const officialCodes = readCodes(said.officialCodes ?? {})
  if (!officialCodes) return unusableRelease(CODES_SAY)
  const { opensOn } = said
  if (opensOn !== undefined && !isDate(opensOn)) {
    return unusableRelease('The day on which it opens is an ISO date such as 2026-12-18.')
  }
  const value = {
    format,
    language,
    subtitles: named,
    ...(distributor !== '' && { distributor }),
    ...(opensOn !== undefined && { opensOn }),
    officialCodes,
  }
  return { ok: true, value }
}

/** The tag as the registry writes it: en-gb is en-GB. */
export function languageNamed(tag: string): string | undefined {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag)
    return canonical !== undefined && canonical.length <= 35 ? canonical : undefined
  } catch {
    // No tag: a RangeError is how the platform says so.
    return undefined
  }
}

const CODES_SAY =
  `Official codes: up to ${CODES_MAX} schemes of 1 to ${SCHEME_CHARACTERS_MAX} characters, ` +
  `each with a code of 1 to ${CODE_CHARACTERS_MAX}.`

function readCodes(codes: OfficialCodes): OfficialCodes | undefined {
  const entries = Object.entries(codes).toSorted(([one], [other]) => (one < other ? -1 : 1))
  const fit = entries.every(([scheme, code]) => {
    return isText(scheme, 1, SCHEME_CHARACTERS_MAX) && isText(code, 1, CODE_CHARACTERS_MAX)
  })
  return fit && entries.length <= CODES_MAX ? Object.fromEntries(entries) : undefined
}

/** Whether a text may stand on a poster or a ticket: of this length, no control characters. */
export function isText(text: string, least: number, most: number): boolean {
  return text.length >= least && text.length <= most && !/[\p{Cc}\p{Cs}]/u.test(text)
}

export function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}

/** An ISO date of the years that a programme is made for. */
export function isDate(text: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    // 2026-02-30: a RangeError is how the platform says so.
    return false
  }
}

function unusableFilm(say: string) {
  return refuse('film_unusable', say)
}

function unusableRelease(say: string) {
  return refuse('release_unusable', say)
}
