import type { Store } from '#store'
import type { BookingStorage } from './booking.ts'
import { keyTaken } from './booking.ts'
import { lockAndLook } from './booking-lock-store.ts'
import { writeChanges } from './booking-write-store.ts'

/** Numbers taken from the sequence at once; what a crash leaves of them is lost, which harms nobody. */
const NUMBERS_AT_ONCE = 1_000

const TAKE_NUMBERS = `
  select nextval('ticket_order_number') as number from generate_series(1, $1::integer)`

/** Bookings in PostgreSQL: a step is one transaction, durable before it answers. */
export function bookingStore(store: Store): BookingStorage {
  let kept: bigint[] = []
  let taking: Promise<void> | undefined
  const take = async (count: number) => {
    const rows = await store.rows<{ number: bigint }>(TAKE_NUMBERS, count + NUMBERS_AT_ONCE)
    kept = [...rows.map(({ number }) => number).reverse(), ...kept]
  }
  const takeNumbers = async (count: number): Promise<readonly bigint[]> => {
    while (kept.length < count) {
      taking ??= take(count).finally(() => {
        taking = undefined
      })
      await taking
    }
    return kept.splice(kept.length - count)
  }
  return {
    async step(locks, decide) {
      const taken = locks.numbers > 0 ? await takeNumbers(locks.numbers) : []
      return store.write(async (transaction) => {
        const view = await lockAndLook(transaction, locks, taken)
        const { changes, answer } = decide(view)
        await writeChanges(transaction, changes).catch(rethrow)
        return answer
      }, 'short')
    },
  }
}

function rethrow(fault: unknown): never {
  const named = fault instanceof Error && 'constraint' in fault ? String(fault.constraint) : ''
  throw keyTaken(named) ?? fault
}
