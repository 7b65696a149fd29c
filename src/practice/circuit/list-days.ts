import type { Transaction } from '#store'
import { appendFacts } from '#store'
import { encodeScreening } from '#warehouse'
import type { Binding } from './fact.ts'
import type { DaySpan } from './flow.ts'
import { listingFacts } from './listing.ts'
import type { Plan } from './plan.ts'

/** Writes the screenings of some trading days as facts; the caller sees to it that it is done once. */
export async function listDays(
  transaction: Transaction,
  { plan, binding }: { readonly plan: Plan; readonly binding: Binding },
  [first, last]: DaySpan,
): Promise<void> {
  for (let day = first; day <= last; day++) {
    const facts = listingFacts(plan, binding, day)
    await appendFacts(transaction, 'screening', facts.map(encodeScreening))
  }
}
