import type { Answer, AnswerRow } from '#metrics/pure'

/** How much had been taken by this minute of the trading day. */
export type PacePoint = { readonly minute: number; readonly value: number }

export type SaleSlots = {
  /** What was sold before the trading day began. */
  readonly before: number
  /** What each five-minute slot brought, by the minute at which the slot begins, in order. */
  readonly slots: readonly PacePoint[]
  /** What has no sale time: it belongs to no point of the line. */
  readonly unstated: number
}

const SLOT_MINUTES = 5

/** A figure as a chart draws it; money in minor units, exact up to 2^53. */
export function chartValue(row: AnswerRow, metric: string): number {
  const figure = row[metric]
  if (typeof figure === 'number') return figure
  if (typeof figure === 'object' && figure !== null) return Number(figure.minor)
  return 0
}

/** Minutes of the trading day: "19:40" is 1180, "25:30" is 1530. Undefined when it is no time. */
export function minuteOf(text: unknown): number | undefined {
  const match = typeof text === 'string' ? /^(\d{1,2}):(\d{2})$/.exec(text) : null
  return match ? Number(match[1]) * 60 + Number(match[2]) : undefined
}

/** Reads an answer by `saleTime`. */
export function saleSlots(answer: Answer, metric: string): SaleSlots {
  let before = 0
  let unstated = 0
  const slots: PacePoint[] = []
  for (const row of answer.rows) {
    const value = chartValue(row, metric)
    const minute = minuteOf(row['saleTime'])
    if (minute !== undefined) slots.push({ minute, value })
    else if (row['saleTime'] === 'before') before += value
    else if (row['saleTime'] === 'unknown') unstated += value
  }
  slots.sort((one, other) => one.minute - other.minute)
  return { before, slots, unstated }
}

/** The cumulative line of a day by sale time. With `now`, it ends there: the head. */
export function paceBySale({ before, slots }: SaleSlots, now?: number): readonly PacePoint[] {
  const first = slots[0]
  if (!first) return []
  const points: PacePoint[] = [{ minute: first.minute, value: before }]
  let sum = before
  for (const slot of slots) {
    sum += slot.value
    points.push({ minute: Math.min(slot.minute + SLOT_MINUTES, now ?? Infinity), value: sum })
  }
  const last = points.at(-1)
  if (now !== undefined && last && last.minute < now) points.push({ minute: now, value: sum })
  return points
}

/** The hour of the trading day, 0 to 29: a start at 01:00 belongs after 23:00. */
export function tradingHour(value: unknown, dayStartsAt: number): number | undefined {
  const hour = Number.parseInt(String(value), 10)
  if (Number.isNaN(hour)) return undefined
  return hour < dayStartsAt ? hour + 24 : hour
}

/** The cumulative line of a day by the hour at which the screenings start. */
export function paceByStart(
  answer: Answer,
  metric: string,
  dayStartsAt: number,
): readonly PacePoint[] {
  const hours = answer.rows
    .flatMap((row) => {
      const hour = tradingHour(row['hour'], dayStartsAt)
      return hour === undefined ? [] : [{ hour, value: chartValue(row, metric) }]
    })
    .sort((one, other) => one.hour - other.hour)
  const first = hours[0]
  if (!first) return []
  const points: PacePoint[] = [{ minute: first.hour * 60, value: 0 }]
  let sum = 0
  for (const { hour, value } of hours) {
    sum += value
    points.push({ minute: (hour + 1) * 60, value: sum })
  }
  return points
}

/** What the line stood at by a minute: the last point at or before it. */
export function paceAt(points: readonly PacePoint[], minute: number): number | undefined {
  let found: number | undefined
  for (const point of points) {
    if (point.minute > minute) break
    found = point.value
  }
  return found
}
