import type { ScreeningView } from '../wire/programme.ts'

export const DAY_MINUTES = 1_440

/** Where a screening stands on the day's axis, in parts of a hundred. */
export type BlockShape = {
  readonly left: number
  readonly width: number
  /** Of its own width. */
  readonly trailers: number
  readonly cleaning: number
}

export function blockShape(screening: ScreeningView, dayStartsAt: number): BlockShape {
  const { minute, trailersMinutes, featureMinutes, cleaningMinutes } = screening
  const whole = trailersMinutes + featureMinutes + cleaningMinutes
  const part = (minutes: number, of: number) => (of === 0 ? 0 : (minutes / of) * 100)
  return {
    left: part(minute - dayStartsAt * 60, DAY_MINUTES),
    width: part(whole, DAY_MINUTES),
    trailers: part(trailersMinutes, whole),
    cleaning: part(cleaningMinutes, whole),
  }
}

/** Minute of the day at which the auditorium is free again. */
export function freeAt(screening: ScreeningView): number {
  const { minute, trailersMinutes, featureMinutes, cleaningMinutes } = screening
  return minute + trailersMinutes + featureMinutes + cleaningMinutes
}

/** Minute of the day at which the film is over. */
export function overAt({ minute, trailersMinutes, featureMinutes }: ScreeningView): number {
  return minute + trailersMinutes + featureMinutes
}

/** The moment pointed at on a lane, to the nearest five minutes; `share` is 0 to 1. */
export function minutePointed(share: number, dayStartsAt: number): number {
  const minute = Math.round((share * DAY_MINUTES) / 5) * 5
  return dayStartsAt * 60 + Math.min(DAY_MINUTES - 5, Math.max(0, minute))
}

export function byMinute(one: ScreeningView, other: ScreeningView): number {
  return one.minute - other.minute
}
