import { join } from 'node:path'
import { CIRCUIT_MIGRATIONS } from '#circuit'
import type { Importer } from '#collate'
import {
  COLLATE_MIGRATIONS,
  checkImport,
  createImporter,
  MAPPINGS,
  matchAfterImport,
} from '#collate'
import type { Config } from '#config'
import type { Asker } from '#identity'
import type { Clock, Log } from '#kernel'
import type { Answers, Hub } from '#metrics'
import { createAnswers, QUESTION_LIMITS } from '#metrics'
import { PAYMENTS_MIGRATIONS } from '#payments'
import { PROGRAMME_MIGRATIONS } from '#programme'
import { REPORTS_MIGRATIONS } from '#reports'
import type { Migration, Store } from '#store'
import { openStore, STORE_MIGRATIONS } from '#store'
import { TICKETING_MIGRATIONS } from '#ticketing'
import { VENUES_MIGRATIONS } from '#venues'
import type { Limits, Warehouse } from '#warehouse'
import { openWarehouse, startShipper, WAREHOUSE_MIGRATIONS } from '#warehouse'
import type { ChartDrawer } from './chart-file-drawer.ts'
import type { HouseView } from './house-view.ts'
import { IDEMPOTENCY_MIGRATIONS } from './idempotency.ts'
import type { Live } from './live.ts'
import type { SampleKeeper } from './sample-keeper.ts'
import type { Selling } from './selling.ts'
import { openSelling } from './selling.ts'
import type { Printer } from './view-pdf.ts'

/** The engines opened, and what works on them: enough for the command line. */
export type Engined = {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  readonly store: Store
  readonly warehouse: Warehouse
  readonly answers: Answers
  readonly importer: Importer
  /** Where source files are kept. */
  readonly sources: string
  readonly selling: Selling
  close(): Promise<void>
}

/** A served house: with what watches, keeps the sample, and goes on in the background. */
export type House = Engined & {
  /** On whose behalf background work is done. */
  readonly owner: Asker
  /** Aborted when the server begins to close. */
  readonly closing: AbortSignal
  readonly hub: Hub
  readonly live: Live
  readonly sample: SampleKeeper
  /** Draws answers as pictures. */
  readonly charts: ChartDrawer
  /** Puts pages of the console on paper. */
  readonly printer: Printer
  view(): Promise<HouseView>
}

/** The schema's history, in the order in which it is made. */
export const MIGRATIONS: readonly Migration[] = [
  ...STORE_MIGRATIONS,
  ...WAREHOUSE_MIGRATIONS,
  ...VENUES_MIGRATIONS,
  ...PROGRAMME_MIGRATIONS,
  ...COLLATE_MIGRATIONS,
  ...CIRCUIT_MIGRATIONS,
  ...IDEMPOTENCY_MIGRATIONS,
  ...TICKETING_MIGRATIONS,
  ...PAYMENTS_MIGRATIONS,
  ...REPORTS_MIGRATIONS,
]

/** Opens the house on its data folder; whatever was opened is closed again if the rest fails. */
export async function openHouse(config: Config, clock: Clock, log: Log): Promise<Engined> {
  const closers: (() => Promise<void>)[] = []
  const close = async () => {
    for (const one of closers.splice(0).reverse()) await one()
  }
  try {
    const { dataFolder, databaseUrl, clickhouseUrl } = config
    const store = await openStore({
      dataFolder,
      migrations: MIGRATIONS,
      log,
      clock,
      ...(databaseUrl && { databaseUrl }),
    })
    closers.push(() => store.close())
    const warehouse = await openWarehouse({
      store,
      dataFolder,
      log,
      ...(clickhouseUrl && { clickhouseUrl }),
    })
    closers.push(() => warehouse.close())
    const shipper = startShipper({ store, warehouse, log })
    closers.push(() => shipper.close())
    const answers = createAnswers({ store, warehouse, clock, limits: questionLimits(config) })
    const sources = join(dataFolder, 'sources')
    const importer = createImporter({
      store,
      warehouse,
      folder: sources,
      log,
      mappings: MAPPINGS,
      afterImport: [
        { of: 'organisation', look: matchAfterImport },
        { of: 'import', look: ({ importId, ...those }) => checkImport(those, importId) },
      ],
    })
    closers.push(() => importer.idle())
    const selling = await openSelling({ store, clock, log, config })
    closers.push(() => selling.close())
    const parts = { config, clock, log, store, warehouse, sources }
    return { ...parts, answers, importer, selling, close }
  } catch (fault) {
    await close()
    throw fault
  }
}

/** What one question may cost, as it is set. */
function questionLimits({ question = {} }: Config): Limits {
  const { seconds, megabytes, rows } = question
  return {
    secondsMax: seconds ?? QUESTION_LIMITS.secondsMax,
    memoryBytesMax:
      megabytes === undefined ? QUESTION_LIMITS.memoryBytesMax : megabytes * 1024 ** 2,
    rowsReadMax: rows ?? QUESTION_LIMITS.rowsReadMax,
  }
}
