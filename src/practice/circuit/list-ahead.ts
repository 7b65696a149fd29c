import type { Transaction } from '#store'
import { bindCircuit } from './build-history.ts'
import type { Circuit } from './circuit-store.ts'
import { noteListed } from './circuit-store.ts'
import { dayNumberOf, dayText } from './day-clock.ts'
import { listDays } from './list-days.ts'
import type { Plan } from './plan.ts'
import { PRESALE_DAYS } from './plan.ts'

/** More are written by later ticks: a sample of before screenings were listed lacks a whole season. */
const DAYS_AT_ONCE = 8

/** Writes the screenings of trading days that can be bought for and are not listed yet. */
export async function listAhead(
  transaction: Transaction,
  circuit: Circuit,
  { plan, nowMs }: { readonly plan: Plan; readonly nowMs: number },
): Promise<void> {
  const { builtBackTo, listedTo } = circuit
  // Whoever writes the first day lists it.
  if (builtBackTo === undefined) return
  const done = listedTo === undefined ? dayNumberOf(builtBackTo) - 1 : dayNumberOf(listedTo)
  const wanted = plan.clocks.at(nowMs).day + PRESALE_DAYS
  const last = Math.min(wanted, done + DAYS_AT_ONCE)
  if (last <= done) return
  const days = [done + 1, last] as const
  const binding = await bindCircuit(transaction, circuit, plan, days)
  await listDays(transaction, { plan, binding }, days)
  await noteListed(transaction, dayText(last))
}
