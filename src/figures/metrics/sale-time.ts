import { SLOT_MINUTES } from '#warehouse'

// As numbers, so that they sort as time goes: before the day, its steps, after it, not stated.
const BEFORE = -1
const AFTER = 100_000
const UNKNOWN = 100_001

const WORDS = new Map([
  ['before', BEFORE],
  ['after', AFTER],
  ['unknown', UNKNOWN],
])
const NAMES = new Map([...WORDS].map(([name, code]) => [code, name]))

/**
 * Minutes since 00:00 of a trading day's date: "19:40" is 1180, "25:30" 1530. A day that starts at
 * 23:00 ends at 47:00, so hours reach 47. Undefined when it is no such time.
 */
export function dayMinute(text: string): number | undefined {
  const match = /^([0-3]\d|4[0-7]):([0-5]\d)$/.exec(text)
  return match ? Number(match[1]) * 60 + Number(match[2]) : undefined
}

/** A minute of a trading day as people write it: 1530 is "25:30". */
export function dayMinuteText(minute: number): string {
  const hours = Math.floor(minute / 60)
  return `${String(hours).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

export function slotOf(minute: number): number {
  return minute - (minute % SLOT_MINUTES)
}

/** The number behind a time of sale ("before", "19:40", …), or undefined. */
export function saleTimeCode(text: string): number | undefined {
  const word = WORDS.get(text)
  if (word !== undefined) return word
  const minute = dayMinute(text)
  return minute !== undefined && slotOf(minute) === minute ? minute : undefined
}

export function saleTimeText(code: number): string {
  return NAMES.get(code) ?? dayMinuteText(code)
}
