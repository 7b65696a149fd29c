import { scopeOf } from '#access'
import type { Asker } from '#identity'
import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import { filmCard } from '#programme'
import type { Store } from '#store'
import { organisations } from '#venues'
import type { Warehouse } from '#warehouse'
import { literal } from '#warehouse'

/** What is known of a film beside its figures. */
export type FilmFacts = {
  readonly id: string
  readonly name: string
  readonly distributor?: string
  readonly year?: number
  readonly rating?: string
  readonly runtimeMinutes?: number
  readonly formats: readonly string[]
  /** As somebody states it; without that its first trading day stands for it. */
  readonly opensOn?: string
  /** First and last trading day with tickets. */
  readonly firstDay?: string
  readonly lastDay?: string
  /** Cinemas that sold any. */
  readonly cinemas: number
  readonly spellings: readonly { readonly title: string; readonly organisation: string }[]
  readonly ours: boolean
}

type Engines = { readonly store: Store; readonly warehouse: Warehouse }

/** A film's facts for somebody who may see it. */
export async function filmFacts(
  { store, warehouse }: Engines,
  asker: Asker,
  id: number,
): Promise<Outcome<FilmFacts, 'film_unknown'>> {
  const [card, scope] = await Promise.all([filmCard(store, id), scopeOf(store, asker)])
  const owners = [...scope.owners, ...scope.sampleOwners]
  if (!card || !owners.includes(card.organisationId)) {
    return refuse('film_unknown', 'There is no such film.')
  }
  const members = card.spellings.map((one) => one.id)
  const [run, all] = await Promise.all([
    readRun(warehouse, card.organisationId, members),
    organisations(store),
  ])
  const organisation = all.find((one) => Number(one.id) === card.organisationId)?.name ?? ''
  const { distributor, year, rating, runtimeMinutes, opensOn, formats } = card
  return accept({
    id: String(id),
    name: card.title,
    ...(distributor !== '' && { distributor }),
    ...(year !== undefined && { year }),
    ...(rating !== '' && { rating }),
    ...(runtimeMinutes !== undefined && { runtimeMinutes }),
    ...(opensOn !== undefined && { opensOn }),
    formats: [...new Set([...formats, ...run.formats])].filter((one) => one !== '').toSorted(),
    ...run.days,
    cinemas: run.cinemas,
    spellings: card.spellings.map(({ title }) => ({ title, organisation })),
    ours: card.ours,
  })
}

async function readRun(warehouse: Warehouse, owner: number, films: readonly number[]) {
  type Row = { first: string; last: string; cinemas: string; formats: string[] }
  const rows = await warehouse.query<Row>(
    `select min(day) as first, max(day) as last, uniqExact(at) as cinemas,
  groupUniqArray(30)(shown) as formats
from (
  select trading_day as day, cinema as at, format as shown from ticket_by_show
  where owner = ${literal.uint32(owner)} and film in ${literal.list(films, literal.uint32)}
  group by day, at, shown having sum(sold) > 0
)`,
  )
  const [row] = rows
  const cinemas = Number(row?.cinemas ?? 0)
  if (!row || cinemas === 0) return { cinemas: 0, formats: [], days: {} }
  return { cinemas, formats: row.formats, days: { firstDay: row.first, lastDay: row.last } }
}
