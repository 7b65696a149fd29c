import type { BookingStorage, Changes, Locks, Order, View } from '#ticketing'
import type { SeatKey, SeatRow } from '#ticketing/pure'
import { keyTaken } from '../../src/trade/ticketing/booking.ts'
import { seatKey, seatOrder } from '../../src/trade/ticketing/seat-row.ts'
import type { Books } from './books.ts'
import { ConstraintViolation, commit, ticketsOf } from './books.ts'
import type { RowLocks, Transaction } from './row-locks.ts'
import type { Actor, World } from './world.ts'

export type MemoryStorageOptions = {
  readonly world: Pick<World, 'pause' | 'nowMs'>
  readonly books: Books
  readonly locks: RowLocks
  readonly actor: Actor
  /** Called wherever PostgreSQL could go away; throws if it did. */
  readonly mayBreak: () => void
  /** Called within the commit, before the rows are written. */
  readonly committing: (view: View, changes: Changes) => void
  readonly committed: (view: View, changes: Changes) => void
  /** A fault to plant: rows are read before they are locked. */
  readonly readsFirst?: boolean
}

/**
 * Bookings in memory, as PostgreSQL keeps them (booking-lock-store.ts, booking-write-store.ts): rows
 * locked one after the other in the one order, each read once it is ours, all written at once. Its
 * process can die at every await.
 */
export function memoryStorage(options: MemoryStorageOptions): BookingStorage {
  const { world, books, locks: rowLocks, actor, mayBreak } = options
  const pause = async (label: string) => {
    await world.pause(actor, label)
    mayBreak()
  }
  return {
    async step(locks, decide) {
      if (locks.numbers > 0) await pause('numbers')
      const numbers = Array.from({ length: locks.numbers }, () => ++books.lastNumber)
      const transaction = rowLocks.begin(actor)
      const early = options.readsFirst ? allSeats(books) : undefined
      const looking = { ...options, pause, transaction, early }
      let answer: Awaited<ReturnType<typeof decide>>['answer']
      try {
        await pause('before lock')
        const view = { ...(await look(looking, locks)), numbers }
        await pause('after lock')
        const decided = decide(view)
        answer = decided.answer
        await pause('before commit')
        options.committing(view, decided.changes)
        write(books, decided.changes)
        options.committed(view, decided.changes)
      } finally {
        rowLocks.end(transaction)
      }
      await pause('after commit')
      return answer
    },
  }
}

type Looking = MemoryStorageOptions & {
  readonly pause: (label: string) => Promise<void>
  readonly transaction: Transaction
  readonly early: ReadonlyMap<string, SeatRow> | undefined
}

async function look(looking: Looking, locks: Locks): Promise<Omit<View, 'numbers'>> {
  const { books, pause, transaction, locks: rowLocks } = looking
  const orders: Order[] = []
  for (const id of [...new Set(locks.orders)].sort(numerically)) {
    if (!books.orders.has(id)) continue
    await rowLocks.take(transaction, `order ${id}`)
    const order = books.orders.get(id)
    if (order) orders.push(order)
  }
  if (orders.length > 0) await pause('between locks')
  const { seats, nowMs } = await lockSeats(looking, locks, orders)
  const paid = orders.filter(({ paidAtMs }) => paidAtMs !== undefined)
  const tickets = paid.flatMap((order) => ticketsOf(books, order))
  await pause('between reads')
  const wanted = new Set([...locks.screenings, ...orders.map((order) => order.screeningId)])
  const screenings = [...wanted].flatMap((id) => {
    const found = books.screenings.get(id)
    return found ? [{ ...found, outOfOrder: [] }] : []
  })
  const known = [...new Set(locks.holdKeys)].flatMap((key) => {
    const order = books.orders.get(books.orderOfKey.get(key) ?? 0n)
    return order ? [order] : []
  })
  return { nowMs, seats, orders, tickets, known, screenings }
}

async function lockSeats(
  { books, early, transaction, locks: rowLocks, world }: Looking,
  locks: Locks,
  orders: readonly Order[],
): Promise<{ readonly seats: readonly SeatRow[]; readonly nowMs: number }> {
  const ofOrders = orders.flatMap(({ screeningId, lines }) => {
    return lines.map(({ seat }): SeatKey => ({ screeningId, seat }))
  })
  const whole = new Set(locks.wholeScreenings)
  const wanted =
    whole.size > 0
      ? [...books.seats.values()].filter(({ screeningId }) => whole.has(screeningId))
      : [...locks.seats, ...ofOrders]
  const keys = new Map(wanted.map((one) => [seatKey(one), one]))
  const seats: SeatRow[] = []
  let nowMs: number | undefined
  for (const key of [...keys.values()].sort(seatOrder).map(seatKey)) {
    const before = books.seats.get(key)
    if (!before) continue
    // PostgreSQL reads the clock before it waits, and again if the row was changed meanwhile.
    nowMs = world.nowMs()
    await rowLocks.take(transaction, `seat ${key}`)
    const row = books.seats.get(key) ?? before
    if (row !== before) nowMs = world.nowMs()
    seats.push(early?.get(key) ?? row)
  }
  return { seats, nowMs: nowMs ?? world.nowMs() }
}

/** As booking-store.ts names what PostgreSQL refused. */
function write(books: Books, changes: Changes): void {
  try {
    commit(books, changes)
  } catch (fault) {
    const taken = fault instanceof ConstraintViolation && keyTaken(fault.constraint)
    throw taken || fault
  }
}

function allSeats(books: Books): ReadonlyMap<string, SeatRow> {
  return new Map(books.seats)
}

function numerically(one: bigint, other: bigint): number {
  return one < other ? -1 : one > other ? 1 : 0
}
