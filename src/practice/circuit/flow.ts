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

/** The circuit's sales as they reach us, for the days from its making on. */
export class Flow {
  readonly #plan: Plan
  readonly #days = new Map<DayNumber, Arrivals>()

  constructor(plan: Plan) {
    this.#plan = plan
  }

  /** The trading days whose sales may arrive after one moment and up to another. */
  daysBetween(fromMs: number, toMs: number): readonly [first: DayNumber, last: DayNumber] {
    const { clocks, createdDay } = this.#plan
    const first = Math.max(createdDay, clocks.at(fromMs).day - LATE_DAYS)
    return [first, clocks.at(toMs).day + PRESALE_DAYS]
  }

  /**
   * Every fact that arrives after one moment and up to another. Cut anywhere, the parts make the
   * whole: nothing twice, nothing left out. Keeps the days it works on, and lets go of earlier ones.
   */
  *facts(
    binding: Binding,
    span: { readonly fromMs: number; readonly toMs: number },
  ): Generator<TicketFact, void, undefined> {
    const [first, last] = this.daysBetween(span.fromMs, span.toMs)
    for (const day of this.#days.keys()) if (day < first) this.#days.delete(day)
    for (let day = first; day <= last; day++) {
      const { day: sold, order, arrivals } = this.#arrivalsOf(day)
      const ledger = openLedger(this.#plan, binding, sold)
      const end = firstAbove(arrivals, span.toMs)
      for (let turn = firstAbove(arrivals, span.fromMs); turn < end; turn++) {
        yield factOf(ledger, order[turn] ?? 0)
      }
    }
  }

  #arrivalsOf(day: DayNumber): Arrivals {
    const known = this.#days.get(day)
    if (known) return known
    const sold = circuitDay(this.#plan, day)
    const times = sold.sales.map(({ atMs, screening }) =>
      arrivalMs(this.#plan, sold.screenings[screening]?.site ?? 0, atMs),
    )
    const order = times.map((_, place) => place)
    order.sort((one, other) => (times[one] ?? 0) - (times[other] ?? 0) || one - other)
    const made = { day: sold, order, arrivals: order.map((place) => times[place] ?? 0) }
    this.#days.set(day, made)
    return made
  }
}
