/** Asks made-up worlds made-up questions, of the planner and of the oracle, and says where they differ. */
import type { Outcome } from '#kernel'
import { seededRandom } from '#kernel'
import type { Warehouse } from '#warehouse'
import { WarehouseFault } from '#warehouse'
import type { Names } from './answer-question.ts'
import { answerQuestion } from './answer-question.ts'
import type { Holiday } from './comparison.ts'
import { comparedSpans } from './comparison.ts'
import type { Expected } from './oracle.ts'
import { expectedAnswer } from './oracle.ts'
import { firstDifference, isRefused, knownOf } from './oracle-compare.ts'
import { currenciesAmong, firstDayOf } from './oracle-rate.ts'
import { lensOf } from './oracle-span.ts'
import { sumDifference } from './oracle-sum.ts'
import type { Tally } from './oracle-tally.ts'
import { countQuestion, countWorlds, newTally } from './oracle-tally.ts'
import type { World } from './oracle-world.ts'
import { planQuestion } from './plan.ts'
import type { Answer, Question } from './question.ts'
import { asksMoney } from './question-fit.ts'
import { randomQuestion } from './random-question.ts'
import { batchesOf } from './random-rows.ts'
import type { MadeWorld } from './random-world.ts'
import { randomWorld } from './random-world.ts'
import { rateTable, readRates } from './rates.ts'
import { readListing, readReporters } from './reporters.ts'
import type { RateTable, Setting } from './setting.ts'

export type Checking = {
  readonly warehouse: Warehouse
  readonly seed: string
  readonly worlds: number
  readonly questionsEach: number
  /** Owners from here on are nobody's yet. */
  readonly firstOwner?: number
  /** Stops at so many differences. */
  readonly differencesMax?: number
  /** Plans something else than the planner would: a bug planted, to see whether it is found. */
  readonly bend?: Bend
}

export type Bend = {
  readonly setting?: (setting: Setting) => Setting
  readonly sql?: (sql: string) => string
}

export type Difference = {
  /** Which world and question of the seed. */
  readonly world: number
  readonly turn: number
  readonly question: Question
  readonly said: string
}

export type Checked = { readonly tally: Tally; readonly differences: readonly Difference[] }

// The worlds of one go share their inserts: those cost most.
const WORLDS_AT_ONCE = 50
const OWNERS_EACH = 3
const AT_ONCE = 4
const FRESH = { asOf: '', through: '', lagMs: 0, pending: 0 }

export async function checkPlanner(checking: Checking): Promise<Checked> {
  const { worlds, seed, warehouse, firstOwner = 1, differencesMax = 1 } = checking
  const tally = newTally()
  const differences: Difference[] = []
  for (let from = 0; from < worlds; from += WORLDS_AT_ONCE) {
    const numbers = range(from, Math.min(worlds, from + WORLDS_AT_ONCE))
    const made = numbers.map((number) => worldOf(seed, number, firstOwner))
    for (const batch of batchesOf(made, `${seed}-${firstOwner}-${from}`)) {
      await warehouse.insert(batch)
    }
    countWorlds(tally, made)
    for (const [at, world] of made.entries()) {
      differences.push(...(await checkWorld(checking, from + at, world, tally)))
      if (differences.length >= differencesMax) return { tally, differences }
    }
  }
  return { tally, differences }
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at)

/** The same seed and number make the same world; its owners are its own. */
export function worldOf(seed: string, number: number, firstOwner: number): MadeWorld {
  return randomWorld(seededRandom(`${seed} world ${number}`), firstOwner + number * OWNERS_EACH)
}

async function checkWorld(
  { warehouse, seed, questionsEach, bend }: Checking,
  number: number,
  world: MadeWorld,
  tally: Tally,
): Promise<Difference[]> {
  const beside = await readBeside(warehouse, world)
  const differences: Difference[] = []
  const ask = async (turn: number) => {
    const random = seededRandom(`${seed} world ${number} question ${turn}`)
    const question = randomQuestion(random, world)
    const asking = { warehouse, world, question, beside }
    const { expected, said } = await (bend ? checkBent(asking, bend) : checkQuestion(asking))
    countQuestion(tally, question, expected)
    if (said !== undefined) differences.push({ world: number, turn, question, said })
  }
  // As many at once as the engine answers at once.
  const turns = range(0, questionsEach)
  for (let from = 0; from < questionsEach; from += AT_ONCE) {
    await Promise.all(turns.slice(from, from + AT_ONCE).map(ask))
  }
  return differences
}

/** What the warehouse says that plans follow from. */
type Beside = Pick<Setting, 'listing'> & {
  readonly reporters: Awaited<ReturnType<typeof readReporters>>
}

async function readBeside(warehouse: Warehouse, { owners }: World): Promise<Beside> {
  return {
    listing: await readListing(warehouse, owners),
    reporters: await readReporters(warehouse, owners),
  }
}

type Asking = {
  readonly warehouse: Warehouse
  readonly world: World
  readonly question: Question
  readonly beside: Beside
}

type Compared = { readonly expected?: Expected; readonly said?: string }

async function checkQuestion(asking: Asking): Promise<Compared> {
  return compare(asking, await settingOf(asking))
}

