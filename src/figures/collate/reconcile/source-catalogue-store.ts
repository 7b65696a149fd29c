import type { Scope } from '#identity'
import type { Reader } from '#store'
import type { Warehouse, WarehouseRow } from '#warehouse'
import { literal } from '#warehouse'
import type { ReconcileMetric, SideKind, SourceFigures, SourceView } from './reconciliation.ts'
import { RECONCILE_METRICS, SIDE_KINDS } from './reconciliation.ts'

const SOURCES = `
  select s.id, s.name, s.kind, s.organisation_id,
    coalesce((select array_agg(distinct i.layout order by i.layout) from import i
      where i.source_id = s.id), '{}') as layouts
  from source s where s.organisation_id = any($1::integer[]) order by s.name collate "C", s.id`

type SourceRow = {
  readonly id: number
  readonly name: string
  readonly kind: SourceView['kind']
  readonly organisation_id: number
  readonly layouts: readonly string[]
}

/** A source counts with what stands of it after what was taken back. */
const TICKETS = `
select source, min(trading_day) as earliest, max(trading_day) as latest,
  arraySort(groupUniqArray(1000)(currency)) as currencies,
  arraySort(groupUniqArray(100000)(cinema)) as cinemas
from (
  select source, trading_day, currency, cinema from ticket_by_day
  where owner in OWNERS
  group by source, trading_day, currency, cinema
  having sum(sold) != 0 or sum(refunded) != 0 or sum(gross) != 0
)
group by source`

const REPORTED = `
select source, measure, kind, min(last_day) as earliest, max(last_day) as latest,
  arraySort(groupUniqArray(1000)(currency)) as currencies,
  arraySort(groupUniqArray(100000)(cinema)) as cinemas,
  arraySort(groupUniqArrayIf(1000)(territory, cinema = 0)) as territories,
  arraySort(groupUniqArray(100)(definition)) as definitions,
  max(film) as last_film
from box_office
where owner in OWNERS and measure in ('gross', 'admissions')
group by source, measure, kind
having sum(weight) > 0`

type Told = WarehouseRow & {
  readonly source: number
  readonly earliest: string
  readonly latest: string
  readonly currencies: readonly string[]
  readonly cinemas: readonly number[]
}

type ReportedRow = Told & {
  readonly measure: ReconcileMetric
  readonly kind: SideKind
  readonly territories: readonly string[]
  readonly definitions: readonly string[]
  readonly last_film: number
}

const NO_DAY = '1970-01-01'

/** Every source that has tickets or reported figures, of real organisations and of the sample. */
export async function sourceViews(
  store: Reader,
  warehouse: Warehouse,
  { owners, sampleOwners }: Scope,
): Promise<readonly SourceView[]> {
  const all = [...owners, ...sampleOwners]
  if (all.length === 0) return []
  const within = (sql: string) => sql.replace('OWNERS', literal.list(all, literal.uint32))
  const [sources, tickets, reported] = await Promise.all([
    store.rows<SourceRow>(SOURCES, all),
    warehouse.query<Told>(within(TICKETS)),
    warehouse.query<ReportedRow>(within(REPORTED)),
  ])
  const views = sources.map(({ id, name, kind, organisation_id, layouts }): SourceView => {
    const sold = tickets.filter(({ source }) => Number(source) === id)
    const said = reported.filter(({ source }) => Number(source) === id)
    return {
      id: String(id),
      name,
      kind,
      organisationId: String(organisation_id),
      layouts,
      figures: [
        ...sold.flatMap((row) => RECONCILE_METRICS.map((metric) => ofTickets(row, metric))),
        ...said.map(ofReported).sort(byKind),
      ],
    }
  })
  return views.filter(({ figures }) => figures.length > 0)
}

function ofTickets(row: Told, metric: ReconcileMetric): SourceFigures {
  return {
    metric,
    kind: 'tickets',
    currencies: row.currencies,
    firstDay: row.earliest,
    lastDay: row.latest,
    byFilm: true,
    cinemas: row.cinemas.map(String),
    territories: [],
    definitions: [],
  }
}

function ofReported(row: ReportedRow): SourceFigures {
  const stated = (words: readonly string[]) => words.filter((word) => word !== '')
  return {
    metric: row.measure,
    kind: row.kind,
    currencies: stated(row.currencies),
    ...(row.latest !== NO_DAY && { firstDay: row.earliest, lastDay: row.latest }),
    byFilm: Number(row.last_film) > 0,
    cinemas: row.cinemas.map(String).filter((id) => id !== '0'),
    territories: stated(row.territories),
    definitions: stated(row.definitions),
  }
}

function byKind(one: SourceFigures, other: SourceFigures): number {
  return SIDE_KINDS.indexOf(one.kind) - SIDE_KINDS.indexOf(other.kind)
}
