/** Arbitrary questions that a made-up world can be asked. */
import type { Random } from '#kernel'
import type { Piece } from './oracle-piece.ts'
import { told } from './oracle-piece.ts'
import { reportedOf, reportedTold, reporterOf } from './oracle-reported.ts'
import { sceneOf } from './oracle-scene.ts'
import type { ReportedMeasure } from './oracle-world.ts'
import type { ComparisonId, DimensionId, Grain, MetricId, Question } from './question.ts'
import { DIMENSION_IDS, METRIC_IDS } from './question-key.ts'
import { readQuestion } from './question-reader.ts'
import { chance, some } from './random-place.ts'
import { REPORTERS } from './random-reported.ts'
import type { MadeWorld } from './random-world.ts'

const GRAINS: readonly Grain[] = ['day', 'day', 'week', 'week', 'month', 'quarter', 'year']
const COMPARISONS: readonly ComparisonId[] = ['previous', 'weekday', 'year', 'holiday']
const CURRENCIES = ['EUR', 'EUR', 'EUR', 'USD', 'JPY', 'KWD'] as const
const TRIES_MAX = 500

/** What a question may name, and what in. */
type Realm = {
  readonly metrics: readonly MetricId[]
  readonly by: readonly DimensionId[]
  readonly filters: readonly DimensionId[]
  readonly pick: ((id: DimensionId) => string | undefined) | undefined
  readonly grains: readonly Grain[]
  readonly basis: Question['basis']
}

/** Draws until the parts go together: what does not is refused, and that is tested elsewhere. */
export function randomQuestion(random: Random, world: MadeWorld): Question {
  const realm = (chance(random, 25) && reporterRealm(random, world)) || ticketRealm(random, world)
  for (let turn = 0; turn < TRIES_MAX; turn++) {
    const read = readQuestion(drawn(random, world, realm))
    if (read.ok) return read.value
  }
  throw new Error('no question that can be asked was drawn')
}

/** Of tickets and programmes: territories are known of reported figures alone. */
const OURS = DIMENSION_IDS.filter((id) => id !== 'territory')
/** What a cinema has once a day is known by these alone, and what a run adds up to by no day. */
const OF_DAYS: readonly DimensionId[] = ['cinema', 'tradingDay', 'weekday', 'currency']
const DAY_METRICS: readonly MetricId[] = [
  'revenuePerSeatDay',
  'revenuePerAuditoriumDay',
  'completeness',
]
const OF_RUNS: readonly DimensionId[] = [
  'film',
  'cinema',
  'ticketType',
  'channel',
  'format',
  'language',
  'auditorium',
  'distributor',
]
const RUN_METRICS: readonly MetricId[] = ['lifetimeGross', 'lifetimeAdmissions']

function ticketRealm(random: Random, world: MadeWorld): Realm {
  const scene = sceneOf(world)
  const pieces: readonly Piece[] = [...scene.tickets, ...scene.listings]
  const pick = pieces.length === 0 ? undefined : (id: DimensionId) => told(random.pick(pieces), id)
  const basis = chance(random, 50) ? ('tickets' as const) : undefined
  const all = { metrics: METRIC_IDS, by: OURS, filters: OURS, pick, grains: GRAINS, basis }
  if (chance(random, 12)) return { ...all, metrics: DAY_METRICS, by: OF_DAYS, filters: OF_DAYS }
  if (chance(random, 8)) return { ...all, metrics: ['drop', 'gross', 'admissions'] }
  if (chance(random, 8)) {
    return { ...all, metrics: RUN_METRICS, by: OF_RUNS, filters: OF_RUNS, grains: [] }
  }
  return all
}

