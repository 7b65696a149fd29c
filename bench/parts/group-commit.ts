import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silentLog, systemClock } from '#kernel'
import { MIGRATIONS } from '#server'
import type { Store } from '#store'
import { openStore } from '#store'
import type { BoxOffice, BoxOfficeOptions } from '#ticketing'
import { bookingStore, createBoxOffice, createSheets, liveOrders, saleSheet } from '#ticketing'
import { putSomethingOnSale } from '../../test/support/on-sale.ts'
import { medianOf, round } from './figures.ts'
import { errandsOf, rushOffice } from './rush.ts'

export type GroupCommit = {
  /** Orders a second, medians: requests that share transactions, and each in its own. */
  readonly grouped: number
  readonly alone: number
  readonly ratio: number
}

const HALL = { rows: 10, seatsInRow: 20 }
const SCREENINGS = 200
const BUYERS = 400

/** Both ways on one PostgreSQL, by turns, on fresh screenings each time. */
export async function compareCommits(
  databaseUrl: string,
  { rounds, orders }: { readonly rounds: number; readonly orders: number },
): Promise<GroupCommit> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'fullhouse-bench-'))
  const opening = { dataFolder, migrations: MIGRATIONS, log: silentLog, clock: systemClock }
  const store = await openStore({ ...opening, databaseUrl })
  try {
    const figures: Record<'grouped' | 'alone', number[]> = { grouped: [], alone: [] }
    for (let round = 0; round < rounds; round++) {
      for (const way of ['grouped', 'alone'] as const) {
        // The slow way gets fewer, so that both run about as long.
        const count = way === 'grouped' ? orders : Math.ceil(orders / 4)
        figures[way].push(await once(store, way, { round, count }))
      }
    }
    const [grouped, alone] = [medianOf(figures.grouped), medianOf(figures.alone)]
    return { grouped, alone, ratio: round(grouped / alone) }
  } finally {
    await store.close()
    await rm(dataFolder, { recursive: true, force: true })
  }
}

async function once(
  store: Store,
  way: 'grouped' | 'alone',
  { round: number, count }: { readonly round: number; readonly count: number },
): Promise<number> {
  const name = `${way} ${number}`
  const sale = await putSomethingOnSale(store, { name, screenings: SCREENINGS, ...HALL })
  const office = openOffice(store, way)
  // What is read of a screening once is not what is measured.
  await Promise.all(sale.screenings.map((screening) => office.sheets.get(screening)))
  const errands = errandsOf(sale.screenings, HALL).slice(0, count)
  const { ordersPerSecond } = await rushOffice(office.boxOffice, errands, { buyers: BUYERS, name })
  return ordersPerSecond
}

/** As the server opens it; alone: each request is a transaction of its own, on any free connection. */
function openOffice(store: Store, way: 'grouped' | 'alone') {
  const sheets = createSheets((screening) => saleSheet(store, screening))
  const options: BoxOfficeOptions = {
    storage: bookingStore(store),
    sheets,
    liveOrders: (screening) => liveOrders(store, screening),
    holdMs: 600_000,
    isGeneral: () => false,
    waitingMost: { hold: BUYERS, pay: BUYERS },
    ...(way === 'alone' && { createGroup: eachAlone }),
  }
  const boxOffice: BoxOffice = createBoxOffice(options)
  return { boxOffice, sheets }
}

const eachAlone: NonNullable<BoxOfficeOptions['createGroup']> = ({ run }) => ({
  async ask(request) {
    const [answer] = await run([request])
    if (answer === undefined) throw new Error('no answer')
    return answer
  },
  waiting: () => 0,
  usualSize: () => 1,
})
