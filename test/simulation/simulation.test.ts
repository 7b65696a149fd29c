import { expect, test } from 'vitest'
import { simulate } from './simulate.ts'

// All of it: npm run soak -- booking-simulation. One again: SEED=… npm run soak -- booking-simulation.
const SEEDS = 100
const STEPS = 1_000

test(`nothing is sold twice, lost or kept for nothing in ${SEEDS} worlds where all goes wrong`, async () => {
  const counts = new Map<string, number>()
  for (let seed = 1; seed <= SEEDS; seed++) {
    const world = await simulate({ seed: String(seed), steps: STEPS })
    expect(world.violation, `SEED=${seed}\n${world.story.join('\n')}`).toBeUndefined()
    for (const [what, times] of world.counts) counts.set(what, (counts.get(what) ?? 0) + times)
  }
  // A world in which nothing happens shows nothing.
  const often = ['crashes', 'requests lost', 'requests doubled', 'requests late', 'answers lost']
  const seldom = ['clock jumps back', 'store gone', 'settle: given_back', 'cancel: done']
  for (const what of often) expect(counts.get(what), what).toBeGreaterThan(SEEDS)
  for (const what of seldom) expect(counts.get(what), what).toBeGreaterThan(SEEDS / 10)
})

// 5601: a clock that went back, and a hold prolonged whose seat was sold. Seeds that failed stay here.
test.each(['5601'])('the seed %s, which failed once, holds', async (seed) => {
  const world = await simulate({ seed, steps: STEPS })
  expect(world.violation, world.story.join('\n')).toBeUndefined()
})

test('the same seed is the same world to the last answer; another seed is another', async () => {
  const first = await simulate({ seed: '7', steps: STEPS })
  const again = await simulate({ seed: '7', steps: STEPS })
  const other = await simulate({ seed: '8', steps: STEPS })
  expect(again).toEqual(first)
  expect(other.print).not.toBe(first.print)
})

test('at whichever await the busiest server dies, all holds', async () => {
  const died = new Set<string>()
  for (const seed of ['one', 'two']) {
    for (let crashAt = 1; crashAt <= 120; crashAt++) {
      const world = await simulate({ seed, steps: 150, crashAt })
      expect(world.violation, `${seed}, ${crashAt}\n${world.story.join('\n')}`).toBeUndefined()
      for (const what of world.counts.keys()) died.add(what.replace(/^crashed /, ''))
    }
  }
  const awaits = ['sheet', 'numbers', 'before lock', 'waiting for a lock', 'between locks']
  awaits.push('between reads', 'after lock', 'before commit', 'after commit')
  for (const label of awaits) expect(died, label).toContain(label)
})