/** What each metric needs that a reporter states. */
const NEEDS: Readonly<Partial<Record<MetricId, readonly ReportedMeasure[]>>> = {
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
const BY_DAY: readonly DimensionId[] = ['tradingDay', 'weekday', 'releaseDay']
const BY_PERIOD: readonly DimensionId[] = [
  'film',
  'cinema',
  'releaseWeek',
  'distributor',
  'territory',
  'currency',
]

function reporterRealm(random: Random, world: MadeWorld): Realm | undefined {
  const source = random.pick(REPORTERS)
  const { kind, measures } = reporterOf(world, source)
  const metrics = METRIC_IDS.filter((id) => NEEDS[id]?.every((one) => measures.has(one)))
  if (kind === undefined || metrics.length === 0) return undefined
  const everything = { from: undefined, to: undefined, shownAs: (day: string) => day }
  const books = { world, source, factorOf: () => 1n }
  const said = (['film', 'territory'] as const).flatMap((id) => {
    return reportedOf(books, { by: [id], where: {} }, everything)
  })
  const by = kind === 'day' ? [...BY_DAY, ...BY_PERIOD] : BY_PERIOD
  return {
    metrics,
    by,
    filters: by,
    pick: said.length === 0 ? undefined : (id) => reportedTold(random.pick(said), id),
    grains: kind === 'day' ? GRAINS : GRAINS.filter((grain) => grain !== 'day'),
    basis: `reported:${source}`,
  }
}

function drawn(random: Random, world: MadeWorld, realm: Realm): Question {
  const metrics = some(random, realm.metrics, random.pick([1, 1, 1, 1, 2, 2, 3]))
  const by = some(random, realm.by, random.pick([0, 0, 1, 1, 1, 2, 2, 3, 4]))
  const grain =
    realm.grains.length > 0 && chance(random, 30) ? random.pick(realm.grains) : undefined
  const where = chance(random, 35) ? filters(random, realm) : {}
  const whereNot = chance(random, 15) ? filters(random, realm, 2) : {}
  const compare = chance(random, 25) ? some(random, COMPARISONS, random.pick([1, 1, 2])) : []
  const days = compare.length > 0 || chance(random, 50) ? span(random, world.anchor) : {}
  const sortable = [...metrics, ...by, ...(grain ? (['period'] as const) : [])]
  const ours = !realm.basis?.startsWith('reported')
  return {
    metrics,
    by,
    where,
    ...days,
    ...(Object.keys(whereNot).length > 0 && { whereNot }),
    ...(compare.length > 0 && { compare }),
    ...(grain && { grain }),
    ...(ours && chance(random, 10) && { soldBy: cut(random) }),
    ...(chance(random, 35) && { order: order(random, sortable) }),
    ...(chance(random, 40) && { limit: random.whole(1, 5) }),
    ...(chance(random, 20) && { currency: currencyOf(random, world) }),
    ...(chance(random, 15) && { convert: random.pick(CURRENCIES) }),
    ...(realm.basis !== undefined && { basis: realm.basis }),
  }
}

/** Mostly one that there is. */
function currencyOf(random: Random, { homes }: MadeWorld): string {
  return chance(random, 85) ? random.pick([...homes.values()]) : random.pick(CURRENCIES)
}

/** Around the anchor, where most facts are. */
function span(random: Random, anchor: string): Pick<Question, 'from' | 'to'> {
  const day = Temporal.PlainDate.from(anchor)
  // Now and then whole weeks, in which periods of reporters lie.
  const weeks = chance(random, 25)
  const back = weeks ? day.dayOfWeek - 1 + 7 : random.pick([0, 1, 1, 2, 3, 7, 30])
  const length = weeks ? random.pick([14, 21]) : random.pick([1, 3, 4, 7, 7, 8, 14, 40])
  const from = day.subtract({ days: back })
  return { from: from.toString(), to: from.add({ days: length - 1 }).toString() }
}

/** Values that are there, so that most filters leave something. */
function filters(random: Random, { filters: ids, pick }: Realm, valuesMax = 12): Question['where'] {
  if (!pick) return {}
  const picked = some(random, ids, random.pick([1, 1, 2])).map((id) => {
    const values = Array.from({ length: random.whole(1, valuesMax) }, () => pick(id))
    return [id, [...new Set(values.filter((value) => value !== undefined))]] as const
  })
  return Object.fromEntries(picked.filter(([, values]) => values.length > 0))
}

function order(random: Random, sortable: readonly (MetricId | DimensionId | 'period')[]) {
  return { of: random.pick(sortable), descending: chance(random, 50) }
}

function cut(random: Random): string {
  const two = (count: number) => String(count).padStart(2, '0')
  return `${two(random.whole(0, 30))}:${two(random.whole(0, 59))}`
}
