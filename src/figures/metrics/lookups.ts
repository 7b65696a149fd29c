import type { Aliases, FilmLookup } from '#programme'
import { filmLookups } from '#programme'
import type { Store } from '#store'
import type { CinemaView } from '#venues'
import type { Warehouse } from '#warehouse'
import { literal } from '#warehouse'
import { isDay } from './dimension.ts'
import type { DimensionId, Question } from './question.ts'
import { namedDimensions } from './question-fit.ts'
import type { Lookups } from './setting.ts'
import { NO_LOOKUPS } from './setting.ts'

const AGES: readonly DimensionId[] = ['releaseDay', 'releaseWeek']

type Looking = {
  readonly store: Store
  readonly warehouse: Warehouse
  readonly owners: readonly number[]
  readonly aliases: Aliases
  readonly sites: readonly Pick<CinemaView, 'id' | 'currency'>[]
}

/** What a question needs to know beside facts; nothing is read for one that needs nothing. */
export async function readLookups(looking: Looking, question: Question): Promise<Lookups> {
  const { owners, store, aliases, sites } = looking
  const named = namedDimensions(question)
  const ages = named.some((id) => AGES.includes(id))
  const films = ages || named.includes('distributor') ? await filmLookups(store, owners) : []
  const byMoney = named.includes('currency') || question.currency !== undefined
  return {
    opened: ages ? await openings(looking, films) : NO_LOOKUPS.opened,
    distributors: shared(
      films.map(({ id, distributor }) => [id, distributor || undefined]),
      aliases,
    ),
    currencies: byMoney
      ? new Map(sites.map(({ id, currency }) => [Number(id), currency]))
      : NO_LOOKUPS.currencies,
  }
}

/**
 * The first day of each film: as somebody states it, else the first trading day with tickets. Films that
 * are one opened when the first of them did.
 */
export async function openings(
  { warehouse, owners, aliases }: Omit<Looking, 'store' | 'sites'>,
  films: readonly FilmLookup[],
): Promise<ReadonlyMap<number, string>> {
  // A classic may have opened before the engine's calendar begins: its days of release are not known.
  const stated = new Map(
    films.flatMap(({ id, opensOn }) => (opensOn && isDay(opensOn) ? [[id, opensOn]] : [])),
  )
  const met = owners.length > 0 ? await firstDays(warehouse, owners) : []
  const known = met.map(({ film, first }) => [film, stated.get(film) ?? first] as const)
  const earlier = (one: string, other: string) => [one, other].toSorted()[0] ?? one
  return shared([...stated, ...known], aliases, earlier)
}

async function firstDays(warehouse: Warehouse, owners: readonly number[]) {
  const within = `owner in ${literal.list(owners, literal.uint32)}`
  const rows = await warehouse.query<{ film: number; first: string }>(
    `select film, min(trading_day) as first from (
  select film, trading_day from ticket_by_show where ${within}
  group by film, trading_day having sum(sold) > 0
) group by film`,
  )
  return rows.map(({ film, first }) => ({ film: Number(film), first }))
}

/** A value that a member of a group has is that of all its members. */
function shared<Value>(
  said: readonly (readonly [id: number, value: Value | undefined])[],
  { film }: Aliases,
  choose: (one: Value, other: Value) => Value = (one) => one,
): ReadonlyMap<number, Value> {
  const byGroup = new Map<number, Value>()
  const ids = new Set<number>([...film.keys()])
  for (const [id, value] of said) {
    ids.add(id)
    if (value === undefined) continue
    const group = film.get(id) ?? id
    const before = byGroup.get(group)
    byGroup.set(group, before === undefined ? value : choose(before, value))
  }
  return new Map(
    [...ids, ...film.values()].flatMap((id) => {
      const value = byGroup.get(film.get(id) ?? id)
      return value === undefined ? [] : [[id, value] as const]
    }),
  )
}
