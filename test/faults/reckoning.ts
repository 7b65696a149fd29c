import type { ImportView } from '#collate'
import { silentLog, systemClock } from '#kernel'
import type { AnswerRow } from '#metrics'
import type { Engined } from '#server'
import { openHouse } from '#server'
import { compareAggregates } from '#warehouse'
import type { Sales } from './crew.ts'
import type { Client } from './persistent-client.ts'
import { LIVE_CINEMA, LIVE_SOURCE, priceOf, ticketsOf } from './sale.ts'
import { runCommand } from './server-process.ts'
import type { Fates, Sum, Totals } from './till-files.ts'
import { TILL_CURRENCY } from './till-files.ts'
import { until } from './waiting.ts'

/** An import as it was asked for, and the fates its rows must have. */
export type Given = {
  readonly id: string
  readonly cinemaId: string
  readonly key: string
  readonly request: string
  readonly fates: Fates
}

export type Found = {
  readonly salesTried: number
  readonly salesAcknowledged: number
  readonly salesPresent: number
  /** What is not as in an undisturbed run; none if all agree. */
  readonly differences: readonly string[]
}

type Reckoning = {
  readonly client: Client
  readonly data: string
  readonly given: readonly Given[]
  readonly totals: Totals
  /** What whole files came to when the last of them was settled, by fact. */
  readonly standing: ReadonlyMap<string, string>
  readonly sales: Sales
}

const OUTBOX_MS_MAX = 30_000
const DIFFERENCES_SHOWN = 20

/** Compares what the house says with what was given to it and sold. */
export async function reckon(reckoning: Reckoning): Promise<Found> {
  const { client, data, sales } = reckoning
  await until('the outbox is empty', OUTBOX_MS_MAX, async () => {
    const { freshness } = await client.ask({ metrics: 'admissions', sample: 'false' })
    return freshness.pending === 0 ? true : undefined
  })
  // As a second process beside the server, through the holder's door.
  const config = { port: 0, host: '127.0.0.1', dataFolder: data, sample: false }
  const house = await openHouse(config, systemClock, silentLog)
  try {
    const present = await presentSales(house)
    const differences = [
      ...(await fateDifferences(reckoning)),
      ...(await figureDifferences(reckoning)),
      ...(await standingDifferences(reckoning, house)),
      ...saleDifferences(sales, present),
      ...(await liveDifferences(reckoning, house, present)),
      ...(await compareAggregates(house.warehouse)).map(
        ({ aggregate, tradingDay }) => `${aggregate} differs from the base on ${tradingDay}`,
      ),
      ...(await doctorDifferences(data)),
    ]
    return {
      salesTried: sales.tried.length,
      salesAcknowledged: sales.sold.length,
      salesPresent: present.size,
      differences: differences.slice(0, DIFFERENCES_SHOWN),
    }
  } finally {
    await house.close()
  }
}

async function fateDifferences({ client, given }: Reckoning): Promise<readonly string[]> {
  const views = await Promise.all(
    given.map(({ id }) => client.get<ImportView>(`/v1/imports/${id}`)),
  )
  return given.flatMap(({ id, fates }, at) => {
    const { read, accepted, duplicate, quarantined, empty } = views[at] ?? { read: -1 }
    const found = JSON.stringify({ read, accepted, duplicate, quarantined, empty })
    const wanted = JSON.stringify(fates)
    return found === wanted ? [] : [`import ${id}: ${found}, not ${wanted}`]
  })
}

async function figureDifferences({ client, given, totals }: Reckoning): Promise<readonly string[]> {
  const where = `cinema=${given[0]?.cinemaId}`
  const asked = { metrics: 'admissions,gross', sample: 'false', where }
  const byFilm = await client.ask({ ...asked, by: 'film' })
  const byMonth = await client.ask({ ...asked, grain: 'month' })
  return [
    ...rowDifferences('film', byFilm.rows, totals.byFilm),
    ...rowDifferences('period', byMonth.rows, totals.byMonth),
  ]
}

function rowDifferences(
  by: 'film' | 'period',
  rows: readonly AnswerRow[],
  wanted: ReadonlyMap<string, Sum>,
): readonly string[] {
  const say = ({ admissions, cents }: Sum) => `${admissions} tickets for ${cents}`
  const found = new Map(rows.map((row) => [String(row[by]), saidBy(row)]))
  const names = new Set([...found.keys(), ...wanted.keys()])
  return [...names].flatMap((name) => {
    const [is, should] = [found.get(name), wanted.get(name)]
    if (is && should && say(is) === say(should)) return []
    return [`${name}: ${is ? say(is) : 'nothing'}, not ${should ? say(should) : 'nothing'}`]
  })
}

