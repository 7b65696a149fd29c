import type { Store } from '#store'
import type { BookingStorage } from './booking.ts'
import { PaymentKeyTaken } from './booking.ts'
import { lockAndLook } from './booking-lock-store.ts'
import { writeChanges } from './booking-write-store.ts'

/** Numbers taken from the sequence at once; what a crash leaves of them is lost, which harms nobody. */
const NUMBERS_AT_ONCE = 1_000

const TAKE_NUMBERS = `
  select nextval('ticket_order_number') as number from generate_series(1, $1::integer)`

// A step touches few rows of tables that grow by the minute: always by their indexes, whatever the
// planner believes of their size since it last looked (it read a whole table for ten seats).
const BY_INDEX = `select set_config(name, 'off', true)
  from unnest(array['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin']) as name`

/** Bookings in PostgreSQL: a step is one transaction, durable before it answers. */
export function bookingStore(store: Store): BookingStorage {
  let numbers: bigint[] = []
  const takeNumbers = async (count: number): Promise<readonly bigint[]> => {
    while (numbers.length < count) {
      const wanted = count + NUMBERS_AT_ONCE
      const rows = await store.rows<{ number: bigint }>(TAKE_NUMBERS, wanted)
      numbers = [...numbers, ...rows.map(({ number }) => number)]
    }
    return numbers.splice(0, count)
  }
  return {
    async step(locks, decide) {
      const taken = locks.numbers > 0 ? await takeNumbers(locks.numbers) : []
      return store.write(async (transaction) => {
        await transaction.rows(BY_INDEX)
        const view = await lockAndLook(transaction, locks, taken)
        const { changes, answer } = decide(view)
        await writeChanges(transaction, changes).catch(rethrow)
        return answer
      })
    },
  }
}

function rethrow(fault: unknown): never {
  const named = fault instanceof Error && 'constraint' in fault ? fault.constraint : undefined
  if (named === 'payment_key_key') throw new PaymentKeyTaken('the key paid another order')
  throw fault
}
