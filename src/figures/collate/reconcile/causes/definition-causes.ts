import type { Pair } from '../align.ts'
import type { SideName } from '../reconciliation.ts'
import type { Side } from '../side.ts'
import type { Found } from './row-look.ts'
import { otherSide, SIDES } from './row-look.ts'

const ROWS_MIN = 5

/**
 * A side says that it counts something beside tickets, and the tickets alone come to its figures in
 * nine rows of ten: a claim to be checked, and not what the data shows.
 */
export function definitionCauses(
  pairs: readonly Pair[],
  sides: Readonly<Record<SideName, Side>>,
): readonly Found[] {
  const both = pairs.filter(({ left, right }) => left && right)
  const rows = both.filter(({ left, right }) => left?.value === right?.value).length
  if (both.length < ROWS_MIN || rows * 10 < both.length * 9) return []
  return SIDES.flatMap((side): readonly Found[] => {
    const { definitions } = sides[side].figures
    if (sides[otherSide(side)].figures.kind !== 'tickets') return []
    return definitions.map((definition) => ({
      id: 'definition_not_seen',
      exact: false,
      side,
      figures: { definition, rows, of: both.length },
    }))
  })
}

/** The two are not about the same places: a country beside cinemas, or cinemas that one has alone. */
export function placeCauses(sides: Readonly<Record<SideName, Side>>): readonly Found[] {
  return SIDES.flatMap((side): readonly Found[] => {
    const { territories, cinemas } = sides[side].figures
    const there = sides[otherSide(side)].figures
    if (territories.length > 0 && cinemas.length === 0 && there.cinemas.length > 0) {
      const figures = { territory: territories.join(', '), count: there.cinemas.length }
      return [{ id: 'other_places', exact: false, side, figures }]
    }
    const alone = cinemas.filter((id) => !there.cinemas.includes(id))
    if (alone.length === 0 || there.cinemas.length === 0) return []
    return [{ id: 'other_cinemas', exact: false, side, figures: { count: alone.length } }]
  })
}
