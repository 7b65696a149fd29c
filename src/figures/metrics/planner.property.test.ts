import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccepted, silentLog } from '#kernel'
import type { Aliases } from '#programme'
import type { TicketFact, Warehouse } from '#warehouse'
import { encodeTicket, openChildWarehouse } from '#warehouse'
import type { Names } from './answer-question.ts'
import { answerQuestion } from './answer-question.ts'
import type { Expected } from './oracle.ts'
import { expectedAnswer } from './oracle.ts'
import { planQuestion } from './plan.ts'
import type { Answer, Figure, Question } from './question.ts'
import { questionKey, questionParameters } from './question-key.ts'
import { readParameters, readQuestion } from './question-reader.ts'
import type { Dataset } from './random-facts.ts'
import { datasetArbitrary, questionArbitrary } from './random-facts.ts'
import { metricById } from './registry.ts'

const DATASETS = 50
const QUESTIONS_EACH = 12
const UINT32_MAX = 4_294_967_295

// A failure is repeated by putting the seed it prints here.
const SEED = Math.floor(Math.random() * 2 ** 31)

let folder: string
let warehouse: Warehouse
let batches = 0
// Every dataset has owners of its own, so that none has to be emptied for the next.
let owners = UINT32_MAX - 2

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fullhouse-planner-'))
  warehouse = await openChildWarehouse({ folder, log: silentLog })
})

afterAll(async () => {
  await warehouse.close()
  await rm(folder, { recursive: true, force: true })
})

const names: Names = {
  films: async (ids) => new Map(ids.map((id) => [id, `Title ${id}`])),
  cinemas: async (ids) => new Map(ids.map((id) => [id, `Title ${id}`])),
  sources: async (ids) => ids.map((id) => ({ id, name: `Source ${id}`, kind: 'file' })),
}

const FRESH = { asOf: '', through: '', lagMs: 0, pending: 0 }

function ask(question: Question, of: readonly number[], aliases: Aliases) {
  const lookups = { names, freshness: FRESH, sites: [], sample: false, aliases }
  return answerQuestion({ warehouse, owners: of, question, ...lookups })
}

test('every answer is what counting the facts one by one gives', { timeout: 120_000 }, async () => {
  const tables = new Map<string, number>()
  const found = { nothing: 0, refused: 0, rows: 0, others: 0 }
  let asked = 0
  const property = fc.asyncProperty(fc.gen(), async (draw) => {
    const dataset = draw(datasetArbitrary, nextOwners())
    await insert(dataset.facts)
    for (let turn = 0; turn < QUESTIONS_EACH; turn++) {
      const question = draw(questionArbitrary, dataset.facts)
      const { table } = planQuestion(question, dataset.owners)
      tables.set(table, (tables.get(table) ?? 0) + 1)
      asked++
      found[await compare(question, dataset)]++
    }
  })
  await fc.assert(property, { seed: SEED, numRuns: DATASETS, endOnFailure: true })
  console.info(`seed ${SEED}: ${asked} questions`, found, Object.fromEntries(tables))
  expect(asked).toBeGreaterThanOrEqual(500)
  // What finds nothing proves little: most questions have to find something.
  expect(found.rows + found.others).toBeGreaterThan(asked / 3)
  expect([...tables.keys()].toSorted()).toEqual([
    'ticket',
    'ticket_by_day',
    'ticket_by_sale',
    'ticket_by_screening',
  ])
})

function nextOwners(): number {
  owners -= 3
  return owners
}

/** In two batches, so that what belongs together also comes in different parts of a table. */
async function insert(facts: readonly TicketFact[]): Promise<void> {
  const middle = Math.floor(facts.length / 2)
  for (const some of [facts.slice(0, middle), facts.slice(middle)]) {
    if (some.length === 0) continue
    const body = `${some.map(encodeTicket).join('\n')}\n`
    await warehouse.insert({ table: 'ticket', token: `property-${++batches}`, body })
  }
}

async function compare(
  question: Question,
  dataset: Dataset,
): Promise<'nothing' | 'refused' | 'rows' | 'others'> {
  expect(questionKey(expectAccepted(readQuestion(question)))).toBe(questionKey(question))
  const again = expectAccepted(readParameters(questionParameters(question)))
  expect(questionKey(again)).toBe(questionKey(question))
  const expected = expectedAnswer(dataset.facts, dataset.owners, question, dataset.aliases)
  const outcome = await ask(again, dataset.owners, dataset.aliases)
  if ('refusal' in expected) {
    expect(outcome).toMatchObject({ ok: false, ...expected })
    return 'refused'
  }
  const answer = expectAccepted(outcome)
  expect(shown(answer), JSON.stringify(question)).toEqual(expected)
  expectAddsUp(answer)
  if (answer.others) return 'others'
  return answer.rows.length > 0 ? 'rows' : 'nothing'
}

function shown({ rows, others, total, currency, sites, sources }: Answer): Expected {
  return {
    rows,
    ...(others && { others }),
    total,
    ...(currency !== undefined && { currency }),
    reporting: sites.reporting,
    sources: sources.map(({ id }) => id),
  }
}

/** Where the registry says that a metric may be added up, the rows come to the total. */
function expectAddsUp({ rows, others, total, question }: Answer): void {
  const all = [...rows, ...(others ? [others.row] : [])]
  for (const id of question.metrics) {
    const { additiveOver } = metricById(id)
    const additive = question.by.every((dimension) => additiveOver.includes(dimension))
    if (!additive || additiveOver.length === 0) continue
    const sum = all.reduce((whole, row) => whole + amount(row[id]), 0n)
    expect([id, sum]).toEqual([id, amount(total[id])])
  }
}

function amount(figure: Figure | string | undefined): bigint {
  if (typeof figure === 'number') return BigInt(figure)
  return typeof figure === 'object' && figure ? BigInt(figure.minor) : 0n
}
