import type { ImportView } from '#collate/pure'
import type { CinemaView } from '#venues/pure'
import { UNKNOWN } from '../shared/numbers.ts'
import type { GlyphState } from './parts/state-glyph.tsx'
import type { Texts } from './texts/text.tsx'
import type { Today } from './use-today.ts'

export type Need = {
  readonly id: string
  readonly state: GlyphState
  readonly title: string
  readonly say: string
  /** The import to open, where one is the matter. */
  readonly importId?: string
}

/** Everything that keeps a figure from being whole, worst first. */
export function needsOf(
  today: Today,
  imports: readonly ImportView[],
  texts: Texts,
): readonly Need[] {
  const ids = new Set(today.scope.cinemas.map(({ id }) => id))
  const own = imports.filter(({ cinemaId }) => cinemaId !== undefined && ids.has(cinemaId))
  const running = today.scope.minuteNow !== undefined
  const late = running
    ? today.scope.cinemas.flatMap((cinema) => lateCinema(cinema, today, texts))
    : []
  return [...late, ...own.flatMap((one) => importNeed(one, texts))]
}

function lateCinema(cinema: CinemaView, today: Today, { t, dates }: Texts): readonly Need[] {
  const { name, timezone, heardAt, state, id } = cinema
  const time = heardAt ? dates.timeOf(heardAt, timezone) : UNKNOWN
  if (state === 'silent') {
    const title = heardAt
      ? t('needSilentSince', { cinema: name, time: dates.momentOf(heardAt, timezone) })
      : t('needSilent', { cinema: name })
    return [{ id, state, title, say: t('needSilentSay') }]
  }
  if (state !== 'stale' || !heardAt) return []
  const now = today.live.pulse?.now ?? today.house.now
  const minutes = Math.max(1, Math.round((Date.parse(now) - Date.parse(heardAt)) / 60_000))
  const title = t('needStale', { cinema: name, count: minutes })
  return [{ id, state, title, say: t('needStaleSay', { time }) }]
}

function importNeed(one: ImportView, { t }: Texts): readonly Need[] {
  const { id, state, fileName, waiting, say, cinema = '' } = one
  if (state === 'failed') {
    const title = t('needImportFailed', { file: fileName })
    return [{ id: `import-${id}`, state: 'failed', title, say: say ?? '', importId: id }]
  }
  if (waiting === 0 || state !== 'done') return []
  const title = t('needQuarantine', { count: waiting, file: fileName })
  const what = t('needQuarantineSay', { cinema })
  return [{ id: `import-${id}`, state: 'ageing', title, say: what, importId: id }]
}
