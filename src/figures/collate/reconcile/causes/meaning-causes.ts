import type { Found, RowLook, Seen } from './row-look.ts'
import { onlySide, seenFrom } from './row-look.ts'

/** The two sides count something else: refunds, fees, tax, concessions, what was given away. */
export function meaningCauses(row: RowLook): readonly Found[] {
  return [
    ...freeOnly(row),
    ...seenFrom(row).flatMap((seen) => [
      ...complimentary(row, seen),
      ...freeValued(row, seen),
      ...refunds(row, seen),
      ...fees(row, seen),
      ...tax(row, seen),
      ...concessions(row, seen),
    ]),
  ]
}

function freeOnly({ pair, metric, behind }: RowLook): readonly Found[] {
  const side = onlySide(pair)
  if (side === undefined || metric !== 'gross') return []
  const half = side === 'left' ? pair.left : pair.right
  const types = behind[side]?.types ?? []
  const count = types.reduce((sum, { free }) => sum + free, 0)
  if (half?.value !== 0n || count === 0) return []
  return [{ id: 'free_only', exact: true, side, figures: { count } }]
}

function complimentary({ metric }: RowLook, { side, behind, missing }: Seen): readonly Found[] {
  const count = (behind?.types ?? []).reduce((sum, { free }) => sum + free, 0)
  if (metric !== 'admissions' || count === 0 || BigInt(count) !== missing) return []
  return [{ id: 'complimentary', exact: true, side, figures: { count } }]
}

/** The other side values tickets that were given away, at a price that was paid for this film. */
function freeValued(row: RowLook, seen: Seen): readonly Found[] {
  const prices = new Set((seen.behind?.types ?? []).flatMap((type) => type.prices))
  return freeValues(row, seen)
    .filter(({ each }) => prices.has(each))
    .map(({ name, count, each }) => ({
      id: 'free_valued',
      exact: true,
      side: seen.side,
      figures: { count, name, each: row.figure(each) },
    }))
}

export type FreeValue = {
  readonly name: string
  readonly count: number
  readonly each: bigint
}

/** What each free ticket of a type would have to be worth to make up the difference. */
export function freeValues({ metric }: RowLook, { behind, missing }: Seen): readonly FreeValue[] {
  if (metric !== 'gross' || missing >= 0n) return []
  return (behind?.types ?? []).flatMap(({ name, free }) => {
    const count = BigInt(free)
    if (count <= 0n || -missing % count !== 0n) return []
    return [{ name, count: free, each: -missing / count }]
  })
}

function refunds(row: RowLook, { side, behind, missing }: Seen): readonly Found[] {
  const taken = row.metric === 'gross' ? behind?.refunds : BigInt(behind?.refunded ?? 0)
  if (!taken || missing !== -taken) return []
  return [{ id: 'refunds', exact: true, side, figures: { amount: row.figure(taken) } }]
}

function fees(row: RowLook, { side, behind, missing }: Seen): readonly Found[] {
  if (row.metric !== 'gross' || !behind) return []
  const { feeHall, feeOnline } = behind
  const sums = new Set([feeHall, feeOnline, feeHall + feeOnline])
  const amount = [...sums].find((sum) => sum > 0n && missing === -sum)
  if (amount === undefined) return []
  return [{ id: 'fees', exact: true, side, figures: { amount: row.figure(amount) } }]
}

function tax(row: RowLook, { side, behind, missing }: Seen): readonly Found[] {
  if (row.metric !== 'gross' || !behind || behind.tax <= 0n || missing !== behind.tax) return []
  return [{ id: 'tax', exact: true, side, figures: { amount: row.figure(behind.tax) } }]
}

function concessions(row: RowLook, { side, behind, missing }: Seen): readonly Found[] {
  const { concessionsOn } = row
  if (!concessionsOn || !behind || missing >= 0n) return []
  const days = new Map(
    behind.screenings.map(({ cinemaId, day }) => [
      `${cinemaId} ${day}`,
      concessionsOn(cinemaId, day),
    ]),
  )
  const sum = [...days.values()].reduce((all, one) => all + one, 0n)
  if (sum === 0n || missing !== -sum) return []
  return [{ id: 'concessions', exact: true, side, figures: { amount: row.figure(sum) } }]
}
