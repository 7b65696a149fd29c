import type { Warehouse } from '#warehouse'
import { literal } from '#warehouse'
import type { MetricId } from './question.ts'
import type { Reporter } from './setting.ts'
import { TILING } from './setting.ts'

/** A source of reported figures, and what it reports. */
export type ReporterFacts = Reporter & {
  readonly firstDay: string
  readonly lastDay: string
  readonly measures: readonly string[]
  readonly territoryCodes: readonly string[]
  readonly currencies: readonly string[]
}

type Row = {
  source: number
  kind: string
  wholes: string
  territories: string
  first: string
  last: string
  measures: string[]
  codes: string[]
  currencies: string[]
}

/** Which sources report something that can be summed, for some owners. */
export async function readReporters(
  warehouse: Warehouse,
  owners: readonly number[],
): Promise<readonly ReporterFacts[]> {
  if (owners.length === 0) return []
  const kinds = literal.list(TILING, literal.text)
  const rows = await warehouse.query<Row>(
    `select source, kind, countIf(film = 0 and standing > 0) as wholes,
  countIf(territory != '' and at = 0 and standing > 0) as territories,
  min(first) as first, max(last) as last,
  groupUniqArray(20)(measure) as measures,
  arraySort(groupUniqArrayIf(300)(territory, territory != '')) as codes,
  arraySort(groupUniqArrayIf(50)(currency, currency != '')) as currencies
from (
  select source, toString(kind) as kind, film, territory, cinema as at, measure, currency,
    sum(weight) as standing, min(first_day) as first, max(last_day) as last
  from box_office
  where owner in ${literal.list(owners, literal.uint32)} and kind in ${kinds}
    and measure in ('gross', 'admissions', 'screenings', 'sites', 'seats')
  group by source, kind, film, territory, at, measure, currency
)
where standing > 0
group by source, kind order by source`,
  )
  const bySource = Map.groupBy(rows, ({ source }) => Number(source))
  return [...bySource].map(([source, own]) => ({
    source,
    kinds: TILING.filter((kind) => own.some((row) => row.kind === kind)),
    wholes: own.some((row) => Number(row.wholes) > 0),
    territories: own.some((row) => Number(row.territories) > 0),
    firstDay: own.map(({ first }) => first).toSorted()[0] ?? '',
    lastDay:
      own
        .map(({ last }) => last)
        .toSorted()
        .at(-1) ?? '',
    measures: [...new Set(own.flatMap(({ measures }) => measures))],
    territoryCodes: [...new Set(own.flatMap(({ codes }) => codes))].toSorted(),
    currencies: [...new Set(own.flatMap(({ currencies }) => currencies))].toSorted(),
  }))
}

/** Which sources list screenings, smallest id first: the order in which they are believed. */
export async function readListing(
  warehouse: Warehouse,
  owners: readonly number[],
): Promise<readonly number[]> {
  if (owners.length === 0) return []
  const rows = await warehouse.query<{ source: number }>(
    `select source from screening_by_day where owner in ${literal.list(owners, literal.uint32)}
group by source having sum(listed) > 0 order by source`,
  )
  return rows.map(({ source }) => Number(source))
}

const NEEDS: Readonly<Partial<Record<MetricId, readonly string[]>>> = {
  admissions: ['admissions'],
  gross: ['gross'],
  averageTicketPrice: ['gross', 'admissions'],
  screenings: ['screenings'],
  peoplePerScreening: ['admissions', 'screenings'],
  sites: ['sites'],
  seatsOffered: ['seats'],
  occupancy: ['admissions', 'seats'],
  moneyShare: ['gross'],
  admissionShare: ['admissions'],
  screeningShare: ['screenings'],
  seatShare: ['seats'],
  efficiency: ['gross', 'seats'],
  lifetimeGross: ['gross'],
  lifetimeAdmissions: ['admissions'],
  drop: ['gross'],
}

/** The metrics that a reporter's figures answer. */
export function reportedMetrics({ measures }: ReporterFacts): readonly MetricId[] {
  // Its keys are metrics: the table above says so.
  const ids = Object.keys(NEEDS) as MetricId[]
  return ids.filter((id) => NEEDS[id]?.every((measure) => measures.includes(measure)))
}
