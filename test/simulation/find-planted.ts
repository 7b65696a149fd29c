import type { Parts } from './scene.ts'
import type { Simulated } from './simulate.ts'
import { simulate } from './simulate.ts'

export const PLANTED_STEPS = 600

/** The first of so many seeds whose world shows that something is wrong. */
export async function findPlanted(parts: Parts, seeds: number): Promise<Simulated | undefined> {
  for (let seed = 1; seed <= seeds; seed++) {
    const world = await simulate({ seed: String(seed), steps: PLANTED_STEPS, parts })
    if (world.violation) return world
  }
  return undefined
}
