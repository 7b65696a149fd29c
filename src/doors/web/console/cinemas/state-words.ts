import type { CinemaView } from '#venues/pure'
import type { Texts } from '../texts/text.tsx'

const DAY_MS = 86_400_000

/** How a cinema's figures stand, in words: "Live", "Stale since 19:31", "Silent since 17:58". */
export function stateWords({ t, dates }: Texts, cinema: CinemaView, nowMs: number): string {
  const { state, heardAt, timezone } = cinema
  if (state === 'file') return t('cinFromFiles')
  if (state === 'fresh') return t('cinLive')
  if (heardAt === undefined) return t('silentToday')
  const near = nowMs - Date.parse(heardAt) < DAY_MS
  const time = near ? dates.timeOf(heardAt, timezone) : dates.momentOf(heardAt, timezone)
  if (state === 'silent') return t('silentLast', { time })
  return state === 'stale' ? t('staleSince', { time }) : t('cinHeardAt', { time })
}

/** When it was last heard, short enough for a column; – for one that comes by files. */
export function heardText({ dates }: Texts, cinema: CinemaView, nowMs: number): string | undefined {
  const { heardAt, timezone, state } = cinema
  if (state === 'file' || heardAt === undefined) return undefined
  const near = nowMs - Date.parse(heardAt) < DAY_MS
  return near ? dates.timeOf(heardAt, timezone) : dates.momentOf(heardAt, timezone)
}
