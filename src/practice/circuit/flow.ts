import type { TicketFact } from '#warehouse'
import type { CircuitDay } from './day.ts'
import { circuitDay, mergedDay } from './day.ts'
import type { DayNumber } from './day-clock.ts'
import type { Binding } from './fact.ts'
import { factOf, openLedger } from './fact.ts'
import { arrivalMs } from './outage.ts'
import type { Plan } from './plan.ts'
import { PRESALE_DAYS } from './plan.ts'
import { firstAbove } from './quiet-hours.ts'

/** Days that a sale can reach us after the trading day it was made on. */
const LATE_DAYS = 2

/** A day that is sold live, by arrival: `order[n]` is the place of the sale that arrives n-th. */
type Arrivals = {
  readonly day: CircuitDay
  readonly order: readonly number[]
  readonly arrivals: readonly number[]
}

/** Every fact for one trading day before the circuit was made. */
export function* historyFacts(
  plan: Plan,
  binding: Binding,
  day: DayNumber,
): Generator<TicketFact, void, undefined> {
  const merged = mergedDay(plan, circuitDay(plan, day))
  const ledger = openLedger(plan, binding, merged)
  for (let place = 0; place < merged.sales.length; place++) yield factOf(ledger, place)
}

/** The first and the last of some days. */
export type DaySpan = readonly [first: DayNumber, last: DayNumber]

/** After one moment and up to another, epoch ms. */
export type Span = { readonly fromMs: number; readonly toMs: number }

/** The trading days whose sales may arrive in a span. */
export function daysArriving({ clocks, createdDay }: Plan, { fromMs, toMs }: Span): DaySpan {
  const first = Math.max(createdDay, clocks.at(fromMs).day - LATE_DAYS)
  return [first, clocks.at(toMs).day + PRESALE_DAYS]
}

/** The circuit's sales as they reach us, for the days from its making on. */
export type Flow = {
  /**
   * Every fact that arrives in a span. Cut anywhere, the parts make the whole: nothing twice,
   * nothing left out.
   */
  facts(binding: Binding, span: Span): Generator<TicketFact, void, undefined>
}

/** A flow keeps the days it works on, ten or so, and lets go of earlier ones. */
export function openFlow(plan: Plan): Flow {
  const days = new Map<DayNumber, Arrivals>()
  return {
    *facts(binding, span) {
      const [first, last] = daysArriving(plan, span)
      for (const day of days.keys()) if (day < first) days.delete(day)
      for (let day = first; day <= last; day++) {
        const known = days.get(day) ?? arrivalsOf(plan, day)
        days.set(day, known)
        const ledger = openLedger(plan, binding, known.day)
        const end = firstAbove(known.arrivals, span.toMs)
        for (let turn = firstAbove(known.arrivals, span.fromMs); turn < end; turn++) {
          yield factOf(ledger, known.order[turn] ?? 0)
        }
      }
    },
  }
}

function arrivalsOf(plan: Plan, day: DayNumber): Arrivals {
  const sold = circuitDay(plan, day)
  const times = sold.sales.map(({ atMs, screening }) =>
    arrivalMs(plan, sold.screenings[screening]?.site ?? 0, atMs),
  )
  const order = times.map((_, place) => place)
  order.sort((one, other) => (times[one] ?? 0) - (times[other] ?? 0) || one - other)
  return { day: sold, order, arrivals: order.map((place) => times[place] ?? 0) }
}
