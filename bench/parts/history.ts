import type { Warehouse } from '#warehouse'
import { encodeTicket } from '#warehouse'
import type { Market } from './market.ts'
import { dayFacts, historyDays } from './market.ts'

const BATCH_FACTS = 100_000

/**
 * Puts the past into the warehouse, as an import would: in numbered batches past the outbox, which
 * is left to the sales that are measured. Gives how many facts it was.
 */
export async function fillHistory(
  warehouse: Warehouse,
  market: Market,
  days: number,
): Promise<number> {
  let lines: string[] = []
  let facts = 0
  const send = async () => {
    if (lines.length === 0) return
    facts += lines.length
    const token = `bench-history-${facts}`
    await warehouse.insert({ table: 'ticket', token, body: lines.join('\n') })
    lines = []
  }
  for (const day of historyDays(market, days)) {
    for (const fact of dayFacts(market, day)) lines.push(encodeTicket(fact))
    if (lines.length >= BATCH_FACTS) await send()
  }
  await send()
  return facts
}
