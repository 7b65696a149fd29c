import { afterAll, expect, test } from 'vitest'
import { mangle } from './mangle.ts'
import { clearRunFolder, makeRunFolder } from './run-folder.ts'

const SEED = 'opening night'
const ROWS = 6_000

const folders: string[] = []
afterAll(async () => {
  for (const folder of folders) await clearRunFolder(folder)
})

test(`${ROWS} rows of mangled files: each fares as it must, and whatever counts is exact`, async ({
  onTestFailed,
}) => {
  const folder = await makeRunFolder()
  folders.push(folder)
  const lines: string[] = []
  onTestFailed(() => console.log(`seed “${SEED}”\n${lines.join('\n')}`))
  const report = await mangle({
    seed: SEED,
    rows: ROWS,
    folder,
    memoryShare: 0,
    bombs: [{ packing: 'gzip', rows: 50, zeros: 16 * 2 ** 20 }],
    log: (line) => void lines.push(line),
  })
  expect(report.complaints, `seed “${SEED}”`).toEqual([])
  expect(report).toMatchObject({ soundLost: 0, damagedAccepted: 0 })
  expect(report.damaged).toBeGreaterThan(ROWS / 20)
  expect(report.refused.filter(([, say]) => say === '')).toEqual([])
}, 170_000)
