import type { Actor, World } from './world.ts'

export type Transaction = {
  readonly actor: Actor
  readonly rows: Set<string>
  waitsFor?: string
}

type Waiter = { readonly transaction: Transaction; readonly granted: () => void }

/** Locks of rows as PostgreSQL gives them: first come, first served, until the transaction ends. */
export type RowLocks = {
  begin(actor: Actor): Transaction
  take(transaction: Transaction, row: string): Promise<void>
  end(transaction: Transaction): void
  /** Ends whatever a process had under way when it died; says what of it was waiting. */
  endAllOf(actor: Actor): readonly string[]
}

/** Two wait for each other: everybody takes rows in one order, so this is a bug. */
export class Deadlock extends Error {
  override readonly name = 'Deadlock'
}

export function createRowLocks(world: Pick<World, 'park'>): RowLocks {
  const owners = new Map<string, Transaction>()
  const queues = new Map<string, Waiter[]>()
  const open = new Set<Transaction>()
  const waitsForItself = (transaction: Transaction, row: string) => {
    let owner = owners.get(row)
    while (owner) {
      if (owner === transaction) return true
      owner = owner.waitsFor === undefined ? undefined : owners.get(owner.waitsFor)
    }
    return false
  }
  const pass = (row: string) => {
    owners.delete(row)
    const next = queues.get(row)?.shift()
    if (!next) return
    const { transaction, granted } = next
    owners.set(row, transaction)
    transaction.rows.add(row)
    delete transaction.waitsFor
    world.park(transaction.actor, 'lock granted', granted)
    transaction.actor.waits--
  }
  const end = (transaction: Transaction) => {
    open.delete(transaction)
    const { waitsFor } = transaction
    if (waitsFor !== undefined) {
      const queue = queues.get(waitsFor) ?? []
      queues.set(
        waitsFor,
        queue.filter((one) => one.transaction !== transaction),
      )
    }
    for (const row of transaction.rows) pass(row)
    transaction.rows.clear()
  }
  return {
    begin(actor) {
      const transaction: Transaction = { actor, rows: new Set() }
      open.add(transaction)
      return transaction
    },
    async take(transaction, row) {
      if (transaction.rows.has(row)) return
      if (!owners.has(row)) {
        owners.set(row, transaction)
        transaction.rows.add(row)
        return
      }
      if (waitsForItself(transaction, row)) throw new Deadlock(`deadlock over ${row}`)
      transaction.waitsFor = row
      transaction.actor.waits++
      const queue = queues.get(row) ?? []
      queues.set(row, queue)
      await new Promise<void>((granted) => queue.push({ transaction, granted }))
    },
    end,
    endAllOf(actor) {
      const own = [...open].filter((transaction) => transaction.actor === actor)
      const waited = own.filter(({ waitsFor }) => waitsFor !== undefined)
      for (const transaction of own) end(transaction)
      return waited.map(() => 'waiting for a lock')
    },
  }
}
