import { chanceOf } from './chance.ts'
import type { DayNumber } from './day-clock.ts'
import { targetsOf, ticketsOf } from './demand.ts'
import type { Plan } from './plan.ts'
import { fillQuietHours } from './quiet-hours.ts'
import type { Sale } from './sale.ts'
import { openBox, sellScreening } from './sale.ts'
import type { Screening } from './screening.ts'
import { screeningsOf } from './screening.ts'

/** A trading day: its screenings, and every ticket sold for them whenever that was, in order. */
export type CircuitDay = {
  readonly day: DayNumber
  readonly screenings: readonly Screening[]
  readonly sales: readonly Sale[]
}

export function circuitDay(plan: Plan, day: DayNumber): CircuitDay {
  const drafts = plan.sites.flatMap((site) => {
    const screenings = screeningsOf(plan, site, day)
    const targets = targetsOf(ticketsOf(plan, site, day), screenings)
    return screenings.map((screening, index) => ({ screening, target: targets[index] ?? 0 }))
  })
  const boxes = drafts.map(({ screening, target }, place) => {
    const box = openBox(plan, place, screening)
    sellScreening(plan, box, target, day)
    return box
  })
  fillQuietHours(plan, boxes, day)
  return {
    day,
    screenings: drafts.map(({ screening }) => screening),
    // The sort is stable, so sales of one millisecond keep an order that never changes.
    sales: boxes.flatMap(({ sales }) => sales).sort((one, other) => one.atMs - other.atMs),
  }
}

/**
 * The same day with fewer, larger sales: one for each screening, ticket type, channel, day of sale and
 * half of that day's lead. The time is that of one of its tickets, drawn fairly, so that sums over
 * any hours stay what they were on average.
 */
export function mergedDay(plan: Plan, { day, screenings, sales }: CircuitDay): CircuitDay {
  const random = chanceOf(plan.seed, 'merge', day)
  const cells = new Map<number, Sale>()
  for (const sale of sales) {
    const cell = cellOf(plan, day, sale)
    const other = cells.get(cell)
    if (!other) {
      cells.set(cell, sale)
      continue
    }
    const quantity = other.quantity + sale.quantity
    const shown = random.next() * quantity < sale.quantity ? sale : other
    cells.set(cell, { ...shown, quantity })
  }
  const merged = [...cells.values()].sort((one, other) => one.atMs - other.atMs)
  return { day, screenings, sales: merged }
}

/** A day of sale holds the eight kinds of ticket and of channel; eight days of sale, twice. */
function cellOf(plan: Plan, day: DayNumber, sale: Sale): number {
  const soldOn = sale.atMs >= plan.clocks.of(day).startMs ? day : plan.clocks.at(sale.atMs).day
  const line = (sale.channel * 8 + sale.type) * 2 + (sale.refund ? 1 : 0)
  return (sale.screening * 8 + (day - soldOn)) * 128 + line
}
