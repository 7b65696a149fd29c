import type { Aliases } from '#programme'
import { filmNames, namedBy } from '#programme'
import type { Reader } from '#store'
import type { Warehouse } from '#warehouse'
import { literal } from '#warehouse'
import { dayOfOpening } from './opening.ts'
import type { Found } from './rank.ts'

export type FactsAsked = {
  readonly store: Reader
  readonly warehouse: Warehouse
  readonly owners: readonly number[]
  readonly from: string
  readonly to: string
  readonly aliases: Aliases
  /** Every id that facts may name the subject by. */
  readonly filmIds?: readonly number[] | undefined
  readonly cinemaIds?: readonly number[] | undefined
  /** The one source whose reported figures are shown, in place of tickets. */
  readonly sourceId?: number | undefined
}

type Run = {
  film: number
  first: string
  start: string
  size: number
  whole: number
}

// A film's weight is what it took in the days asked; its first day is of all days there are.
const RUNS = (facts: string, asked: FactsAsked) => `
  select film, toString(min(day)) as first, toString(any(began)) as start,
    sumIf(people, day between ${literal.date(asked.from)} and ${literal.date(asked.to)}) as size,
    any(entire) as whole
  from (
    select film, day, people, min(day) over () as began,
      sumIf(people, day between ${literal.date(asked.from)} and ${literal.date(asked.to)})
        over () as entire
    from (${facts})
  ) group by film
  having size > 0 or (min(day) >= ${literal.date(asked.from)} and min(day) <= ${literal.date(asked.to)})`

const TICKETS = (asked: FactsAsked) => `
  select film, trading_day as day, toFloat64(sum(sold) - sum(refunded)) as people
  from ticket_by_show where ${within(asked)} and trading_day <= ${literal.date(asked.to)}
  group by film, day having people > 0`

// One day may be told by takings and by guests; a weight is of takings where there are some.
const REPORTED = (asked: FactsAsked, source: number) => `
  select film, first_day as day, toFloat64(sum(value)) as people from box_office
  where owner in ${literal.list(asked.owners, literal.uint32)}
    and source = ${literal.uint32(source)} and film != 0 and kind in ('day', 'weekend', 'week')
    and measure in ('gross', 'admissions') and first_day <= ${literal.date(asked.to)}
  group by film, day having people > 0`

const SAID = `
  select f.id, coalesce(f.opens_on, min(r.opens_on))::text as opens_on
  from film f left join release r on r.film_id = f.id
  where f.id = any($1::integer[]) group by f.id`

/** The first day of each film that has figures in these days. */
export async function openings(asked: FactsAsked): Promise<readonly Found[]> {
  const { store, warehouse, from, to, aliases, filmIds, cinemaIds, sourceId } = asked
  const facts = sourceId === undefined ? TICKETS(asked) : REPORTED(asked, sourceId)
  const runs = byGroup(await warehouse.query<Run>(RUNS(facts, asked)), aliases.film)
  const wanted = filmIds && new Set(filmIds)
  const shown = [...runs].filter(([film]) => !wanted || wanted.has(film))
  const groups = shown.map(([film]) => film)
  const members = [...aliases.film].filter(([, group]) => runs.has(group)).map(([id]) => id)
  const said = await store.rows<{ id: number; opens_on: string | null }>(SAID, [
    ...groups,
    ...members,
  ])
  const saidOf = Map.groupBy(said, ({ id }) => aliases.film.get(id) ?? id)
  const opened = shown.flatMap(([film, run]) => {
    const days = (saidOf.get(film) ?? []).flatMap((one) => one.opens_on ?? [])
    // At one cinema a film opens when it is first shown there.
    const day = dayOfOpening(cinemaIds?.length === 1 ? [] : days, run)
    return day !== undefined && day >= from && day <= to ? [{ film, run, day }] : []
  })
  const names = await namesOf(
    store,
    opened.map(({ film }) => film),
  )
  return opened.map(({ film, run, day }) => ({
    kind: 'opening' as const,
    by: 'house' as const,
    from: day,
    text: names.get(film) ?? '',
    film: String(film),
    share: run.whole > 0 ? run.size / run.whole : 0,
    ...(wanted && { own: true }),
  }))
}

function byGroup(
  runs: readonly Run[],
  aliases: ReadonlyMap<number, number>,
): ReadonlyMap<number, Run> {
  const groups = new Map<number, Run>()
  for (const run of runs) {
    const film = aliases.get(run.film) ?? run.film
    const known = groups.get(film)
    const first = known && known.first < run.first ? known.first : run.first
    groups.set(film, { ...run, film, first, size: run.size + (known?.size ?? 0) })
  }
  return groups
}

async function namesOf(store: Reader, ids: readonly number[]) {
  const by = await namedBy(store, 'film', ids)
  const names = await filmNames(store, [...new Set(by.values())])
  return new Map([...by].map(([id, own]) => [id, names.get(own) ?? '']))
}

/** Facts of these owners and, where cinemas are asked, of these. */
export function within({ owners, cinemaIds }: Pick<FactsAsked, 'owners' | 'cinemaIds'>): string {
  const owned = `owner in ${literal.list(owners, literal.uint32)}`
  return cinemaIds ? `${owned} and cinema in ${literal.list(cinemaIds, literal.uint32)}` : owned
}
