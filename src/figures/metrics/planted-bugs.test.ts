import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { silentLog } from '#kernel'
import type { Warehouse } from '#warehouse'
import { openChildWarehouse } from '#warehouse'
import { checkPlanner } from './oracle-check.ts'
import { PLANTED_BUGS } from './planted-bugs.ts'

// The same worlds for every bug: sent again they count once.
const WORLDS = { seed: 'planted', worlds: 50, questionsEach: 20 } as const

let folder: string
let warehouse: Warehouse

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fullhouse-planted-'))
  warehouse = await openChildWarehouse({ folder, log: silentLog })
})

afterAll(async () => {
  await warehouse.close()
  await rm(folder, { recursive: true, force: true })
})

test.each(PLANTED_BUGS)(
  'the oracle finds a planner by which $name',
  { timeout: 120_000 },
  async ({ name, bend }) => {
    const { tally, differences } = await checkPlanner({ warehouse, ...WORLDS, bend })
    const [first] = differences
    console.info(
      `${name}: found by question ${tally.questions} of those it changes: ${first?.said}`,
    )
    expect(first).toBeDefined()
    // A statement that the engine refuses would be found by anybody.
    expect(first?.said).not.toMatch(/DB::Exception|^without the bug too/)
  },
)
