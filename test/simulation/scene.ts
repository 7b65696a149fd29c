import type { BoxOffice, createBoxOffice } from '#ticketing'
import type { Books } from './books.ts'
import type { Record } from './record.ts'
import type { RowLocks } from './row-locks.ts'
import type { Wallet } from './wallet.ts'
import type { World } from './world.ts'

export type BoxOfficeOptions = Parameters<typeof createBoxOffice>[0]

/** What of the booking core is another than its own: planted faults. */
export type Parts = {
  readonly openBoxOffice?: (options: BoxOfficeOptions) => BoxOffice
  /** The storage reads rows before it locks them. */
  readonly readsFirst?: true
}

/** What all servers of a simulation share. */
export type Scene = {
  readonly world: World
  readonly books: Books
  readonly locks: RowLocks
  readonly record: Record
  readonly wallet: Wallet
  readonly holdMs: number
  readonly parts: Parts
  /** Whether PostgreSQL goes away just now. */
  breaks(): boolean
}