function saidBy(row: AnswerRow): Sum {
  const { admissions, gross } = row
  const isMoney = typeof gross === 'object' && gross?.currency === TILL_CURRENCY
  return { admissions: Number(admissions), cents: isMoney ? Number(gross.minor) : Number.NaN }
}

/** Facts of whole files: each stands once, with its figure, and none that a file no longer had. */
async function standingDifferences(
  { standing }: Reckoning,
  { warehouse, store }: Engined,
): Promise<readonly string[]> {
  type Film = { id: number; told_apart: string }
  const films = await store.rows<Film>('select id, told_apart from film')
  const codes = new Map(films.map((film) => [film.id, film.told_apart]))
  const rows = await warehouse.query<{ film: number; rest: string; figure: string; times: string }>(
    `select film, concat(toString(first_day), '|', measure, '|', toString(kind)) as rest,
      toString(sum(value)) as figure, toString(sum(weight)) as times
    from box_office group by film, rest having sum(weight) != 0 or sum(value) != 0`,
  )
  const found = new Map(
    rows.map(({ film, rest, figure, times }) => {
      const plain = figure.replace(/\.0+$/, '')
      return [`${codes.get(film)}|${rest}`, times === '1' ? plain : `${plain}, ${times} times`]
    }),
  )
  const names = new Set([...found.keys(), ...standing.keys()])
  return [...names].flatMap((name) => {
    const [is, should] = [found.get(name) ?? 'nothing', standing.get(name) ?? 'nothing']
    return is === should ? [] : [`${name}: ${is}, not ${should}`]
  })
}

/** How often each sale's fact stands in the warehouse. */
async function presentSales({ warehouse, store }: Engined): Promise<ReadonlyMap<number, number>> {
  const sql = `select id from source where kind = 'sales' and name = $1`
  const source = (await store.row<{ id: number }>(sql, LIVE_SOURCE))?.id ?? 0
  const rows = await warehouse.query<{ fact: string; times: string }>(
    `select toString(fact) as fact, toString(count()) as times from ticket
    where source = ${source} group by fact`,
  )
  return new Map(rows.map(({ fact, times }) => [Number(fact), Number(times)]))
}

/** Acknowledged ⊆ present ⊆ tried, and nothing twice. */
function saleDifferences(
  { tried, sold }: Sales,
  present: ReadonlyMap<number, number>,
): readonly string[] {
  const known = new Set(tried)
  return [
    ...sold.filter((sale) => !present.has(sale)).map((sale) => `sale ${sale} is lost`),
    ...[...present].flatMap(([sale, times]) => [
      ...(known.has(sale) ? [] : [`sale ${sale} was never made`]),
      ...(times === 1 ? [] : [`sale ${sale} stands ${times} times`]),
    ]),
  ]
}

/** Store, warehouse and answer agree on the live sales. */
async function liveDifferences(
  { client }: Reckoning,
  { store }: Engined,
  present: ReadonlyMap<number, number>,
): Promise<readonly string[]> {
  const sql = `select coalesce(sum(facts), 0)::int as shipped from outbox_batch
    where shipped_at is not null`
  const shipped = (await store.row<{ shipped: number }>(sql))?.shipped ?? 0
  const asked = { metrics: 'admissions,gross', by: 'cinema', sample: 'false' }
  const { rows } = await client.ask(asked)
  const live = rows.find(({ cinema }) => cinema === LIVE_CINEMA)
  const sum = (figure: (sale: number) => number) =>
    [...present.keys()].reduce((total, sale) => total + figure(sale), 0)
  const wanted = new Map([[LIVE_CINEMA, { admissions: sum(ticketsOf), cents: sum(priceOf) }]])
  const named = live ? [Object.assign({ film: LIVE_CINEMA }, live)] : []
  const counted = shipped === present.size ? [] : [`${shipped} shipped, ${present.size} there`]
  return [...counted, ...rowDifferences('film', named, wanted)]
}

/** The doctor's own word, as an operator would ask for it while the server runs. */
async function doctorDifferences(data: string): Promise<readonly string[]> {
  type Findings = { findings: readonly { check: string; well: boolean; say: string }[] }
  const { out, note, ended } = runCommand(['doctor', '--data', data, '--format', 'json'])
  const exit = await ended
  if (exit !== 0 && out() === '') return [`doctor: ${note()}`]
  const { findings }: Findings = JSON.parse(out())
  // How full the disk of this machine is says nothing about the run.
  const ill = findings.filter(({ check, well }) => !well && check !== 'disk')
  return ill.map(({ check, say }) => `doctor: ${check}: ${say}`)
}
