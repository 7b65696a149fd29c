import { afterAll, expect, test } from 'vitest'
import type { HotHallReport } from './hot-hall.ts'
import { hotHall } from './hot-hall.ts'
import { clearRunFolder, makeRunFolder } from './run-folder.ts'

const SEEDS = ['first house', 'second house']
const BUYERS = 2_000
const UNFAIR_SHARE_MAX = 0.02

const folders: string[] = []
afterAll(async () => {
  for (const folder of folders) await clearRunFolder(folder)
})

test.skipIf(process.platform !== 'linux')(
  `${BUYERS} buyers want 200 seats through two servers: each is sold once, and all are`,
  async () => {
    const folder = await makeRunFolder()
    folders.push(folder)
    const reports: HotHallReport[] = []
    await hotHall({ seeds: SEEDS, buyers: BUYERS, folder, done: (one) => void reports.push(one) })
    for (const report of reports) {
      const why = `seed “${report.seed}”`
      expect(report.differences, why).toEqual([])
      expect(report.unexplained, why).toEqual([])
      expect(report, why).toMatchObject({ double: 0, oversold: 0, unsold: 0 })
      expect(report.refused, why).toBeGreaterThan(0)
      expect(report.unfair / report.refused, why).toBeLessThanOrEqual(UNFAIR_SHARE_MAX)
      for (const some of [report.abandoned, report.released, report.resent]) {
        expect(some, why).toBeGreaterThan(0)
      }
    }
  },
  90_000,
)
