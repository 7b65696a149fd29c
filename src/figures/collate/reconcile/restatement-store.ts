import type { Warehouse, WarehouseRow } from '#warehouse'
import { literal } from '#warehouse'
import type { SideKind } from './reconciliation.ts'
import { RECONCILE_LIMITS } from './side-store.ts'

export type Totalled = {
  readonly owner: number
  readonly sourceId: number
  readonly metric: string
  readonly currency?: string
  /** The kind whose figures add up to the totals. */
  readonly kind: SideKind
}

export type RestatedRow = {
  readonly filmId: number
  readonly cinemaId: number
  readonly territory: string
  readonly day: string
  readonly since: string
  readonly before: bigint
  readonly days: bigint
  readonly total: bigint
  readonly dayFigure: bigint
  readonly gap: number
  readonly daysKnown: number
}

type Row = WarehouseRow & {
  readonly film: number
  readonly cinema: number
  readonly territory: string
  readonly on_day: string
  readonly since_day: string
  readonly total_before: string
  readonly days: string
  readonly total_now: string
  readonly day_figure: string
  readonly gap: string
  readonly known: string
}

/** Each day of each film and place: what it took, and the total to date, as they stand. */
function daysSql({ owner, sourceId, metric, currency, kind }: Totalled): string {
  return `
    select film, cinema, territory, last_day as day,
      toInt128(round(sumIf(value, kind = ${literal.text(kind)}))) as taken,
      sumIf(weight, kind = ${literal.text(kind)}) > 0 as taken_known,
      toInt128(round(sumIf(value, kind = 'to_date'))) as total,
      sumIf(weight, kind = 'to_date') > 0 as total_known
    from box_office
    where owner = ${literal.uint32(owner)} and source = ${literal.uint32(sourceId)}
      and measure = ${literal.text(metric)} and kind in ('to_date', ${literal.text(kind)})
      ${currency === undefined ? '' : `and currency = ${literal.text(currency)}`}
    group by film, cinema, territory, day`
}

/** Totals beside the total before them, and the days between. */
function totalsSql(totalled: Totalled): string {
  return `
  select *, lagInFrame(day) over place as since, lagInFrame(total) over place as before,
    lagInFrame(run) over place as run_before, lagInFrame(runs) over place as runs_before,
    row_number() over place as place_in_run
  from (
    select *, sum(taken) over so_far as run, sum(toInt64(taken_known)) over so_far as runs
    from (${daysSql(totalled)}
    )
    window so_far as (partition by film, cinema, territory order by day
      rows between unbounded preceding and current row)
  )
  where total_known
  window place as (partition by film, cinema, territory order by day
    rows between unbounded preceding and current row)`
}

/** Every total that is not the one before it and the days since. */
export async function restatedRows(
  warehouse: Warehouse,
  totalled: Totalled,
): Promise<readonly RestatedRow[]> {
  const sql = `
select film, cinema, territory, toString(day) as on_day, toString(since) as since_day,
  toString(before) as total_before, toString(run - run_before) as days,
  toString(total) as total_now, toString(taken) as day_figure,
  toString(dateDiff('day', since, day)) as gap, toString(runs - runs_before) as known
from (${totalsSql(totalled)}
)
where place_in_run > 1 and total != before + run - run_before
order by film, cinema, territory, day`
  const rows = await warehouse.query<Row>(sql, RECONCILE_LIMITS)
  return rows.map((row) => ({
    filmId: Number(row.film),
    cinemaId: Number(row.cinema),
    territory: row.territory,
    day: row.on_day,
    since: row.since_day,
    before: BigInt(row.total_before),
    days: BigInt(row.days),
    total: BigInt(row.total_now),
    dayFigure: BigInt(row.day_figure),
    gap: Number(row.gap),
    daysKnown: Number(row.known),
  }))
}

/** How many totals there are, and how many of them follow another. */
export async function totalsCounted(
  warehouse: Warehouse,
  totalled: Totalled,
): Promise<{ readonly totals: number; readonly followed: number }> {
  const sql = `
select toString(count()) as totals, toString(countIf(place_in_run > 1)) as followed
from (${totalsSql(totalled)}
)`
  const [row] = await warehouse.query<{ totals: string; followed: string }>(sql, RECONCILE_LIMITS)
  return { totals: Number(row?.totals ?? 0), followed: Number(row?.followed ?? 0) }
}

export type PlaceDay = {
  readonly filmId: number
  readonly cinemaId: number
  readonly territory: string
  readonly day: string
  readonly value: bigint
}

/** The day figures of the films that were restated, oldest first. */
export async function daysOfFilms(
  warehouse: Warehouse,
  totalled: Totalled,
  filmIds: readonly number[],
): Promise<readonly PlaceDay[]> {
  const sql = `
select film, cinema, territory, toString(day) as on_day, toString(taken) as day_figure
from (${daysSql(totalled)}
)
where taken_known and film in ${literal.list(filmIds, literal.uint32)}
order by film, cinema, territory, day`
  type Day = { film: number; cinema: number; territory: string; on_day: string; day_figure: string }
  const rows = await warehouse.query<Day>(sql, RECONCILE_LIMITS)
  return rows.map(({ film, cinema, territory, on_day: day, day_figure: value }) => {
    return { filmId: Number(film), cinemaId: Number(cinema), territory, day, value: BigInt(value) }
  })
}
