import { localMoment, moneyToWire } from '#kernel'
import type { Reader } from '#store'
import { freeAgainMs } from './screening.ts'
import type { ScreeningRow } from './screening-store.ts'
import { readScreening, SCREENING_COLUMNS } from './screening-store.ts'
import { daysFrom, wallClock, weekdayOf } from './screening-time.ts'
import type { PricedAt, ScreeningView } from './screening-view.ts'
import { totalsAt } from './screening-view.ts'
import type { Tariff } from './tariff.ts'
import { tariffsInForce } from './tariff-store.ts'

/** Which screenings: those of a cinema on some trading days, or those named. */
export type Shown =
  | { readonly cinemaId: number; readonly fromDay: string; readonly days: number }
  | { readonly ids: readonly bigint[] }

export const VIEWS_MAX = 4_000

const VIEWS = `
  select ${SCREENING_COLUMNS}, a.name as auditorium, c.timezone, c.day_starts_at,
    f.title, f.rating, f.runtime_minutes, r.format, r.language, r.subtitles, p.seats,
    p.plan->'areas' as areas
  from screening s
  join auditorium a on a.id = s.auditorium_id join cinema c on c.id = s.cinema_id
  join film f on f.id = s.film_id join release r on r.id = s.release_id
  join seat_plan p on p.id = s.seat_plan_id`
const ORDER = `order by s.starts_at, a.name collate "C", s.id limit ${VIEWS_MAX}`
const OF_CINEMA = `${VIEWS} where s.cinema_id = $1 and s.trading_day = any($2::date[]) ${ORDER}`
const OF_IDS = `${VIEWS} where s.id = any($1::bigint[]) ${ORDER}`

type ViewRow = ScreeningRow & {
  auditorium: string
  timezone: string
  day_starts_at: number
  title: string
  rating: string
  runtime_minutes: number | null
  format: string
  language: string
  subtitles: string[]
  seats: number
  areas: readonly { readonly id: string }[]
}

/** Screenings with all that pages say of them but how they sell; by their start, then auditorium. */
export async function screeningViews(
  reader: Reader,
  shown: Shown,
): Promise<readonly ScreeningView[]> {
  const rows =
    'ids' in shown
      ? await reader.rows<ViewRow>(OF_IDS, shown.ids)
      : await reader.rows<ViewRow>(OF_CINEMA, shown.cinemaId, daysFrom(shown.fromDay, shown.days))
  const cards = rows.map(({ price_card_id }) => price_card_id)
  const tariffs = rows.length > 0 ? await tariffsInForce(reader, cards) : new Map<number, Tariff>()
  return rows.map((row) => view(row, tariffs.get(row.price_card_id)))
}

function view(row: ViewRow, tariff: Tariff | undefined): ScreeningView {
  const screening = readScreening(row)
  const { startsAtMs, trailersMinutes, featureMinutes, cleaningMinutes, tradingDay } = screening
  const rule = { timezone: row.timezone, dayStartsAt: row.day_starts_at }
  const { minute } = localMoment(Temporal.Instant.fromEpochMilliseconds(startsAtMs), rule)
  const wall = wallClock(startsAtMs, row.timezone)
  const weekday = weekdayOf(tradingDay)
  const areas = row.areas.map(({ id }) => id)
  const at = { weekday, minute, format: row.format, areas }
  return {
    id: String(screening.id),
    cinemaId: String(screening.cinemaId),
    auditoriumId: String(screening.auditoriumId),
    auditorium: row.auditorium,
    film: {
      id: String(screening.filmId),
      title: row.title,
      rating: row.rating,
      ...(row.runtime_minutes !== null && { runtimeMinutes: row.runtime_minutes }),
    },
    release: {
      id: String(screening.releaseId),
      format: row.format,
      language: row.language,
      subtitles: row.subtitles,
    },
    startsAt: iso(startsAtMs),
    endsAt: iso(startsAtMs + (trailersMinutes + featureMinutes) * 60_000),
    freeAgainAt: iso(freeAgainMs(screening)),
    tradingDay,
    minute,
    localTime: wall.time,
    localDate: wall.date,
    status: screening.status,
    ...(screening.cancelReason !== undefined && { cancelReason: screening.cancelReason }),
    priceCardId: String(screening.priceCardId),
    trailersMinutes,
    featureMinutes,
    cleaningMinutes,
    seats: row.seats,
    ...(tariff && priceRange(tariff, at)),
  }
}

function priceRange(tariff: Tariff, at: PricedAt): Pick<ScreeningView, 'fromPrice' | 'toPrice'> {
  const { currency } = tariff
  const totals = totalsAt(tariff, at)
  const [least, most] = [totals.at(0), totals.at(-1)]
  if (least === undefined || most === undefined) return {}
  return {
    fromPrice: moneyToWire({ minor: least, currency }),
    toPrice: moneyToWire({ minor: most, currency }),
  }
}

function iso(epochMs: number): string {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toString()
}
