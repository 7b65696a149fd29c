import type { Behind } from '../behind-store.ts'
import type { Found, RowLook } from './row-look.ts'
import { seenFrom } from './row-look.ts'

/** One side covers other days, or its first total holds more than the days known. */
export function dayCauses(row: RowLook): readonly Found[] {
  return seenFrom(row).flatMap((seen): readonly Found[] => {
    const { side, here, there, behind, missing } = seen
    if (!behind || behind.days.length === 0) return []
    if (there.firstTotal !== undefined) {
      const before = there.firstTotal - sumUntil(behind, there.firstDay)
      return totalCauses(row, { before, difference: -missing, day: there.firstDay, side })
    }
    if (here.firstTotal !== undefined) return []
    const span = row.spans[side === 'left' ? 'right' : 'left']
    if (!span || there.lastDay === '') return []
    const [firstDay, lastDay] = span
    const outside = behind.days
      .filter(({ day }) => day < firstDay || day > lastDay)
      .reduce((sum, { value }) => sum + value, 0n)
    if (outside === 0n) return []
    const figures = { firstDay, lastDay, amount: row.figure(outside) }
    return [{ id: 'outside_days', exact: outside === missing, side, figures }]
  })
}

function sumUntil({ days }: Behind, last: string): bigint {
  return days.filter(({ day }) => day <= last).reduce((sum, { value }) => sum + value, 0n)
}

type Totals = {
  readonly before: bigint
  readonly difference: bigint
  readonly day: string
  readonly side: 'left' | 'right'
}

function totalCauses(row: RowLook, { before, difference, day, side }: Totals): readonly Found[] {
  const found: Found[] = []
  if (before !== 0n) {
    const figures = { day, amount: row.figure(before) }
    found.push({ id: 'before_first_total', exact: before === difference, side, figures })
  }
  const rest = difference - before
  if (rest !== 0n && row.sameSource) {
    const figures = { amount: row.figure(rest) }
    found.push({ id: 'restated', exact: before === 0n, side, figures })
  }
  return found
}
