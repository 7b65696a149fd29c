import { chanceOf } from './chance.ts'
import type { DayNumber } from './day-clock.ts'
import { instantOf } from './day-clock.ts'
import { isSteady } from './outage.ts'
import type { Plan } from './plan.ts'
import type { Box } from './sale.ts'
import { ring } from './sale.ts'
import { ADULT, COUNTER, SENIOR, STUDENT } from './tariff.ts'

/** Between these minutes of the day no longer pause than this passes without a sale for the day. */
const FROM = 8 * 60 + 30
const TO = 23 * 60
const PAUSE_MS_MAX = 10_000
const PAUSE_MS_LEAST = 8_000

const MINUTE_MS = 60_000
const LATECOMERS_MS = 10 * MINUTE_MS
const COUNTER_LEAD_MS = 30 * MINUTE_MS
const TRIES = 8

/** The day's boxes that may sell at any moment, by start, with their weights summed up to each. */
type Open = {
  readonly boxes: readonly Box[]
  readonly startsMs: readonly number[]
  readonly sums: readonly number[]
}

/**
 * Fills the quiet stretches of a day with single tickets, so that whoever watches sees the day move.
 * Only sites whose line holds count, as others' sales would arrive late.
 */
export function fillQuietHours(plan: Plan, boxes: readonly Box[], day: DayNumber): void {
  const clock = plan.clocks.of(day)
  const steady = boxes.filter((box) => isSteady(plan, box.screening.site, day))
  const open = openFrom(steady)
  const random = chanceOf(plan.seed, 'quiet', day)
  const [fromMs, toMs] = [instantOf(clock, FROM), instantOf(clock, TO)]
  let lastMs = fromMs - PAUSE_MS_LEAST
  for (const nextMs of [...timesOf(steady, fromMs, toMs), toMs]) {
    while (nextMs - lastMs > PAUSE_MS_MAX) {
      lastMs += PAUSE_MS_LEAST + Math.floor(random.next() * (PAUSE_MS_MAX - PAUSE_MS_LEAST))
      const box = chooseBox(open, lastMs, random)
      if (!box) continue
      const soon = box.screening.startsAtMs - lastMs < COUNTER_LEAD_MS
      const channel = random.next() < (soon ? 0.6 : 0.12) ? COUNTER : random.whole(1, 2)
      const draw = random.next()
      const type = draw < 0.74 ? ADULT : draw < 0.88 ? STUDENT : SENIOR
      ring(box, { atMs: lastMs, type, channel, quantity: 1 })
    }
    lastMs = nextMs
  }
}

function timesOf(boxes: readonly Box[], fromMs: number, toMs: number): readonly number[] {
  const times: number[] = []
  for (const { sales } of boxes) {
    for (const { atMs, refund } of sales) {
      if (!refund && atMs >= fromMs && atMs < toMs) times.push(atMs)
    }
  }
  return times.sort((one, other) => one - other)
}

function openFrom(steady: readonly Box[]): Open {
  const boxes = steady.toSorted(
    (one, other) => one.screening.startsAtMs - other.screening.startsAtMs,
  )
  const sums: number[] = []
  let sum = 0
  for (const { screening } of boxes) {
    sum += screening.appeal
    sums.push(sum)
  }
  return { boxes, sums, startsMs: boxes.map(({ screening }) => screening.startsAtMs) }
}

function chooseBox(
  { boxes, startsMs, sums }: Open,
  atMs: number,
  random: ReturnType<typeof chanceOf>,
): Box | undefined {
  const first = Math.min(firstAbove(startsMs, atMs - LATECOMERS_MS), boxes.length - TRIES)
  const below = sums[first - 1] ?? 0
  const above = (sums.at(-1) ?? 0) - below
  for (let turn = 0; turn < TRIES; turn++) {
    const box = boxes[firstAbove(sums, below + random.next() * above)]
    if (box && box.free > 0) return box
  }
  return boxes.slice(first).find((box) => box.free > 0)
}

/** The place of the first number above a limit in a rising list; its length if none is. */
export function firstAbove(rising: readonly number[], limit: number): number {
  let [low, high] = [0, rising.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rising[middle] ?? 0) > limit) high = middle
    else low = middle + 1
  }
  return low
}
