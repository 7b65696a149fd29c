import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '#kernel'
import type { DurableReport } from '../test/faults/durable-answer.ts'
import { durableAnswer } from '../test/faults/durable-answer.ts'
import { whyNoTrace } from '../test/faults/durable-answer-trace.ts'
import type { HotHallReport } from '../test/faults/hot-hall.ts'
import { hotHall } from '../test/faults/hot-hall.ts'
import { clearRunFolder, makeRunFolder } from '../test/faults/run-folder.ts'
import type { SaleKillReport } from '../test/faults/sale-kill.ts'
import { saleKill } from '../test/faults/sale-kill.ts'
import { commit, machine } from './soak-machine.ts'
import { durablePage, hotHallPage, saleKillPage } from './soak-sale-page.ts'

const ROOT = join(import.meta.dirname, '..')

/** What every soak of a sale is told, and what it writes on its page. */
type SaleSoak = {
  readonly page: string
  run(asked: Asked): Promise<{ readonly well: boolean; readonly text: string }>
}

type Asked = {
  readonly folder: string
  readonly seed: string
  /** Seeds, kills or orders; what is usual unless it is said. */
  readonly many: number | undefined
  readonly buyers: number
  /** Lines that say when, of which commit and on which machine. */
  readonly head: string
}

const log = (line: string) => console.log(line)

export const SALE_SOAKS: Readonly<Record<string, SaleSoak>> = {
  'hot-hall': {
    page: 'docs/proof/hot-hall.md',
    async run({ folder, seed, many = 50, buyers, head }) {
      const seeds = Array.from({ length: many }, (_, at) => `${seed}-${at + 1}`)
      const reports: HotHallReport[] = []
      const done = (report: HotHallReport) => {
        reports.push(report)
        const { paid, refused, unfair, unexplained, differences, ms } = report
        const ill = [...unexplained, ...differences].slice(0, 5)
        log(`${report.seed}: ${paid} paid, ${refused} refused, ${unfair} unfairly, ${ms} ms ${ill}`)
      }
      await hotHall({ seeds, buyers, folder, done })
      const well = reports.every(isWell)
      return { well, text: hotHallPage(reports, head) }
    },
  },
  'sale-kill': {
    page: 'docs/proof/sale-kill.md',
    async run({ folder, seed, many = 200, head }) {
      const report: SaleKillReport = await saleKill({ seed, kills: many, folder, log })
      for (const difference of report.differences) console.error(difference)
      const well = report.differences.length === 0 && report.left.length === 0
      return { well, text: saleKillPage(report, head) }
    },
  },
  'durable-answer': {
    page: 'docs/proof/durable-answer.md',
    async run({ folder, many = 1_000, head }) {
      const why = whyNoTrace()
      if (why !== undefined) throw new Error(`Nothing can be traced here: ${why}`)
      const safe: DurableReport = await durableAnswer({ folder, orders: many })
      for (const one of safe.early.slice(0, 20)) console.error(one)
      const unsafe = await durableAnswer({ folder, orders: CONTROL_ORDERS, asynchronous: true })
      const well = safe.early.length === 0 && unsafe.early.length > CONTROL_ORDERS
      return { well, text: durablePage(safe, unsafe, head) }
    },
  },
}

const CONTROL_ORDERS = 40
const UNFAIR_SHARE_MAX = 0.02

function isWell(report: HotHallReport): boolean {
  const { double, oversold, unsold, unfair, refused, unexplained, differences } = report
  const none = double + oversold + unsold + unexplained.length + differences.length === 0
  return none && unfair <= refused * UNFAIR_SHARE_MAX
}

/** `npm run soak -- hot-hall | sale-kill | durable-answer [--seed S] [--many N] [--buyers N]`. */
export async function runSaleSoak(name: string, words: readonly string[]): Promise<void> {
  const soak = SALE_SOAKS[name]
  if (!soak) throw new Error(`there is no soak ${name}`)
  const { values } = parseArgs({
    args: [...words],
    options: {
      seed: { type: 'string' },
      many: { type: 'string' },
      buyers: { type: 'string', default: '10000' },
    },
  })
  const [many, buyers] = [values.many, values.buyers].map((one) => one && Number(one))
  for (const number of [many, buyers]) {
    if (number === undefined || (Number.isSafeInteger(number) && Number(number) > 0)) continue
    console.error('--many and --buyers are whole numbers')
    process.exit(2)
  }
  const startedAt = systemClock()
  const seed = values.seed ?? startedAt.epochMilliseconds.toString(36)
  const folder = await makeRunFolder()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void clearRunFolder(folder).finally(() => process.exit(1)))
  }
  log(`${name}, seed ${seed}, in ${folder}`)
  const command = `npm run soak -- ${name}`
  const head = [
    `<!-- Written by \`${command}\`; do not edit. -->`,
    '',
    `- ${startedAt.toString().slice(0, 19)}Z, commit ${commit()}, seed ${seed}`,
    `- ${machine()}`,
  ].join('\n')
  let well = false
  try {
    const asked = { folder, seed, many: many ? Number(many) : undefined, buyers: Number(buyers) }
    const done = await soak.run({ ...asked, head })
    well = done.well
    await mkdir(join(ROOT, 'docs/proof'), { recursive: true })
    await writeFile(join(ROOT, soak.page), done.text)
    log(`${well ? 'all holds' : 'IT DOES NOT HOLD'}: see ${soak.page}`)
  } finally {
    await clearRunFolder(folder)
  }
  process.exit(well ? 0 : 1)
}
