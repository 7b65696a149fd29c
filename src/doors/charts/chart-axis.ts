import type { Grain } from '#metrics/pure'
import type { ChartInput } from './answer-chart.ts'
import type { ChartDimension, DimensionRole } from './dimension-value.ts'
import { nameOf, orderOf, roleOf, textOf, valueKey } from './dimension-value.ts'
import { isDay, periodEnd, periodsBetween } from './periods.ts'
import type { ChartWords } from './words.ts'

/** The values that run along a chart, in their order, gaps filled where time or hours have them. */
export type ChartAxis = {
  readonly dimension: ChartDimension
  readonly role: DimensionRole
  readonly grain: Grain
  /** What tells values apart: ids where there are some. */
  readonly keys: readonly string[]
  readonly names: readonly string[]
  readonly shortNames: readonly string[]
  /** Not over yet: never joined to a full one. */
  readonly open: readonly boolean[]
  /** Not begun: what it has was sold ahead. */
  readonly ahead: readonly boolean[]
  /** The place of a value; −1 where it is none of them. */
  readonly at: (key: string) => number
}

/** Beyond this many steps a gap is not filled: somebody typed a year wrong. */
const FILLED_MAX = 400

export function axisOf(input: ChartInput, dimension: ChartDimension): ChartAxis {
  const { answer, manner, present } = input
  const role = roleOf(dimension)
  const grain = dimension === 'period' ? (answer.question.grain ?? 'day') : 'day'
  const texts = new Map<string, string>()
  for (const row of answer.rows) texts.set(valueKey(row, dimension), textOf(row, dimension))
  const keys = orderedKeys([...texts.keys()], { dimension, role, grain, input })
  const named = { manner, grain }
  const places = new Map(keys.map((key, index) => [key, index]))
  const text = (key: string) => texts.get(key) ?? key
  return {
    dimension,
    role,
    grain,
    keys,
    names: keys.map((key) => nameOf(text(key), dimension, named)),
    shortNames: keys.map((key) => nameOf(text(key), dimension, { ...named, short: true })),
    open: keys.map(
      (key) =>
        role === 'time' && present !== undefined && isDay(key) && periodEnd(key, grain) >= present,
    ),
    ahead: keys.map(
      (key) => role === 'time' && present !== undefined && isDay(key) && key > present,
    ),
    at: (key) => places.get(key) ?? -1,
  }
}

type Ordering = {
  readonly dimension: ChartDimension
  readonly role: DimensionRole
  readonly grain: Grain
  readonly input: ChartInput
}

function orderedKeys(found: readonly string[], ordering: Ordering): readonly string[] {
  const { dimension, role, grain, input } = ordering
  if (role === 'kind') return found
  if (role === 'time') {
    const days = found.filter(isDay).toSorted()
    const [first, last] = [days[0], days.at(-1)]
    return first === undefined || last === undefined ? [] : periodsBetween(first, last, grain)
  }
  const order = (key: string) => orderOf(key, dimension, input.manner)
  const sorted = found.toSorted((one, other) => order(one) - order(other))
  if (dimension === 'weekday') return ['1', '2', '3', '4', '5', '6', '7']
  return dimension === 'saleTime' ? sorted : filled(sorted, dimension, order)
}

/** Every hour or day from the first to the last. */
function filled(
  sorted: readonly string[],
  dimension: ChartDimension,
  order: (key: string) => number,
): readonly string[] {
  const numbered = sorted.filter((key) => /^-?\d+$/.test(key))
  const rest = sorted.filter((key) => !numbered.includes(key))
  const [first, last] = [numbered[0], numbered.at(-1)]
  if (first === undefined || last === undefined) return sorted
  const from = order(first)
  const count = order(last) - from + 1
  if (count > FILLED_MAX) return sorted
  const steps = Array.from({ length: count }, (_, step) => from + step)
  const key = (at: number) =>
    dimension === 'hour' ? String(at % 24) : String(dimension === 'daysBefore' ? -at || 0 : at)
  return [...steps.map(key), ...rest]
}

/** A place that is not over says so. */
export function standingName(
  name: string,
  { open, ahead }: Pick<ChartAxis, 'open' | 'ahead'>,
  place: number,
  words: Pick<ChartWords, 'soFar' | 'soldAhead'>,
): string {
  if (ahead[place]) return words.soldAhead(name)
  return open[place] ? words.soFar(name) : name
}
