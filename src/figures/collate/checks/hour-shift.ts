/** Tickets by local hour of the trading day; hours go past 24 for the night. */
export type Hours = ReadonlyMap<number, number>

const SHIFT_MAX = 12
/** As they stand the two have little in common; shifted they are nearly one. */
const COMMON_MAX = 0.65
const COMMON_SHIFTED_LEAST = 0.85
const GAIN_LEAST = 0.25
export const TICKETS_TO_JUDGE = 100

/**
 * By how many whole hours the sales of a week stand apart from what was usual before; undefined where
 * they do not, or there is too little to say so.
 */
export function hourShift(week: Hours, before: Hours): number | undefined {
  if (sum(week) < TICKETS_TO_JUDGE || sum(before) < TICKETS_TO_JUDGE) return undefined
  const plain = common(week, before, 0)
  if (plain > COMMON_MAX) return undefined
  let [best, most] = [0, plain]
  for (let shift = -SHIFT_MAX; shift <= SHIFT_MAX; shift++) {
    const share = common(week, before, shift)
    if (share > most) [best, most] = [shift, share]
  }
  const isClear = most >= COMMON_SHIFTED_LEAST && most - plain >= GAIN_LEAST
  return isClear && best !== 0 ? best : undefined
}

/** The share of sales that the two have in common hour by hour, the week moved back by `shift`. */
function common(week: Hours, before: Hours, shift: number): number {
  const [all, allBefore] = [sum(week), sum(before)]
  let shared = 0
  for (const [hour, tickets] of week) {
    shared += Math.min(tickets / all, (before.get(hour - shift) ?? 0) / allBefore)
  }
  return shared
}

function sum(hours: Hours): number {
  let total = 0
  for (const tickets of hours.values()) total += tickets
  return total
}
