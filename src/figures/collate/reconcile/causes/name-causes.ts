import { moneyToDecimal } from '#kernel'
import type { Pair } from '../align.ts'
import type { NameForm } from '../film-name.ts'
import { nameDifference, nearness, showBlanks, titleKey } from '../film-name.ts'
import type { Found, RowLook } from './row-look.ts'
import { halfOf, onlySide, otherSide, SIDES, tellingDigits } from './row-look.ts'

/** How the two sides name the film. */
export function nameCauses({ pair, titles, figure }: RowLook): readonly Found[] {
  const found: Found[] = []
  const [left = '', right = ''] = [titles.left[0], titles.right[0]]
  if (pair.left && pair.right && left !== '' && right !== '') {
    const figures = { left: showBlanks(left), right: showBlanks(right) }
    const difference = nameDifference(left, right)
    if (titleKey(left) !== titleKey(right))
      found.push({ id: 'name_matched', exact: false, figures })
    else if (difference) found.push({ id: `name_${difference}`, exact: false, figures })
  }
  for (const side of SIDES) {
    const half = halfOf(pair, side)
    if (!half || half.filmIds.length < 2 || half.ofFilm.size < 2) continue
    const list = [...half.ofFilm.values()].map((value) => writeShort(figure(value))).join(', ')
    const figures = { count: half.ofFilm.size, list }
    found.push({ id: 'several_films', exact: false, side, figures })
  }
  return found
}

function writeShort(figure: ReturnType<RowLook['figure']>): string {
  if (typeof figure === 'number') return String(figure)
  return moneyToDecimal({ minor: BigInt(figure.minor), currency: figure.currency })
}

/** A row that stands on one side, under the name it has there. */
export type Alone = {
  readonly pair: Pair
  readonly title: string
  readonly form: NameForm
}

const PARTNERS_MAX = 3
const NEARNESS_IDS = {
  spelling: 'near_name',
  prefix: 'near_prefix',
  suffix: 'near_suffix',
} as const

/** A row on one side only, and rows of its place on the other side only that may well be the same film. */
export function partnerCauses(
  row: RowLook,
  form: NameForm,
  others: readonly Alone[],
): readonly Found[] {
  const side = onlySide(row.pair)
  if (side === undefined) return []
  const near = others.flatMap(({ pair, title: other, form: otherForm }): Found[] => {
    const there = halfOf(pair, otherSide(side))
    if (!there) return []
    const kind = nearness(form, otherForm)
    if (!kind) return []
    const figures = { other, amount: row.figure(there.value) }
    return [{ id: NEARNESS_IDS[kind], exact: false, side, figures }]
  })
  return near.slice(0, PARTNERS_MAX)
}

/** What stands on one side only, under another name, is just what this row differs by. */
export function makesUpCauses(
  row: RowLook,
  form: NameForm,
  alone: readonly Alone[],
): readonly Found[] {
  const { left, right } = row.pair
  if (!left || !right || left.value === right.value) return []
  return alone
    .flatMap(({ pair, title: other, form: otherForm }): Found[] => {
      const side = onlySide(pair)
      const half = side && halfOf(pair, side)
      if (!half) return []
      const lacking = side === 'left' ? right.value - left.value : left.value - right.value
      if (half.value !== lacking || lacking === 0n) return []
      if (tellingDigits(lacking) < 4 && !nearness(form, otherForm)) return []
      return [
        { id: 'makes_up', exact: true, side, figures: { other, amount: row.figure(lacking) } },
      ]
    })
    .slice(0, PARTNERS_MAX)
}

/** Where and when a row is: only rows of one place are films beside each other. */
export function placeOfPair({ cinemaId, from, to }: Pair): string {
  return `${cinemaId} ${from} ${to}`
}
