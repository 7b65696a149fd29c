import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { silentLog, systemClock } from '#kernel'
import { MIGRATIONS } from '#server'
import type { Store } from '#store'
import { openStore } from '#store'
import type { Warehouse } from '#warehouse'
import { openWarehouse } from '#warehouse'
import { drawnAt, openBrowser, openPage } from './browser.ts'
import { fillHistory } from './history.ts'
import type { RunningHouse } from './house.ts'
import { startHouse } from './house.ts'
import type { Market } from './market.ts'
import { makeMarket } from './market.ts'
import type { Seller } from './seller.ts'
import { openSeller } from './seller.ts'

/** A server with a market in it, a seller beside it and a page that is open. */
export type StageSet = {
  readonly house: RunningHouse
  readonly store: Store
  /** The server's own warehouse, through its private door. */
  readonly warehouse: Warehouse
  readonly market: Market
  readonly seller: Seller
  readonly historyFacts: number
  readonly page: Page
  /** The address of the page's own live stream. */
  readonly stream: string
  /** Opens the console's Today and waits for its leading figure. */
  showToday(): Promise<void>
  close(): Promise<void>
}

type Wanted = { readonly cinemas: number; readonly days: number }

/** Sets everything up on a fresh folder, which `close` takes away; closed in full if it fails. */
export async function setStage({ cinemas, days }: Wanted): Promise<StageSet> {
  const closers: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const one of closers.splice(0).reverse()) await one()
  }
  try {
    const dataFolder = await mkdtemp(join(tmpdir(), 'fullhouse-bench-'))
    closers.push(() => rm(dataFolder, { recursive: true, force: true }))
    const house = await startHouse(dataFolder)
    closers.push(() => house.close())
    const opening = { dataFolder, log: silentLog, clock: systemClock }
    const store = await openStore({ ...opening, migrations: MIGRATIONS })
    closers.push(() => store.close())
    const warehouse = await openWarehouse({ ...opening, store })
    closers.push(() => warehouse.close())
    const market = await makeMarket(store, cinemas)
    const historyFacts = await fillHistory(warehouse, market, days)
    const seller = openSeller(store, market, await takenToday(warehouse, market))
    const browser = await openBrowser()
    closers.push(() => browser.close())
    const { page, showToday, stream } = await openToday(browser, house.url)
    return { house, store, warehouse, market, seller, historyFacts, page, stream, showToday, close }
  } catch (fault) {
    await close()
    throw fault
  }
}

async function takenToday(warehouse: Warehouse, { organisation, today }: Market) {
  const sql = `select toString(sum(gross)) as taken from ticket_by_day
    where owner = ${organisation} and trading_day = '${today}'`
  const [row] = await warehouse.query<{ taken: string }>(sql)
  return Number(row?.taken ?? 0)
}

async function openToday(browser: Browser, url: string) {
  const page = await openPage(browser)
  const asked = page.waitForRequest((request) => request.url().includes('/v1/answers/live'))
  const showToday = async () => {
    await page.goto(`${url}/today`)
    await drawnAt(page)
  }
  await showToday()
  return { page, showToday, stream: (await asked).url() }
}
