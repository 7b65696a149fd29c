import { spokenText } from '#programme/pure'
import { chanceOf } from './chance.ts'
import type { HomeId } from './home.ts'
import type { Release } from './release.ts'
import { IMAX } from './sample-card.ts'
import { isMadeForImax, madeIn } from './sample-film.ts'
import { IMAX_SITE, IMAX_SITES } from './sample-site.ts'

/** How a screening is shown, as facts carry it. */
export type Shown = { readonly format: string; readonly language: string }

/** Where and when: the place of the auditorium in its site, the place of the screening in its day. */
export type Slot = {
  readonly seed: string
  readonly home: HomeId
  readonly site: number
  readonly auditoria: number
  readonly place: number
  readonly day: number
  readonly weeksOut: number
  readonly minute: number
  readonly slot: number
}

/** The other language of the country, into which films for families are dubbed. */
const DUBBED: Readonly<Record<HomeId, string>> = { ireland: 'ga', 'new-zealand': 'mi' }
const MATINEE_UNTIL = 14 * 60
/** Smaller sites show everything in one way, as their own box office does (sample-site). */
const AUDITORIA_LEAST = 4
const BLOWN_UP_WEEKS = 3
const THREE_D_WEEKS = 3
const THREE_D_CHANCE = 0.3
const DUBBED_CHANCE = 0.12
const CAPTIONS_CHANCE = 0.03

/** The strongest films of the large sites open on the large screen, made for it or not. */
function isBlownUp({ kind, opening }: Release, { site, weeksOut }: Slot): boolean {
  return kind === 'adult' && opening > 1 && weeksOut < BLOWN_UP_WEEKS && site !== IMAX_SITE
}

/**
 * IMAX on the large screens that have it, for films made for it; now and then 3D or dubbed for
 * families, or with captions. Draws from a chance of its own, so it changes no sale.
 */
export function shownAs(release: Release, at: Slot): Shown {
  const original = madeIn(release)
  const language = spokenText({ language: original, subtitles: original === 'en' ? [] : ['en'] })
  const isLarge = at.place === 0 && IMAX_SITES.includes(at.site)
  if (isLarge && (isMadeForImax(release) || isBlownUp(release, at))) {
    return { format: IMAX, language }
  }
  if (at.auditoria < AUDITORIA_LEAST) return { format: '2D', language }
  const random = chanceOf(at.seed, 'shown', at.day, at.site, at.place, at.slot)
  const [format, spoken] = [random.next(), random.next()]
  const isFamily = release.kind === 'family'
  const dubbed = isFamily && at.minute < MATINEE_UNTIL && spoken < DUBBED_CHANCE
  const captioned = original === 'en' && spoken > 1 - CAPTIONS_CHANCE
  return {
    format: isFamily && at.weeksOut < THREE_D_WEEKS && format < THREE_D_CHANCE ? '3D' : '2D',
    language: dubbed ? DUBBED[at.home] : captioned ? 'en (en)' : language,
  }
}
