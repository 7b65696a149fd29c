import { createHash } from 'node:crypto'
import { checkAnswers, checkEnd, comeToRest } from './ending.ts'
import { openPlay } from './play.ts'
import type { Violation } from './record.ts'
import type { Parts } from './scene.ts'
import { tell } from './story.ts'

export type Simulated = {
  readonly seed: string
  readonly steps: number
  readonly violation: Violation | undefined
  readonly counts: ReadonlyMap<string, number>
  /** Everything that happened, coming to rest included. */
  readonly ticks: number
  /** What servers were asked and answered: the same for the same seed. */
  readonly print: string
  /** The last of it, where something was wrong. */
  readonly story: readonly string[]
}

export type SimulateOptions = {
  readonly seed: string
  readonly steps: number
  readonly parts?: Parts
  /** Nothing goes wrong but this: at that step the busiest server dies. */
  readonly crashAt?: number
}

const STORY_LINES = 25

/** One world by its seed: all goes wrong in it for so many steps, then nothing does and it comes to rest. */
export async function simulate(options: SimulateOptions): Promise<Simulated> {
  const { seed, steps, parts = {}, crashAt } = options
  const play = openPlay({ seed, parts, isBad: crashAt === undefined })
  const { world, record, servers, misfortune } = play
  for (let step = 0; step < steps && !record.violation(); step++) {
    if (crashAt === undefined) misfortune.strike()
    else if (crashAt === step) misfortune.crashBusiest()
    await world.step()
    checkAnswers(servers, record.fail)
  }
  play.close()
  await comeToRest(play)
  if (!record.violation()) checkEnd(play)
  const story = record.calls.map(tell)
  const print = createHash('sha256')
    .update(`${world.nowMs()}\n${story.join('\n')}`)
    .digest('hex')
  const violation = record.violation()
  const last = violation ? story.slice(-STORY_LINES) : []
  return { seed, steps, violation, counts: record.counts, ticks: world.tick(), print, story: last }
}