/** A question that a planted bug does not touch is not asked at all. */
async function checkBent(asking: Asking, bend: Bend): Promise<Compared> {
  const { warehouse, question } = asking
  const { setting: bendSetting = same, sql: bendSql = same } = bend
  const setting = await settingOf(asking)
  const { sql } = planQuestion(question, setting)
  const bent = bendSetting(setting)
  if (bendSql(planQuestion(question, bent).sql) === sql) return {}
  const query: Warehouse['query'] = (text, limits) => warehouse.query(bendSql(text), limits)
  const found = await compare({ ...asking, warehouse: { ...warehouse, query } }, bent)
  if (found.said === undefined) return found
  // What is wrong without the bug as well was not found through it.
  const { said } = await compare(asking, setting)
  return said === undefined ? found : { ...found, said: `without the bug too: ${said}` }
}

const same = <Same>(given: Same): Same => given

async function compare(asking: Asking, setting: Setting): Promise<Compared> {
  const { world, question } = asking
  const expected = expectedAnswer(world, question)
  const outcome = await askPlanner(asking, setting).catch((fault: unknown) => {
    // A statement that the engine does not understand is a difference like any other.
    if (fault instanceof WarehouseFault) return fault
    throw fault
  })
  if (outcome instanceof WarehouseFault) return { expected, said: outcome.message }
  const found = outcome.ok
    ? knownOf(outcome.value)
    : { refusal: outcome.refusal, ...(outcome.choices && { choices: outcome.choices }) }
  const said =
    isRefused(expected) && expected.refusal === 'rate_missing' && !outcome.ok
      ? firstDifference(outcome.refusal, expected.refusal)
      : firstDifference(found, expected)
  const wrong = said ?? (outcome.ok ? sumDifference(outcome.value) : undefined)
  return { expected, ...(wrong !== undefined && { said: wrong }) }
}

async function askPlanner(
  { warehouse, question }: Asking,
  setting: Setting,
): Promise<Outcome<Answer, string>> {
  const around = { names: NAMES, freshness: FRESH, sites: [], sample: false }
  return answerQuestion({ warehouse, setting, question, ...around })
}

const titles = async (ids: readonly number[]) => new Map(ids.map((id) => [id, `Title ${id}`]))
const NAMES: Names = {
  films: titles,
  cinemas: titles,
  auditoria: async (ids) => titles(ids.filter((id) => id !== 0)),
  sources: async (ids) => ids.map((id) => ({ id, name: `Source ${id}`, kind: 'file' })),
}

async function settingOf({ warehouse, world, question, beside }: Asking): Promise<Setting> {
  const source = Number(question.basis?.split(':')[1])
  const reporter = beside.reporters.find((one) => one.source === source)
  const rates = await ratesOf({ warehouse, world, question, beside }, reporter?.source)
  const opened = [...world.films].flatMap(([id, { opensOn }]) =>
    opensOn ? [[id, opensOn] as const] : [],
  )
  return {
    owners: world.owners,
    aliases: world.aliases,
    lookups: {
      opened: new Map(opened),
      distributors: new Map([...world.films].map(([id, { distributor }]) => [id, distributor])),
      currencies: world.homes,
    },
    comparisons: comparedSpans(question, holidaysOf(world, question)).variants,
    listing: reporter ? [] : beside.listing,
    ...(reporter && { reporter }),
    ...(rates && { rates }),
  }
}

/** A holiday on the first day asked, and the same a year before, so much earlier as the world says. */
function holidaysOf({ holidayMoved }: World, { from }: Question): readonly Holiday[] {
  if (from === undefined || holidayMoved === undefined) return []
  const before = Temporal.PlainDate.from(from).subtract({ days: holidayMoved }).toString()
  return [before, from].map((day) => ({ name: 'Spring Festival', firstDay: day, lastDay: day }))
}

async function ratesOf(
  { warehouse, world, question }: Asking,
  source: number | undefined,
): Promise<RateTable | undefined> {
  const { convert, to } = question
  if (convert === undefined || !asksMoney(question)) return undefined
  const among = currenciesAmong(world, source)
  const lenses = [
    { from: question.from, to, shownAs: (day: string) => day },
    ...(question.compare ?? []).flatMap((id) => lensOf(id, question, world.holidayMoved) ?? []),
  ]
  const from = firstDayOf(question, lenses)
  const others = among.filter((currency) => currency !== convert)
  const stated =
    others.length === 0
      ? undefined
      : await readRates(warehouse, {
          owners: world.owners,
          currencies: [...others, convert],
          ...(from !== undefined && { from }),
          ...(to !== undefined && { to }),
        })
  return rateTable(convert, among, stated)
}

/** One question of a seed again: what was asked, the statement, and what was found and expected. */
export async function explain(
  { warehouse, seed, firstOwner = 1 }: Checking,
  number: number,
  turn: number,
): Promise<string> {
  const world = worldOf(seed, number, firstOwner)
  for (const batch of batchesOf([world], `${seed}-${firstOwner}-${number}`)) {
    await warehouse.insert(batch)
  }
  const question = randomQuestion(seededRandom(`${seed} world ${number} question ${turn}`), world)
  const asking = { warehouse, world, question, beside: await readBeside(warehouse, world) }
  const setting = await settingOf(asking)
  const { sql } = planQuestion(question, setting)
  const found = await askPlanner(asking, setting).catch(String)
  const expected = expectedAnswer(world, question)
  return `${sql}\n${JSON.stringify({ question, found, expected }, undefined, 1)}`
}
