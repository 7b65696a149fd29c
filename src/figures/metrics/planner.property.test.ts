import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { silentLog } from '#kernel'
import type { Warehouse } from '#warehouse'
import { openChildWarehouse } from '#warehouse'
import { checkPlanner } from './oracle-check.ts'
import { tallyText } from './oracle-tally.ts'
import { DIMENSION_IDS, METRIC_IDS } from './question-key.ts'

const WORLDS = 200
const QUESTIONS_EACH = 10

// A failure is repeated by putting the seed it prints here.
const SEED = Math.floor(Math.random() * 2 ** 31).toString(36)

let folder: string
let warehouse: Warehouse

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fullhouse-planner-'))
  warehouse = await openChildWarehouse({ folder, log: silentLog })
})

afterAll(async () => {
  await warehouse.close()
  await rm(folder, { recursive: true, force: true })
})

test('every answer is what counting the facts one by one gives', { timeout: 900_000 }, async () => {
  const { tally, differences } = await checkPlanner({
    warehouse,
    seed: SEED,
    worlds: WORLDS,
    questionsEach: QUESTIONS_EACH,
  })
  console.info(`seed ${SEED}\n${tallyText(tally)}`)
  expect(differences, `seed ${SEED}`).toEqual([])
  expect(tally.questions).toBe(WORLDS * QUESTIONS_EACH)
  // What finds nothing proves little: most questions have to find something.
  const found = (tally.ends.get('rows') ?? 0) + (tally.ends.get('others') ?? 0)
  expect(found).toBeGreaterThan(tally.questions / 2)
  expect([...tally.metrics.keys()].toSorted()).toEqual(METRIC_IDS.toSorted())
  expect([...tally.dimensions.keys()].toSorted()).toEqual(DIMENSION_IDS.toSorted())
  const comparisons = ['holiday', 'previous', 'weekday', 'year']
  expect([...tally.comparisons.keys()].toSorted()).toEqual(comparisons)
  expect([...tally.bases.keys()].toSorted()).toEqual(['reported', 'tickets'])
  const features = ['convert', 'currency', 'grain', 'limit', 'order', 'soldBy', 'whereNot']
  expect([...tally.features.keys()].toSorted()).toEqual(features)
})
