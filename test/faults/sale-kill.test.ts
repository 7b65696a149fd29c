import { afterAll, expect, test } from 'vitest'
import { clearRunFolder, makeRunFolder } from './run-folder.ts'
import { saleKill } from './sale-kill.ts'

const KILLS = 8
const SEED = 'midnight opening'

const folders: string[] = []
afterAll(async () => {
  for (const folder of folders) await clearRunFolder(folder)
})

// What is killed and found again is looked for in /proc.
test.skipIf(process.platform !== 'linux')(
  `${KILLS} × kill −9 of servers and engines while seats are sold: nothing told is lost, nothing sold twice`,
  async ({ onTestFailed }) => {
    const folder = await makeRunFolder()
    folders.push(folder)
    const lines: string[] = []
    const log = (line: string) => void lines.push(line)
    onTestFailed(() => console.log(`seed “${SEED}”\n${lines.join('\n')}`))
    const report = await saleKill({ seed: SEED, kills: KILLS, folder, log })
    expect(report.differences, `seed “${SEED}”`).toEqual([])
    expect(report.left).toEqual([])
    expect(new Set(report.kills.map(({ victim }) => victim)).size).toBe(6)
    expect(report.paidAcknowledged).toBeGreaterThan(KILLS)
    expect(report.claimed).toBeGreaterThan(0)
    expect(report.swept).toBeGreaterThan(0)
  },
  170_000,
)
