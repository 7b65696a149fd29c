import type { FactTableShape } from '#warehouse'
import type { FactRow } from './fact-row.ts'
import { takenBack } from './fact-row.ts'

/** A row of the file with the facts it says; none where it is empty or in quarantine. */
export type PreparedRow = {
  readonly fate: 'row' | 'empty' | 'quarantined'
  readonly facts: readonly PreparedFact[]
}

/** `name` tells facts of one source apart: cinema and fact. */
export type PreparedFact = { readonly name: string; readonly row: FactRow }

/** What stands in the warehouse, by name. */
export type Standing = ReadonlyMap<string, FactRow>

/**
 * The fate of each row of a batch, a letter a row: accepted, corrects what stood, mixed (its facts
 * fared differently, at least one is new or changed), duplicate, quarantined, empty. `c` and `m` count
 * as accepted.
 */
export type Fate = 'a' | 'c' | 'm' | 'd' | 'q' | 'e'

/** How one fact fares: new, changed, the same. */
type Step = 'n' | 'c' | 's'

export type Decision = {
  readonly fates: string
  /** The steps of the facts of every `m`, one after the other. */
  readonly mixed: string
  /** What each changed fact took back, by the fact's place among all of the batch. */
  readonly changes: ReadonlyMap<number, FactRow>
}

/** Settles every fact against what stands; a name that comes twice in one batch meets its first self. */
export function decide(rows: readonly PreparedRow[], standing: Standing): Decision {
  const now = new Map(standing)
  const changes = new Map<number, FactRow>()
  let fates = ''
  let mixed = ''
  let place = 0
  const step = ({ name, row }: PreparedFact): Step => {
    const before = now.get(name)
    now.set(name, row)
    const here = place++
    if (before === undefined) return 'n'
    if (isSame(before, row)) return 's'
    changes.set(here, before)
    return 'c'
  }
  for (const { fate, facts } of rows) {
    if (fate !== 'row') {
      fates += fate === 'empty' ? 'e' : 'q'
      continue
    }
    let steps = ''
    for (const fact of facts) steps += step(fact)
    const letter = letterOf(steps)
    if (letter === 'm') mixed += steps
    fates += letter
  }
  return { fates, mixed, changes }
}

function letterOf(steps: string): Fate {
  const first = steps[0] ?? 's'
  for (const step of steps) if (step !== first) return 'm'
  return first === 'n' ? 'a' : first === 'c' ? 'c' : 'd'
}

function isSame(left: FactRow, right: FactRow): boolean {
  return left.every((cell, at) => cell === right[at])
}

/** What is sent for a batch: a function of rows and decision alone, so it can be built again. */
export function rowsToSend(
  rows: readonly PreparedRow[],
  decision: Decision,
  shape: FactTableShape,
): FactRow[] {
  const sent: FactRow[] = []
  let place = 0
  let inMixed = 0
  rows.forEach(({ facts }, at) => {
    const letter = decision.fates[at]
    for (const { row } of facts) {
      const step = letter === 'm' ? decision.mixed[inMixed++] : letter
      const before = decision.changes.get(place++)
      if (before) sent.push(takenBack(before, shape))
      if (step === 'a' || step === 'n' || step === 'c') sent.push(row)
    }
  })
  return sent
}

/** How many rows put other figures in the place of what stood. */
export function correctedRows({ fates, mixed }: Decision, rows: readonly PreparedRow[]): number {
  let corrected = 0
  let inMixed = 0
  for (const [at, { facts }] of rows.entries()) {
    if (fates[at] === 'c') corrected++
    if (fates[at] !== 'm') continue
    if (mixed.slice(inMixed, inMixed + facts.length).includes('c')) corrected++
    inMixed += facts.length
  }
  return corrected
}

/** "aaad" → "a3d1": a clean batch of thousands takes a few bytes in the manifest. */
export function packFates(fates: string): string {
  return fates.replace(/(.)\1*/g, (run) => `${run[0]}${run.length}`)
}

export function unpackFates(packed: string): string {
  return packed.replace(/(\D)(\d+)/g, (_, fate: string, times: string) =>
    fate.repeat(Number(times)),
  )
}
