import { findPlanted } from './find-planted.ts'
import { PLANTED } from './planted.ts'
import type { Simulated } from './simulate.ts'
import { simulate } from './simulate.ts'

export type SoakReport = {
  readonly from: number
  readonly seeds: number
  readonly steps: number
  readonly ticks: number
  readonly counts: ReadonlyMap<string, number>
  readonly failed: readonly Simulated[]
  readonly planted: readonly { readonly bug: string; readonly found: Simulated | undefined }[]
}

const PLANTED_SEEDS = 200
const SAID_EVERY = 100

/** Plays so many worlds, and looks for every planted bug; a seed that fails is said at once. */
export async function soakSimulation(options: {
  readonly from: number
  readonly seeds: number
  readonly steps: number
  readonly log: (line: string) => void
}): Promise<SoakReport> {
  const { from, seeds, steps, log } = options
  const counts = new Map<string, number>()
  const failed: Simulated[] = []
  let ticks = 0
  for (let seed = from; seed < from + seeds; seed++) {
    const world = await simulate({ seed: String(seed), steps })
    ticks += world.ticks
    for (const [what, times] of world.counts) counts.set(what, (counts.get(what) ?? 0) + times)
    if (world.violation) {
      failed.push(world)
      log(`SEED=${seed} fails at ${world.violation.tick}: ${world.violation.say}`)
    }
    if ((seed - from + 1) % SAID_EVERY === 0)
      log(`${seed - from + 1} seeds, ${failed.length} failed`)
  }
  const planted = []
  for (const { bug, parts } of PLANTED) {
    planted.push({ bug, found: await findPlanted(parts, PLANTED_SEEDS) })
  }
  return { from, seeds, steps, ticks, counts, failed, planted }
}

/** Plays one again and tells the end of its story; true where nothing is wrong with it. */
export async function replay(
  seed: string,
  steps: number,
  log: (line: string) => void,
): Promise<boolean> {
  const world = await simulate({ seed, steps })
  for (const line of world.story) log(line)
  const { violation, print } = world
  log(violation ? `SEED=${seed} fails at ${violation.tick}: ${violation.say}` : `${seed} holds`)
  log(`${world.ticks} things happened; their print is ${print.slice(0, 16)}`)
  return violation === undefined
}
