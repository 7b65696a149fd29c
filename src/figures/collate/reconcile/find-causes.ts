import type { Money } from '#kernel'
import { moneyToDecimal } from '#kernel'
import type { Pair } from './align.ts'
import type { Cause } from './cause.ts'
import { sayCause } from './cause.ts'
import { dayCauses } from './causes/day-causes.ts'
import { byFigure, lineCauses, repeatsCauses } from './causes/line-causes.ts'
import { meaningCauses } from './causes/meaning-causes.ts'
import type { Alone } from './causes/name-causes.ts'
import { makesUpCauses, nameCauses, partnerCauses, placeOfPair } from './causes/name-causes.ts'
import { partCauses } from './causes/part-causes.ts'
import {
  freeAlikeCauses,
  freeWorths,
  ratioPattern,
  roundedCauses,
  stepsOf,
} from './causes/pattern-causes.ts'
import type { Found, RowLook } from './causes/row-look.ts'
import { onlySide } from './causes/row-look.ts'
import { nameForm } from './film-name.ts'

/** What the causes of all rows are looked for in. */
export type Evidence = {
  /** Every row, also those that agree. */
  readonly pairs: readonly Pair[]
  /** Rows to explain, with what lies behind them. */
  readonly rows: readonly RowLook[]
  readonly titleOf: (pair: Pair) => string
  /** Minor units of one unit of the currency; of counts, 1. */
  readonly scale: bigint
}

export type Causes = {
  /** By key of the row; first what makes up the whole difference. */
  readonly ofRow: ReadonlyMap<string, readonly Cause[]>
  /** Of many rows at once. */
  readonly ofAll: readonly Cause[]
}

export function findCauses({ pairs, rows, titleOf, scale }: Evidence): Causes {
  const ratio = ratioPattern(pairs)
  const steps = stepsOf(pairs, scale)
  const worths = freeWorths(rows)
  const figures = { left: byFigure(pairs, 'left'), right: byFigure(pairs, 'right') }
  const looked = new Set(rows.map(({ pair }) => placeOfPair(pair)))
  const alone = pairs
    .filter((pair) => onlySide(pair) !== undefined && looked.has(placeOfPair(pair)))
    .map((pair): Alone => ({ pair, title: titleOf(pair), form: nameForm(titleOf(pair)) }))
  const aloneAt = Map.groupBy(alone, ({ pair }) => placeOfPair(pair))
  const ofRow = new Map<string, readonly Cause[]>()
  for (const row of rows) {
    const side = onlySide(row.pair)
    const here = aloneAt.get(placeOfPair(row.pair)) ?? []
    const there = here.filter(({ pair }) => onlySide(pair) !== side)
    const form = nameForm(titleOf(row.pair))
    const alike = freeAlikeCauses(row, worths)
    const meaning = meaningCauses(row).filter(({ id, side, figures: { name } }) => {
      const isSaid = alike.some((one) => one.side === side && one.figures['name'] === name)
      return id !== 'free_valued' || !isSaid
    })
    const found: readonly Found[] = [
      ...nameCauses(row),
      ...alike,
      ...meaning,
      ...partCauses(row),
      ...lineCauses(row),
      ...dayCauses(row),
      ...roundedCauses(row, steps),
      ...makesUpCauses(row, form, here),
      ...partnerCauses(row, form, there),
      ...(ratio?.fits.has(row.pair.key) ? [ratio.found] : []),
      ...repeatsCauses(row, figures, titleOf),
    ]
    const sorted = found.toSorted((one, other) => Number(other.exact) - Number(one.exact))
    ofRow.set(row.pair.key, sorted.map(say))
  }
  return { ofRow, ofAll: ratio ? [say(ratio.found)] : [] }
}

/** How two films that agree are named otherwise is said too. */
export function sayNames(row: RowLook): readonly Cause[] {
  return nameCauses(row).map(say)
}

/** The sentence of what was found. */
export function say({ id, ...rest }: Found): Cause {
  return sayCause(id, rest, ({ minor, currency }) => writeMoney({ minor: BigInt(minor), currency }))
}

function writeMoney(amount: Money): string {
  return `${moneyToDecimal(amount)} ${amount.currency}`
}
