import { findingViews } from '#collate'
import type { CinemaView } from '#venues'
import { literal } from '#warehouse'
import type { FactsAsked } from './opening-store.ts'
import { within } from './opening-store.ts'
import type { Found } from './rank.ts'

export type OutagesAsked = FactsAsked & {
  /** The cinemas looked at, as they are at this moment. */
  readonly cinemas: readonly CinemaView[]
}

/** Checks that find figures missing, by what they are about. */
const OF_CINEMAS = ['site_gap', 'feed_late'] as const
const OF_SOURCES = ['missing_days'] as const
const FINDINGS_MAX = 500

// Of cinemas whose tickets come in at all, between the first day and the last that has some.
const LISTED_ONLY = (asked: FactsAsked) => `
  select listed.cinema as cinema, toString(listed.day) as day from (
    select cinema, trading_day as day from screening_by_day
    where ${within(asked)} and trading_day >= ${literal.date(asked.from)}
      and trading_day <= ${literal.date(asked.to)}
    group by cinema, day having sum(listed) > 0
  ) as listed
  join (
    select cinema, min(day) as first, max(day) as last, groupArray(day) as days from (
      select cinema, trading_day as day from ticket_by_show
      where ${within(asked)} group by cinema, day having sum(sold) > 0
    ) group by cinema
  ) as sold on sold.cinema = listed.cinema
  where listed.day > sold.first and listed.day < sold.last and not has(sold.days, listed.day)
  order by cinema, day`

/** Days of which figures are missing: cinemas that are silent now, gaps found, listings unsold. */
export async function outages(asked: OutagesAsked): Promise<readonly Found[]> {
  if (asked.sourceId !== undefined) return sourceGaps(asked, asked.sourceId)
  const [gaps, unsold] = await Promise.all([cinemaGaps(asked), listedOnly(asked)])
  return [...silentNow(asked), ...gaps, ...unsold]
}

function silentNow({ cinemas, from, to }: OutagesAsked): readonly Found[] {
  return cinemas
    .filter(({ state }) => state === 'stale' || state === 'silent')
    .map((cinema) => ({
      ...outage(cinema, cinemas),
      from: cinema.tradingDay,
      ...(cinema.heardAt !== undefined && { since: cinema.heardAt }),
    }))
    .filter((one) => one.from >= from && one.from <= to)
}

async function cinemaGaps({ store, owners, cinemas, from, to }: OutagesAsked) {
  const found = await findingsOf({ store, owners, from, to }, OF_CINEMAS)
  const known = new Map(cinemas.map((cinema) => [cinema.id, cinema]))
  return found.flatMap(({ cinemaId, firstDay, lastDay }) => {
    const cinema = known.get(cinemaId ?? '')
    if (!cinema || firstDay === undefined) return []
    return [spanned({ ...outage(cinema, cinemas), from: firstDay }, lastDay)]
  })
}

async function sourceGaps(asked: OutagesAsked, sourceId: number): Promise<readonly Found[]> {
  const found = await findingsOf(asked, OF_SOURCES)
  return found
    .filter((finding) => finding.sourceId === String(sourceId) && finding.cinemaId === undefined)
    .flatMap(({ firstDay, lastDay, values }) => {
      if (firstDay === undefined) return []
      const text = String(values['source'] ?? '')
      const gap = { kind: 'outage', by: 'house', from: firstDay, text, share: 1 } as const
      return [spanned(gap, lastDay)]
    })
}

async function findingsOf(
  { store, owners, from, to }: Pick<OutagesAsked, 'store' | 'owners' | 'from' | 'to'>,
  checks: readonly string[],
) {
  const asked = checks.map((check) => findingViews(store, { owners, check, atMost: FINDINGS_MAX }))
  const found = (await Promise.all(asked)).flat()
  return found.filter(({ firstDay, lastDay = firstDay }) => {
    return firstDay !== undefined && firstDay <= to && (lastDay ?? firstDay) >= from
  })
}

async function listedOnly(asked: OutagesAsked): Promise<readonly Found[]> {
  const known = new Map(asked.cinemas.map((cinema) => [cinema.id, cinema]))
  const rows = await asked.warehouse.query<{ cinema: number; day: string }>(LISTED_ONLY(asked))
  return rows.flatMap(({ cinema: id, day }) => {
    const cinema = known.get(String(asked.aliases.cinema.get(id) ?? id))
    return cinema ? [{ ...outage(cinema, asked.cinemas), from: day }] : []
  })
}

function outage(cinema: CinemaView, cinemas: readonly CinemaView[]) {
  return {
    kind: 'outage' as const,
    by: 'house' as const,
    text: cinema.name,
    cinema: cinema.id,
    share: 1 / Math.max(1, cinemas.length),
  }
}

function spanned(found: Found, lastDay: string | undefined): Found {
  return lastDay !== undefined && lastDay > found.from ? { ...found, to: lastDay } : found
}
