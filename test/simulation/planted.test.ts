import { expect, test } from 'vitest'
import { findPlanted } from './find-planted.ts'
import { PLANTED } from './planted.ts'
import { simulate } from './simulate.ts'

const SEEDS_MAX = 100

test.each(PLANTED)(
  'the simulation finds a planted $bug, and finds it again by its seed',
  async ({ bug, parts }) => {
    const found = await findPlanted(parts, SEEDS_MAX)
    expect(found, `${bug} in ${SEEDS_MAX} seeds`).toBeDefined()
    if (!found) return
    const { seed, steps, violation } = found
    console.log(`${bug}: SEED=${seed}, at ${violation?.tick}: ${violation?.say}`)
    const again = await simulate({ seed, steps, parts })
    expect(again.violation).toEqual(violation)
    expect(again.print).toBe(found.print)
    const sound = await simulate({ seed, steps })
    expect(sound.violation).toBeUndefined()
  },
)
