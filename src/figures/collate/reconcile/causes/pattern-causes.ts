import type { Pair } from '../align.ts'
import type { SideName } from '../reconciliation.ts'
import type { FreeValue } from './meaning-causes.ts'
import { freeValues } from './meaning-causes.ts'
import type { Found, RowLook } from './row-look.ts'
import { halfOf, SIDES, seenFrom } from './row-look.ts'

/** So many rows must show a pattern before it is one. */
const ROWS_MIN = 5
const TRIED_MAX = 8

export type Ratio = {
  readonly found: Found
  readonly fits: ReadonlySet<string>
}

/** One factor between the sides, in at least five rows and most of those that differ. */
export function ratioPattern(pairs: readonly Pair[]): Ratio | undefined {
  const differing = pairs
    .filter(({ left, right }) => left && right && left.value !== right.value)
    .filter(({ left, right }) => (left?.value ?? 0n) > 0n && (right?.value ?? 0n) > 0n)
    .sort((one, other) => Number((other.left?.value ?? 0n) - (one.left?.value ?? 0n)))
  let best: { readonly of: Pair; readonly fits: readonly Pair[] } | undefined
  for (const of of differing.slice(0, TRIED_MAX)) {
    const fits = differing.filter((pair) => fitsRatio(pair, of))
    if (fits.length > (best?.fits.length ?? 0)) best = { of, fits }
  }
  if (!best || best.fits.length < ROWS_MIN || best.fits.length * 5 < differing.length * 3) {
    return undefined
  }
  const [left, right] = [best.of.left?.value ?? 1n, best.of.right?.value ?? 1n]
  if (isNearlyOne(left, right)) return undefined
  const counted = { rows: best.fits.length, of: differing.length }
  return {
    found: {
      ...ratioWords(left, right),
      exact: false,
      figures: ratioFigures(left, right, counted),
    },
    fits: new Set(best.fits.map(({ key }) => key)),
  }
}

/** Within two units, or half a thousandth: each row may have been rounded. */
function fitsRatio({ left, right }: Pair, of: Pair): boolean {
  if (!left || !right || !of.left || !of.right) return false
  const cross = right.value * of.left.value - left.value * of.right.value
  const half = right.value / 2_000n
  return size(cross) <= of.left.value * (half > 2n ? half : 2n)
}

function isNearlyOne(left: bigint, right: bigint): boolean {
  return size(right - left) * 500n < left
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value
}

const UNITS = [100n, 1_000n, 10_000n, 1_000_000n, 100_000_000n]

function unitOf(left: bigint, right: bigint): bigint | undefined {
  const [small, large] = left < right ? [left, right] : [right, left]
  return UNITS.find((unit) => size(large - small * unit) * 1_000n <= large)
}

function ratioWords(left: bigint, right: bigint): Pick<Found, 'id'> {
  if (unitOf(left, right)) return { id: 'ratio_unit' }
  const [small, large] = left < right ? [left, right] : [right, left]
  const isTax = (large - small) * 100n >= small * 2n && (large - small) * 100n <= small * 30n
  return { id: isTax ? 'ratio_tax' : 'ratio' }
}

type Counted = { readonly rows: number; readonly of: number }

function ratioFigures(left: bigint, right: bigint, counted: Counted): Found['figures'] {
  const [small, large] = left < right ? [left, right] : [right, left]
  const unit = unitOf(left, right)
  const tenths = ((large - small) * 1_000n + small / 2n) / small
  return {
    ...counted,
    ratio: decimal((right * 10_000n + left / 2n) / left, 4),
    ...(unit === undefined ? { percent: decimal(tenths, 1) } : { unit: Number(unit) }),
  }
}

/** A whole number of `places` decimal places, without zeros at its end. */
function decimal(value: bigint, places: number): string {
  const text = value.toString().padStart(places + 1, '0')
  return `${text.slice(0, -places)}.${text.slice(-places)}`.replace(/\.?0+$/, '')
}

/** The step in which one side states amounts, where the other does not. */
export type Steps = Readonly<Partial<Record<SideName, bigint>>>

const STEPS = [1_000_000n, 100_000n, 10_000n, 1_000n, 100n]

export function stepsOf(pairs: readonly Pair[], smallest: bigint): Steps {
  const [left, right] = SIDES.map((side) => stepOf(pairs, side, smallest))
  return {
    ...(left && (!right || left > right) && { left }),
    ...(right && (!left || right > left) && { right }),
  }
}

function stepOf(pairs: readonly Pair[], side: SideName, smallest: bigint): bigint | undefined {
  const values = pairs
    .map((pair) => halfOf(pair, side)?.value ?? 0n)
    .filter((value) => value !== 0n)
  if (values.length < ROWS_MIN) return undefined
  const steps = STEPS.map((step) => (step * smallest) / 100n).filter((step) => step > 1n)
  return steps.find((step) => values.every((value) => value % step === 0n))
}

export function roundedCauses(row: RowLook, steps: Steps): readonly Found[] {
  return seenFrom(row).flatMap(({ side, missing }): readonly Found[] => {
    const step = steps[side]
    if (step === undefined || size(missing) >= step) return []
    return [{ id: 'rounded', exact: true, side, figures: { step: row.figure(step) } }]
  })
}

/** How many rows one worth of a type's free tickets makes up, where it is more than one. */
export type FreeWorths = ReadonlyMap<string, number>

function worthKey(side: SideName, { name, each }: FreeValue): string {
  return `${side} ${each} ${name}`
}

export function freeWorths(rows: readonly RowLook[]): FreeWorths {
  const counted = new Map<string, number>()
  for (const row of rows) {
    for (const seen of seenFrom(row)) {
      for (const value of freeValues(row, seen)) {
        const key = worthKey(seen.side, value)
        counted.set(key, (counted.get(key) ?? 0) + 1)
      }
    }
  }
  return counted
}

/** Free tickets of a type make up the difference at one worth, in this row and in others. */
export function freeAlikeCauses(row: RowLook, worths: FreeWorths): readonly Found[] {
  return seenFrom(row).flatMap((seen) =>
    freeValues(row, seen).flatMap((value): readonly Found[] => {
      const rows = worths.get(worthKey(seen.side, value)) ?? 0
      const { name, count, each } = value
      if (rows < 2 || count < 2) return []
      const figures = { count, name, each: row.figure(each), rows }
      return [{ id: 'free_valued_alike', exact: true, side: seen.side, figures }]
    }),
  )
}
