/** What a run of the check has met: a run that missed something proves nothing of it. */
import type { Expected } from './oracle.ts'
import type { World } from './oracle-world.ts'
import type { Question } from './question.ts'

type Counts = Map<string, number>

export type Tally = {
  questions: number
  /** What answers were like: nothing found, refused, rows, others. */
  readonly ends: Counts
  readonly facts: Counts
  readonly metrics: Counts
  readonly dimensions: Counts
  readonly comparisons: Counts
  readonly bases: Counts
  readonly features: Counts
}

export function newTally(): Tally {
  return {
    questions: 0,
    ends: new Map(),
    facts: new Map(),
    metrics: new Map(),
    dimensions: new Map(),
    comparisons: new Map(),
    bases: new Map(),
    features: new Map(),
  }
}

function count(counts: Counts, name: string, times = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + times)
}

export function countWorlds({ facts }: Tally, worlds: readonly World[]): void {
  count(facts, 'datasets', worlds.length)
  for (const { tickets, listings, reported, rates } of worlds) {
    count(facts, 'tickets', tickets.length)
    count(facts, 'screenings', listings.length)
    count(facts, 'reported', reported.length)
    count(facts, 'rates', rates.length)
  }
}

/** Metrics, dimensions and comparisons count only where the question found something. */
export function countQuestion(
  tally: Tally,
  question: Question,
  expected: Expected | undefined,
): void {
  if (expected === undefined) {
    count(tally.ends, 'not asked')
    return
  }
  const end = endOf(question, expected)
  tally.questions++
  count(tally.ends, end)
  if (end === 'nothing' || 'refusal' in expected) return
  for (const id of question.metrics) {
    if (hasFigure(expected.total[id]) || expected.rows.some((row) => hasFigure(row[id]))) {
      count(tally.metrics, id)
    }
  }
  const { by, where, whereNot = {} } = question
  for (const id of new Set([...by, ...Object.keys(where), ...Object.keys(whereNot)])) {
    count(tally.dimensions, id)
  }
  const compared = expected.total['compared']
  for (const [id, row] of Object.entries(typeof compared === 'object' ? (compared ?? {}) : {})) {
    if (Object.values(row).some((figure) => hasFigure(figure))) count(tally.comparisons, id)
  }
  count(tally.bases, question.basis?.startsWith('reported') ? 'reported' : 'tickets')
  for (const feature of ['grain', 'soldBy', 'order', 'limit', 'currency', 'convert'] as const) {
    if (question[feature] !== undefined) count(tally.features, feature)
  }
  if (Object.keys(whereNot).length > 0) count(tally.features, 'whereNot')
}

function endOf({ by, grain }: Question, expected: Expected): string {
  if ('refusal' in expected) return expected.refusal
  if (expected.others) return 'others'
  if (by.length > 0 || grain) return expected.rows.length > 0 ? 'rows' : 'nothing'
  const figures = Object.values(expected.total)
  return figures.some((figure) => hasFigure(figure)) ? 'rows' : 'nothing'
}

function hasFigure(figure: unknown): boolean {
  if (typeof figure === 'number') return figure !== 0
  return typeof figure === 'object' && figure !== null && 'minor' in figure && figure.minor !== '0'
}

/** Every count, a line a kind of thing, most first. */
export function tallyText({ questions, ...counts }: Tally): string {
  const lines = Object.entries(counts).map(([kind, some]) => {
    const sorted = [...some].toSorted(([, one], [, other]) => other - one)
    return `${kind}: ${sorted.map(([name, times]) => `${name} ${times}`).join(', ')}`
  })
  return [`questions: ${questions}`, ...lines].join('\n')
}
