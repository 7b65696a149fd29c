import { afterAll, expect, test } from 'vitest'
import { importKill } from './import-kill.ts'
import { clearRunFolder, makeRunFolder } from './run-folder.ts'

const KILLS = 8
const SEED = 'opening night'
const DRAIN_MS_MAX = 10_000

const folders: string[] = []
afterAll(async () => {
  for (const folder of folders) await clearRunFolder(folder)
})

// What is killed and found again is looked for in /proc.
test.skipIf(process.platform !== 'linux')(
  `${KILLS} × kill −9 during imports, mending and sales: not a row, sale or figure lost or doubled`,
  async ({ onTestFailed }) => {
    const folder = await makeRunFolder()
    folders.push(folder)
    const lines: string[] = []
    const log = (line: string) => void lines.push(line)
    onTestFailed(() => console.log(`seed “${SEED}”\n${lines.join('\n')}`))
    const report = await importKill({ seed: SEED, kills: KILLS, folder, log })
    expect(report.differences, `seed “${SEED}”`).toEqual([])
    expect(report.kills.filter(({ struck }) => struck)).toHaveLength(KILLS)
    expect(report.salesAcknowledged).toBeGreaterThan(0)
    expect(report.wholeFiles).toBeGreaterThan(1)
    expect(report.mended).toBeGreaterThan(0)
    expect(report.stopped).toMatchObject({ exit: 0, left: [] })
    expect(report.stopped.ms).toBeLessThan(DRAIN_MS_MAX)
  },
  240_000,
)
